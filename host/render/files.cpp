// SPDX-License-Identifier: MIT
//
// Whole picture files in memory: SVG, PDF, PNG.
#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

#include "model/dates.h"
#include "model/error.h"
#include "model/words.h"
#include "render/cairo_pen.h"
#include "render/picture.h"
#include "render/sheet.h"
#include "render/svg_pen.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr double points_an_inch = 72;
constexpr double longest_side = 32767;       // pixels, Cairo's own limit
constexpr double most_pixels = 1 << 28;      // a gigabyte of memory
constexpr double longest_page_side = 14400;  // points, the limit of PDF readers

struct Deleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Deleter>;
using Context = std::unique_ptr<cairo_t, Deleter>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int size) {
  auto& bytes = *static_cast<std::vector<std::uint8_t>*>(closure);
  try {
    bytes.insert(bytes.end(), data, data + size);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::bad_alloc&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
  throw Error(ErrorKind::failed,
              format(_("The picture could not be drawn: {}."), cairo_status_to_string(status)));
}

void paint(cairo_t* cairo, const Picture& picture, const Sheet& sheet, double scale,
           double seen_scale) {
  cairo_scale(cairo, scale, scale);
  CairoPen pen(cairo, seen_scale, *picture.theme);
  paint_sheet(pen, picture, sheet);
}

}  // namespace

std::string to_svg(const Picture& picture) {
  const Sheet sheet = lay_out_sheet(picture);
  const auto form = picture.detail == Detail::plain ? SvgPen::Form::compact : SvgPen::Form::full;
  SvgPen pen(sheet.width, sheet.height, picture.title, form);
  paint_sheet(pen, picture, sheet);
  return pen.finished();
}

std::vector<std::uint8_t> to_pdf(const Picture& picture) {
  const Sheet sheet = lay_out_sheet(picture);
  const double scale = std::min(1.0, longest_page_side / std::max(sheet.width, sheet.height));
  std::vector<std::uint8_t> bytes;
  Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, sheet.width * scale,
                                                      sheet.height * scale));
  if (!picture.title.empty())
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   harmless(picture.title).c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, now_utc().c_str());
  Context context(cairo_create(surface.get()));
  paint(context.get(), picture, sheet, scale, 1);
  check(cairo_status(context.get()));
  context.reset();
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return bytes;
}

std::vector<std::uint8_t> to_png(const Picture& picture, double dpi) {
  if (!(dpi >= 1) || !std::isfinite(dpi))
    throw Error(ErrorKind::usage, format(_("{} is not a resolution in dots an inch."), dpi));
  const Sheet sheet = lay_out_sheet(picture);
  const double largest_scale = std::min(longest_side / std::max(sheet.width, sheet.height),
                                        std::sqrt(most_pixels / sheet.width / sheet.height));
  const double scale = dpi / points_an_inch;
  if (scale > largest_scale) {
    const double largest = std::floor(largest_scale * points_an_inch);
    throw Error(ErrorKind::failed, _("The picture is too big for a PNG file at this resolution."),
                {},
                largest >= 1 ? format(_("Use at most {} dpi, or write SVG or PDF."), largest)
                             : std::string(_("Write SVG or PDF.")));
  }
  const auto pixels = [scale](double points) {
    return std::clamp(static_cast<int>(std::ceil(points * scale - 1e-6)), 1,
                      static_cast<int>(longest_side));
  };
  Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(sheet.width), pixels(sheet.height)));
  check(cairo_surface_status(surface.get()));
  Context context(cairo_create(surface.get()));
  const Colour paper =
      picture.theme->paper;  // to the last pixel, also where a point ends within it
  cairo_set_source_rgb(context.get(), (paper >> 16) / 255.0, ((paper >> 8) & 0xFF) / 255.0,
                       (paper & 0xFF) / 255.0);
  cairo_paint(context.get());
  paint(context.get(), picture, sheet, scale, scale);
  check(cairo_status(context.get()));
  std::vector<std::uint8_t> bytes;
  check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
  return bytes;
}

}  // namespace inroad::render
