// SPDX-License-Identifier: MIT
//
// What the lists and texts of a message look like to a plugin: spans, string views, and ranges of
// small views. A list that is missing is empty, a text that is missing is "". All of it points into
// the call's bytes and is valid as long as they are.
#pragma once
#include <flatbuffers/flatbuffers.h>

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

namespace inroad::sdk {

inline std::string_view text(const flatbuffers::String* string) {
  return string == nullptr ? std::string_view() : string->string_view();
}

// Numbers, words and structs lie in the message as they do in memory.
template <class T>
std::span<const T> items(const flatbuffers::Vector<T>* list) {
  if (list == nullptr) return {};
  return {reinterpret_cast<const T*>(list->Data()), list->size()};
}
template <class Struct>
std::span<const Struct> items(const flatbuffers::Vector<const Struct*>* list) {
  if (list == nullptr) return {};
  return {reinterpret_cast<const Struct*>(list->Data()), list->size()};
}

// The entry at an index, or what is said where the list is too short.
template <class T>
T item_or(const flatbuffers::Vector<T>* list, std::size_t index, T otherwise) {
  const std::span<const T> all = items(list);
  return index < all.size() ? all[index] : otherwise;
}

// View(source, index) for each index below a size: a range whose entries are made when looked at.
template <class Source, class View>
class Range {
 public:
  class iterator {
   public:
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using reference = View;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    iterator() = default;
    iterator(const Source* source, std::uint32_t index) : source_(source), index_(index) {}
    View operator*() const { return View(*source_, index_); }
    iterator& operator++() {
      ++index_;
      return *this;
    }
    iterator operator++(int) { return {source_, index_++}; }
    bool operator==(const iterator& other) const { return index_ == other.index_; }

   private:
    const Source* source_ = nullptr;
    std::uint32_t index_ = 0;
  };

  Range(const Source& source, std::size_t size)
      : source_(&source), size_(static_cast<std::uint32_t>(size)) {}
  iterator begin() const { return {source_, 0}; }
  iterator end() const { return {source_, size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  View operator[](std::size_t index) const {
    return View(*source_, static_cast<std::uint32_t>(index));
  }

 private:
  const Source* source_;
  std::uint32_t size_;
};

}  // namespace inroad::sdk
