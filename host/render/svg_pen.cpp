// SPDX-License-Identifier: MIT
#include "render/svg_pen.h"

#include <algorithm>

#include "render/numbers.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr std::string_view font_stack =
    "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei','PingFang SC',"
    "'Noto Sans',sans-serif";

void append_escaped(std::string& out, std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
  });
  if (is_plain) {
    out += text;
    return;
  }
  for (const char c : harmless(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  append_escaped(result, text);
  return result;
}

SvgPen::SvgPen(double width, double height, std::string_view title, Form form,
               std::size_t expected_bytes)
    : form_(form), per_point_(form == Form::full ? 100 : 1), levels_(1) {
  out_.reserve(expected_bytes);
  out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
  attribute("width", width);
  attribute("height", height);
  out_ += " viewBox=\"0 0 ";
  number(width);
  out_ += ' ';
  number(height);
  out_ += '"';
  attribute("font-family", font_stack);
  out_ += " role=\"img\">\n";
  if (!title.empty()) out_ += "<title>" + xml_escaped(title) + "</title>\n";
}

std::string SvgPen::finished() {
  out_ += "</svg>\n";
  return std::move(out_);
}

void SvgPen::begin(const Group& group) {
  const bool is_compact = form_ == Form::compact;
  Level level;
  level.shapes = levels_.back().shapes, level.texts = levels_.back().texts;
  if (is_compact) level.x = levels_.back().x + group.x, level.y = levels_.back().y + group.y;
  if (is_compact && group.kind == "link") level.id = group.id;
  level.has_element =
      !is_compact || group.kind == "card" || group.shapes != nullptr || group.texts != nullptr;
  if (level.has_element) {
    out_ += "<g";
    if (!is_compact && !group.kind.empty()) attribute("class", group.kind);
    if (!group.id.empty() && level.id.empty()) attribute("data-id", group.id);
    if (!is_compact && (group.x != 0 || group.y != 0)) {
      out_ += " transform=\"translate(";
      number(group.x);
      out_ += ' ';
      number(group.y);
      out_ += ")\"";
    }
    if (group.shapes != nullptr) {
      look(*group.shapes, {}, false);
      level.shapes = *group.shapes, level.texts.reset();
    }
    if (group.texts != nullptr) {
      look(*group.texts, nullptr);
      level.texts = *group.texts, level.shapes.reset();
    }
    out_ += '>';
    if (!is_compact && !group.spoken.empty()) {
      out_ += "<title>";
      append_escaped(out_, group.spoken);
      out_ += "</title>";
    }
    if (!is_compact || group.kind.empty()) out_ += '\n';
  }
  levels_.push_back(std::move(level));
}

void SvgPen::end() {
  if (levels_.back().has_element) out_ += "</g>\n";
  levels_.pop_back();
}

void SvgPen::box(const Box& box, double radius, const Paint& paint) {
  if (form_ == Form::compact && !(radius > 0)) {
    const Level& level = levels_.back();
    const long long x = in_units(level.x + box.x), y = in_units(level.y + box.y);
    const long long width = in_units(level.x + box.right()) - x;
    start("path");
    out_ += " d=\"M";
    units(x);
    out_ += y < 0 ? "" : " ";
    units(y);
    out_ += 'h';
    units(width);
    out_ += 'v';
    units(in_units(level.y + box.bottom()) - y);
    out_ += 'h';
    units(-width);
    out_ += "z\"";
    return finish(paint);
  }
  start("rect");
  coordinate("x", levels_.back().x + box.x);
  coordinate("y", levels_.back().y + box.y);
  attribute("width", box.width);
  attribute("height", box.height);
  if (radius > 0) attribute("rx", std::min({radius, box.width / 2, box.height / 2}));
  finish(paint);
}

void SvgPen::ellipse(const Box& box, const Paint& paint) {
  start("ellipse");
  coordinate("cx", levels_.back().x + box.x + box.width / 2);
  coordinate("cy", levels_.back().y + box.y + box.height / 2);
  attribute("rx", box.width / 2);
  attribute("ry", box.height / 2);
  finish(paint);
}

// Everything after a move is relative: differences of the rounded places, so no error adds up.
void SvgPen::path(const Path& path, const Paint& paint) {
  start("path");
  out_ += " d=\"";
  long long x = 0, y = 0, start_x = 0, start_y = 0;
  bool needs_gap = false;
  const auto put = [&](long long value) {
    if (needs_gap && value >= 0) out_ += ' ';
    units(value);
    needs_gap = true;
  };
  const auto verb = [&](char letter) {
    out_ += letter;
    needs_gap = false;
  };
  const Level& level = levels_.back();
  const msg::Point* p = path.points.data();
  const auto place = [&](int i) {
    return std::pair(in_units(level.x + p[i].x()), in_units(level.y + p[i].y()));
  };
  for (const char kind : path.verbs) {
    if (kind == 'Z') {
      verb('z');
      x = start_x, y = start_y;
      continue;
    }
    const int count = kind == 'C' ? 3 : 1;
    const auto [to_x, to_y] = place(count - 1);
    if (kind == 'M') {
      verb('M');
      put(to_x), put(to_y);
      start_x = to_x, start_y = to_y;
    } else if (kind == 'L') {
      verb(to_y == y ? 'h' : to_x == x ? 'v' : 'l');
      if (to_x != x || to_y == y) put(to_x - x);
      if (to_y != y) put(to_y - y);
    } else {
      verb('c');
      for (int i = 0; i < count; ++i) {
        const auto [at_x, at_y] = place(i);
        put(at_x - x), put(at_y - y);
      }
    }
    x = to_x, y = to_y;
    p += count;
  }
  out_ += '"';
  finish(paint);
}

void SvgPen::text(double x, double y, std::string_view text, const TextStyle& style) {
  if (text.empty()) return;
  const Level& level = levels_.back();
  start("text");
  coordinate("x", level.x + x);
  coordinate("y", level.y + y);
  if (style.angle != 0) {
    out_ += " transform=\"rotate(";
    number(style.angle);
    out_ += ' ';
    units(in_units(level.x + x));
    out_ += ' ';
    units(in_units(level.y + y));
    out_ += ")\"";
  }
  look(style, level.texts ? &*level.texts : nullptr);
  if (level.shapes && level.shapes->stroke) out_ += " stroke=\"none\"";
  out_ += '>';
  append_escaped(out_, text);
  out_ += "</text>";
  if (form_ == Form::full) out_ += '\n';
}

long long SvgPen::in_units(double value) const { return scaled(value, per_point_); }
void SvgPen::units(long long value) { append_fixed(out_, value, form_ == Form::full ? 2 : 0); }
void SvgPen::number(double value) { append_fixed(out_, scaled(value, 100), 2); }

void SvgPen::start(std::string_view element) {
  out_.append(1, '<').append(element);
  if (!levels_.back().id.empty()) attribute("data-id", levels_.back().id);
}

void SvgPen::attribute(std::string_view name, double value) {
  out_.append(1, ' ').append(name).append("=\"");
  number(value);
  out_ += '"';
}

void SvgPen::coordinate(std::string_view name, double value) {
  out_.append(1, ' ').append(name).append("=\"");
  units(in_units(value));
  out_ += '"';
}

void SvgPen::attribute(std::string_view name, std::string_view value) {
  out_.append(1, ' ').append(name).append("=\"");
  append_escaped(out_, value);
  out_ += '"';
}

void SvgPen::colour(std::string_view name, std::optional<Colour> value) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_.append(1, ' ').append(name).append("=\"");
  if (value) {
    out_ += '#';
    for (int shift = 20; shift >= 0; shift -= 4) out_ += hex[(*value >> shift) & 0xF];
  } else {
    out_ += "none";
  }
  out_ += '"';
}

void SvgPen::look(const Paint& paint, const Paint& said, bool is_fill_said) {
  if (!is_fill_said || paint.fill != said.fill) colour("fill", paint.fill);
  if (paint.fill && paint.fill_alpha < 1)
    attribute("fill-opacity", std::max(paint.fill_alpha, 0.01));
  if (paint.stroke != said.stroke) colour("stroke", paint.stroke);
  if (!paint.stroke) return;
  if (paint.width != said.width) attribute("stroke-width", paint.width);
  if (paint.dash == Dash::none && said.dash != Dash::none) out_ += " stroke-dasharray=\"none\"";
  if (paint.dash != Dash::none && (paint.dash != said.dash || paint.width != said.width)) {
    const DashLengths lengths = dash_lengths(paint.dash, paint.width);
    out_ += " stroke-dasharray=\"";
    number(lengths.line);
    out_ += ' ';
    number(lengths.gap);
    out_ += '"';
  }
}

void SvgPen::look(const TextStyle& style, const TextStyle* said) {
  const bool is_bold = said != nullptr && said->is_bold;
  const auto word = [](msg::Anchor anchor) {
    return anchor == msg::Anchor::middle ? "middle" : anchor == msg::Anchor::end ? "end" : "start";
  };
  const std::string_view anchor = word(style.anchor);
  if (said == nullptr || said->size != style.size) attribute("font-size", style.size);
  if (style.is_bold != is_bold) attribute("font-weight", style.is_bold ? "bold" : "normal");
  if (anchor != word(said != nullptr ? said->anchor : msg::Anchor::start))
    attribute("text-anchor", anchor);
  if (said == nullptr || said->ink != style.ink) colour("fill", style.ink);
}

void SvgPen::finish(const Paint& paint) {
  const auto& said = levels_.back().shapes;
  look(paint, said.value_or(Paint{}), said.has_value());
  out_ += form_ == Form::full || !levels_.back().id.empty() ? "/>\n" : "/>";
}

}  // namespace inroad::render
