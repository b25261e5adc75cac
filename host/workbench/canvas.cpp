// SPDX-License-Identifier: MIT
#include "workbench/canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/picture.h"
#include "workbench/legend.h"
#include "workbench/minimap.h"

namespace inroad::workbench {
namespace {

// Cairo's images end at 32767 pixels a side; a window with its margins is far below.
constexpr double largest_side = 16000;

}  // namespace

Canvas::Canvas(wxWindow* parent, std::string view, Deliver deliver, Wishes wishes)
    : view_(std::move(view)),
      wishes_(std::move(wishes)),
      painter_(std::move(deliver), [](const std::string&) {}) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE);
  set_spoken(*this, _("Map. The outline at the left can do everything the map can."));
  minimap_ = new Minimap(this);
  legend_ = new Legend(this);
  minimap_->Hide();
  legend_->Hide();
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    place_overlays();
    if (keeps_ == Keeps::all) fit();
    if (keeps_ == Keeps::first_look) place_at_first();
    moved();
    event.Skip();
  });
  settle_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { want_image(); });
  bind_input();
}

Canvas::~Canvas() = default;

void Canvas::show(Session* session) {
  if (session == session_) return;
  session_ = session;
  drawn_.reset();
  painted_.reset();
  painter_.cancel();
  keeps_ = Keeps::first_look;
  end_drag();
  minimap_->Hide();
  legend_->Hide();
  Refresh();
}

void Canvas::picture_changed() {
  if (session_ == nullptr) return;
  const auto drawn = session_->drawn(view_);
  if (drawn == drawn_) return;
  drawn_ = drawn;
  legend_->show(drawn_->picture);
  legend_->Show();
  minimap_->Show();
  place_overlays();
  if (keeps_ == Keeps::all) fit();
  if (keeps_ == Keeps::first_look) place_at_first();
  show_selected();
  minimap_->Refresh();
  want_image();
}

void Canvas::selection_changed() {
  is_selection_unseen_ = true;
  show_selected();
  Refresh();
}

// Once for each selection: somebody just added has no card before the next picture.
void Canvas::show_selected() {
  const msg::Card* card = session_ == nullptr ? nullptr : card_of(session_->selection().person);
  if (card == nullptr || !std::exchange(is_selection_unseen_, false)) return;
  if (keeps_ == Keeps::first_look) return place_at_first();
  if (drag_ != Drag::none) return;
  const Box box = on_window(*card);
  const wxSize size = free_size();
  const bool is_seen = box.x + box.width > 0 && box.y + box.height > 0 && box.x < size.x && box.y < size.y;
  if (!is_seen) look_at(card->x() + card->width() / 2, card->y() + card->height() / 2);
}

// The overview and the legend stand below the picture, not on it.
wxSize Canvas::free_size() const {
  const wxSize size = GetClientSize();
  return {size.x, std::min(minimap_->GetPosition().y, legend_->GetPosition().y)};
}

void Canvas::fit() {
  if (!drawn_) return;
  const wxSize size = free_size();
  port_.fit(drawn_->picture.scene.width, drawn_->picture.scene.height, size.x, size.y, FromDIP(12));
  keeps_ = Keeps::all;
  moved();
}

// The selected person's card with those on the lit path, in the scene.
Box Canvas::surroundings() const {
  std::vector<Id> people = session_->lit().people;
  if (std::ranges::find(people, session_->selection().person) == people.end()) people.clear();
  people.push_back(session_->selection().person);
  double left = drawn_->picture.scene.width, top = drawn_->picture.scene.height, right = 0, bottom = 0;
  for (const Id& person : people) {
    const msg::Card* card = card_of(person);
    if (card == nullptr) continue;
    left = std::min(left, static_cast<double>(card->x()));
    top = std::min(top, static_cast<double>(card->y()));
    right = std::max(right, static_cast<double>(card->x() + card->width()));
    bottom = std::max(bottom, static_cast<double>(card->y() + card->height()));
  }
  if (right < left) return {0, 0, drawn_->picture.scene.width, 0};  // nobody yet: the top of the map
  return {left, top, right - left, bottom - top};
}

// All of a small map; of a large one the selected person's surroundings, large enough to read.
void Canvas::place_at_first() {
  if (!drawn_) return;
  const wxSize size = free_size();
  const msg::SceneT& scene = drawn_->picture.scene;
  const int margin = FromDIP(12);
  port_.fit(scene.width, scene.height, size.x, size.y, margin);
  constexpr double readable = 0.7 * Viewport::actual_size, just_readable = 0.6 * Viewport::actual_size;
  if (port_.scale() < readable) {
    const Box box = surroundings();
    port_.fit(box.width, box.height, size.x, size.y, margin);
    port_.zoom_about(0, 0, std::max(1.0, just_readable / port_.scale()));
    port_.show({0, 0, scene.width, scene.height}, box, size.x, size.y, margin);
  }
  if (card_of(session_->selection().person) != nullptr) keeps_ = Keeps::nothing;
  moved();
}

void Canvas::actual_size() { zoom_by(1 / zoom()); }

void Canvas::zoom_by(double factor) {
  const wxSize size = GetClientSize();
  port_.zoom_about(size.x / 2.0, size.y / 2.0, factor);
  keeps_ = Keeps::nothing;
  moved();
}

Box Canvas::seen() const {
  const wxSize size = GetClientSize();
  return port_.seen(size.x, size.y);
}

void Canvas::look_at(double scene_x, double scene_y) {
  const wxSize size = GetClientSize();
  port_.centre_on(scene_x, scene_y, size.x, size.y);
  keeps_ = Keeps::nothing;
  moved();
}

// The old image stands in at once; a new one is asked for when the window leaves it, and, after a
// change of scale, when the wheel rests.
void Canvas::moved() {
  Refresh();
  minimap_->Refresh();
  if (wishes_.zoomed) wishes_.zoomed(zoom());
  if (!drawn_) return;
  if (!painted_) return want_image();
  const Box box = seen();
  const Box& area = painted_->area;
  const bool is_covered = box.x >= area.x && box.y >= area.y &&
                          box.x + box.width <= area.x + area.width &&
                          box.y + box.height <= area.y + area.height;
  const double wanted = port_.scale() * GetContentScaleFactor();
  constexpr int rest_ms = 60;
  if (!is_covered) {
    want_image();
  } else if (std::abs(painted_->scale / wanted - 1) > 1e-9) {
    settle_.StartOnce(rest_ms);
  }
}

void Canvas::want_image() {
  const wxSize size = GetClientSize();
  if (!drawn_ || size.x <= 0 || size.y <= 0) return;
  const double scale = port_.scale() * GetContentScaleFactor();
  Box area = seen();
  const double margin_x = area.width / 2, margin_y = area.height / 2;
  area = {area.x - margin_x, area.y - margin_y, area.width + 2 * margin_x, area.height + 2 * margin_y};
  painter_.newest([drawn = drawn_, area, scale](const plugins::Watch&) { return paint_image(*drawn, area, scale); },
                  [this](Painted made) {
                    painted_ = std::move(made);
                    Refresh();
                  });
}

Canvas::Painted Canvas::paint_image(const app::Drawn& drawn, const Box& area, double scale) {
  const auto pixels = [&](double points) {
    return static_cast<int>(std::clamp(std::ceil(points * scale), 1.0, largest_side));
  };
  Image image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels(area.width), pixels(area.height)),
              cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(image.get()), cairo_destroy);
  cairo_scale(cairo.get(), scale, scale);
  cairo_translate(cairo.get(), -area.x, -area.y);
  render::draw_scene(cairo.get(), drawn.picture, scale);
  cairo_surface_flush(image.get());
  return {std::move(image), area, scale};
}

void Canvas::place_overlays() {
  const wxSize size = GetClientSize();
  const int gap = FromDIP(12);
  minimap_->SetSize(gap, size.y - FromDIP(72) - gap, FromDIP(128), FromDIP(72));
  const wxSize legend = legend_->size_within(size.x - FromDIP(128) - 4 * gap);
  legend_->SetSize(size.x - legend.x - gap, size.y - legend.y - gap, legend.x, legend.y);
}

const msg::Card* Canvas::card_of(const Id& person) const {
  if (!drawn_ || person.empty()) return nullptr;
  const auto index = person_index(*drawn_->snapshot, person);
  if (!index) return nullptr;
  const auto& cards = drawn_->picture.scene.cards;
  const auto found = std::ranges::find(cards, *index, &msg::Card::person);
  return found == cards.end() ? nullptr : &*found;
}

Box Canvas::on_window(const msg::Card& card) const {
  return {port_.to_window_x(card.x()), port_.to_window_y(card.y()), card.width() * port_.scale(),
          card.height() * port_.scale()};
}

}  // namespace inroad::workbench
