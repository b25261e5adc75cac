// SPDX-License-Identifier: MIT
//
// The sentences beside the map, numbered as the cards and links they are about.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "common/scene_writer.h"
#include "layout/geometry.h"

namespace inroad::views {

// A text in lines of at most `width` points at text size 12, by an estimate on the safe side.
// Breaks at spaces and between Han characters, but not before a closing mark nor after an opening
// one.
std::vector<std::string> lines_of(std::string_view text, double width);

struct NumberedNote {
  int number = 0;
  msg::Change change{};
  std::vector<std::string> sentences;
};

// In columns to the right of the map, which reaches from the origin to `map`, and below it, so that
// the whole picture can be printed as large as may be.
void write_notes(SceneWriter& scene, const std::vector<NumberedNote>& notes, layout::Size map);

// A filled circle with the number in it. person, tie: of what it marks, -1 = none.
void add_number(SceneWriter& scene, int number, msg::Change change, layout::Point middle,
                int person, int tie);

}  // namespace inroad::views
