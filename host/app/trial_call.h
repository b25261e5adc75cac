// SPDX-License-Identifier: MIT
//
// One trial of a plugin: a request of its kind about a map, and its answer verified as the program
// would before using it.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/snapshot.h"
#include "plugins/call.h"

namespace inroad::app {

struct Trial {
  std::vector<std::uint8_t> request;
  std::vector<std::vector<std::uint8_t>> more;  // scene or attachment, as the kind wants
  std::vector<plugins::Input> inputs;           // into these and the snapshot
};

// random: null = the plain request the program would make; else one with odd but lawful parts.
Trial trial_of(const plugins::Bundle& bundle, const Snapshot& snapshot, std::mt19937_64* random);

// The verified answer; empty when the plugin declined with a sentence, as it may. Throws as
// Session::call and the verifiers do.
std::vector<std::uint8_t> tried(plugins::Session& session, const plugins::Bundle& bundle,
                                const Snapshot& snapshot, const Trial& trial,
                                const plugins::Watch& watch = {});

}  // namespace inroad::app
