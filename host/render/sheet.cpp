// SPDX-License-Identifier: MIT
#include "render/sheet.h"

#include <algorithm>
#include <cmath>

#include "render/mark_painter.h"
#include "render/scene_painter.h"
#include "render/shapes.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr double margin = 36;
constexpr double least_width = 460;  // of the inside, when there is a title or a legend
constexpr double title_size = 21, subtitle_size = 12.5, badge_size = 12;
constexpr double legend_size = 12, legend_row = 22, legend_gap = 20, footer_size = 12;
constexpr double glyph_height = 9, line_sample = 26, sample_gap = 6;
constexpr double mark_width = 20, mark_height = 12;

double sample_width(const LegendEntry& entry) {
  switch (entry.kind) {
    case LegendEntry::Kind::attitude:
      return glyph_width(glyph_of(entry.attitude), glyph_height) + sample_gap;
    case LegendEntry::Kind::link:
      return line_sample + sample_gap;
    case LegendEntry::Kind::bars:
      return 16 + sample_gap;
    case LegendEntry::Kind::mark:
      return mark_width + sample_gap;
    case LegendEntry::Kind::text:
      return 0;
  }
  return 0;
}

// Legend words that are wider than the whole sheet are cut.
std::string entry_text(const LegendEntry& entry, const TextRuler& ruler, double inside) {
  return ruler.fitted(entry.text, legend_size, false, inside - sample_width(entry));
}

void paint_link_sample(Pen& pen, const LegendEntry& entry, double x, double y, const Theme& theme) {
  const LinkStyle style = theme.of(entry.link);
  const Dash dash = style.is_dotted ? Dash::dotted : style.is_dashed ? Dash::dashed : Dash::none;
  const bool has_arrow =
      entry.link.arrow() == msg::Arrow::at_end || entry.link.arrow() == msg::Arrow::at_both;
  const double end = x + line_sample, line_end = has_arrow ? end - 4 : end;
  Path line;
  line.move_to(x, y);
  line.line_to(line_end, y);
  pen.path(line, {.stroke = style.ink, .width = style.width, .dash = dash});
  if (has_arrow) draw_arrowhead(pen, {end, y}, {x, y}, std::min(style.width, 2.2), style.ink);
  if (entry.link.role() == msg::LinkRole::conflict) {
    pen.box({x + line_sample / 2 - 4, y - 5, 8, 10}, 0, {.fill = theme.paper});
    draw_bolt(pen, x + line_sample / 2, y, 12, style.ink);
  }
}

void paint_entry(Pen& pen, const LegendEntry& entry, const Sheet::Placed& at, double inside,
                 const Theme& theme) {
  Colour ink = theme.soft_ink;
  const double sample = sample_width(entry), top = at.y - glyph_height / 2;
  if (entry.kind == LegendEntry::Kind::attitude) {
    const auto index = static_cast<std::size_t>(entry.attitude);
    const bool is_unknown = entry.attitude == msg::Attitude::unknown;
    ink = theme.attitude_ink[index];
    draw_glyph(pen, glyph_of(entry.attitude), {at.x, top, sample - sample_gap, glyph_height},
               is_unknown ? ink : theme.attitude[index]);
  } else if (entry.kind == LegendEntry::Kind::link) {
    paint_link_sample(pen, entry, at.x, at.y, theme);
  } else if (entry.kind == LegendEntry::Kind::bars) {
    draw_bars(pen, {at.x, top, 16, glyph_height}, 3, theme.soft_ink, theme.card_line);
  } else if (entry.kind == LegendEntry::Kind::mark) {
    pen.begin({.x = at.x, .y = at.y - mark_height / 2});
    paint_mark(pen, entry.mark, theme, Detail::everything);
    pen.end();
  }
  pen.text(at.x + sample, baseline(at.y, legend_size),
           entry_text(entry, thread_ruler(theme.font), inside), {.size = legend_size, .ink = ink});
}

void paint_badge(Pen& pen, const Picture& picture, const Sheet& sheet, double text_width) {
  const Theme& theme = *picture.theme;
  const Box box{sheet.width - margin - text_width - 28, margin - 3, text_width + 28, 24};
  pen.box(box, 12, {.stroke = theme.warning, .width = 1.2});
  pen.text(box.x + box.width / 2, baseline(box.y + box.height / 2, badge_size),
           harmless(picture.badge),
           {.size = badge_size, .ink = theme.warning, .anchor = msg::Anchor::middle});
}

}  // namespace

Sheet lay_out_sheet(const Picture& picture) {
  const TextRuler& ruler = thread_ruler(picture.theme->font);
  const bool has_words = !picture.title.empty() || !picture.legend.empty();
  const double inside = std::max(picture.scene.width, has_words ? least_width : 0.0);
  Sheet sheet;
  sheet.width = std::ceil(inside + 2 * margin);
  double y = margin;
  if (!picture.title.empty() || !picture.badge.empty()) y += 28;
  if (!picture.subtitle.empty()) y += 20;
  if (y > margin) y += 18;
  sheet.scene_x = margin + (inside - picture.scene.width) / 2;
  sheet.scene_y = y;
  y += picture.scene.height;
  if (!picture.legend.empty() || !picture.footer.empty()) y += 22;
  if (!picture.legend.empty()) {
    sheet.rule_y = y;
    y += 6 + legend_row / 2;
    double x = margin;
    for (std::size_t i = 0; i < picture.legend.size(); ++i) {
      const LegendEntry& entry = picture.legend[i];
      const double width =
          sample_width(entry) + ruler.width(entry_text(entry, ruler, inside), legend_size, false);
      if (x > margin && x + width > margin + inside) x = margin, y += legend_row;
      sheet.legend.push_back({i, x, y});
      x += width + legend_gap;
    }
    y += legend_row / 2 + 4;
  }
  if (!picture.footer.empty()) {
    sheet.footer_y = y + footer_size / 2 + 2;
    y += footer_size + 6;
  }
  sheet.height = std::ceil(y + margin - 10);
  return sheet;
}

void paint_sheet(Pen& pen, const Picture& picture, const Sheet& sheet) {
  const Theme& theme = *picture.theme;
  const TextRuler& ruler = thread_ruler(theme.font);
  const double inside = sheet.width - 2 * margin;
  pen.box({0, 0, sheet.width, sheet.height}, 0, {.fill = theme.paper});
  const double badge_width =
      picture.badge.empty() ? 0 : ruler.width(picture.badge, badge_size, false);
  if (badge_width > 0) paint_badge(pen, picture, sheet, badge_width);
  const double title_room = inside - (badge_width > 0 ? badge_width + 44 : 0);
  pen.text(margin, margin + 17, ruler.fitted(picture.title, title_size, true, title_room),
           {.size = title_size, .is_bold = true, .ink = theme.ink});
  if (!picture.subtitle.empty())
    pen.text(margin, margin + 41, ruler.fitted(picture.subtitle, subtitle_size, false, inside),
             {.size = subtitle_size, .ink = theme.soft_ink});

  pen.begin({.x = sheet.scene_x, .y = sheet.scene_y});
  paint_scene(pen, picture);
  pen.end();

  if (sheet.rule_y > 0) {
    Path rule;
    rule.move_to(margin, sheet.rule_y);
    rule.line_to(sheet.width - margin, sheet.rule_y);
    pen.path(rule, {.stroke = theme.card_line, .width = 0.8});
  }
  for (const Sheet::Placed& at : sheet.legend)
    paint_entry(pen, picture.legend[at.entry], at, inside, theme);
  if (sheet.footer_y > 0)
    pen.text(margin, baseline(sheet.footer_y, footer_size),
             ruler.fitted(picture.footer, footer_size, false, inside),
             {.size = footer_size, .ink = theme.faint});
}

SheetSize sheet_size(const Picture& picture) {
  const Sheet sheet = lay_out_sheet(picture);
  return {sheet.width, sheet.height};
}

}  // namespace inroad::render
