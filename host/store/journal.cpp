// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

namespace inroad::store {
namespace {

// As SQLite's file format has it: a header of 32 bytes, then frames of 24 bytes and a page each.
constexpr std::size_t header_size = 32, frame_header_size = 24;
constexpr std::uint32_t magic = 0x377f0682;  // the last bit: words are big-endian

std::uint32_t word_at(std::string_view bytes, std::size_t at, bool is_big_endian = true) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at + (is_big_endian ? i : 3 - i)]);
    word = word << 8 | byte;
  }
  return word;
}

// Each covers everything before it.
struct Checksum {
  std::uint32_t first = 0, second = 0;
  bool is_big_endian;

  void add(std::string_view bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      first += word_at(bytes, at, is_big_endian) + second;
      second += word_at(bytes, at + 4, is_big_endian) + first;
    }
  }
  bool is_at(std::string_view bytes, std::size_t at) const {
    return word_at(bytes, at) == first && word_at(bytes, at + 4) == second;
  }
};

std::string start_of(const std::string& path) {
  std::string start(header_size, '\0');
  std::ifstream(path, std::ios::binary).read(start.data(), header_size);
  return start;
}

}  // namespace

bool has_lost_edits(const std::string& journal) {
  std::ifstream file(journal, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::string_view all = bytes;
  if (all.size() < header_size || (word_at(all, 0) & ~1u) != magic) return false;
  const std::size_t page = word_at(all, 8), frame = frame_header_size + page;
  if (page < 512 || page > 65536) return false;
  Checksum checksum{0, 0, (word_at(all, 0) & 1u) != 0};
  checksum.add(all.substr(0, 24));
  const bool is_header_sound = checksum.is_at(all, 24);
  bool is_sound = is_header_sound;
  int commits_behind = 0;
  for (std::size_t at = header_size; at + frame <= all.size(); at += frame) {
    // Frames of an earlier round of the journal have other salts.
    if (all.substr(at + 8, 8) != all.substr(16, 8)) {
      is_sound = false;
      continue;
    }
    if (is_sound) {
      checksum.add(all.substr(at, 8));
      checksum.add(all.substr(at + frame_header_size, page));
      is_sound = checksum.is_at(all, at + 16);
    }
    const bool is_commit = word_at(all, at + 4) != 0;
    if (!is_sound && is_commit) ++commits_behind;
  }
  // The header was on the disk before any edit; a new round begun meanwhile begins with a new one.
  return commits_behind > (is_header_sound ? 1 : 0) &&
         start_of(journal) == all.substr(0, header_size);
}

}  // namespace inroad::store
