// SPDX-License-Identifier: MIT
//
// What was forgotten here, known only by salted hashes: enough to notice when an old copy would
// bring it back, too little to read. Whoever has the file and guesses an id or an address can check
// the guess.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/omission.h"

namespace inroad {

// hash: by the file's own salt, or "SALT/HASH" when it was taken over from another file. about: the
// kind of record, "field" or "email". act: the same for all of one forgetting.
struct Tombstone {
  std::string hash, about, act, time;
};

class Tombstones {
 public:
  Tombstones() = default;
  Tombstones(std::string salt, const std::vector<Tombstone>& stones);

  bool empty() const { return by_hash_.empty(); }

  // Each with its salt, as another file takes them over.
  std::vector<Tombstone> stones() const;
  bool has(const Tombstone& with_salt) const { return by_hash_.contains(with_salt.hash); }
  // Those for which is_meant(stone, with its salt).
  template <class IsMeant>
  Tombstones only(IsMeant&& is_meant) const {
    std::vector<Tombstone> kept = stones();
    std::erase_if(kept, [&](const Tombstone& stone) { return !is_meant(stone); });
    return {salt_, kept};
  }

  // null when it was never forgotten here.
  const Tombstone* find(const RecordKey& record) const;
  const Tombstone* find_field(const RecordKey& record, std::string_view field) const;
  const Tombstone* find_email(std::string_view address) const;
  // All by which it is known, one a salt: whoever is brought back must be known by none.
  std::vector<Tombstone> all(const RecordKey& record) const;
  std::vector<Tombstone> all_of_field(const RecordKey& record, std::string_view field) const;
  std::vector<Tombstone> all_of_email(std::string_view address) const;

  static std::string new_salt();

 private:
  template <class HashOf>
  const Tombstone* find_hash(HashOf&& hash_of_salt) const;
  template <class HashOf>
  std::vector<Tombstone> all_hashes(HashOf&& hash_of_salt) const;
  std::string salt_;
  std::set<std::string> salts_;
  std::map<std::string, Tombstone, std::less<>> by_hash_;  // by salt and hash
  bool has_fields_ = false;
};

// The hashes of a salt.
std::string record_hash(const std::string& salt, const RecordKey& record);
std::string field_hash(const std::string& salt, const RecordKey& record, std::string_view field);
std::string email_hash(const std::string& salt, std::string_view address);

}  // namespace inroad
