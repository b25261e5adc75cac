// SPDX-License-Identifier: MIT
#include "render/pdf_pen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/numbers.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr double circle = 0.5523;  // control points of a quarter circle lie this far from its ends

}  // namespace

PdfPen::PdfPen(PdfFonts& fonts, const Theme& theme, const Box& seen)
    : fonts_(fonts), ruler_(thread_ruler(theme.font)), seen_(seen), out_("1 j\n") {}

std::string PdfPen::opacities() {
  std::string entries;
  for (int percent = 0; percent <= 100; ++percent) {
    entries += "/A" + std::to_string(percent) + " << /ca ";
    append_fixed(entries, percent, 2);
    entries += " >> ";
  }
  return entries;
}

// A card gets a zero of its own, so that what cards share is the same bytes over again, which
// deflates far better and faster.
void PdfPen::begin(const Group& group) {
  const bool is_apart = group.kind == "card";
  levels_.push_back({seen_, x_, y_, state_, is_apart});
  seen_.x -= group.x, seen_.y -= group.y;
  x_ += group.x, y_ += group.y;
  if (!is_apart) return;
  out_ += "q 1 0 0 1 ";
  numbers({x_, y_});
  out_ += "cm\n";
  x_ = y_ = 0;
}

void PdfPen::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  seen_ = level.seen, x_ = level.x, y_ = level.y;
  if (!level.is_apart) return;
  out_ += "Q\n";
  state_ = level.state;
}

void PdfPen::box(const Box& b, double radius, const Paint& paint) {
  const double r = std::min({radius, b.width / 2, b.height / 2});
  if (!(r > 0)) {
    numbers({x_ + b.x, y_ + b.y, b.width, b.height});
    out_ += "re\n";
    return apply(paint);
  }
  const double k = r * (1 - circle);
  point(b.x + r, b.y), out_ += "m\n";
  point(b.right() - r, b.y), out_ += "l\n";
  curve(b.right() - k, b.y, b.right(), b.y + k, b.right(), b.y + r);
  point(b.right(), b.bottom() - r), out_ += "l\n";
  curve(b.right(), b.bottom() - k, b.right() - k, b.bottom(), b.right() - r, b.bottom());
  point(b.x + r, b.bottom()), out_ += "l\n";
  curve(b.x + k, b.bottom(), b.x, b.bottom() - k, b.x, b.bottom() - r);
  point(b.x, b.y + r), out_ += "l\n";
  curve(b.x, b.y + k, b.x + k, b.y, b.x + r, b.y);
  out_ += "h\n";
  apply(paint);
}

void PdfPen::ellipse(const Box& b, const Paint& paint) {
  if (!(b.width > 0) || !(b.height > 0)) return;
  const double cx = b.x + b.width / 2, cy = b.y + b.height / 2;
  const double kx = circle * b.width / 2, ky = circle * b.height / 2;
  point(b.right(), cy), out_ += "m\n";
  curve(b.right(), cy + ky, cx + kx, b.bottom(), cx, b.bottom());
  curve(cx - kx, b.bottom(), b.x, cy + ky, b.x, cy);
  curve(b.x, cy - ky, cx - kx, b.y, cx, b.y);
  curve(cx + kx, b.y, b.right(), cy - ky, b.right(), cy);
  out_ += "h\n";
  apply(paint);
}

void PdfPen::path(const Path& path, const Paint& paint) {
  const msg::Point* p = path.points.data();
  for (const char verb : path.verbs) {
    if (verb == 'M') point(p->x(), p->y()), out_ += "m\n";
    if (verb == 'L') point(p->x(), p->y()), out_ += "l\n";
    if (verb == 'C') curve(p[0].x(), p[0].y(), p[1].x(), p[1].y(), p[2].x(), p[2].y());
    if (verb == 'Z') out_ += "h\n";
    p += verb == 'C' ? 3 : verb == 'Z' ? 0 : 1;
  }
  apply(paint);
}

void PdfPen::text(double x, double y, std::string_view text, const TextStyle& style) {
  if (text.empty()) return;
  const ShapedText& shaped = ruler_.shaped(text, style.is_bold);
  const double turn = style.angle * std::numbers::pi / 180;
  double along = style.anchor == msg::Anchor::middle ? -shaped.width * style.size / 2
                 : style.anchor == msg::Anchor::end  ? -shaped.width * style.size
                                                     : 0;
  colour(style.ink, false);
  for (const GlyphRun& part : shaped.runs) {
    PdfFont* font = fonts_.font_of(part.font);
    run(shaped, part, font, x + along * std::cos(turn), y + along * std::sin(turn), style);
    for (const Glyph& glyph : part.glyphs) along += glyph.advance * style.size;
  }
}

// One run, its first glyph's origin at x, y. What no font can draw is an empty box; the letters
// stand in the file all the same, as what the run says.
void PdfPen::run(const ShapedText& shaped, const GlyphRun& run, PdfFont* font, double x, double y,
                 const TextStyle& style) {
  const double turn = style.angle * std::numbers::pi / 180;
  const double c = std::cos(turn), s = std::sin(turn), size = style.size;
  bool is_true = true;
  std::string shown = "[<";
  double at = 0, written = 0;  // along the line, for size 1: where we are, where the reader is
  std::vector<double> boxes;
  const auto& glyphs = run.glyphs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Glyph& glyph = glyphs[i];
    if (font == nullptr || glyph.id == missing_glyph) {
      boxes.insert(boxes.end(), {at, glyph.advance});
      is_true = false;
    } else {
      const std::size_t end = run.first + run.size;
      const std::size_t next =
          run.is_leftwards ? (i == 0 ? end : static_cast<std::size_t>(glyphs[i - 1].cluster))
          : i + 1 == glyphs.size() ? end
                                   : glyphs[i + 1].cluster;
      const bool is_first = i == 0 || glyphs[i - 1].cluster != glyph.cluster;
      const bool is_alone =
          is_first && (i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyph.cluster);
      is_true = is_true && is_alone;
      const auto letters =
          std::string_view(shaped.text)
              .substr(glyph.cluster, next > glyph.cluster ? next - glyph.cluster : 1);
      const PdfFont::Code code = font->use(glyph.id, is_alone ? letters : "", is_true);
      const long long back = scaled(written - at - glyph.x, 1000);
      if (back != 0) {
        shown += '>';
        shown += std::to_string(back);
        shown += '<';
        written -= static_cast<double>(back) / 1000;
      }
      const bool is_raised = std::abs(glyph.y) > 0.0005;
      if (is_raised) {
        shown += ">]TJ ";
        append_number(shown, -glyph.y * size);
        shown += " Ts[<";
      }
      append_hex(shown, code.code, 4);
      if (is_raised) shown += ">]TJ 0 Ts[<";
      written += code.width;
    }
    at += glyph.advance;
  }
  shown += ">]TJ ";
  if (!is_true)
    out_ += "/Span<</ActualText " +
            pdf_text(std::string_view(shaped.text).substr(run.first, run.size)) + ">>BDC\n";
  if (font != nullptr && written > 0) {
    out_ += "BT/F";
    append_fixed(out_, font->number(), 0);
    out_ += ' ';
    append_number(out_, size);
    out_ += " Tf ";
    if (style.angle == 0) {
      out_ += "1 0 0 -1 ";
    } else {
      for (const double value : {c, s, s, -c}) {
        append_fixed(out_, scaled(value, 1e5), 5);
        out_ += ' ';
      }
    }
    point(x, y);
    out_ += "Tm";
    out_ += shown;
    out_ += "ET\n";
  }
  for (std::size_t i = 0; i + 1 < boxes.size(); i += 2) {
    Path box;
    const auto corner = [&](double along, double up) {
      return std::pair(x + (along * c + up * s) * size, y + (along * s - up * c) * size);
    };
    const double left = boxes[i] + 0.06, right = boxes[i] + std::max(boxes[i + 1] - 0.06, 0.1);
    const auto [ax, ay] = corner(left, 0);
    const auto [bx, by] = corner(right, 0);
    const auto [cx, cy] = corner(right, 0.72);
    const auto [dx, dy] = corner(left, 0.72);
    box.move_to(ax, ay), box.line_to(bx, by), box.line_to(cx, cy), box.line_to(dx, dy), box.close();
    path(box, {.stroke = style.ink, .width = 0.06 * size});
  }
  if (!is_true) out_ += "EMC\n";
}

void PdfPen::point(double x, double y) { numbers({x_ + x, y_ + y}); }

void PdfPen::numbers(std::initializer_list<double> values) {
  for (const double value : values) {
    append_number(out_, value);
    out_ += ' ';
  }
}

void PdfPen::curve(double ax, double ay, double bx, double by, double x, double y) {
  point(ax, ay), point(bx, by), point(x, y);
  out_ += "c\n";
}

void PdfPen::colour(Colour colour, bool is_line) {
  auto& known = is_line ? state_.line : state_.fill;
  if (known == colour) return;
  known = colour;
  for (const int shift : {16, 8, 0}) {
    append_fixed(out_, scaled(((colour >> shift) & 0xFF) / 255.0, 1000), 3);
    out_ += ' ';
  }
  out_ += is_line ? "RG\n" : "rg\n";
}

void PdfPen::opacity(double alpha) {
  const int percent = std::clamp(static_cast<int>(std::lround(alpha * 100)), 0, 100);
  if (percent == state_.percent) return;
  state_.percent = percent;
  out_ += "/A";
  append_fixed(out_, percent, 0);
  out_ += " gs\n";
}

void PdfPen::apply(const Paint& paint) {
  if (paint.fill) {
    colour(*paint.fill, false);
    opacity(paint.fill_alpha);
  }
  if (paint.stroke) {
    colour(*paint.stroke, true);
    const bool has_width_changed = paint.width != state_.width;
    if (has_width_changed) {
      numbers({paint.width});
      out_ += "w\n";
      state_.width = paint.width;
    }
    if (paint.dash != state_.dash || (has_width_changed && state_.dash != Dash::none)) {
      out_ += '[';
      if (paint.dash != Dash::none) {
        const DashLengths lengths = dash_lengths(paint.dash, paint.width);
        numbers({lengths.line, lengths.gap});
      }
      out_ += "]0 d\n";
      state_.dash = paint.dash;
    }
  }
  out_ += paint.fill && paint.stroke ? "B\n" : paint.fill ? "f\n" : paint.stroke ? "S\n" : "n\n";
  if (paint.fill) opacity(1);
}

}  // namespace inroad::render
