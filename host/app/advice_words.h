// SPDX-License-Identifier: MIT
//
// Words for what an answer speaks of: people by their names, chances, paths. Indexes are the
// snapshot's.
#pragma once
#include <inroad/messages/advice_generated.h>

#include <string>

#include "model/snapshot.h"

namespace inroad::app {

// A chance in words, without gaps: below .05 "hardly", … above .80 "very likely"; translated.
std::string chance_in_words(double chance);
// The same with the number behind: "likely (0.62)".
std::string chance_with_digits(double chance);

// Who has no name is called by the title, else by the id.
std::string name_of(const Snapshot& snapshot, std::uint32_t person);
std::string names_of(const Snapshot& snapshot, const flatbuffers::Vector<std::uint32_t>& people,
                     const char* between);

// Null when there is none.
const msg::Route* best_route(const msg::Carrier& carrier);
// A sentence; empty when the route knows of none.
std::string weakest_link(const Snapshot& snapshot, const msg::Route& route);

}  // namespace inroad::app
