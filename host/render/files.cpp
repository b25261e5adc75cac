// SPDX-License-Identifier: MIT
//
// Whole picture files: SVG in memory; PNG drawn band by band and handed on as it is made, so that a
// picture of a gigapixel takes the memory of one band.
#include <png.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

#include "model/error.h"
#include "model/words.h"
#include "render/cairo_pen.h"
#include "render/picture.h"
#include "render/sheet.h"
#include "render/svg_pen.h"

namespace inroad::render {
namespace {

constexpr double points_an_inch = 72;
constexpr double longest_side = 250000;  // pixels; most readers of PNG stop at a million
constexpr double most_pixels = 2147483648.0;
constexpr int longest_surface_side = 16384;  // pixels, half of what Cairo can
constexpr int pixels_of_a_band = 1 << 18;

struct Deleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Deleter>;
using Context = std::unique_ptr<cairo_t, Deleter>;

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
  throw Error(ErrorKind::failed,
              format(_("The picture could not be drawn: {}."), cairo_status_to_string(status)));
}

// Draws the pixels from (left, top) on onto the surface.
void draw_part(cairo_surface_t* surface, const Picture& picture, const Sheet& sheet, double scale,
               int left, int top) {
  const Context context(cairo_create(surface));
  const Colour paper = picture.theme->paper;  // to the last pixel, also where a point ends in it
  cairo_set_source_rgb(context.get(), (paper >> 16) / 255.0, ((paper >> 8) & 0xFF) / 255.0,
                       (paper & 0xFF) / 255.0);
  cairo_paint(context.get());
  cairo_translate(context.get(), -left, -top);
  cairo_scale(context.get(), scale, scale);
  CairoPen pen(context.get(), scale, *picture.theme);
  paint_sheet(pen, picture, sheet);
  check(cairo_status(context.get()));
  cairo_surface_flush(surface);
}

// libpng, its errors as exceptions. They pass through its C code, which Debian builds to let them.
class PngWriter {
 public:
  PngWriter(int width, int height, double dpi, const Sink& sink) : sink_(sink) {
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, fail, [](png_structp, auto) {});
    info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
    if (info_ == nullptr) throw std::bad_alloc();
    png_set_write_fn(png_, this, put, [](png_structp) {});
    png_set_IHDR(png_, info_, static_cast<unsigned>(width), static_cast<unsigned>(height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const auto a_metre = static_cast<unsigned>(std::lround(dpi / 0.0254));
    png_set_pHYs(png_, info_, a_metre, a_metre, PNG_RESOLUTION_METER);
    // Flat areas and sharp edges: one cheap filter and little effort already make them small.
    png_set_filter(png_, 0, PNG_FILTER_SUB);
    png_set_compression_level(png_, 3);
    png_write_info(png_, info_);
  }
  PngWriter(const PngWriter&) = delete;
  PngWriter& operator=(const PngWriter&) = delete;
  ~PngWriter() { png_destroy_write_struct(&png_, &info_); }

  void row(const std::vector<std::uint8_t>& row) { png_write_row(png_, row.data()); }
  void end() { png_write_end(png_, nullptr); }

 private:
  [[noreturn]] static void fail(png_structp, png_const_charp why) {
    throw Error(ErrorKind::failed, format(_("The picture could not be drawn: {}."), why));
  }
  static void put(png_structp png, png_bytep bytes, std::size_t size) {
    static_cast<PngWriter*>(png_get_io_ptr(png))->sink_({bytes, size});
  }

  const Sink& sink_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

// Rows of the band whose first is `top`, drawn in as many surfaces as its width takes.
void write_band(PngWriter& writer, const Picture& picture, const Sheet& sheet, double scale,
                int width, int top, int rows) {
  const auto row_bytes = static_cast<std::size_t>(width) * 3;
  std::vector<Surface> parts;
  for (int left = 0; left < width; left += longest_surface_side) {
    parts.emplace_back(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, std::min(longest_surface_side, width - left), rows));
    check(cairo_surface_status(parts.back().get()));
    draw_part(parts.back().get(), picture, sheet, scale, left, top);
  }
  std::vector<std::uint8_t> row(row_bytes);
  for (int y = 0; y < rows; ++y) {
    std::uint8_t* to = row.data();
    for (const Surface& part : parts) {
      const auto* from = reinterpret_cast<const std::uint32_t*>(
          cairo_image_surface_get_data(part.get()) +
          static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(part.get()));
      for (int x = cairo_image_surface_get_width(part.get()); x > 0; --x, ++from) {
        *to++ = static_cast<std::uint8_t>(*from >> 16);
        *to++ = static_cast<std::uint8_t>(*from >> 8);
        *to++ = static_cast<std::uint8_t>(*from);
      }
    }
    writer.row(row);
  }
}

}  // namespace

std::string to_svg(const Picture& picture) {
  const Sheet sheet = lay_out_sheet(picture);
  const bool is_plain = picture.detail == Detail::plain;
  constexpr std::size_t bytes_of_a_plain_card = 280, bytes_of_a_card = 900;
  SvgPen pen(sheet.width, sheet.height, picture.title,
             is_plain ? SvgPen::Form::compact : SvgPen::Form::full,
             picture.scene.cards.size() * (is_plain ? bytes_of_a_plain_card : bytes_of_a_card));
  paint_sheet(pen, picture, sheet);
  return pen.finished();
}

void write_png(const Picture& picture, double dpi, const Sink& sink, int band_pixels) {
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
  const int width = pixels(sheet.width), height = pixels(sheet.height);
  const int rows = std::max(16, (band_pixels > 0 ? band_pixels : pixels_of_a_band) / width);
  PngWriter writer(width, height, dpi, sink);
  for (int top = 0; top < height; top += rows)
    write_band(writer, picture, sheet, scale, width, top, std::min(rows, height - top));
  writer.end();
}

std::vector<std::uint8_t> to_png(const Picture& picture, double dpi) {
  std::vector<std::uint8_t> bytes;
  write_png(picture, dpi, [&](std::span<const std::uint8_t> part) {
    bytes.insert(bytes.end(), part.begin(), part.end());
  });
  return bytes;
}

}  // namespace inroad::render
