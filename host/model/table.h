// SPDX-License-Identifier: MIT
//
// Records in the order of their ids. Reads like a std::map<Id, Record>, but the id stands in the
// record alone, and records lie in blocks: an account of hundreds of thousands of them would
// otherwise be half keys, tree nodes and allocations. References to records hold until the record
// is erased; iterators until the table changes. An iterator gives its entry by value:
// `for (const auto& [id, record] : table)`.
#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/block_pool.h"
#include "model/table_iterator.h"
#include "model/table_order.h"

namespace inroad {

template <class Record>
class Table {
  using Leaf = std::vector<Record*>;  // never empty
  static constexpr std::size_t leaf_size = 512;

  template <class Seen>
  using Iterator = TableIterator<Record, Seen>;

 public:
  using key_type = std::string;
  using mapped_type = Record;
  using iterator = Iterator<Record>;
  using const_iterator = Iterator<const Record>;
  using value_type = typename const_iterator::Entry;
  using size_type = std::size_t;

  Table() = default;
  Table(const Table& other) {
    for (const auto& [id, record] : other) append(record);
  }
  Table(Table&& other) noexcept { swap(other); }
  Table& operator=(Table other) noexcept {
    swap(other);
    return *this;
  }
  ~Table() { clear(); }
  void swap(Table& other) noexcept {
    std::swap(pool_, other.pool_);
    std::swap(leaves_, other.leaves_);
    std::swap(size_, other.size_);
  }

  iterator begin() { return {leaves_, 0, 0}; }
  iterator end() { return {leaves_, leaves_.size(), 0}; }
  const_iterator begin() const { return {leaves_, 0, 0}; }
  const_iterator end() const { return {leaves_, leaves_.size(), 0}; }
  auto rbegin() { return std::reverse_iterator(end()); }
  auto rend() { return std::reverse_iterator(begin()); }
  auto rbegin() const { return std::reverse_iterator(end()); }
  auto rend() const { return std::reverse_iterator(begin()); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  iterator lower_bound(std::string_view id) { return bound<iterator>(id); }
  const_iterator lower_bound(std::string_view id) const { return bound<const_iterator>(id); }
  iterator find(std::string_view id) { return exact(lower_bound(id), end(), id); }
  const_iterator find(std::string_view id) const { return exact(lower_bound(id), end(), id); }
  bool contains(std::string_view id) const { return find(id) != end(); }
  std::size_t count(std::string_view id) const { return contains(id) ? 1 : 0; }
  Record& at(std::string_view id) { return checked(find(id)); }
  const Record& at(std::string_view id) const { return checked(find(id)); }
  // The record of that id, made when there is none.
  Record& operator[](std::string_view id) { return emplace(id, Record()).first->second; }

  // Adds the record under the id, which becomes its own, unless there is one. The id may be the
  // record's own: it is read before the record is moved.
  std::pair<iterator, bool> emplace(std::string_view id, Record&& record) {
    if (record.id != id) record.id = id;
    if (is_past_all(record.id)) return {append(std::move(record)), true};
    const iterator place = lower_bound(record.id);
    if (place != end() && place->first == record.id) return {place, false};
    return {insert_before(place, std::move(record)), true};
  }
  std::pair<iterator, bool> emplace(std::string_view id, const Record& record) {
    return emplace(id, Record(record));
  }
  std::pair<iterator, bool> try_emplace(std::string_view id) { return emplace(id, Record()); }
  template <class Given>
  std::pair<iterator, bool> try_emplace(std::string_view id, Given&& record) {
    return emplace(id, std::forward<Given>(record));
  }
  template <class Hint, class Given>
  iterator emplace_hint(const Hint&, std::string_view id, Given&& record) {
    return emplace(id, std::forward<Given>(record)).first;
  }
  std::pair<iterator, bool> insert_or_assign(std::string_view id, Record record) {
    record.id = std::string(id);
    if (const iterator place = find(record.id); place != end()) {
      place->second = std::move(record);
      return {place, false};
    }
    return emplace(record.id, std::move(record));
  }

  // Gives the entry after it.
  iterator erase(const_iterator place) {
    Leaf& leaf = leaves_[place.leaf_];
    pool_.destroy(leaf[place.slot_]);
    leaf.erase(leaf.begin() + static_cast<std::ptrdiff_t>(place.slot_));
    --size_;
    if (leaf.empty()) {
      leaves_.erase(leaves_.begin() + static_cast<std::ptrdiff_t>(place.leaf_));
      return {leaves_, place.leaf_, 0};
    }
    if (place.slot_ == leaf.size()) return {leaves_, place.leaf_ + 1, 0};
    return {leaves_, place.leaf_, place.slot_};
  }
  iterator erase(iterator place) { return erase(const_iterator(place)); }
  std::size_t erase(std::string_view id) {
    const auto place = find(id);
    if (place == end()) return 0;
    erase(place);
    return 1;
  }
  void clear() {
    for (const Leaf& leaf : leaves_)
      for (Record* record : leaf) std::destroy_at(record);
    leaves_.clear();
    size_ = 0;
    pool_ = {};
  }

  // For readers of whole lists, in whatever order they come: add all, then bring them in order, and
  // only then use the table for more than walking it. After sort() or arrange() fails (two records
  // of one id) it may only be destroyed.
  Record& add_unsorted() { return append()->second; }
  // Behind its own records, those of the other; none of them moves in memory.
  void add_unsorted(Table&& other);
  bool sort();
  // Brings them in the orders of two parts, sorted, which together have all of its records.
  bool arrange(const TableOrder<Record>& order, const TableOrder<Record>& rest);

  // Its records in pieces of some hundreds, for work shared among threads or done in many passes.
  std::size_t piece_count() const { return leaves_.size(); }
  auto piece(std::size_t i) const {
    return std::ranges::subrange(const_iterator(leaves_, i, 0), const_iterator(leaves_, i + 1, 0));
  }

 private:
  template <class Found>
  Found bound(std::string_view id) const {
    const auto is_before = [id](const Record* record) { return record->id < id; };
    const auto leaf = std::partition_point(leaves_.begin(), leaves_.end(),
                                           [&](const Leaf& one) { return is_before(one.back()); });
    if (leaf == leaves_.end()) return {leaves_, leaves_.size(), 0};
    const auto slot = std::partition_point(leaf->begin(), leaf->end(), is_before);
    return {leaves_, static_cast<std::size_t>(leaf - leaves_.begin()),
            static_cast<std::size_t>(slot - leaf->begin())};
  }
  template <class Found>
  static Found exact(Found found, Found end, std::string_view id) {
    return found != end && found->first == id ? found : end;
  }
  template <class Found>
  decltype(auto) checked(Found found) const {
    if (found.leaf_ == leaves_.size()) throw std::out_of_range("no record of that id");
    return (found->second);
  }
  bool is_past_all(std::string_view id) const {
    return leaves_.empty() || leaves_.back().back()->id < id;
  }

  template <class... Arguments>
  iterator append(Arguments&&... arguments) {
    if (leaves_.empty() || leaves_.back().size() == leaf_size) leaves_.emplace_back();
    leaves_.back().push_back(pool_.create(std::forward<Arguments>(arguments)...));
    ++size_;
    return {leaves_, leaves_.size() - 1, leaves_.back().size() - 1};
  }
  iterator insert_before(iterator place, Record&& record) {
    if (leaves_[place.leaf_].size() == leaf_size) place = split(place);
    Leaf& leaf = leaves_[place.leaf_];
    leaf.insert(leaf.begin() + static_cast<std::ptrdiff_t>(place.slot_),
                pool_.create(std::move(record)));
    ++size_;
    return place;
  }
  iterator split(iterator place) {
    Leaf& full = leaves_[place.leaf_];
    const auto middle = full.begin() + leaf_size / 2;
    Leaf rest(middle, full.end());
    full.erase(middle, full.end());
    leaves_.insert(leaves_.begin() + static_cast<std::ptrdiff_t>(place.leaf_) + 1, std::move(rest));
    if (place.slot_ <= leaf_size / 2) return place;
    return {leaves_, place.leaf_ + 1, place.slot_ - leaf_size / 2};
  }

  BlockPool<Record> pool_;
  std::vector<Leaf> leaves_;
  std::size_t size_ = 0;
};

template <class Record>
void Table<Record>::add_unsorted(Table&& other) {
  pool_.adopt(std::move(other.pool_));
  leaves_.insert(leaves_.end(), std::make_move_iterator(other.leaves_.begin()),
                 std::make_move_iterator(other.leaves_.end()));
  other.leaves_.clear();
  size_ += std::exchange(other.size_, 0);
}

template <class Record>
bool Table<Record>::sort() {
  TableOrder<Record> order;
  order.reserve(size_);
  for (const Leaf& leaf : leaves_)
    for (Record* record : leaf) order.add(record);
  order.sort();
  return arrange(order, {});
}

template <class Record>
bool Table<Record>::arrange(const TableOrder<Record>& order, const TableOrder<Record>& rest) {
  auto leaf = leaves_.begin();
  std::size_t slot = 0;
  return TableOrder<Record>::for_each_of_both(order, rest, [&](Record* record) {
    (*leaf)[slot] = record;
    if (++slot == leaf->size()) {
      ++leaf;
      slot = 0;
    }
  });
}

}  // namespace inroad
