// SPDX-License-Identifier: MIT
//
// How the window's own painting looks: the theme that goes with the desktop's, and text laid out by
// Pango as everywhere else in the program. GUI thread only.
#pragma once
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "render/theme.h"
#include "workbench/wx_text.h"
#include <wx/colour.h>
#include <wx/dataview.h>
#include <wx/window.h>

namespace inroad::workbench {

// "light" or "dark", as the desktop is.
const render::Theme& theme_now();
wxColour to_wx(render::Colour colour);
void set_ink(cairo_t* cairo, render::Colour colour, double alpha = 1);
void round_box(cairo_t* cairo, double x, double y, double width, double height, double radius);

// A stretch of text in one style. scale: of the desktop's font size.
struct Run {
  std::string text;
  render::Colour ink = 0;
  bool is_bold = false;
  double scale = 1;
};

struct LayoutEnd {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using TextLayout = std::unique_ptr<PangoLayout, LayoutEnd>;

// The runs as one paragraph, wrapped at width pixels (0: not wrapped). is_cut: one line, cut with "…".
TextLayout lay_out(const std::vector<Run>& runs, double width, bool is_cut = false);
struct Extent {
  double width, height;
};
Extent extent_of(const TextLayout& layout);
void draw_text(cairo_t* cairo, const TextLayout& layout, double x, double y);

// The glyph of an attitude ("▲▲"), and evidence as dots ("●●●○○").
std::string glyph_of(msg::Attitude attitude);
std::string dots_of(msg::Evidence evidence);

// GTK shares a column's width out among its icon and text once, and keeps that share when the size it
// was made for was not the real one: has it done anew.
void measure_again(wxDataViewColumn& column);

// What assistive technology calls a control that paints itself; is_button: it can be pressed.
void set_spoken(wxWindow& window, const std::string& name, bool is_button = false);

}  // namespace inroad::workbench
