// SPDX-License-Identifier: MIT
#include "workbench/look.h"

#include <wx/font.h>
#include <wx/settings.h>

#include <numbers>

// The few calls needed of GTK and ATK, which wx is built on; their headers are not.
extern "C" {
struct _AtkObject;
_AtkObject* gtk_widget_get_accessible(GtkWidget* widget);
void gtk_tree_view_column_queue_resize(GtkTreeViewColumn* column);
void atk_object_set_name(_AtkObject* object, const char* name);
int atk_role_for_name(const char* name);
void atk_object_set_role(_AtkObject* object, int role);
}

namespace inroad::workbench {

const render::Theme& theme_now() {
  return render::theme_named(wxSystemSettings::GetAppearance().IsDark() ? "dark" : "light");
}

wxColour to_wx(render::Colour colour) {
  return {static_cast<unsigned char>(colour >> 16), static_cast<unsigned char>(colour >> 8 & 0xff),
          static_cast<unsigned char>(colour & 0xff)};
}

void set_ink(cairo_t* cairo, render::Colour colour, double alpha) {
  cairo_set_source_rgba(cairo, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0, alpha);
}

void round_box(cairo_t* cairo, double x, double y, double width, double height, double radius) {
  constexpr double quarter = std::numbers::pi / 2;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, x + width - radius, y + radius, radius, -quarter, 0);
  cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, quarter);
  cairo_arc(cairo, x + radius, y + height - radius, radius, quarter, 2 * quarter);
  cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo);
}

namespace {

struct ContextEnd {
  void operator()(PangoContext* context) const { g_object_unref(context); }
};

// The desktop's font, at the resolution GTK lays out with.
PangoContext* context_now() {
  static const std::unique_ptr<PangoContext, ContextEnd> context(
      pango_font_map_create_context(pango_cairo_font_map_get_default()));
  const wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
  PangoFontDescription* description =
      pango_font_description_from_string(font.GetNativeFontInfoDesc().utf8_str());
  pango_context_set_font_description(context.get(), description);
  pango_font_description_free(description);
  return context.get();
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

guint16 wide(render::Colour colour, int shift) {
  return static_cast<guint16>((colour >> shift & 0xff) * 0x101);
}

}  // namespace

TextLayout lay_out(const std::vector<Run>& runs, double width, bool is_cut) {
  TextLayout layout(pango_layout_new(context_now()));
  std::string text;
  PangoAttrList* attributes = pango_attr_list_new();
  for (const Run& run : runs) {
    const std::size_t from = text.size();
    text += run.text;
    add(attributes, pango_attr_foreground_new(wide(run.ink, 16), wide(run.ink, 8), wide(run.ink, 0)),
        from, text.size());
    if (run.is_bold) add(attributes, pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), from, text.size());
    if (run.scale != 1) add(attributes, pango_attr_scale_new(run.scale), from, text.size());
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (is_cut) {
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  return layout;
}

Extent extent_of(const TextLayout& layout) {
  int width = 0, height = 0;
  pango_layout_get_pixel_size(layout.get(), &width, &height);
  return {static_cast<double>(width), static_cast<double>(height)};
}

void draw_text(cairo_t* cairo, const TextLayout& layout, double x, double y) {
  cairo_move_to(cairo, x, y);
  pango_cairo_show_layout(cairo, layout.get());
}

std::string glyph_of(msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::mentor: return "▲▲";
    case msg::Attitude::supporter: return "▲";
    case msg::Attitude::neutral: return "●";
    case msg::Attitude::non_supporter: return "▼";
    case msg::Attitude::opponent: return "▼▼";
    default: return "?";
  }
}

std::string dots_of(msg::Evidence evidence) {
  std::string dots;
  for (int i = 1; i <= 5; ++i) dots += i <= static_cast<int>(evidence) ? "●" : "○";
  return dots;
}

void measure_again(wxDataViewColumn& column) {
  gtk_tree_view_column_queue_resize(reinterpret_cast<GtkTreeViewColumn*>(column.GetGtkHandle()));
}

void set_spoken(wxWindow& window, const std::string& name, bool is_button) {
  window.SetName(to_wx(name));
  _AtkObject* spoken = gtk_widget_get_accessible(window.GetHandle());
  if (spoken == nullptr) return;
  atk_object_set_name(spoken, name.c_str());
  if (is_button) atk_object_set_role(spoken, atk_role_for_name("push button"));
}

}  // namespace inroad::workbench
