// SPDX-License-Identifier: MIT
//
// The pen that writes the content of a PDF page: shapes as paths, texts as glyphs of embedded
// fonts that can be searched. Much of what a card needs is shaped once and kept by the ruler.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "render/pdf_fonts.h"
#include "render/pen.h"

namespace inroad::render {

class PdfPen final : public Pen {
 public:
  // seen: what of the sheet lies on the page, in the sheet's coordinates.
  PdfPen(PdfFonts& fonts, const Theme& theme, const Box& seen);

  // What was drawn, in the sheet's coordinates, y downwards.
  std::string finished() { return std::move(out_); }
  // The resource dictionary's entries for what is see-through.
  static std::string opacities();

  double scale() const override { return 1; }
  bool sees(const Box& box) const override { return box.meets(seen_); }
  void begin(const Group& group) override;
  void end() override;
  void box(const Box& box, double radius, const Paint& paint) override;
  void ellipse(const Box& box, const Paint& paint) override;
  void path(const Path& path, const Paint& paint) override;
  void text(double x, double y, std::string_view text, const TextStyle& style) override;

 private:
  void point(double x, double y);
  void numbers(std::initializer_list<double> values);
  void curve(double ax, double ay, double bx, double by, double x, double y);
  void colour(Colour colour, bool is_line);
  void opacity(double alpha);
  void apply(const Paint& paint);
  void run(const ShapedText& shaped, const GlyphRun& run, PdfFont* font, double x, double y,
           const TextStyle& style);

  PdfFonts& fonts_;
  const TextRuler& ruler_;
  Box seen_;  // in the coordinates of now
  double x_ = 0, y_ = 0;
  std::string out_;

  // What holds in the content stream.
  struct State {
    std::optional<Colour> fill, line;
    double width = 1;
    Dash dash = Dash::none;
    int percent = 100;
  };
  State state_;
  struct Level {
    Box seen;
    double x, y;
    State state;
    bool is_apart;  // between q and Q, with its own zero
  };
  std::vector<Level> levels_;
};

}  // namespace inroad::render
