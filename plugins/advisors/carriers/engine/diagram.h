// SPDX-License-Identifier: MIT
//
// A decision diagram of everything that can happen on the way to the decision maker. It grows
// backwards from the target: a person is *linked* once a live arc leads from him to the target or
// to a linked person who passes it on. Each node throws one coin of the network (an arc, and for
// the person it links his relay coin), so every coin is thrown once on every way through the
// diagram; parts of the network that no longer touch each other are held as products. Read as a
// polynomial
//
//     F(z) = E[ product over linked people i of z_i ]
//
// one diagram answers for every person, every set of people and every change of a probability: with
// z_i = 1 - weight_i, 1 - F is the chance that somebody of the set gets through, and its
// derivatives are gains and criticalities. All sums have positive terms only.
//
// Building is exponential in the worst case (the problem is #P-hard), hence the node budget.
// Immutable after `build`; evaluation is const and may run on several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "network.h"

namespace inroad::carriers {

struct Core;

/// The chances a diagram is evaluated with: indexed like the network's arcs and people.
struct Chances {
  std::vector<double> arc;
  std::vector<double> relay;
};

Chances chances_of(const Network& network);

class Diagram {
 public:
  /// The diagram of "reaches at least one of `targets`" for the given people, or nothing if it
  /// would need more than `node_budget` nodes. Arcs and relays of chance 0 are left out: later
  /// evaluations must not raise them.
  static std::optional<Diagram> build(const Network& network, const std::vector<int>& targets,
                                      const std::vector<int>& people, std::size_t node_budget);

  /// P(linked) of everyone the diagram was built for; 0 for all others.
  std::vector<double> linked(const Chances& chances) const;

  struct Gains {
    double value = 1;          ///< F(z)
    std::vector<double> gain;  ///< per person: dF / dz
  };
  /// F at z and, per person, what F loses if z of that person falls from 1 to 0 while the rest
  /// stays.
  Gains gains(const Chances& chances, const std::vector<double>& z) const;

  struct Slopes {
    double value = 1;
    std::vector<double> arc;    ///< dF / d chance of the arc
    std::vector<double> relay;  ///< dF / d relay chance of the person
  };
  Slopes slopes(const Chances& chances, const std::vector<double>& z) const;

  std::size_t size() const { return nodes_.size(); }

  /// A coin node throws `arc`; live: `person` is linked, and passes on (`live`) or not (`dead`).
  /// A product node (arc = -1) multiplies `links_[live .. dead)`.
  struct Node {
    std::int32_t arc = -1;
    std::int32_t person = -1;
    std::uint32_t live = 0;
    std::uint32_t dead = 0;
    std::uint32_t lost = 0;
  };

 private:
  template <int Words>
  bool compile(const Core& core, std::size_t node_budget);
  std::vector<double> values(const Chances& chances, const std::vector<double>& z) const;
  double linked_value(const Node& node, const Chances& chances,
                      const std::vector<double>& value) const;
  template <typename Visit>
  void sweep(const Chances& chances, const std::vector<double>* z, const std::vector<double>* value,
             Visit visit) const;

  int people_ = 0;
  std::size_t arcs_ = 0;
  std::uint32_t root_ = 0;
  std::vector<Node> nodes_;  ///< children before parents; node 0 is the constant 1
  std::vector<std::uint32_t> links_;
};

}  // namespace inroad::carriers
