// SPDX-License-Identifier: MIT
//
// The sentences beside the map, numbered as the cards and links they are about.
#pragma once
#include <cstddef>
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

// The notes in columns to the right of a map, which reaches from the origin to `map`, and below it,
// so that the whole picture can be printed as large as may be. Long notes are cut where it could
// not be printed as large as wished.
class NoteColumns {
 public:
  // wished: what printing on A3 should leave of the picture's size.
  NoteColumns(std::vector<NumberedNote> notes, double wished);

  // What it leaves.
  double scale(layout::Size map) const { return best(map).scale; }
  // Whether all sentences could be written.
  bool write(SceneWriter& scene, layout::Size map) const;

 private:
  // The notes in lines of one width.
  struct Wrapped {
    double width = 0;  // of a column
    std::vector<std::vector<std::string>> lines;
    std::vector<double> heights;
    double height = 0;  // of all
  };
  struct Choice {
    double scale = 0;
    std::size_t form = 0;
    const Wrapped* wrapped = nullptr;
    std::vector<layout::Point> places;
  };
  // most: sentences a note.
  Wrapped wrapped(std::size_t most, double width) const;
  Choice best(layout::Size map) const;

  std::vector<NumberedNote> notes_;
  double wished_;
  std::vector<std::vector<Wrapped>> forms_;  // the fullest first; each in several widths
};

// A filled circle with the number in it. person, tie: of what it marks, -1 = none.
void add_number(SceneWriter& scene, int number, msg::Change change, layout::Point middle,
                int person, int tie);

}  // namespace inroad::views
