// SPDX-License-Identifier: MIT
//
// The advice as the window lays it out: who, by which path, how likely in words; what it hangs on;
// what to ask. Made from a verified answer; ids instead of places, so that it outlives the snapshot.
#pragma once
#include <string>
#include <vector>

#include "app/suggest.h"
#include "model/records.h"

namespace inroad::workbench {

// A path by ids: people in order and the ties between them.
struct Path {
  std::vector<Id> people, ties;
  bool operator==(const Path&) const = default;
};

struct Voice {
  Id person;
  unsigned rank = 0;
  std::string name, path_words, chance_words;
  double chance = 0;
  Path path;
};

// A sentence and whom it is about (empty: nobody in particular).
struct Remark {
  std::string text;
  Id person, tie;
};

// heading: "Who can speak for us to Wei Lan". refusal: why nobody can; empty when somebody can.
struct AdviceView {
  std::string heading, refusal;
  std::vector<Voice> voices;
  std::vector<std::string> summary;  // who together, how sure the order is
  std::vector<Remark> hangs_on, risks, barred, ask_next;
};

AdviceView advice_view(const app::Advised& advised);

// The path in terms of a snapshot; empty when one of its people or ties is not there any more.
msg::ChosenRouteT to_route(const Path& path, const Snapshot& snapshot);

}  // namespace inroad::workbench
