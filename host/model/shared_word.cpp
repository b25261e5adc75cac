// SPDX-License-Identifier: MIT
#include "model/shared_word.h"

#include <mutex>
#include <set>

namespace inroad {

SharedWord::SharedWord(std::string_view word) {
  if (word.empty()) return;
  static std::mutex mutex;
  static std::set<std::string, std::less<>> words;
  const std::lock_guard lock(mutex);
  const auto found = words.find(word);
  word_ = found != words.end() ? &*found : &*words.emplace(word).first;
}

const std::string& SharedWord::text() const {
  static const std::string nothing;
  return word_ == nullptr ? nothing : *word_;
}

}  // namespace inroad
