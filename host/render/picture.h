// SPDX-License-Identifier: MIT
//
// A scene with its faces, ready to be drawn, and the ways to draw it. The same picture everywhere.
#pragma once
#include <cairo.h>
#include <inroad/messages/call_generated.h>
#include <inroad/messages/scene_generated.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/theme.h"

namespace inroad::render {

// What a colour, glyph or line means. bars: the three influence bars. mark: a sample of 20 x 12
// points.
struct LegendEntry {
  enum class Kind { attitude, link, text, bars, mark } kind{};
  msg::Attitude attitude{};
  msg::Link link{};
  std::string text;
  msg::MarkT mark = {};
};

// How much of a scene is drawn: plain boxes; boxes, glyphs and names; boxes, names and titles,
// which is what a file of very many cards holds; everything.
enum class Detail { boxes, names, plain, everything };

// From this number of cards on, a file holds no more than Detail::plain unless told otherwise.
constexpr std::size_t cards_of_a_plain_file = 20000;

// A place in the file's table of contents. depth: 0 = top; card: which of the scene's it leads to.
struct Bookmark {
  std::string text;
  std::uint32_t card = 0;
  int depth = 0;
};

// detail: the most that is drawn; a small scale makes it less. title: at the top left, and the
// file's metadata. subtitle, badge (top right, e.g. "Team · confidential"), footer ("data as of
// …"), legend: empty = none. ids: as the snapshot has them.
struct Picture {
  msg::SceneT scene;
  std::vector<msg::FaceT> faces;  // by person index
  std::vector<std::string> person_ids, tie_ids;
  const Theme* theme = nullptr;
  Detail detail = Detail::everything;
  std::string title, subtitle, badge, footer;
  std::vector<LegendEntry> legend;
  std::vector<Bookmark> bookmarks = {};
};

// The legend of what the scene really shows: its attitudes, kinds of lines, the chosen path, the
// bars, what came and went, and the lines the view adds.
std::vector<LegendEntry> legend_of(const msg::SceneT& scene, const std::vector<msg::FaceT>& faces);

// Size of the whole sheet in points, margins, legend and footer included.
struct SheetSize {
  double width, height;
};
SheetSize sheet_size(const Picture& picture);

// Draws the scene (without sheet margins) in scene coordinates onto a Cairo context: canvas and
// files alike. scale: device pixels a point, for levels of detail. Culls to the context's clip.
void draw_scene(cairo_t* cairo, const Picture& picture, double scale);
// The canvas behind a scene on the screen: its colour and a faint grid, over the context's clip.
void draw_backdrop(cairo_t* cairo, const Theme& theme, double scale);

// Whole files in memory. SVG has every text as real <text>, data-id per card and link; PDF
// searchable text, title and bookmarks, creation date from SOURCE_DATE_EPOCH when set; paper: "A3"
// and the like = as many sheets as it takes, empty = one page. png: dpi 144 by default; throws
// Error(failed) with the largest dpi that fits.
std::string to_svg(const Picture& picture);
std::vector<std::uint8_t> to_pdf(const Picture& picture, std::string_view paper = {});
std::vector<std::uint8_t> to_png(const Picture& picture, double dpi = 144);

// The PNG file piece by piece, drawn in bands of about so many pixels (0: as many as is good), so
// that it takes little memory. The bytes do not depend on the bands.
using Sink = std::function<void(std::span<const std::uint8_t>)>;
void write_png(const Picture& picture, double dpi, const Sink& sink, int band_pixels = 0);

// Which card or link lies at a point of the scene (topmost); index into scene.cards / scene.links,
// -1 none.
int card_at(const msg::SceneT& scene, double x, double y);
int link_at(const msg::SceneT& scene, double x, double y, double tolerance);

// The links that show a tie: its own; else, where it was folded into another line, that between the
// same two people, of the same kind if there is one. Indexes into scene.links.
std::vector<std::size_t> links_of_tie(const msg::Snapshot& snapshot, const msg::SceneT& scene,
                                      std::uint32_t tie);

// A link's points with curves flattened to lines, in scene coordinates.
std::vector<msg::Point> flattened(const msg::SceneT& scene, const msg::Link& link);

}  // namespace inroad::render
