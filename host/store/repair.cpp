// SPDX-License-Identifier: MIT
#include "store/repair.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <optional>

#include "model/error.h"
#include "model/words.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/mend.h"
#include "store/new_file.h"
#include "store/opening.h"
#include "store/own_files.h"

namespace inroad::store {
namespace {

// reason: what was met on the way, or "".
[[noreturn]] void nothing_there(const std::string& path, const std::string& reason) {
  throw Error(ErrorKind::bad_input,
              reason.empty()
                  ? std::string(_("Nothing of an account can be read from this file."))
                  : format(_("Nothing of an account can be read from this file: {}"), reason),
              path, _("Restore a copy of it."));
}

// target: what the copy is for, and what is full when there is no room.
void copy_bytes(const std::string& from, const std::string& to, const std::string& target) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  // The copy is ours to mend, whatever may be done with the original.
  if (!error) fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  if (!error) return;
  for (const int no_room : {ENOSPC, EDQUOT, EFBIG, EROFS})
    if (error.value() == no_room) cannot_write(target, no_room);
  throw Error(ErrorKind::failed, format(_("The file cannot be read ({})."), error.message()), from,
              _("Check the disk and try again."));
}

// A private copy of the bytes to work on, with its journal or as if there were none.
std::optional<Mended> try_mending(const std::string& damaged, const std::string& copy,
                                  bool is_journal_used, std::string& reason) {
  const Temporary work(copy, S_IRUSR | S_IWUSR);
  copy_bytes(damaged, work.path(), copy);
  if (is_journal_used) copy_bytes(damaged + "-wal", work.path() + "-wal", copy);
  try {
    Salvage found = salvage(work.path());
    if (!found.is_anything_there()) return std::nullopt;
    return mend(std::move(found));
  } catch (const Error& error) {
    if (error.kind != ErrorKind::bad_input && !is_another_programs(work.path()))
      throw Error(error.kind, error.what(), copy, error.remedy);
    reason = error.what();
    return std::nullopt;
  }
}

}  // namespace

std::vector<std::string> repair_copy(const std::string& damaged, const std::string& copy) {
  const std::string name = plain_file(damaged);
  if (is_open_here(name))
    throw Error(ErrorKind::failed, _("The account is open in this program."), name,
                _("Close it first."));
  if (std::filesystem::file_size(name) == 0) nothing_there(name, {});
  require_free_name(copy);
  // A journal may be what is missing, or what does the damage (another file's, or an old one).
  std::string reason;
  std::optional<Mended> best = try_mending(name, copy, false, reason);
  std::error_code ignored;
  if (std::filesystem::file_size(name + "-wal", ignored) > 0 && !ignored) {
    std::optional<Mended> other = try_mending(name, copy, true, reason);
    const bool is_better = other && (!best || other->lost.size() <= best->lost.size());
    if (is_better) best = std::move(other);
  }
  if (!best) nothing_there(name, reason);
  if (has_lost_edits(name + "-wal"))
    best->lost.push_back(_("Its journal is damaged: the last edits could not be read."));
  write_whole_file(copy, best->contents, name);
  return best->lost;
}

}  // namespace inroad::store
