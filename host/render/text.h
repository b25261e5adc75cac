// SPDX-License-Identifier: MIT
//
// Measuring, cutting and drawing text with Pango: the one place that knows how wide words are. CJK
// falls back to a CJK font by itself. One TextRuler per thread.
#pragma once
#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>

namespace inroad::render {

// The text on one line, as valid UTF-8, without characters that act on their surroundings: controls
// and noncharacters go, line breaks become spaces, direction overrides become a visible "�", and
// piles of combining marks are cut down.
std::string harmless(std::string_view text);

class TextRuler {
 public:
  explicit TextRuler(std::string font_families);
  ~TextRuler();

  double width(std::string_view text, double size, bool is_bold) const;  // points
  // The text itself when it fits, else cut at a character with "…"; made harmless first. Never
  // wider than max_width: empty when not even the ellipsis fits.
  std::string fitted(std::string_view text, double size, bool is_bold, double max_width) const;
  // Draws harmless text from x on the baseline, in the context's colour. Shaped texts are kept.
  void draw(cairo_t* cairo, std::string_view text, double x, double baseline, double size,
            bool is_bold) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The calling thread's own ruler for these fonts; lives as long as the thread.
const TextRuler& thread_ruler(const std::string& font_families);

}  // namespace inroad::render
