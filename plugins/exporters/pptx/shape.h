// SPDX-License-Identifier: MIT
//
// The pieces a slide is made of, as DrawingML: a shape with its outline and its paragraphs.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pptx/geometry.h"

namespace inroad::pptx {

struct TextRun {
  std::string text;
  int size = 1200;  // hundredths of a point
  bool is_bold = false;
  std::uint32_t ink = 0;
};
using Paragraph = std::vector<TextRun>;

enum class Align { left, middle, right };

struct Shape {
  std::uint32_t id = 0;
  std::string name, spoken;  // spoken: the alternative text
  std::string preset = "rect";
  Area area;
  int corner =
      -1;  // of a roundRect: share of the shorter side, in hundred thousandths; -1 = the preset's
  bool has_fill = false, has_line = false, is_dashed = false, is_title = false, is_text_box = false;
  std::uint32_t fill = 0, line = 0;
  Emu line_width = 9525;
  std::string line_ends;        // arrowheads, as `line` takes them
  bool is_upright = false;      // text from bottom to top
  std::string custom_geometry;  // instead of the preset
  std::vector<Paragraph> paragraphs;
  Align align = Align::left;
  char anchor = 'm';  // top, middle, bottom: t, m, b
  Emu left_inset = 0, right_inset = 0, top_inset = 0;
};

std::string written(const Shape& shape);

// <a:ln> with colour, width and dash; ends: arrowheads or "".
std::string line(std::uint32_t colour, Emu width, bool is_dashed, std::string_view ends = {});

}  // namespace inroad::pptx
