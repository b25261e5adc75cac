// SPDX-License-Identifier: MIT
//
// A scene with its faces, ready to be drawn, and the ways to draw it. The same picture everywhere.
#pragma once
#include <cairo.h>
#include <inroad/messages/call_generated.h>
#include <inroad/messages/scene_generated.h>

#include <cstdint>
#include <string>
#include <vector>

#include "render/theme.h"

namespace inroad::render {

// title: shown as metadata. ids: for data-id attributes, as the snapshot has them.
// legend: what the colours and lines mean, one row; empty = none. footer: "data as of …".
struct LegendEntry {
  enum class Kind { attitude, link, text } kind{};
  msg::Attitude attitude{};
  msg::Link link{};
  std::string text;
};
struct Picture {
  msg::SceneT scene;
  std::vector<msg::FaceT> faces;  // by person index
  std::vector<std::string> person_ids, tie_ids;
  const Theme* theme = nullptr;
  std::string title, footer;
  std::vector<LegendEntry> legend;
};

// Size of the whole sheet in points, margins, legend and footer included.
struct SheetSize { double width, height; };
SheetSize sheet_size(const Picture& picture);

// Draws the scene (without sheet margins) in scene coordinates onto a Cairo context: canvas and files
// alike. scale: device pixels a point, for levels of detail. Culls to the context's clip.
void draw_scene(cairo_t* cairo, const Picture& picture, double scale);

// Whole files in memory. SVG has every text as real <text>, data-id per card and link; PDF searchable
// text and title. png: dpi 144 by default; throws Error(failed) with the largest dpi that fits.
std::string to_svg(const Picture& picture);
std::vector<std::uint8_t> to_pdf(const Picture& picture);
std::vector<std::uint8_t> to_png(const Picture& picture, double dpi = 144);

// Which card or link lies at a point of the scene (topmost); index into scene.cards / scene.links, -1 none.
int card_at(const msg::SceneT& scene, double x, double y);
int link_at(const msg::SceneT& scene, double x, double y, double tolerance);

// A link's points with curves flattened to lines, in scene coordinates.
std::vector<msg::Point> flattened(const msg::SceneT& scene, const msg::Link& link);

}  // namespace inroad::render
