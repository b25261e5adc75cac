// SPDX-License-Identifier: MIT
//
// The pen that writes SVG by hand: every text is a <text>, every card and link a group with
// data-id, no outside references. Numbers never depend on the locale.
#pragma once
#include <string>

#include "render/pen.h"

namespace inroad::render {

class SvgPen final : public Pen {
 public:
  // Starts the document; title becomes its <title>.
  SvgPen(double width, double height, std::string_view title);
  // Ends the document and gives it away.
  std::string finished();

  double scale() const override { return 1; }
  bool sees(const Box&) const override { return true; }
  void begin(const Group& group) override;
  void end() override;
  void box(const Box& box, double radius, const Paint& paint) override;
  void ellipse(const Box& box, const Paint& paint) override;
  void path(const Path& path, const Paint& paint) override;
  void text(double x, double y, std::string_view text, const TextStyle& style) override;

 private:
  void number(double value);
  void attribute(std::string_view name, double value);
  void attribute(std::string_view name, std::string_view value);
  void colour(std::string_view name, Colour value);
  void apply(const Paint& paint);

  std::string out_;
};

// Text as XML may carry it: markup escaped, characters XML forbids left out, bad UTF-8 replaced.
std::string xml_escaped(std::string_view text);

}  // namespace inroad::render
