// SPDX-License-Identifier: MIT
//
// Records in the order of their ids, found without moving them: work that may be done beside other
// readers of the records, and in parts.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace inroad {

template <class Record>
class TableOrder {
 public:
  void reserve(std::size_t size) { keys_.reserve(size); }
  void add(Record* record) { keys_.emplace_back(record); }
  void sort() {
    if (!std::is_sorted(keys_.begin(), keys_.end())) std::sort(keys_.begin(), keys_.end());
  }
  std::size_t size() const { return keys_.size(); }

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
    std::uint64_t front = 0;
    Record* record;
    explicit Key(Record* one) : record(one) {
      const std::string_view id = record->id;
      for (std::size_t i = 0; i < 8; ++i)
        front = front << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0u);
    }
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
