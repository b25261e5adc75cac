// SPDX-License-Identifier: MIT
#include "store/mend.h"

#include <algorithm>
#include <optional>

#include "model/codec.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/rules.h"
#include "model/words.h"
#include "store/columns.h"

namespace inroad::store {
namespace {

bool is_record_table(const std::string& table) { return record_kind_of(table) != RecordKind{}; }

bool are_records_whole(const Salvage& found) {
  return std::none_of(found.damaged.begin(), found.damaged.end(), is_record_table);
}

// The account as the whole log leads to it; nothing when its edits do not fit together.
std::optional<Account> replayed(const Salvage& found) {
  Account account;
  account.info = found.contents.account.info;
  account.extra = found.contents.account.extra;
  try {
    for (const auto& [sequence, edit] : found.edits) apply(account, edit);
  } catch (const std::exception&) {
    return std::nullopt;
  }
  return account;
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

// Takes out of the record what refers to nothing; false when it cannot be without that.
template <class Record>
bool mend_record(const Account& account, Record& record) {
  const auto is_gone = [&](RecordKind kind, const Id& id) {
    return !has_record(account, kind, id);
  };
  if (fate(record, is_gone) == OnRemoval::remove_holder) return false;
  clear_links(record, is_gone);
  try {
    check_record(record, {});
    check_links(account, record, {});
  } catch (const Error&) {
    return false;
  }
  return true;
}

// Until nothing refers to nothing any more: what is left out may be what others refer to.
void mend_all_links(Account& account, std::vector<std::string>& lost) {
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      std::vector<Id> broken;
      for (auto&& [id, record] : account.all<Record>()) {
        Record mended = record;
        if (!mend_record(account, mended)) {
          broken.push_back(id);
        } else if (to_json(mended) != to_json(record)) {
          record = mended;
          lost.push_back(
              format(_("{} {}: what it referred to is gone."), table_name<Record>(), id));
          has_changed = true;
        }
      }
      for (const Id& id : broken) {
        account.all<Record>().erase(account.all<Record>().find(id));
        lost.push_back(
            format(_("{} {}: it cannot be without what is gone."), table_name<Record>(), id));
        has_changed = true;
      }
    });
  }
}

// A unit that would contain itself stands by itself.
void break_circles(Account& account, std::vector<std::string>& lost) {
  ParentWalk walk(account);
  for (auto&& [id, unit] : account.all<Unit>()) {
    if (!walk.is_in_cycle(unit)) continue;
    unit.parent.clear();
    lost.push_back(format(_("units {}: it lay inside itself; now it stands by itself."), id));
  }
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

// Whether taking these edits back one after another works on the account.
bool is_history_of(const std::vector<Edit>& edits, Account account) {
  try {
    for (auto at = edits.rbegin(); at != edits.rend(); ++at) {
      Edit back = *at;
      back.changes = inverse(at->changes);
      apply(account, back);
    }
  } catch (const std::exception&) {
    return false;
  }
  return true;
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

std::vector<std::string> mend_links(Account& account) {
  std::vector<std::string> lost;
  mend_all_links(account, lost);
  break_circles(account, lost);
  return lost;
}

Mended mend(Salvage found) {
  Mended mended;
  Account& account = found.contents.account;
  const bool is_log_whole = found.is_log_whole();
  const bool was_whole = are_records_whole(found);
  if (!was_whole) {
    std::optional<Account> from_log = is_log_whole ? replayed(found) : std::nullopt;
    if (from_log) {
      account = std::move(*from_log);
    } else {
      put_back_created(account, found);
      for (const std::string& table : found.damaged)
        if (is_record_table(table))
          mended.lost.push_back(format(_("{}: some of it could not be read."), table));
    }
  }
  if (account.info.id.empty()) {
    account.info.id = new_id();
    mended.lost.push_back(_("The account's own name could not be read."));
  }
  for (std::string& sentence : mend_links(account)) mended.lost.push_back(std::move(sentence));
  check_references(account, {});
  found.contents.edits = sure_edits(found);
  if (!is_history_of(found.contents.edits, account)) found.contents.edits.clear();
  const bool is_history_kept = is_log_whole && found.contents.edits.size() == found.edits.size();
  if (!is_history_kept)
    mended.lost.push_back(format(_("History: {} edits are kept, what was before them is gone."),
                                 found.contents.edits.size()));
  if (!is_history_kept) keep_versions(found.contents, mended.lost);
  for (const char* table : {"versions", "tombstones", "meta"})
    if (found.damaged.contains(table))
      mended.lost.push_back(format(_("{}: some of it could not be read."), table));
  if (found.is_newer)
    mended.lost.push_back(
        _("The file was made by a newer Inroad: what only that one knows is not in the copy."));
  mended.contents = std::move(found.contents);
  return mended;
}

}  // namespace inroad::store
