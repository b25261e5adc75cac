// SPDX-License-Identifier: MIT
#include "render/svg_pen.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "render/text.h"

namespace inroad::render {
namespace {

constexpr std::string_view font_stack =
    "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei','PingFang SC',"
    "'Noto Sans',sans-serif";

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  for (const char c : harmless(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

SvgPen::SvgPen(double width, double height, std::string_view title) {
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
  out_ += "<g";
  if (!group.kind.empty()) attribute("class", group.kind);
  if (!group.id.empty()) attribute("data-id", group.id);
  if (group.x != 0 || group.y != 0) {
    out_ += " transform=\"translate(";
    number(group.x);
    out_ += ' ';
    number(group.y);
    out_ += ")\"";
  }
  out_ += '>';
  if (!group.spoken.empty()) out_ += "<title>" + xml_escaped(group.spoken) + "</title>";
  out_ += '\n';
}

void SvgPen::end() { out_ += "</g>\n"; }

void SvgPen::box(const Box& box, double radius, const Paint& paint) {
  out_ += "<rect";
  attribute("x", box.x);
  attribute("y", box.y);
  attribute("width", box.width);
  attribute("height", box.height);
  if (radius > 0) attribute("rx", std::min({radius, box.width / 2, box.height / 2}));
  apply(paint);
}

void SvgPen::ellipse(const Box& box, const Paint& paint) {
  out_ += "<ellipse";
  attribute("cx", box.x + box.width / 2);
  attribute("cy", box.y + box.height / 2);
  attribute("rx", box.width / 2);
  attribute("ry", box.height / 2);
  apply(paint);
}

void SvgPen::path(const Path& path, const Paint& paint) {
  out_ += "<path d=\"";
  const msg::Point* p = path.points.data();
  for (const char verb : path.verbs) {
    out_ += verb;
    const int count = verb == 'C' ? 3 : verb == 'Z' ? 0 : 1;
    for (int i = 0; i < count; ++i, ++p) {
      if (i > 0) out_ += ' ';
      number(p->x());
      out_ += ' ';
      number(p->y());
    }
  }
  out_ += '"';
  apply(paint);
}

void SvgPen::text(double x, double y, std::string_view text, const TextStyle& style) {
  if (text.empty()) return;
  out_ += "<text";
  attribute("x", x);
  attribute("y", y);
  attribute("font-size", style.size);
  if (style.is_bold) attribute("font-weight", "bold");
  if (style.anchor == msg::Anchor::middle) attribute("text-anchor", "middle");
  if (style.anchor == msg::Anchor::end) attribute("text-anchor", "end");
  colour("fill", style.ink);
  out_ += '>';
  out_ += xml_escaped(text);
  out_ += "</text>\n";
}

void SvgPen::number(double value) {
  std::array<char, 32> digits;
  const double hundredths =
      std::isfinite(value) ? std::round(std::clamp(value, -1e9, 1e9) * 100) : 0;
  const auto whole = static_cast<long long>(hundredths);
  char* at = digits.data();
  if (whole < 0) *at++ = '-';
  const long long positive = std::abs(whole), rest = positive % 100;
  at = std::to_chars(at, digits.data() + digits.size(), positive / 100).ptr;
  if (rest > 0) {
    *at++ = '.';
    *at++ = static_cast<char>('0' + rest / 10);
    if (rest % 10 > 0) *at++ = static_cast<char>('0' + rest % 10);
  }
  out_.append(digits.data(), at);
}

void SvgPen::attribute(std::string_view name, double value) {
  out_.append(1, ' ').append(name).append("=\"");
  number(value);
  out_ += '"';
}

void SvgPen::attribute(std::string_view name, std::string_view value) {
  out_.append(1, ' ').append(name).append("=\"").append(xml_escaped(value)).append(1, '"');
}

void SvgPen::colour(std::string_view name, Colour value) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_.append(1, ' ').append(name).append("=\"#");
  for (int shift = 20; shift >= 0; shift -= 4) out_ += hex[(value >> shift) & 0xF];
  out_ += '"';
}

void SvgPen::apply(const Paint& paint) {
  if (paint.fill)
    colour("fill", *paint.fill);
  else
    out_ += " fill=\"none\"";
  if (paint.fill && paint.fill_alpha < 1)
    attribute("fill-opacity", std::max(paint.fill_alpha, 0.01));
  if (paint.stroke) {
    colour("stroke", *paint.stroke);
    if (paint.width != 1) attribute("stroke-width", paint.width);
    if (paint.dash != Dash::none) {
      const DashLengths lengths = dash_lengths(paint.dash, paint.width);
      out_ += " stroke-dasharray=\"";
      number(lengths.line);
      out_ += ' ';
      number(lengths.gap);
      out_ += '"';
    }
  }
  out_ += "/>\n";
}

}  // namespace inroad::render
