// SPDX-License-Identifier: MIT
//
// What is believed about one person and his ties, told for people and as JSON: what holds, how old
// and how sure that is, who says the same or otherwise, and what held before.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "model/belief.h"

namespace inroad::app {

// A list: the person's beliefs, then those about each of his ties (with the key "tie").
nlohmann::ordered_json beliefs_json(const Account& account, const Id& person,
                                    const BeliefQuestion& question);

// The same as lines: "* " before what holds, what goes with it indented below; last the person's
// claims that are not in the running.
std::string beliefs_text(const Account& account, const Id& person, const BeliefQuestion& question);

}  // namespace inroad::app
