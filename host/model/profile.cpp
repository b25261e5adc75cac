// SPDX-License-Identifier: MIT
//
// Redaction: one walk over the field tables, the same for every record. What is not named in the
// profile falls back to its default, and what then refers to nothing is cleared or falls away.
#include "model/profile.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <unordered_map>

#include "model/error.h"
#include "model/ids.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

const ShareProfile& names_only_profile() {
  static const ShareProfile profile{
      "names-only",
      false,
      {"account.name", "people.name", "people.kind", "ties.from", "ties.to", "ties.kind"},
      {TieKind::reports_to, TieKind::dotted}};
  return profile;
}

class Redactor {
 public:
  Redactor(const Account& account, const ShareProfile& profile)
      : account_(account), profile_(profile) {
    note_fields<AccountInfo>();
    note_fields<Settings>();
    std::apply([&](const auto&... table) { (note_table(table), ...); }, account.tables);
  }

  Account redact() {
    Account result;
    result.info = copy_of(account_.info);
    result.info.id = pseudonym(account_.info.id, profile_.name, account_.info.id);
    result.settings = copy_of(account_.settings);
    // In the order of the tables: whoever owns comes before what he owns.
    std::apply([&](const auto&... table) { (redact_table(table, result), ...); }, account_.tables);
    return result;
  }

 private:
  // What the profile lets through of one kind of record.
  struct Allowed {
    std::vector<bool> fields;  // in the order of the field table
    bool is_any = false;
    std::unordered_map<std::string_view, Id> stand_ins;  // of the records that stay
  };
  Allowed& allowed(RecordKind kind) { return allowed_[static_cast<std::size_t>(kind)]; }

  template <class Record>
  void note_fields() {
    Allowed& noted = allowed(record_kind<Record>);
    for_each_field<Record>([&](const auto& field) {
      const std::string path =
          std::string(word(record_kind<Record>)) + '.' + std::string(field.name);
      const auto& paths = profile_.allowed;
      noted.fields.push_back(std::find(paths.begin(), paths.end(), path) != paths.end());
      noted.is_any |= noted.fields.back();
    });
  }
  template <class Record>
  void note_table(const Table<Record>& table) {
    note_fields<Record>();
    Allowed& noted = allowed(record_kind<Record>);
    if (!noted.is_any) return;
    for (const auto& [id, record] : table)
      if (may_be_seen(record))
        noted.stand_ins.emplace(id, pseudonym(account_.info.id, profile_.name, id));
  }

  template <class Record>
  bool may_be_seen(const Record&) const {
    return true;
  }
  bool may_be_seen(const Tie& tie) const {
    const auto& kinds = profile_.tie_kinds;
    return std::find(kinds.begin(), kinds.end(), tie.kind) != kinds.end();
  }
  bool may_be_seen(const Position&) const { return false; }

  // Empty when what it points to is left out.
  void redirect(Id& id, RecordKind kind) {
    const auto& stand_ins = allowed(kind).stand_ins;
    const auto found = stand_ins.find(id);
    id = found == stand_ins.end() ? Id{} : found->second;
  }
  void redirect(std::vector<Id>& ids, RecordKind kind) {
    for (Id& id : ids) redirect(id, kind);
    std::erase_if(ids, [](const Id& id) { return id.empty(); });
  }
  void redirect(std::vector<Target>& targets, RecordKind kind) {
    for (Target& target : targets) {
      redirect(target.person, kind);
      target.extra = nullptr;
    }
    std::erase_if(targets, [](const Target& target) { return target.person.empty(); });
  }
  template <class Other>
  void redirect(Other&, RecordKind) {}

  template <class Record>
  Record copy_of(const Record& record) {
    Record copy;
    std::size_t place = 0;
    for_each_field<Record>([&](const auto& field) {
      if (!allowed(record_kind<Record>).fields[place++]) return;
      copy.*field.member = record.*field.member;
      if (field.refers.kind != RecordKind{}) redirect(copy.*field.member, field.refers.kind);
    });
    return copy;
  }

  // Whether the copy still means what the record says; if not, it must not be shown at all.
  template <class Record>
  bool has_lost_owner(const Record& record, const Record& copy) const {
    bool is_lost = false;
    for_each_field<Record>([&](const auto& field) {
      if constexpr (std::is_same_v<decltype(field.member), Id Record::*>)
        is_lost |= field.refers.on_removal == OnRemoval::remove_holder &&
                   !(record.*field.member).empty() && (copy.*field.member).empty();
    });
    return is_lost;
  }
  template <class Record>
  bool keeps_meaning(const Record& record, Record& copy) {
    return !has_lost_owner(record, copy);
  }
  // A belief about a rival must not turn into one about us, nor a wish into a fact.
  bool keeps_meaning(const Claim& claim, Claim& copy) {
    if (account_.find<Unit>(copy.toward) != nullptr) redirect(copy.toward, RecordKind::units);
    return !has_lost_owner(claim, copy) && copy.toward.empty() == claim.toward.empty() &&
           copy.aspect == claim.aspect;
  }

  template <class Record>
  void redact_table(const Table<Record>& table, Account& result) {
    auto& stand_ins = allowed(record_kind<Record>).stand_ins;
    for (const auto& [id, record] : table) {
      const auto stand_in = stand_ins.find(id);
      if (stand_in == stand_ins.end()) continue;
      Record copy = copy_of(record);
      if (!keeps_meaning(record, copy)) {
        stand_ins.erase(stand_in);
        continue;
      }
      copy.id = stand_in->second;
      result.all<Record>().emplace(stand_in->second, std::move(copy));
    }
  }

  const Account& account_;
  const ShareProfile& profile_;
  std::array<Allowed, static_cast<std::size_t>(RecordKind::settings) + 1> allowed_;
};

}  // namespace

const ShareProfile& team_profile() {
  static const ShareProfile profile{"team", true, {}, {}};
  return profile;
}

const std::vector<std::string_view>& built_in_profiles() {
  static const std::vector<std::string_view> names{"team", "client-safe", "names-only"};
  return names;
}

const ShareProfile& profile_named(std::string_view name) {
  for (const ShareProfile* profile : {&team_profile(), &names_only_profile()})
    if (profile->name == name) return *profile;
  throw Error(
      ErrorKind::usage, format(_("There is no share profile \"{}\"."), name), {},
      format(_("Known profiles: {}."), team_profile().name + comma() + names_only_profile().name));
}

Account redacted(const Account& account, const ShareProfile& profile) {
  return profile.is_everything ? account : Redactor(account, profile).redact();
}

}  // namespace inroad
