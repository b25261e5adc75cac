// SPDX-License-Identifier: MIT
//
// How tangled a drawing of straight links is, kept up to date while members move about: which links
// cross, and which run behind cards. A link through the very middle of a card crosses each of the
// card's links by half, as it must pass on the one side or the other. A move is tried at the cost
// of the links that hang on it; what it does to the others is written down only when it is kept.
//
// Places are small whole numbers in float, so that every test is exact.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace inroad::layout {

struct TangleLink {
  std::uint32_t a = 0, b = 0;
  int weight = 1;
};

// crossing: the price of a crossing of two links of weight 1. behind: of a link of weight 1 behind
// a card.
struct TanglePrices {
  double crossing = 1, behind = 1;
};

class Tangle {
 public:
  // x, y: the members' places, owned by the caller. half_x, half_y: of a card, with its clearance.
  Tangle(std::vector<TangleLink> links, const std::vector<float>& x, const std::vector<float>& y,
         float half_x, float half_y, TanglePrices prices);

  // What the links and the cards of these members cost as they stand. links: all that hang on the
  // members, each once.
  double cost(std::span<const std::uint32_t> links, std::span<const std::uint32_t> members) const;

  // The same after the members have moved; stops as soon as it is more than `most`. Then keep() or
  // drop() must follow, the latter after the members have moved back.
  double try_move(std::span<const std::uint32_t> links, std::span<const std::uint32_t> members,
                  double most);
  void keep();
  void drop();

 private:
  void read(std::uint32_t link);
  int find_crossings(std::uint32_t link, int* crosses) const;
  int find_passed(std::uint32_t link, int* passes) const;
  int find_passing(std::uint32_t member, int* passes) const;

  std::uint8_t& crosses(std::size_t i, std::size_t j) { return crosses_[i * links_.size() + j]; }
  std::uint8_t crosses(std::size_t i, std::size_t j) const {
    return crosses_[i * links_.size() + j];
  }
  std::uint8_t& passes(std::size_t link, std::size_t card) {
    return passes_[link * x_.size() + card];
  }
  std::uint8_t passes(std::size_t link, std::size_t card) const {
    return passes_[link * x_.size() + card];
  }

  std::vector<TangleLink> links_;
  const std::vector<float>&x_, &y_;
  float half_x_, half_y_;
  TanglePrices prices_;
  std::vector<float> ax_, ay_, bx_, by_;  // the links' ends
  std::vector<int> weight_;
  // Per link: the weights of those it crosses, and how many cards it passes. Per member: the
  // weights of the links that pass his card.
  std::vector<int> crossed_, passed_, passing_;
  std::vector<std::uint8_t> crosses_, passes_;  // link by link, link by card

  // The move being tried: a row a link, then a row a member.
  std::vector<std::uint32_t> tried_links_, tried_members_;
  std::vector<int> tried_crosses_, tried_passes_, tried_passing_;
};

}  // namespace inroad::layout
