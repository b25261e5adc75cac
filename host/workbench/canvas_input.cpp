// SPDX-License-Identifier: MIT
//
// Mouse and keyboard on the canvas.
#include <cmath>
#include <limits>

#include "render/picture.h"
#include "workbench/canvas.h"

namespace inroad::workbench {

void Canvas::bind_input() {
  Bind(wxEVT_LEFT_DOWN, &Canvas::press, this);
  Bind(wxEVT_MIDDLE_DOWN, &Canvas::press, this);
  Bind(wxEVT_MOTION, &Canvas::move, this);
  Bind(wxEVT_LEFT_UP, &Canvas::release, this);
  Bind(wxEVT_MIDDLE_UP, &Canvas::release, this);
  Bind(wxEVT_MOUSEWHEEL, &Canvas::wheel, this);
  Bind(wxEVT_KEY_DOWN, &Canvas::key, this);
  Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_SPACE) is_space_down_ = false;
    update_cursor();
    event.Skip();
  });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { end_drag(); });
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
    end_drag();
    const Hit found = hit(event.GetPosition());
    if (!found.person.empty() || !found.tie.empty()) CallAfter([this] { wishes_.edit(); });
  });
  Bind(wxEVT_RIGHT_DOWN, [this](wxMouseEvent& event) {
    SetFocus();
    if (session_ == nullptr) return;
    const Hit found = hit(event.GetPosition());
    session_->select({found.person, found.tie});
    wishes_.show_menu(*this);
  });
}

Canvas::Hit Canvas::hit(wxPoint at) const {
  if (!drawn_) return {};
  if (const msg::Card* card = card_of(hovered_)) {
    const Box box = on_window(*card);
    if (std::hypot(at.x - box.x - box.width / 2, at.y - box.y) <= FromDIP(8)) return {hovered_, {}, true};
  }
  const double x = port_.to_scene_x(at.x), y = port_.to_scene_y(at.y);
  const msg::SceneT& scene = drawn_->picture.scene;
  const int card = render::card_at(scene, x, y);
  if (card >= 0) {
    return {Id(drawn_->snapshot->person_id(scene.cards[static_cast<std::size_t>(card)].person())), {}};
  }
  const int link = render::link_at(scene, x, y, FromDIP(5) / port_.scale());
  const int tie = link < 0 ? -1 : scene.links[static_cast<std::size_t>(link)].tie();
  return tie < 0 ? Hit{} : Hit{{}, Id(drawn_->snapshot->tie_id(static_cast<std::uint32_t>(tie)))};
}

void Canvas::press(wxMouseEvent& event) {
  SetFocus();
  if (session_ == nullptr || !drawn_ || drag_ != Drag::none) return;
  pressed_at_ = last_at_ = event.GetPosition();
  has_dragged_ = false;
  const Hit found = hit(event.GetPosition());
  const bool is_writable = session_->state().is_writable;
  if (event.MiddleDown() || is_space_down_) {
    drag_ = Drag::pan;
  } else if (!found.person.empty()) {
    dragged_ = found.person;
    drag_ = is_writable && (found.is_handle || is_drawing_tie_) ? Drag::tie : Drag::card;
    session_->select({found.person, {}});
  } else if (!found.tie.empty()) {
    session_->select({{}, found.tie});
  } else {
    drag_ = Drag::pan;
  }
  if (drag_ != Drag::none && !HasCapture()) CaptureMouse();
  update_cursor();
}

void Canvas::move(wxMouseEvent& event) {
  const wxPoint at = event.GetPosition();
  if (drag_ == Drag::none) {
    const Hit found = hit(at);
    if (found.person != hovered_) {
      hovered_ = found.person;
      Refresh();
    }
    return;
  }
  if (!has_dragged_ && std::abs(at.x - pressed_at_.x) + std::abs(at.y - pressed_at_.y) < FromDIP(4)) return;
  has_dragged_ = true;
  if (drag_ == Drag::pan) {
    port_.pan(at.x - last_at_.x, at.y - last_at_.y);
    keeps_ = Keeps::nothing;
    moved();
  }
  last_at_ = at;
  Refresh();
}

void Canvas::release(wxMouseEvent& event) {
  const Drag drag = drag_;
  const Id dragged = dragged_;
  const bool has_dragged = has_dragged_;
  // The second press of "draw a tie" comes as a press of its own.
  if (drag == Drag::tie && !has_dragged) {
    if (HasCapture()) ReleaseMouse();
    has_dragged_ = true;
    return;
  }
  end_drag();
  if (session_ == nullptr || !drawn_) return;
  if (drag == Drag::pan && !has_dragged) session_->select({});
  if (drag == Drag::tie) {
    is_drawing_tie_ = false;
    const Id to = hit(event.GetPosition()).person;
    if (!to.empty() && to != dragged) wishes_.draw_tie(dragged, to);
  }
  const msg::Card* card = card_of(dragged);
  if (drag == Drag::card && has_dragged && card != nullptr && session_->state().is_writable) {
    const wxPoint by = event.GetPosition() - pressed_at_;
    session_->edit(put_card(session_->account(), view_, session_->deal(), dragged,
                            std::round(card->x() + by.x / port_.scale()),
                            std::round(card->y() + by.y / port_.scale())));
  }
  update_cursor();
}

void Canvas::wheel(wxMouseEvent& event) {
  const double steps = static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta();
  constexpr double zoom_step = 1.15;
  if (event.ControlDown()) {
    port_.zoom_about(event.GetX(), event.GetY(), std::pow(zoom_step, steps));
  } else {
    const double by = steps * FromDIP(60);
    const bool is_sideways = event.ShiftDown() || event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
    port_.pan(is_sideways ? by : 0, is_sideways ? 0 : by);
  }
  keeps_ = Keeps::nothing;
  moved();
}

void Canvas::key(wxKeyEvent& event) {
  if (session_ == nullptr) return event.Skip();
  const bool has_selection = session_->selection() != Selection();
  switch (event.GetKeyCode()) {
    case WXK_SPACE: is_space_down_ = true; break;
    case WXK_ESCAPE:
      is_drawing_tie_ = false;
      end_drag();
      session_->select({});
      break;
    case WXK_RETURN:
      if (has_selection) wishes_.edit();
      break;
    case WXK_DELETE:
      if (has_selection) wishes_.remove();
      break;
    case WXK_WINDOWS_MENU: wishes_.show_menu(*this); break;
    case WXK_LEFT: step_selection(-1, 0); break;
    case WXK_RIGHT: step_selection(1, 0); break;
    case WXK_UP: step_selection(0, -1); break;
    case WXK_DOWN: step_selection(0, 1); break;
    case WXK_TAB:
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
      break;
    default:
      if (event.GetUnicodeKey() == '+') return zoom_by(1.25);
      if (event.GetUnicodeKey() == '-') return zoom_by(0.8);
      event.Skip();
  }
  update_cursor();
}

// The nearest card in that direction, sideways distance counting double.
void Canvas::step_selection(int dx, int dy) {
  if (!drawn_ || drawn_->picture.scene.cards.empty()) return;
  const auto& cards = drawn_->picture.scene.cards;
  const msg::Card* here = card_of(session_->selection().person);
  const msg::Card* best = here == nullptr ? &cards.front() : nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const msg::Card& card : cards) {
    if (here == nullptr || &card == here) continue;
    const double x = card.x() - here->x(), y = card.y() - here->y();
    const double along = x * dx + y * dy, across = std::abs(x * dy) + std::abs(y * dx);
    if (along <= 0 || along + 2 * across >= least) continue;
    least = along + 2 * across;
    best = &card;
  }
  if (best != nullptr) session_->select({Id(drawn_->snapshot->person_id(best->person())), {}});
}

void Canvas::start_tie() {
  is_drawing_tie_ = true;
  SetFocus();
  update_cursor();
}

void Canvas::end_drag() {
  drag_ = Drag::none;
  has_dragged_ = false;
  dragged_.clear();
  if (HasCapture()) ReleaseMouse();
  Refresh();
}

void Canvas::update_cursor() {
  const wxStockCursor shape = drag_ == Drag::pan || is_space_down_ ? wxCURSOR_SIZING
                              : is_drawing_tie_                    ? wxCURSOR_CROSS
                                                                   : wxCURSOR_ARROW;
  SetCursor(wxCursor(shape));
}

}  // namespace inroad::workbench
