// SPDX-License-Identifier: MIT
//
// Walks a Table in order, forth and back. Seen: the record as it is seen, const or not. Holds until
// the table changes.
#pragma once
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace inroad {

template <class>
class Table;

template <class Record, class Seen>
class TableIterator {
 public:
  struct Entry {
    const decltype(Record::id)& first;
    Seen& second;
    Entry* operator->() { return this; }
  };
  using value_type = Entry;
  using reference = Entry;
  using pointer = Entry;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::bidirectional_iterator_tag;

  TableIterator() = default;
  operator TableIterator<Record, const Record>() const { return {*leaves_, leaf_, slot_}; }
  Entry operator*() const {
    Record& record = *(*leaves_)[leaf_][slot_];
    return {record.id, record};
  }
  Entry operator->() const { return **this; }
  TableIterator& operator++() {
    if (++slot_ == (*leaves_)[leaf_].size()) {
      ++leaf_;
      slot_ = 0;
    }
    return *this;
  }
  TableIterator& operator--() {
    if (slot_ == 0) slot_ = (*leaves_)[--leaf_].size();
    --slot_;
    return *this;
  }
  TableIterator operator++(int) { return std::exchange(*this, std::next(*this)); }
  TableIterator operator--(int) { return std::exchange(*this, std::prev(*this)); }
  bool operator==(const TableIterator&) const = default;

 private:
  friend Table<Record>;
  template <class, class>
  friend class TableIterator;
  TableIterator(const std::vector<std::vector<Record*>>& leaves, std::size_t leaf, std::size_t slot)
      : leaves_(&leaves), leaf_(leaf), slot_(slot) {}
  const std::vector<std::vector<Record*>>* leaves_ = nullptr;
  std::size_t leaf_ = 0, slot_ = 0;  // past the end: the leaf after the last
};

}  // namespace inroad
