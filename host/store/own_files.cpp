// SPDX-License-Identifier: MIT
#include "store/own_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "store/database.h"
#include "store/schema.h"
#include "store/temporary.h"

namespace inroad::store {
namespace {

constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t id_at = 68;  // of the application, in an SQLite file's header

using Start = std::array<char, id_at + 4>;

Start start_of(const std::string& path) {
  Start start{};
  std::error_code ignored;
  // Opening a pipe would wait for a writer.
  if (std::filesystem::is_regular_file(path, ignored))
    std::ifstream(path, std::ios::binary).read(start.data(), start.size());
  return start;
}

bool has_magic(const Start& start) {
  return std::string_view(start.data(), start.size()).starts_with(magic);
}

bool has_our_id(const Start& start) {
  std::uint32_t id = 0;
  for (std::size_t i = id_at; i < start.size(); ++i)
    id = id << 8 | static_cast<unsigned char>(start[i]);
  return id == application_id;
}

bool is_account(const std::string& path) {
  if (path.ends_with(".inroad") || is_open_here(path)) return true;
  const Start start = start_of(path);
  return has_magic(start) && has_our_id(start);
}

}  // namespace

bool looks_like_account_file(const std::string& path) {
  return is_open_here(path) || has_magic(start_of(path));
}

bool is_another_programs(const std::string& path) {
  const Start start = start_of(path);
  return has_magic(start) && !has_our_id(start);
}

bool belongs_to_account(const std::string& path) {
  if (is_account(path)) return true;
  for (const std::string_view ending : sidecar_endings)
    if (path.ends_with(ending) && is_account(path.substr(0, path.size() - ending.size())))
      return true;
  return false;
}

}  // namespace inroad::store
