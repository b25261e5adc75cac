// SPDX-License-Identifier: MIT
//
// Looks up records of an account by id in constant time and with few looks at memory, for passes
// that ask for every record. Made when first asked; valid while the account does not change.
#pragma once
#include <bit>
#include <cstring>
#include <functional>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/account.h"

namespace inroad {

template <class Record>
class TableIndex {
 public:
  explicit TableIndex(const Table<Record>& table)
      : slots_(std::bit_ceil(2 * table.size() + 1)), mask_(slots_.size() - 1) {
    std::uint32_t place = 0;
    for (const auto& [id, record] : table) {
      const Key key(id);
      std::size_t at = key.hash() & mask_;
      while (slots_[at].record != nullptr) at = (at + 1) & mask_;
      slots_[at] = {key, &record, place++};
    }
  }
  const Record* find(std::string_view id) const {
    const Slot* slot = slot_of(id);
    return slot == nullptr ? nullptr : slot->record;
  }
  // In the order of ids; -1 = no such record.
  int place(std::string_view id) const {
    const Slot* slot = slot_of(id);
    return slot == nullptr ? -1 : static_cast<int>(slot->place);
  }

 private:
  // A short id whole; of a long one a hash, so that the record must be asked too.
  struct Key {
    std::uint64_t words[2] = {};
    Key() = default;
    explicit Key(std::string_view id) {
      if (is_whole(id)) {
        std::memcpy(words, id.data(), id.size());
        words[1] |= std::uint64_t{id.size() + 1} << 56;
      } else {
        words[0] = std::hash<std::string_view>()(id);
        words[1] = ~std::uint64_t{0};
      }
    }
    static bool is_whole(std::string_view id) { return id.size() < sizeof words; }
    bool operator==(const Key& other) const {
      return words[0] == other.words[0] && words[1] == other.words[1];
    }
    std::size_t hash() const {
      std::uint64_t mixed = (words[0] ^ std::rotl(words[1], 29)) * 0x9E3779B97F4A7C15u;
      mixed = (mixed ^ mixed >> 32 ^ words[1]) * 0xD6E8FEB86659FD93u;
      return mixed ^ mixed >> 32;
    }
  };
  struct Slot {
    Key key;
    const Record* record = nullptr;
    std::uint32_t place = 0;
  };
  const Slot* slot_of(std::string_view id) const {
    const Key key(id);
    for (std::size_t at = key.hash() & mask_; slots_[at].record != nullptr; at = (at + 1) & mask_)
      if (slots_[at].key == key && (Key::is_whole(id) || slots_[at].record->id == id))
        return &slots_[at];
    return nullptr;
  }

  std::vector<Slot> slots_;
  std::size_t mask_;
};

// The index of each table; a State as rules.h wants.
class IdIndex {
 public:
  explicit IdIndex(const Account& account) : account_(account) {}

  template <class Record>
  const TableIndex<Record>& of() const {
    auto& index = std::get<std::optional<TableIndex<Record>>>(indexes_);
    if (!index) index.emplace(account_.all<Record>());
    return *index;
  }
  template <class Record>
  const Record* find(std::string_view id) const {
    return id.empty() ? nullptr : of<Record>().find(id);
  }
  template <class Record>
  int place(std::string_view id) const {
    return id.empty() ? -1 : of<Record>().place(id);
  }

 private:
  template <class>
  struct IndexesOf;
  template <class... Record>
  struct IndexesOf<std::tuple<Table<Record>...>> {
    using Type = std::tuple<std::optional<TableIndex<Record>>...>;
  };
  const Account& account_;
  mutable IndexesOf<decltype(Account::tables)>::Type indexes_;
};

}  // namespace inroad
