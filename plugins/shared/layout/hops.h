// SPDX-License-Identifier: MIT
//
// Networks as the layout kernels see them, and how many links apart people are: breadth-first
// searches from up to 64 people at once, one bit each.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace inroad::layout {

using Link = std::pair<std::uint32_t, std::uint32_t>;

// The neighbours of each member, in order, without doubles and without itself:
// neighbour[first[i] .. first[i + 1]).
struct Network {
  Network(std::size_t members, std::span<const Link> links);

  std::size_t size() const { return first.size() - 1; }
  std::span<const std::uint32_t> of(std::size_t member) const {
    return {neighbour.data() + first[member], neighbour.data() + first[member + 1]};
  }

  std::vector<std::uint32_t> first, neighbour;
};

// hops.of(member)[i] = links between the member and sources[i]; kFar when there is no way, or one
// of more than 254 links.
struct Hops {
  static constexpr std::uint8_t kFar = 255;
  std::size_t sources = 0;
  std::vector<std::uint8_t> count;

  const std::uint8_t* of(std::size_t member) const { return count.data() + member * sources; }
};

Hops count_hops(const Network& network, std::span<const std::uint32_t> sources);

}  // namespace inroad::layout
