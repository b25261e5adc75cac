// SPDX-License-Identifier: MIT
//
// Finds canary tokens in files of any kind: in zip entries, PDF streams and compressed PNG chunks,
// behind base64, hex, entities, percent and JSON escapes, in UTF-16, reversed, in any case, and
// pieces of six letters, as texts may be split into runs.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace inroad::test {

inline constexpr std::string_view token_head = "CNRY";
inline constexpr std::size_t token_letters = 12;  // after the head, of A-Z and 2-7

class CanaryScan {
 public:
  // tokens: with their head. found() answers by their places in this list.
  explicit CanaryScan(const std::vector<std::string>& tokens);

  // Which tokens are in the bytes, whole or in pieces, in the order of the list.
  std::vector<std::size_t> found(std::string_view bytes) const;

 private:
  void search(std::string_view text, std::vector<bool>& seen) const;
  void look_into(std::string_view bytes, int depth, std::vector<bool>& seen) const;

  std::unordered_map<std::uint64_t, std::size_t> pieces_, whole_;
  std::size_t count_;
};

}  // namespace inroad::test
