// SPDX-License-Identifier: MIT
//
// Records in the order of their ids, found without moving them: work that may be done beside other
// readers of the records, and in parts.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/text_word.h"

namespace inroad {

template <class Record>
class TableOrder {
 public:
  void reserve(std::size_t size) { keys_.reserve(size); }
  // One that has its id.
  void add(Record* record) { keys_.emplace_back(record); }
  // Ids counted up come as a few ascending runs (p1 to p9, p10 to p99): merging those takes a
  // fraction of the time of sorting.
  void sort() {
    constexpr std::size_t most_runs = 64;
    std::vector bounds{keys_.begin()};
    while (bounds.back() != keys_.end()) {
      if (bounds.size() > most_runs) return std::sort(keys_.begin(), keys_.end());
      bounds.push_back(std::is_sorted_until(bounds.back(), keys_.end()));
    }
    while (bounds.size() > 2) {
      for (std::size_t i = 0; i + 2 < bounds.size(); ++i) {
        std::inplace_merge(bounds[i], bounds[i + 1], bounds[i + 2]);
        bounds.erase(bounds.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      }
    }
  }

  // Calls visit(record) for those of both, in order; both are sorted. False when two records have
  // one id.
  template <class Visit>
  static bool for_each_of_both(const TableOrder& a, const TableOrder& b, Visit&& visit) {
    const Key* last = nullptr;
    bool has_twins = false;
    const auto take = [&](const Key& key) {
      has_twins = has_twins || (last != nullptr && key.is_twin_of(*last));
      last = &key;
      visit(key.record);
    };
    auto next_a = a.keys_.begin();
    for (const Key& key : b.keys_) {
      while (next_a != a.keys_.end() && *next_a < key) take(*next_a++);
      take(key);
    }
    while (next_a != a.keys_.end()) take(*next_a++);
    return !has_twins;
  }

 private:
  // The first eight bytes beside the pointer settle most comparisons without a look at the record.
  struct Key {
    std::uint64_t front;
    Record* record;
    explicit Key(Record* one) : front(__builtin_bswap64(text_word(one->id))), record(one) {}
    bool is_twin_of(const Key& other) const {
      return front == other.front && record->id == other.record->id;
    }
    bool operator<(const Key& other) const {
      return front != other.front ? front < other.front : record->id < other.record->id;
    }
  };
  std::vector<Key> keys_;
};

}  // namespace inroad
