// SPDX-License-Identifier: MIT
//
// What annotators derive about one person: shown beside the claims, never stored. An annotator that
// fails costs its own values and a sentence.
#pragma once
#include <string>
#include <vector>

#include "app/calls.h"

namespace inroad::app {

struct DerivedValue {
  std::string plugin, facet, value, text;
  double weight = 0;
};

struct Derived {
  std::vector<DerivedValue> values;   // by plugin, then as it has them
  std::vector<std::string> failures;  // a sentence each
};

Derived derived_about(Calls& calls, const Snapshot& snapshot, const Id& person, Timings& timings);

// Added to what `show` says of him.
std::string with_derived(const std::string& person_json, const Derived& derived);
std::string derived_text(const Derived& derived, const FacetBook& facets);

}  // namespace inroad::app
