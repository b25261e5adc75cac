// SPDX-License-Identifier: MIT
//
// Each member carries one bit a search: who is reached, and who was reached in the last step.
#include "layout/hops.h"

#include <algorithm>
#include <bit>

namespace inroad::layout {
namespace {

constexpr std::size_t kBatch = 64;

void search(const Network& network, std::span<const std::uint32_t> sources, std::size_t offset,
            Hops& hops) {
  const std::size_t members = network.size();
  std::vector<std::uint64_t> seen(members, 0), front(members, 0), next(members, 0);
  const std::size_t batch = std::min(kBatch, sources.size() - offset);
  for (std::size_t i = 0; i < batch; ++i) {
    const std::uint32_t source = sources[offset + i];
    seen[source] |= std::uint64_t{1} << i;
    front[source] |= std::uint64_t{1} << i;
    hops.count[source * hops.sources + offset + i] = 0;
  }
  bool is_moving = true;
  for (int step = 1; is_moving && step < Hops::kFar; ++step) {
    is_moving = false;
    for (std::size_t member = 0; member < members; ++member) {
      std::uint64_t reached = 0;
      for (const std::uint32_t neighbour : network.of(member)) reached |= front[neighbour];
      reached &= ~seen[member];
      next[member] = reached;
      if (reached == 0) continue;
      is_moving = true;
      seen[member] |= reached;
      std::uint8_t* row = hops.count.data() + member * hops.sources + offset;
      for (; reached != 0; reached &= reached - 1)
        row[std::countr_zero(reached)] = static_cast<std::uint8_t>(step);
    }
    front.swap(next);
  }
}

}  // namespace

Network::Network(std::size_t members, std::span<const Link> links) : first(members + 1, 0) {
  for (const auto& [a, b] : links)
    if (a != b) ++first[a + 1], ++first[b + 1];
  for (std::size_t i = 0; i < members; ++i) first[i + 1] += first[i];
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1), all(first.back());
  for (const auto& [a, b] : links)
    if (a != b) all[next[a]++] = b, all[next[b]++] = a;
  neighbour.reserve(all.size());
  for (std::size_t i = 0; i < members; ++i) {
    const auto begin = all.begin() + first[i], end = all.begin() + first[i + 1];
    std::sort(begin, end);
    first[i] = static_cast<std::uint32_t>(neighbour.size());
    neighbour.insert(neighbour.end(), begin, std::unique(begin, end));
  }
  first[members] = static_cast<std::uint32_t>(neighbour.size());
}

Hops count_hops(const Network& network, std::span<const std::uint32_t> sources) {
  Hops hops;
  hops.sources = sources.size();
  hops.count.assign(network.size() * sources.size(), Hops::kFar);
  for (std::size_t offset = 0; offset < sources.size(); offset += kBatch)
    search(network, sources, offset, hops);
  return hops;
}

}  // namespace inroad::layout
