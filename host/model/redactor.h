// SPDX-License-Identifier: MIT
//
// Cuts an account down to what a share profile lets through: one walk over the field tables, the
// same for every record. What is not named in the profile falls back to its default, and what then
// refers to nothing is cleared or falls away. In texts rivals are not named, and under roles
// nobody.
#pragma once
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/mentions.h"
#include "model/profile.h"

namespace inroad {

// For any profile but team. Account and profile must outlive it.
class Redactor {
 public:
  Redactor(const Account& account, const ShareProfile& profile);
  Account redact();

 private:
  // What the profile lets through of one kind of record.
  struct Allowed {
    std::vector<bool> fields;  // in the order of the field table
    bool is_any = false;
    std::unordered_map<std::string_view, Id> stand_ins;  // of the records that stay
  };
  Allowed& allowed(RecordKind kind) { return allowed_[static_cast<std::size_t>(kind)]; }

  void note_rivals();
  void note_names();
  template <class Record>
  void note_fields();
  template <class Record>
  void note_table(const Table<Record>& table);

  bool is_side_seen(Side side) const;
  bool has_rival(const std::vector<Id>& people) const;
  template <class Record>
  bool may_be_seen(const Record&) const;
  bool may_be_seen(const Unit& unit) const;
  bool may_be_seen(const Person& person) const;
  bool may_be_seen(const Tie& tie) const;
  bool may_be_seen(const Claim& claim) const;
  bool may_be_seen(const Note& note) const;
  bool may_be_seen(const Action& action) const;
  bool may_be_seen(const Need& need) const;
  bool may_be_seen(const Budget& budget) const;

  template <Text Reference>
  void redirect(Reference& id, const Refers& refers);
  void redirect(std::vector<Id>& ids, const Refers& refers);
  void redirect(std::vector<Target>& targets, const Refers& refers);
  template <class Other>
  requires(!Text<Other>) void redirect(Other&, const Refers&) {}

  template <class Record>
  Record copy_of(const Record& record);
  template <class Record>
  bool keeps_meaning(const Record& record, Record& copy);
  template <class Record>
  void redact_table(const Table<Record>& table, Account& result);

  template <class Record>
  void keep_side(const Record& record, Record& copy) const;
  template <Text Member>
  void strike_names(Member& text);
  void strike_names(std::vector<std::string>& texts);
  void strike_names(Value& value);
  template <class Other>
  requires(!Text<Other>) void strike_names(Other&) {}
  std::string role_of(const Person& copy);

  const Account& account_;
  const ShareProfile& profile_;
  std::array<Allowed, static_cast<std::size_t>(RecordKind::settings) + 1> allowed_;
  std::unordered_set<std::string_view> rival_units_, rivals_;
  Mentions names_;                                       // never to be read in texts
  std::unordered_map<std::string, std::string> struck_;  // titles come again and again
  std::map<std::string, int> roles_;
};

}  // namespace inroad
