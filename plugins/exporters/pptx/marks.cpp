// SPDX-License-Identifier: MIT
#include "pptx/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace inroad::pptx {
namespace {

std::string text_of(const flatbuffers::String* text) {
  return text != nullptr ? text->str() : std::string();
}

std::uint32_t colour_of(msg::ThemeRole role, const msg::ExportRequest& look) {
  switch (role) {
    case msg::ThemeRole::accent:
      return 0x2563EB;
    case msg::ThemeRole::warning:
      return 0xB54A1B;
    case msg::ThemeRole::good:
      return 0x0B6E4F;
    case msg::ThemeRole::bad:
      return 0xC0492F;
    case msg::ThemeRole::surface:
      return between(look.paper(), look.ink(), 0.05);
    case msg::ThemeRole::soft_line:
      return between(look.paper(), look.ink(), 0.2);
    case msg::ThemeRole::ink:
      return look.ink();
    case msg::ThemeRole::faint:
    case msg::ThemeRole::unknown:
      return between(look.paper(), look.ink(), 0.6);
    case msg::ThemeRole::mentor:
      return 0x0B6E4F;
    case msg::ThemeRole::supporter:
      return 0x5FB58A;
    case msg::ThemeRole::neutral:
      return 0xA9B1BC;
    case msg::ThemeRole::non_supporter:
      return 0xE8A04C;
    case msg::ThemeRole::opponent:
      return 0xC0492F;
    default:
      return between(look.paper(), look.ink(), 0.7);
  }
}

// Words in a tone: the paler colours of attitudes are drawn toward the ink.
std::uint32_t ink_of(msg::ThemeRole tone, const msg::ExportRequest& look) {
  const std::uint32_t colour = colour_of(tone, look);
  const bool is_pale = tone == msg::ThemeRole::supporter || tone == msg::ThemeRole::neutral ||
                       tone == msg::ThemeRole::non_supporter;
  return is_pale ? between(colour, look.ink(), 0.45) : colour;
}

// A line through the mark's points, or the area they surround, in a shape of their extent.
void set_path(Shape& shape, const flatbuffers::Vector<const msg::Point*>& points, bool is_filled,
              const Fit& fit) {
  std::vector<Spot> spots;
  for (const msg::Point* point : points) spots.push_back(fit.spot(point->x(), point->y()));
  Spot low = spots.front(), high = spots.front();
  for (const Spot& spot : spots) {
    low = {std::min(low.x, spot.x), std::min(low.y, spot.y)};
    high = {std::max(high.x, spot.x), std::max(high.y, spot.y)};
  }
  shape.area = {low.x, low.y, high.x - low.x, high.y - low.y};
  std::string steps;
  for (std::size_t i = 0; i < spots.size(); ++i)
    steps += fmt::format(R"(<a:{0}><a:pt x="{1}" y="{2}"/></a:{0}>)", i == 0 ? "moveTo" : "lnTo",
                         spots[i].x - low.x, spots[i].y - low.y);
  if (is_filled) steps += "<a:close/>";
  shape.custom_geometry = fmt::format(
      R"(<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>)"
      R"(<a:pathLst><a:path w="{}" h="{}"{}>{}</a:path></a:pathLst></a:custGeom>)",
      shape.area.width, shape.area.height, is_filled ? "" : R"( fill="none")", steps);
}

void set_text(Shape& shape, std::string text, double x, double y, double width, double size,
              Align align, bool is_bold, std::uint32_t ink, const Fit& fit) {
  const double left = align == Align::left ? x : align == Align::middle ? x - width / 2 : x - width;
  shape.is_text_box = true;
  shape.align = align;
  shape.area = fit.area(left, y - 0.8 * size, width, 1.6 * size);
  shape.paragraphs = {{{std::move(text), fit.font(size), is_bold, ink}}};
}

}  // namespace

std::string_view letters_of(std::string_view glyph) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> letters = {
      {{"mentor", "▲▲"},
       {"supporter", "▲"},
       {"neutral", "●"},
       {"non-supporter", "▼"},
       {"opponent", "▼▼"},
       {"unknown", "?"},
       {"dot", "●"},
       {"ring", "○"},
       {"dashed ring", "◌"},
       {"star", "★"}}};
  for (const auto& [name, text] : letters)
    if (name == glyph) return text;
  return glyph;
}

std::uint32_t between(std::uint32_t a, std::uint32_t b, double share) {
  std::uint32_t result = 0;
  for (const int shift : {16, 8, 0}) {
    const double from = a >> shift & 0xFF, to = b >> shift & 0xFF;
    result |= static_cast<std::uint32_t>(std::lround(from + (to - from) * share)) << shift;
  }
  return result;
}

Shape region_shape(const msg::Region& region, const msg::ExportRequest& look, const Fit& fit) {
  Shape shape;
  shape.name = text_of(region.text());
  shape.area = fit.area(region.x(), region.y(), region.width(), region.height());
  shape.anchor = 't';
  shape.top_inset = fit.length(5);
  shape.left_inset = shape.right_inset = fit.length(10);
  if (region.role() == msg::RegionRole::ring) {
    shape.preset = "ellipse";
  } else {
    shape.preset = "roundRect";
    shape.corner = 3000;
  }
  const bool has_tone = region.tone() != msg::ThemeRole::unset;
  shape.has_fill = !region.is_dashed() && (has_tone || region.role() != msg::RegionRole::ring);
  shape.fill = has_tone ? between(look.paper(), colour_of(region.tone(), look), 0.12)
                        : between(look.paper(), look.ink(), 0.05);
  shape.has_line = shape.is_dashed = !shape.has_fill;
  shape.line = between(look.paper(), look.ink(), 0.25);
  shape.align = region.role() == msg::RegionRole::unit ? Align::left : Align::middle;
  if (!shape.name.empty())
    shape.paragraphs = {{{shape.name, fit.font(12), true, ink_of(region.tone(), look)}}};
  return shape;
}

Shape mark_shape(const msg::Mark& mark, const msg::ExportRequest& look, const Fit& fit) {
  Shape shape;
  shape.name = "Mark";
  const auto* points = mark.points();
  if (points == nullptr || points->size() == 0) return shape;
  const msg::Point& at = *points->Get(0);
  const std::uint32_t colour = colour_of(mark.role(), look);
  shape.has_fill = mark.is_filled(), shape.fill = colour;
  shape.has_line = !mark.is_filled(), shape.line = colour;
  shape.is_dashed = mark.is_dashed();
  shape.line_width = std::max<Emu>(3175, fit.length(static_cast<double>(mark.width())));
  const bool is_ellipse = mark.kind() == msg::MarkKind::ellipse;
  if ((is_ellipse || mark.kind() == msg::MarkKind::rectangle) && points->size() > 1) {
    const msg::Point& to = *points->Get(1);
    shape.preset = is_ellipse ? "ellipse" : "roundRect";
    if (!is_ellipse) shape.corner = 3000;
    shape.area = fit.area(std::min(at.x(), to.x()), std::min(at.y(), to.y()),
                          std::abs(to.x() - at.x()), std::abs(to.y() - at.y()));
  } else if (mark.kind() == msg::MarkKind::path && points->size() > 1) {
    set_path(shape, *points, mark.is_filled(), fit);
    shape.line_ends = line_ends(mark.arrow(), false);
  } else if (mark.kind() == msg::MarkKind::glyph || mark.kind() == msg::MarkKind::text) {
    const bool is_glyph = mark.kind() == msg::MarkKind::glyph;
    shape.has_fill = shape.has_line = false;
    const std::string text = text_of(mark.text());
    set_text(shape, is_glyph ? std::string(letters_of(text)) : text, at.x(), at.y(),
             is_glyph ? 40 : 240, 12, Align::middle, false, ink_of(mark.role(), look), fit);
  }
  return shape;
}

Shape label_shape(const msg::Label& label, const msg::ExportRequest& look, const Fit& fit) {
  Shape shape;
  shape.name = "Label";
  const bool is_heading = label.role() == msg::TextRole::heading;
  const double size = is_heading ? 14 : 12;
  const Align align = label.anchor() == msg::Anchor::middle ? Align::middle
                      : label.anchor() == msg::Anchor::end  ? Align::right
                                                            : Align::left;
  const double width = label.max_width() > 0 ? label.max_width() : 200;
  set_text(shape, text_of(label.text()), label.x(), label.y(), width, size, align, is_heading,
           ink_of(label.tone(), look), fit);
  if (label.is_upright()) {
    shape.is_upright = true;
    shape.area = fit.area(label.x() - 0.8 * size, label.y() - width / 2, 1.6 * size, width);
  }
  return shape;
}

Shape fold_shape(const msg::Card& card, const msg::ExportRequest& look, const Fit& fit) {
  const std::string text = "+" + std::to_string(card.folded());
  const double height = 16, width = 14 + 7 * static_cast<double>(text.size());
  Shape shape;
  shape.name = text;
  shape.preset = "roundRect";
  shape.corner = 50000;
  shape.area = fit.area(card.x() + (card.width() - width) / 2,
                        card.y() + card.height() - height / 2, width, height);
  shape.has_fill = true, shape.fill = between(look.paper(), look.ink(), 0.7);
  shape.align = Align::middle;
  shape.paragraphs = {{{text, fit.font(10.5), true, look.paper()}}};
  return shape;
}

void set_change(Shape& card, msg::Change change, const msg::ExportRequest& look, const Fit& fit) {
  if (change == msg::Change::unset) return;
  card.has_line = true;
  card.is_dashed = change == msg::Change::went;
  card.line_width = std::max<Emu>(3175, fit.length(2));
  card.line = colour_of(change == msg::Change::came   ? msg::ThemeRole::accent
                        : change == msg::Change::went ? msg::ThemeRole::faint
                                                      : msg::ThemeRole::warning,
                        look);
}

std::string line_ends(msg::Arrow arrow, bool is_reversed) {
  constexpr char head[] = R"(<a:headEnd type="triangle"/>)",
                 tail[] = R"(<a:tailEnd type="triangle"/>)";
  if (arrow == msg::Arrow::at_both) return std::string(head) + tail;
  if (arrow == msg::Arrow::at_end) return is_reversed ? head : tail;
  return {};
}

Shape step_shape(double x, double y, int step, std::uint32_t ink, const Fit& fit) {
  constexpr double radius = 9.5;
  Shape shape;
  shape.name = "Step " + std::to_string(step);
  shape.preset = "ellipse";
  shape.area = fit.area(x - radius, y - radius, 2 * radius, 2 * radius);
  shape.has_fill = true, shape.fill = ink;
  shape.align = Align::middle;
  shape.paragraphs = {{{std::to_string(step), fit.font(11), true, 0xFFFFFF}}};
  return shape;
}

}  // namespace inroad::pptx
