// SPDX-License-Identifier: MIT
#include "workbench/outline_model.h"

#include <wx/dcmemory.h>
#include <wx/graphics.h>

#include "workbench/look.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

std::size_t place(const wxDataViewItem& item) { return reinterpret_cast<std::size_t>(item.GetID()) - 1; }
wxDataViewItem item_at(std::size_t place) { return wxDataViewItem(reinterpret_cast<void*>(place + 1)); }

// The attitude's glyph in its colour, drawn with shapes so that no font decides how it looks.
wxBitmap glyph_bitmap(msg::Attitude attitude) {
  wxBitmap bitmap(24, 14, 32);
  bitmap.UseAlpha();
  wxMemoryDC dc(bitmap);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  cairo_set_operator(cairo, CAIRO_OPERATOR_CLEAR);
  cairo_paint(cairo);
  cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
  const render::Theme& theme = theme_now();
  set_ink(cairo, theme.attitude[static_cast<std::size_t>(attitude)]);
  const auto triangle = [&](double x, bool is_up) {
    cairo_move_to(cairo, x, is_up ? 11 : 3);
    cairo_line_to(cairo, x + 10, is_up ? 11 : 3);
    cairo_line_to(cairo, x + 5, is_up ? 3 : 11);
    cairo_close_path(cairo);
    cairo_fill(cairo);
  };
  switch (attitude) {
    case msg::Attitude::mentor: triangle(1, true); triangle(12, true); break;
    case msg::Attitude::supporter: triangle(12, true); break;
    case msg::Attitude::neutral:
      cairo_arc(cairo, 17, 7, 4, 0, 7);
      cairo_fill(cairo);
      break;
    case msg::Attitude::non_supporter: triangle(12, false); break;
    case msg::Attitude::opponent: triangle(1, false); triangle(12, false); break;
    default: draw_text(cairo, lay_out({{"?", theme.soft_ink, true, 0.8}}, 0), 14, 0);
  }
  graphics->Flush();
  return bitmap;
}

}  // namespace

OutlineModel::OutlineModel() = default;

void OutlineModel::show(const Session* session, const std::string& typed) {
  session_ = session;
  state_ = session == nullptr ? nullptr : session->shared_state();
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    glyphs_[i] = wxBitmapBundle::FromBitmap(glyph_bitmap(static_cast<msg::Attitude>(i)));
  }
  snapshot_ = session == nullptr || session->survey() == nullptr ? nullptr : session->survey()->snapshot;
  mark_shown(typed);
  Cleared();
}

void OutlineModel::attitudes_changed() {
  snapshot_ = session_ == nullptr || session_->survey() == nullptr ? nullptr : session_->survey()->snapshot;
  for (std::size_t i = 0; i < is_shown_.size(); ++i) {
    if (is_shown_[i]) ItemChanged(item_at(i));
  }
}

// Who is found, and everybody above them.
void OutlineModel::mark_shown(const std::string& typed) {
  people_shown_ = 0;
  first_found_.clear();
  is_shown_.clear();
  if (state_ == nullptr) return;
  const auto& nodes = state_->tree.nodes;
  is_shown_.assign(nodes.size(), false);
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const TreeNode& here = nodes[i];
    const Person* person = state_->account.find<Person>(here.person);
    if (person != nullptr && is_found(state_->account, *person, typed)) {
      is_shown_[i] = true;
      first_found_ = here.person;
      ++people_shown_;
    }
    if (is_shown_[i] && here.parent >= 0) is_shown_[static_cast<std::size_t>(here.parent)] = true;
  }
}

const TreeNode& OutlineModel::node(const wxDataViewItem& item) const {
  return state_->tree.nodes[place(item)];
}

msg::Attitude OutlineModel::attitude_of(const TreeNode& node) const {
  return snapshot_ == nullptr ? msg::Attitude::unset : workbench::attitude_of(*snapshot_, node.person);
}

Id OutlineModel::person_of(const wxDataViewItem& item) const { return item.IsOk() ? node(item).person : Id(); }

wxDataViewItem OutlineModel::item_of(const Id& person) const {
  if (state_ == nullptr || person.empty()) return wxDataViewItem();
  for (std::size_t i = 0; i < is_shown_.size(); ++i) {
    if (is_shown_[i] && state_->tree.nodes[i].person == person) return item_at(i);
  }
  return wxDataViewItem();
}

std::vector<wxDataViewItem> OutlineModel::all_headings_and_managers() const {
  std::vector<wxDataViewItem> items;
  for (std::size_t i = 0; i < is_shown_.size(); ++i) {
    if (is_shown_[i] && !state_->tree.nodes[i].children.empty()) items.push_back(item_at(i));
  }
  return items;
}

void OutlineModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned) const {
  const TreeNode& here = node(item);
  const Account& account = state_->account;
  wxDataViewIconText shown;
  if (const Person* person = account.find<Person>(here.person)) {
    shown.SetText(to_wx(person->name));
    const bool has_glyph = here.side == Side::client || here.side == Side::partner;
    if (has_glyph) shown.SetBitmapBundle(glyphs_[static_cast<std::size_t>(attitude_of(here))]);
  } else if (const Unit* unit = account.find<Unit>(here.unit)) {
    shown.SetText(to_wx(unit->name));
  } else {
    shown.SetText(to_wx(say(here.side)));
  }
  value << shown;
}

wxDataViewItem OutlineModel::GetParent(const wxDataViewItem& item) const {
  const int parent = item.IsOk() ? node(item).parent : -1;
  return parent < 0 ? wxDataViewItem() : item_at(static_cast<std::size_t>(parent));
}

bool OutlineModel::IsContainer(const wxDataViewItem& item) const {
  return !item.IsOk() || !node(item).children.empty();
}

unsigned OutlineModel::GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const {
  if (state_ == nullptr) return 0;
  const PeopleTree& tree = state_->tree;
  for (const int child : item.IsOk() ? node(item).children : tree.roots) {
    const auto index = static_cast<std::size_t>(child);
    if (is_shown_[index]) children.Add(item_at(index));
  }
  return static_cast<unsigned>(children.GetCount());
}

}  // namespace inroad::workbench
