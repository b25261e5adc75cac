// SPDX-License-Identifier: MIT
//
// Measuring, cutting and drawing text with Pango: the one place that knows how wide words are. CJK
// falls back to a CJK font by itself. One TextRuler per thread.
#pragma once
#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using PangoFont = struct _PangoFont;

namespace inroad::render {

// The text on one line, as valid UTF-8, without characters that act on their surroundings: controls
// and noncharacters go, line breaks become spaces, direction overrides become a visible "�", and
// piles of combining marks are cut down.
std::string harmless(std::string_view text);

// A glyph of a text of size 1. x, y: how far it is moved from where it would stand, y downwards.
// cluster: the byte of the text its letter begins at. id: missing_glyph = no font has the letter.
struct Glyph {
  std::uint32_t id, cluster;
  double x, y, advance;
};
constexpr std::uint32_t missing_glyph = 0xFFFFFFFF;

// The glyphs of one font from left to right, and the part of the text they stand for.
struct GlyphRun {
  PangoFont* font = nullptr;
  std::size_t first = 0, size = 0;
  bool is_leftwards = false;
  std::vector<Glyph> glyphs;
};

// text: harmless. width: for size 1. The fonts live as long as the ruler keeps the text.
struct ShapedText {
  std::string text;
  std::vector<GlyphRun> runs;
  double width = 0;
};

class TextRuler {
 public:
  explicit TextRuler(std::string font_families);
  ~TextRuler();

  double width(std::string_view text, double size, bool is_bold) const;  // points
  // The text itself when it fits, else cut at a character with "…"; made harmless first. Never
  // wider than max_width: empty when not even the ellipsis fits.
  std::string fitted(std::string_view text, double size, bool is_bold, double max_width) const;
  // The glyphs of the text, made harmless; valid until the next call of anything of this ruler.
  const ShapedText& shaped(std::string_view text, bool is_bold) const;
  // The first letter no font here has; empty when all can be drawn.
  std::string missing_letter(std::string_view text) const;
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
