// SPDX-License-Identifier: MIT
#include "store/mend.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/diff.h"
#include "model/ids.h"
#include "model/record_words.h"
#include "model/replay.h"
#include "model/rules.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/mend_links.h"

namespace inroad::store {
namespace {

bool is_record_table(const std::string& table) { return record_kind_of(table) != RecordKind{}; }

bool are_records_whole(const Salvage& found) {
  return std::none_of(found.damaged.begin(), found.damaged.end(), is_record_table);
}

// Records that the readable edits made and did not remove again, as they were made.
void put_back_created(Account& account, const Salvage& found) {
  std::map<std::pair<RecordKind, Id>, Value> made;
  for (const auto& [sequence, edit] : found.edits)
    for (const FieldChange& change : edit.changes) {
      if (!change.field.empty()) continue;
      if (change.after.is_null())
        made.erase({change.record, change.id});
      else
        made[{change.record, change.id}] = change.after;
    }
  for (const auto& [key, value] : made)
    with_list(key.first, [&]<class Record>(std::type_identity<Record>) {
      if (!found.damaged.contains(table_name<Record>()) || account.find<Record>(key.second)) return;
      try {
        account.all<Record>().emplace(key.second, from_json<Record>(value, {}));
      } catch (const std::exception&) {
      }
    });
}

// Whether every record that could be read was made by an edit: then no other has been lost either.
bool is_made_by_log(const Salvage& found) {
  std::set<std::pair<RecordKind, Id>> made;
  for (const auto& [sequence, edit] : found.edits)
    for (const FieldChange& change : edit.changes)
      if (change.field.empty() && change.before.is_null()) made.insert({change.record, change.id});
  bool is_all = !made.empty();
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : found.contents.account.all<Record>())
      is_all = is_all && made.contains({record_kind<Record>, id});
  });
  return is_all;
}

// The last edits without a gap: with them the account can be taken back that far.
std::vector<Edit> sure_edits(const Salvage& found) {
  std::vector<Edit> edits;
  for (auto at = found.edits.rbegin(); at != found.edits.rend(); ++at) {
    if (!edits.empty() && edits.back().sequence != at->first + 1) break;
    edits.push_back(at->second);
  }
  std::reverse(edits.begin(), edits.end());
  return edits;
}

// Those of the edits that can be taken back one after another from the account.
std::vector<Edit> edits_behind(Account account, std::vector<Edit> edits) {
  std::size_t kept = 0;
  try {
    for (; kept < edits.size(); ++kept) {
      Edit back = edits[edits.size() - 1 - kept];
      back.changes = inverse(std::move(back.changes));
      apply(account, back);
    }
  } catch (const std::exception&) {
  }
  edits.erase(edits.begin(), edits.end() - static_cast<std::ptrdiff_t>(kept));
  return edits;
}

void tell_unread(const Salvage& found, std::vector<std::string>& lost) {
  for (const std::string& table : found.damaged)
    if (is_record_table(table))
      lost.push_back(
          format(_("{}: some of it could not be read."), list_word(record_kind_of(table))));
}

// The account its whole log leads to, as far as that is one.
std::optional<Account> led_to_by_log(const Salvage& found) {
  std::vector<Edit> log;
  for (const auto& [sequence, edit] : found.edits) log.push_back(edit);
  std::optional<Account> led = led_to(found.contents.account, log, log.size());
  if (led && !has_sound_references(*led) && has_sound_references(found.contents.account))
    return std::nullopt;
  return led;
}

// What the log has put right; and, of a copy that began with records of its own, what it could not.
void tell_differences(const Salvage& found, const Account& led, std::vector<std::string>& lost) {
  const Account& rows = found.contents.account;
  const ChangeWords words(
      [&](RecordKind kind, const Id& id) { return record_to_json(led, kind, id); }, nullptr);
  std::set<std::pair<RecordKind, Id>> told;
  for (const FieldChange& change : changes_between(rows, led)) {
    const bool was_read = !found.damaged.contains(std::string(word(change.record)));
    if (was_read && told.insert({change.record, change.id}).second)
      lost.push_back(format(_("The {} \"{}\" was not as the history has it; now it is."),
                            kind_word(change.record), words.name(change.record, change.id)));
  }
  if (!is_made_by_log(found)) tell_unread(found, lost);
}

// Versions that still have the edit they name.
void keep_versions(Contents& contents, std::vector<std::string>& lost) {
  std::erase_if(contents.versions, [&](const Version& version) {
    const bool is_there = std::any_of(contents.edits.begin(), contents.edits.end(),
                                      [&](const Edit& edit) { return edit.id == version.edit; });
    if (!is_there) lost.push_back(format(_("Version \"{}\": its edits are gone."), version.name));
    return !is_there;
  });
}

}  // namespace

Mended mend(Salvage found) {
  Mended mended;
  Account& account = found.contents.account;
  const bool is_log_whole = found.is_log_whole(), was_whole = are_records_whole(found);
  std::optional<Account> led;
  if (is_log_whole && !(was_whole && has_sound_references(account))) led = led_to_by_log(found);
  if (led) {
    tell_differences(found, *led, mended.lost);
    account = std::move(*led);
  } else if (!was_whole) {
    put_back_created(account, found);
    tell_unread(found, mended.lost);
  }
  if (account.info.id.empty()) {
    account.info.id = new_id();
    mended.lost.push_back(_("The account's own name could not be read."));
  }
  for (std::string& sentence : mend_links(account)) mended.lost.push_back(std::move(sentence));
  check_references(account, {});
  found.contents.edits = edits_behind(account, sure_edits(found));
  const bool is_history_kept = is_log_whole && found.contents.edits.size() == found.edits.size();
  if (!is_history_kept)
    mended.lost.push_back(format(_("History: {} edits are kept, what was before them is gone."),
                                 found.contents.edits.size()));
  if (!is_history_kept) keep_versions(found.contents, mended.lost);
  for (const char* table : {"versions", "tombstones", "meta"})
    if (found.damaged.contains(table))
      mended.lost.push_back(
          format(_("{}: some of it could not be read."), list_word(record_kind_of(table))));
  if (found.is_newer)
    mended.lost.push_back(
        _("The file was made by a newer Inroad: what only that one knows is not in the copy."));
  mended.contents = std::move(found.contents);
  return mended;
}

}  // namespace inroad::store
