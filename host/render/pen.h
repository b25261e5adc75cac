// SPDX-License-Identifier: MIT
//
// The few strokes a picture is made of. Everything is drawn once, against Pen; one pen writes to
// Cairo (screen, PDF, PNG), one writes SVG, and so every output shows the same picture.
#pragma once
#include <inroad/messages/scene_generated.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/theme.h"

namespace inroad::render {

struct Box {
  double x = 0, y = 0, width = 0, height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Box grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
  bool meets(const Box& other) const {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }
};

enum class Dash { none, dashed, dotted };

struct Paint {
  std::optional<Colour> fill = std::nullopt;
  double fill_alpha = 1;
  std::optional<Colour> stroke = std::nullopt;
  double width = 1;
  Dash dash = Dash::none;

  bool operator==(const Paint&) const = default;
};

// Lengths of line and gap for a dash at a line width.
struct DashLengths {
  double line, gap;
};
DashLengths dash_lengths(Dash dash, double width);

struct TextStyle {
  double size = 11;
  bool is_bold = false;
  Colour ink = 0;
  msg::Anchor anchor = msg::Anchor::start;
  double angle = 0;  // degrees clockwise, about the point it stands at
};

// verbs: M and L take one point, C three, Z none.
struct Path {
  std::string verbs;
  std::vector<msg::Point> points;

  void move_to(double x, double y) { add('M', x, y); }
  void line_to(double x, double y) { add('L', x, y); }
  void curve_to(msg::Point a, msg::Point b, msg::Point end) {
    verbs += 'C';
    points.insert(points.end(), {a, b, end});
  }
  void close() { verbs += 'Z'; }

 private:
  void add(char verb, double x, double y) {
    verbs += verb;
    points.emplace_back(x, y);
  }
};

// A part of the picture with coordinates of its own, bound to a record. kind: "card", "link" or
// empty. shapes or texts: what most of its shapes, or of its texts, look like, which a file then
// says once; nothing changes in how they are drawn.
struct Group {
  double x = 0, y = 0;
  std::string_view kind = {}, id = {}, spoken = {};
  const Paint* shapes = nullptr;
  const TextStyle* texts = nullptr;
};

class Pen {
 public:
  virtual ~Pen() = default;
  // Device pixels a point, for levels of detail.
  virtual double scale() const = 0;
  // Whether anything drawn in the box, in the coordinates of now, can be seen.
  virtual bool sees(const Box& box) const = 0;
  virtual void begin(const Group& group) = 0;
  virtual void end() = 0;
  virtual void box(const Box& box, double radius, const Paint& paint) = 0;
  virtual void ellipse(const Box& box, const Paint& paint) = 0;
  virtual void path(const Path& path, const Paint& paint) = 0;
  // x is where the anchor says, y the baseline.
  virtual void text(double x, double y, std::string_view text, const TextStyle& style) = 0;
};

inline Box circle_box(double x, double y, double radius) {
  return {x - radius, y - radius, 2 * radius, 2 * radius};
}

// Where the baseline lies for a line whose middle is at y.
inline double baseline(double middle, double size) { return middle + 0.36 * size; }

}  // namespace inroad::render
