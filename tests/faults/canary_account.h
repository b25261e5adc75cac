// SPDX-License-Identifier: MIT
//
// An account with a token of its own in every text there can be: every text field of every kind of
// record (read off the field tables, so that a new one is covered by itself), ids, unknown keys at
// every level, settings. And which of them may be seen under which share profile, said once more
// independently of the program.
#pragma once
#include <random>
#include <set>
#include <string>
#include <vector>

#include "model/account.h"

namespace inroad::test {

// record: a label ("rival"), the same for all tokens of a record. field: "people.email";
// "people.id"; "people.?" for unknown keys.
struct Canary {
  std::string token, record, field;
};

class CanaryAccount {
 public:
  explicit CanaryAccount(std::uint64_t seed);

  const Account& account() const { return account_; }
  const std::vector<Canary>& canaries() const { return canaries_; }
  // A token that stands nowhere in the account itself: for logs and names of files.
  std::string token(const std::string& record, const std::string& field);

  // The facet that the profile "facts" lets out.
  static constexpr std::string_view open_facet = "c_open";

 private:
  template <class Record>
  Record filled(const std::string& label);
  Value unknown(const std::string& label, const std::string& field);
  void fill();

  Account account_;
  std::vector<Canary> canaries_;
  std::mt19937_64 random_;
};

// What may be seen under a profile: fields ("people.name") of records (labels).
struct Sharing {
  std::string profile;
  std::set<std::string> fields, hidden_records;
  bool is_everything = false, has_roles = false;

  bool allows(const Canary& canary) const;
};
// The built-in profiles and the two the account defines: "facts" and "roles".
const std::vector<Sharing>& sharings();

}  // namespace inroad::test
