// SPDX-License-Identifier: MIT
//
// One view of the account as a picture to pan, zoom, select in and edit on. The scene is drawn by a
// worker into an image a little larger than the window; while a new one is made, the old one is moved
// and stretched. The GUI thread paints only that image and what moves: selection, drags, handles.
#pragma once
#include <optional>

#include "app/draw.h"
#include "workbench/jobs.h"
#include "workbench/look.h"
#include "workbench/session.h"
#include "workbench/viewport.h"
#include <wx/panel.h>
#include <wx/timer.h>

namespace inroad::workbench {

class Legend;
class Minimap;

class Canvas : public wxPanel {
 public:
  // What the canvas asks its window for. All on the current selection unless said.
  struct Wishes {
    std::function<void()> edit;
    std::function<void()> remove;
    std::function<void(wxWindow&)> show_menu;
    std::function<void(const Id& from, const Id& to)> draw_tie;
    std::function<void(double scale)> zoomed;
  };
  Canvas(wxWindow* parent, std::string view, Deliver deliver, Wishes wishes);
  ~Canvas() override;

  // null: nothing to show any more. Must be called before the session goes.
  void show(Session* session);
  void picture_changed();
  void selection_changed();

  const std::string& view() const { return view_; }
  double zoom() const { return port_.scale() / Viewport::actual_size; }
  // All of the scene, however small.
  void fit();
  void actual_size();
  void zoom_by(double factor);
  // The next two presses on cards draw a tie; Esc ends it.
  void start_tie();

  // For the minimap.
  const app::Drawn* drawn() const { return drawn_.get(); }
  Box seen() const;
  void look_at(double scene_x, double scene_y);

 private:
  using Image = std::shared_ptr<cairo_surface_t>;
  // area: what the image shows, in the scene. scale: its pixels a point.
  struct Painted {
    Image image;
    Box area;
    double scale = 1;
  };
  enum class Drag { none, pan, card, tie };
  struct Hit {
    Id person, tie;
    bool is_handle = false;
  };

  // canvas.cpp
  void moved();
  void place_at_first();
  void show_selected();
  Box surroundings() const;
  wxSize free_size() const;
  void want_image();
  static Painted paint_image(const app::Drawn& drawn, const Box& area, double scale);
  void place_overlays();
  const msg::Card* card_of(const Id& person) const;
  Box on_window(const msg::Card& card) const;

  // canvas_paint.cpp
  void paint();
  void paint_grid(cairo_t* cairo) const;
  void paint_image(cairo_t* cairo) const;
  void paint_selection(cairo_t* cairo) const;
  void paint_drag(cairo_t* cairo) const;

  // canvas_input.cpp
  void bind_input();
  Hit hit(wxPoint at) const;
  void press(wxMouseEvent& event);
  void move(wxMouseEvent& event);
  void release(wxMouseEvent& event);
  void wheel(wxMouseEvent& event);
  void key(wxKeyEvent& event);
  void step_selection(int dx, int dy);
  void end_drag();
  void update_cursor();

  std::string view_;
  Wishes wishes_;
  Session* session_ = nullptr;
  Viewport port_;
  // What is kept in sight when the window or the picture changes: all of it after "Fit"; at first a
  // readable part, until somebody is selected or the user moves the map.
  enum class Keeps { first_look, all, nothing } keeps_ = Keeps::first_look;
  bool is_selection_unseen_ = false;  // chosen since it was last looked for
  std::shared_ptr<const app::Drawn> drawn_;
  std::optional<Painted> painted_;
  wxTimer settle_;  // an image at the new scale, once the wheel rests
  Minimap* minimap_;
  Legend* legend_;

  Drag drag_ = Drag::none;
  bool has_dragged_ = false, is_space_down_ = false, is_drawing_tie_ = false;
  wxPoint pressed_at_, last_at_;
  Id dragged_, hovered_;

  Jobs painter_;
};

}  // namespace inroad::workbench
