// SPDX-License-Identifier: MIT
//
// The pen that writes SVG by hand: every text is a <text>, every card and link carries data-id, no
// outside references. Numbers never depend on the locale.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "render/pen.h"

namespace inroad::render {

class SvgPen final : public Pen {
 public:
  // How much is written: everything; or, for very many cards, few bytes: whole points, no spoken
  // words, a link's id on its path instead of a group around it.
  enum class Form { full, compact };

  // Starts the document; title becomes its <title>. expected_bytes: room made for it at once.
  SvgPen(double width, double height, std::string_view title, Form form = Form::full,
         std::size_t expected_bytes = 0);
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
  // What holds inside a group: where its coordinates start, what need not be said again, the id
  // that its shapes carry themselves.
  struct Level {
    double x = 0, y = 0;
    std::optional<Paint> shapes;
    std::optional<TextStyle> texts;
    std::string id;
    bool has_element = false;
  };

  void number(double value);
  void units(long long value);  // of the coordinates' precision
  long long in_units(double value) const;
  void attribute(std::string_view name, double value);
  void attribute(std::string_view name, std::string_view value);
  void colour(std::string_view name, std::optional<Colour> value);
  void coordinate(std::string_view name, double value);
  void start(std::string_view element);
  void look(const Paint& paint, const Paint& said, bool is_fill_said);
  void look(const TextStyle& style, const TextStyle* said);
  void finish(const Paint& paint);

  std::string out_;
  Form form_;
  int per_point_;  // units of the coordinates
  std::vector<Level> levels_;
};

// Text as XML may carry it: markup escaped, characters XML forbids left out, bad UTF-8 replaced.
std::string xml_escaped(std::string_view text);

}  // namespace inroad::render
