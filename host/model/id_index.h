// SPDX-License-Identifier: MIT
//
// Looks up records of an account by id in constant time and with few looks at memory, for passes
// that ask for every record. Made when first asked; valid while the account does not change.
#pragma once
#include <algorithm>
#include <bit>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/account.h"
#include "model/text_word.h"

namespace inroad {

template <class Record>
class TableIndex {
 public:
  explicit TableIndex(const Table<Record>& table)
      : slots_(std::bit_ceil(2 * table.size() + 1)), mask_(slots_.size() - 1) {
    keys_.reserve(table.size());
    records_.reserve(table.size());
    for (const auto& [id, record] : table) {
      const Key key(id);
      const std::uint64_t hash = key.hash();
      std::size_t at = hash & mask_;
      while (!slots_[at].is_free()) at = (at + 1) & mask_;
      slots_[at] = {mark_of(hash), static_cast<std::uint32_t>(keys_.size())};
      keys_.push_back(key);
      records_.push_back(&record);
    }
  }
  const Record* find(std::string_view id) const {
    const int found = place(id);
    return found < 0 ? nullptr : records_[static_cast<std::size_t>(found)];
  }
  // In the order of ids; -1 = no such record.
  int place(std::string_view id) const { return place(id, Key(id)); }
  // Calls visit(id, place) for a reference of each of some records. Several are sought at a time,
  // so that the waits for memory overlap.
  template <class Holders, class Holder, Text Reference, class Visit>
  void for_each_place(const Holders& holders, Reference Holder::*reference, Visit&& visit) const {
    struct Sought {
      std::string_view id;
      Key key;
    };
    constexpr std::size_t at_a_time = 16;
    std::vector<Sought> sought;
    const auto find_them = [&] {
      for (const auto& [id, key] : sought) visit(id, id.empty() ? -1 : place(id, key));
      sought.clear();
    };
    for (const auto& [id, holder] : holders) {
      const Sought& next = sought.emplace_back(Sought{holder.*reference, Key(holder.*reference)});
      __builtin_prefetch(&slots_[next.key.hash() & mask_]);
      if (sought.size() == at_a_time) find_them();
    }
    find_them();
  }

 private:
  // A short id whole; of a long one a hash, so that the record must be asked too.
  struct Key {
    std::uint64_t words[2] = {};
    explicit Key(std::string_view id) {
      if (is_whole(id)) {
        words[0] = text_word(id);
        if (id.size() > 8) words[1] = text_word(id.substr(8));
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
    std::uint64_t hash() const {
      std::uint64_t mixed = (words[0] ^ std::rotl(words[1], 29)) * 0x9E3779B97F4A7C15u;
      mixed = (mixed ^ mixed >> 32 ^ words[1]) * 0xD6E8FEB86659FD93u;
      return mixed ^ mixed >> 32;
    }
  };
  // As small as can be, for it is where every look-up misses the cache. mark: the other half of the
  // hash, 0 = free; it spares most looks at keys of others.
  struct Slot {
    std::uint32_t mark = 0, place = 0;
    bool is_free() const { return mark == 0; }
  };
  static std::uint32_t mark_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32) | 1u;
  }
  int place(std::string_view id, const Key& key) const {
    const std::uint64_t hash = key.hash();
    const std::uint32_t mark = mark_of(hash);
    for (std::size_t at = hash & mask_; !slots_[at].is_free(); at = (at + 1) & mask_) {
      const auto& [other, place] = slots_[at];
      if (other == mark && keys_[place] == key && (Key::is_whole(id) || records_[place]->id == id))
        return static_cast<int>(place);
    }
    return -1;
  }

  std::vector<Slot> slots_;
  std::size_t mask_;
  std::vector<Key> keys_;  // by place, as the records
  std::vector<const Record*> records_;
};

// The index of each table; a State as rules.h wants. Thread-safe.
class IdIndex {
 public:
  explicit IdIndex(const Account& account) : account_(account) {}

  template <class Record>
  const TableIndex<Record>& of() const {
    auto& [once, index] = std::get<Lazy<Record>>(indexes_);
    std::call_once(once, [&] { index.emplace(account_.all<Record>()); });
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
  // The place of what each record refers to, in the order of the holders.
  template <class Record, class Holder, Text Reference>
  std::vector<int> places(Reference Holder::*reference) const {
    const auto& holders = account_.all<Holder>();
    if (!is_used(holders, reference)) return std::vector<int>(holders.size(), -1);
    std::vector<int> places;
    places.reserve(holders.size());
    of<Record>().for_each_place(holders, reference,
                                [&](std::string_view, int place) { places.push_back(place); });
    return places;
  }
  // Whether there is everything these records refer to.
  template <class Record, class Holders, class Holder, Text Reference>
  bool has_all(const Holders& holders, Reference Holder::*reference) const {
    if (!is_used(holders, reference)) return true;
    bool has_all = true;
    of<Record>().for_each_place(holders, reference, [&](std::string_view id, int place) {
      has_all = has_all && (place >= 0 || id.empty());
    });
    return has_all;
  }

 private:
  template <class Record>
  struct Lazy {
    std::once_flag once;
    std::optional<TableIndex<Record>> index;
  };
  template <class>
  struct IndexesOf;
  template <class... Record>
  struct IndexesOf<std::tuple<Table<Record>...>> {
    using Type = std::tuple<Lazy<Record>...>;
  };
  // The index of a large list is not worth making when nobody refers to it.
  template <class Holders, class Holder, Text Reference>
  static bool is_used(const Holders& holders, Reference Holder::*reference) {
    return std::any_of(holders.begin(), holders.end(),
                       [&](const auto& entry) { return !(entry.second.*reference).empty(); });
  }

  const Account& account_;
  mutable IndexesOf<decltype(Account::tables)>::Type indexes_;
};

}  // namespace inroad
