// SPDX-License-Identifier: MIT
#include "model/tombstones.h"

#include <glib.h>

#include <memory>
#include <random>

namespace inroad {
namespace {

// HMAC-SHA-256 keyed with the salt; lengths in front, so that no two lists of parts read the same.
std::string hash_of(const std::string& salt, std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts)
    text += std::to_string(part.size()) + ":" + std::string(part);
  const std::unique_ptr<gchar, decltype(&g_free)> hash(
      g_compute_hmac_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(salt.data()),
                              salt.size(), reinterpret_cast<const guchar*>(text.data()),
                              text.size()),
      g_free);
  return hash.get();
}

}  // namespace

std::string record_hash(const std::string& salt, const RecordKey& record) {
  return hash_of(salt, {"record", word(record.record), record.id});
}

std::string field_hash(const std::string& salt, const RecordKey& record, std::string_view field) {
  return hash_of(salt, {"field", word(record.record), record.id, field});
}

std::string email_hash(const std::string& salt, std::string_view address) {
  return hash_of(salt, {"email", lower_case(address)});
}

Tombstones::Tombstones(std::string salt, const std::vector<Tombstone>& stones)
    : salt_(std::move(salt)) {
  for (const Tombstone& stone : stones) {
    const auto slash = stone.hash.find('/');
    const bool is_taken_over = slash != std::string::npos;
    salts_.insert(is_taken_over ? stone.hash.substr(0, slash) : salt_);
    by_hash_.emplace(is_taken_over ? stone.hash : salt_ + '/' + stone.hash, stone);
    has_fields_ = has_fields_ || stone.about == "field";
  }
}

std::vector<Tombstone> Tombstones::stones() const {
  std::vector<Tombstone> stones;
  for (const auto& [hash, stone] : by_hash_)
    stones.push_back({hash, stone.about, stone.act, stone.time});
  return stones;
}

template <class HashOf>
const Tombstone* Tombstones::find_hash(HashOf&& hash_of_salt) const {
  for (const std::string& salt : salts_) {
    const auto found = by_hash_.find(salt + '/' + hash_of_salt(salt));
    if (found != by_hash_.end()) return &found->second;
  }
  return nullptr;
}

const Tombstone* Tombstones::find(const RecordKey& record) const {
  return find_hash([&](const std::string& salt) { return record_hash(salt, record); });
}

const Tombstone* Tombstones::find_field(const RecordKey& record, std::string_view field) const {
  if (!has_fields_) return nullptr;
  return find_hash([&](const std::string& salt) { return field_hash(salt, record, field); });
}

const Tombstone* Tombstones::find_email(std::string_view address) const {
  if (address.empty()) return nullptr;
  return find_hash([&](const std::string& salt) { return email_hash(salt, address); });
}

template <class HashOf>
std::vector<Tombstone> Tombstones::all_hashes(HashOf&& hash_of_salt) const {
  std::vector<Tombstone> all;
  for (const std::string& salt : salts_) {
    const auto found = by_hash_.find(salt + '/' + hash_of_salt(salt));
    if (found != by_hash_.end()) all.push_back(found->second);
  }
  return all;
}

std::vector<Tombstone> Tombstones::all(const RecordKey& record) const {
  return all_hashes([&](const std::string& salt) { return record_hash(salt, record); });
}

std::vector<Tombstone> Tombstones::all_of_field(const RecordKey& record,
                                                std::string_view field) const {
  if (!has_fields_) return {};
  return all_hashes([&](const std::string& salt) { return field_hash(salt, record, field); });
}

std::vector<Tombstone> Tombstones::all_of_email(std::string_view address) const {
  if (address.empty()) return {};
  return all_hashes([&](const std::string& salt) { return email_hash(salt, address); });
}

std::string Tombstones::new_salt() {
  std::random_device device;
  std::string salt;
  constexpr char hex[] = "0123456789abcdef";
  for (int i = 0; i < 32; ++i) salt += hex[device() & 15];
  return salt;
}

}  // namespace inroad
