// SPDX-License-Identifier: MIT
#include "model/ids.h"

#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <random>

#include <fmt/format.h>

namespace inroad {
namespace {

// The time and the counter behind it of the last id: a later call gets a larger pair even when the
// clock stands still or is set back.
struct Tick {
  std::uint64_t ms = 0;
  std::uint32_t counter = 0;
};

Tick next_tick() {
  static std::mutex guard;
  static Tick last;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto now_ms = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  const std::lock_guard lock(guard);
  constexpr std::uint32_t counter_end = 1u << 12;
  if (now_ms > last.ms) {
    last = {now_ms, 0};
  } else if (++last.counter == counter_end) {
    last = {last.ms + 1, 0};
  }
  return last;
}

std::uint64_t random_bits() {
  thread_local std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

// RFC 9562, version 7: 48 bits of milliseconds, a counter of 12 bits, 62 random bits.
std::string new_id() {
  const Tick tick = next_tick();
  const std::uint64_t random = random_bits();
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", (tick.ms >> 16) & 0xffffffffu,
                     tick.ms & 0xffffu, tick.counter, 0x8000u | ((random >> 48) & 0x3fffu),
                     random & 0xffffffffffffu);
}

std::string pseudonym(const std::string& account_id, const std::string& profile,
                      const std::string& id) {
  // Lengths in front, so that no two triples read the same.
  const std::string name =
      fmt::format("{}:{}{}:{}{}", account_id.size(), account_id, profile.size(), profile, id);
  static constexpr boost::uuids::uuid space = {{0x0b, 0x5a, 0x6e, 0x2c, 0x5d, 0x11, 0x4f, 0x7e,
                                                0x9c, 0x43, 0x71, 0xd8, 0x0e, 0x26, 0xa9, 0x35}};
  const auto hash = boost::uuids::name_generator_sha1(space)(name);
  std::string text = "x";
  // Bytes 6 and 8 hold the version and variant of a UUID: the same in all of them.
  for (const std::size_t at : {0u, 1u, 2u, 3u, 4u, 5u, 7u, 9u})
    text += fmt::format("{:02x}", hash.data[at]);
  return text;
}

}  // namespace inroad
