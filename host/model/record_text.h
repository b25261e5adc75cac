// SPDX-License-Identifier: MIT
//
// Writes one JSON object into a text, key by key in the order given; closes it when it goes.
#pragma once
#include <string>
#include <string_view>

#include "model/value.h"

namespace inroad {

class ObjectText {
 public:
  explicit ObjectText(std::string& text) : text_(text) { text_ += '{'; }
  ~ObjectText() { text_ += '}'; }
  ObjectText(const ObjectText&) = delete;
  ObjectText& operator=(const ObjectText&) = delete;

  // The text, ready for the key's value.
  std::string& key(std::string_view name) {
    if (!is_first_) text_ += ", ";
    is_first_ = false;
    text_ += to_text(name);
    return text_ += ": ";
  }
  void add(std::string_view name, const Value& value) { key(name) += to_text(value); }
  void add_all(const Value& object) {
    for (const auto& [name, value] : members(object)) add(name, value);
  }

 private:
  std::string& text_;
  bool is_first_ = true;
};

}  // namespace inroad
