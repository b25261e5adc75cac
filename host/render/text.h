// SPDX-License-Identifier: MIT
//
// Measuring and cutting text with Pango: the one place that knows how wide words are. CJK falls back
// to a CJK font by itself. One TextRuler per thread.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace inroad::render {

class TextRuler {
 public:
  explicit TextRuler(std::string font_families);
  ~TextRuler();

  double width(std::string_view text, double size, bool is_bold) const;  // points
  // The text itself when it fits, else cut at a character with "…"; control and direction characters
  // are made harmless first.
  std::string fitted(std::string_view text, double size, bool is_bold, double max_width) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace inroad::render
