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
// Breaks at spaces and between Han characters.
std::vector<std::string> lines_of(std::string_view text, double width);

struct NumberedNote {
  int number = 0;
  msg::Change change{};
  std::vector<std::string> sentences;
};

// Down in columns from the top left corner, each about as high as `height`, which is that of the
// map; many notes go further down instead of ever further to the right.
void write_notes(SceneWriter& scene, const std::vector<NumberedNote>& notes, layout::Point corner,
                 double height);

// A filled circle with the number in it. person, tie: of what it marks, -1 = none.
void add_number(SceneWriter& scene, int number, msg::Change change, layout::Point middle,
                int person, int tie);

}  // namespace inroad::views
