// SPDX-License-Identifier: MIT
#include "app/document.h"

#include <filesystem>

#include "app/as_of.h"
#include "app/files.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/interchange.h"
#include "model/words.h"
#include "store/account_file.h"
#include "store/own_files.h"

namespace inroad::app {
namespace {

[[noreturn]] void not_writable(const std::string& source) {
  throw Error(ErrorKind::bad_input,
              _("Only .inroad files can be changed; this is an exchange file."), source,
              _("Import it into an account first: inroad import FILE --into NAME.inroad"));
}

}  // namespace

Document::Document() = default;
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Document Document::open(const std::string& source, Access access) {
  Document document;
  document.source_ = source;
  // A pipe is never opened for the look at its first bytes: that would wait for a writer.
  std::error_code unseen;  // links in a circle: reading says so
  const bool is_file = source != "-" && std::filesystem::is_regular_file(source, unseen);
  if (is_file && store::looks_like_account_file(source)) {
    using Mode = store::AccountFile::Access;
    const Mode mode = access == Access::write           ? Mode::write
                      : access == Access::write_or_read ? Mode::write_or_read
                      : access == Access::look          ? Mode::look
                                                        : Mode::read;
    document.file_ = std::make_unique<store::AccountFile>(store::AccountFile::open(source, mode));
    return document;
  }
  const std::string text = read_file(source);
  if (is_file && source.ends_with(".inroad"))
    throw Error(ErrorKind::bad_input, _("This is not an Inroad account file."), source,
                _("Restore a copy of it; if it is an exchange file, name it .json."));
  document.account_ = std::make_unique<Account>(read_interchange(text, source));
  if (access == Access::write) not_writable(source);
  return document;
}

Document Document::create(const std::string& path, const std::string& account_name) {
  AccountInfo info;
  info.id = new_id();
  info.name = account_name;
  Document document;
  document.source_ = path;
  document.file_ = std::make_unique<store::AccountFile>(store::AccountFile::create(path, info));
  return document;
}

Account Document::take_account() && {
  return file_ ? std::move(*file_).take_account() : std::move(*account_);
}
const Account& Document::account() const { return file_ ? file_->account() : *account_; }

Id Document::revision() const { return file_ ? file_->history().head() : Id(); }

bool Document::is_writable() const { return file_ && file_->is_writable(); }
std::string Document::read_only_reason() const {
  return file_ ? file_->read_only_reason() : std::string();
}
std::string Document::place_warning() const {
  return file_ ? file_->place_warning() : std::string();
}

std::vector<std::string> Document::missing() const {
  return file_ ? file_->missing() : std::vector<std::string>();
}

const Account& Document::as_stored() const { return file_ ? file_->as_stored() : *account_; }

std::optional<Edit> Document::apply(const Changes& changes, const Cause& cause) {
  return apply(plan(account(), changes, source_), changes.by, changes.time, cause);
}

std::optional<Edit> Document::apply(std::vector<FieldChange> changes, const Id& by,
                                    const std::string& time, const Cause& cause,
                                    const std::vector<Tombstone>& brought_back) {
  if (!file_) not_writable(source_);
  if (changes.empty()) return std::nullopt;
  Edit edit;
  edit.author = by;
  edit.time = time;
  edit.cause = cause;
  edit.changes = std::move(changes);
  return file_->commit(std::move(edit), brought_back);
}

Edit Document::take_back(const std::optional<Id>& target, CauseKind kind, const char* nothing,
                         const Id& by) {
  if (!file_) not_writable(source_);
  if (!target) throw Error(ErrorKind::failed, nothing, source_);
  std::optional<Edit> edit = file_->find_edit(*target);
  if (!edit) throw Error(ErrorKind::failed, _("The log has lost an edit."), source_);
  Edit back;
  back.author = by;
  back.cause = {kind, edit->id, {}, {}};
  back.changes = inverse(std::move(edit->changes));
  return file_->commit(std::move(back));
}

Edit Document::undo(const Id& by) {
  return take_back(file_ ? file_->history().to_undo() : std::nullopt, CauseKind::undo,
                   _("There is nothing to undo."), by);
}

Edit Document::redo(const Id& by) {
  return take_back(file_ ? file_->history().to_redo() : std::nullopt, CauseKind::redo,
                   _("There is nothing to redo."), by);
}

bool Document::can_undo() const { return file_ && file_->history().to_undo().has_value(); }
bool Document::can_redo() const { return file_ && file_->history().to_redo().has_value(); }

std::vector<Edit> Document::log() const { return file_ ? file_->log() : std::vector<Edit>(); }

std::vector<store::Version> Document::versions() const {
  return file_ ? file_->versions() : std::vector<store::Version>();
}

store::Version Document::name_version(const std::string& name, const Id& by) {
  if (!file_) not_writable(source_);
  return file_->name_version(name, by);
}

bool Document::forget(const Subject& subject, const Forgetting& forgetting) {
  if (!file_) not_writable(source_);
  return file_->forget(subject, forgetting);
}

bool Document::is_forgetting_unfinished() const {
  return file_ && file_->is_forgetting_unfinished();
}
bool Document::was_forgetting_unfinished() const {
  return file_ && file_->was_forgetting_unfinished();
}

Tombstones Document::tombstones() const { return file_ ? file_->tombstones() : Tombstones(); }

void Document::remember(const std::vector<Tombstone>& stones,
                        const std::vector<Tombstone>& no_longer) {
  if (file_ && !(stones.empty() && no_longer.empty())) file_->remember(stones, no_longer);
}

void Document::copy_to(const std::string& path) const {
  if (!file_) not_writable(source_);
  file_->copy_to(path);
}

void Document::copy_into(const std::string& part) const {
  if (!file_) not_writable(source_);
  file_->copy_into(part);
}

std::vector<std::string> Document::removed_leftovers() const {
  return file_ ? file_->removed_leftovers() : std::vector<std::string>();
}

Account Document::account_as_of(std::string_view day_or_version) const {
  return past_meant(*this, day_or_version, "--as-of").account;
}

}  // namespace inroad::app
