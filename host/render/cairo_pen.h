// SPDX-License-Identifier: MIT
//
// The pen that draws on a Cairo context: canvas, PDF and PNG. Lives no longer than the context.
#pragma once
#include <cairo.h>

#include <vector>

#include "render/pen.h"
#include "render/text.h"

namespace inroad::render {

class CairoPen final : public Pen {
 public:
  CairoPen(cairo_t* cairo, double scale, const Theme& theme);

  double scale() const override { return scale_; }
  bool sees(const Box& box) const override { return box.meets(clip_); }
  void begin(const Group& group) override;
  void end() override;
  void box(const Box& box, double radius, const Paint& paint) override;
  void ellipse(const Box& box, const Paint& paint) override;
  void path(const Path& path, const Paint& paint) override;
  void text(double x, double y, std::string_view text, const TextStyle& style) override;

 private:
  void apply(const Paint& paint);

  cairo_t* cairo_;
  double scale_;
  const TextRuler& ruler_;
  Box clip_;  // in the coordinates of now
  std::vector<msg::Point> origins_;
};

}  // namespace inroad::render
