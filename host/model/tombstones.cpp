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
    by_hash_.emplace(stone.hash, stone);
    has_fields_ = has_fields_ || stone.about == "field";
  }
}

const Tombstone* Tombstones::find_hash(const std::string& hash) const {
  const auto found = by_hash_.find(hash);
  return found == by_hash_.end() ? nullptr : &found->second;
}

const Tombstone* Tombstones::find(const RecordKey& record) const {
  return empty() ? nullptr : find_hash(record_hash(salt_, record));
}

const Tombstone* Tombstones::find_field(const RecordKey& record, std::string_view field) const {
  return has_fields_ ? find_hash(field_hash(salt_, record, field)) : nullptr;
}

const Tombstone* Tombstones::find_email(std::string_view address) const {
  return empty() || address.empty() ? nullptr : find_hash(email_hash(salt_, address));
}

std::string Tombstones::new_salt() {
  std::random_device device;
  std::string salt;
  constexpr char hex[] = "0123456789abcdef";
  for (int i = 0; i < 32; ++i) salt += hex[device() & 15];
  return salt;
}

}  // namespace inroad
