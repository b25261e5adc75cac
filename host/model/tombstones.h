// SPDX-License-Identifier: MIT
//
// What was forgotten here, known only by salted hashes: enough to notice when an old copy would
// bring it back, too little to read. Whoever has the file and guesses an id or an address can check
// the guess.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/omission.h"

namespace inroad {

// about: the kind of record, "field" or "email". act: the same for all of one forgetting.
struct Tombstone {
  std::string hash, about, act, time;
};

class Tombstones {
 public:
  Tombstones() = default;
  Tombstones(std::string salt, const std::vector<Tombstone>& stones);

  bool empty() const { return by_hash_.empty(); }

  // null when it was never forgotten here.
  const Tombstone* find(const RecordKey& record) const;
  const Tombstone* find_field(const RecordKey& record, std::string_view field) const;
  const Tombstone* find_email(std::string_view address) const;

  static std::string new_salt();

 private:
  const Tombstone* find_hash(const std::string& hash) const;
  std::string salt_;
  std::map<std::string, Tombstone, std::less<>> by_hash_;
  bool has_fields_ = false;
};

// The hashes of a salt.
std::string record_hash(const std::string& salt, const RecordKey& record);
std::string field_hash(const std::string& salt, const RecordKey& record, std::string_view field);
std::string email_hash(const std::string& salt, std::string_view address);

}  // namespace inroad
