// SPDX-License-Identifier: MIT
#include "workbench/outline.h"

#include <wx/sizer.h>

#include <algorithm>

namespace inroad::workbench {

Outline::Outline(wxWindow* parent, Wishes wishes)
    : wxPanel(parent), wishes_(std::move(wishes)), model_(new OutlineModel) {
  search_ = new wxSearchCtrl(this, wxID_ANY);
  search_->SetDescriptiveText(to_wx(_("Find a person")));
  search_->SetMinSize(FromDIP(wxSize(120, 30)));
  set_spoken(*search_, _("Find a person"));
  count_ = new wxStaticText(this, wxID_ANY, wxString());
  wxFont small = count_->GetFont().Scaled(0.85f);
  small.SetWeight(wxFONTWEIGHT_SEMIBOLD);
  count_->SetFont(small);
  tree_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
  tree_->AssociateModel(model_.get());
  auto* named = new wxDataViewIconTextRenderer;
  named->EnableEllipsize(wxELLIPSIZE_END);
  auto* column = new wxDataViewColumn(to_wx(_("Person")), named, 0, FromDIP(120), wxALIGN_LEFT);
  tree_->AppendColumn(column);
  tree_->SetExpanderColumn(column);
  tree_->SetIndent(0);  // the arrows indent enough
  set_spoken(*tree_, _("People"));
  steps_ = new Column(this, _("Next steps"));
  steps_->SetMinSize(FromDIP(wxSize(-1, 150)));

  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(10);
  sizer->Add(search_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(count_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap / 2 + 2));
  sizer->Add(tree_, wxSizerFlags(1).Expand());
  sizer->Add(steps_, wxSizerFlags().Expand());
  SetSizer(sizer);
  colours_changed();

  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
  search_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { search_->Clear(); });
  search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { choose_found(); });
  tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    measure_again(*tree_->GetColumn(0));
    event.Skip();
  });
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
    if (session_ == nullptr || is_following_) return;
    const Id person = model_->person_of(event.GetItem());
    if (!person.empty()) session_->select({person, {}});
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (!model_->person_of(event.GetItem()).empty()) CallAfter([this] { wishes_.edit(); });
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) {
    if (session_ == nullptr) return;
    session_->select({model_->person_of(event.GetItem()), {}});
    wishes_.show_menu(*this);
  });
  tree_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE && session_ != nullptr && !session_->selection().person.empty()) {
      wishes_.remove();
    } else {
      event.Skip();
    }
  });
}

void Outline::colours_changed() {
  SetBackgroundColour(to_wx(theme_now().paper));
  count_->SetForegroundColour(to_wx(theme_now().soft_ink));
  tree_->SetBackgroundColour(to_wx(theme_now().paper));
  if (session_ != nullptr) account_changed();
}

void Outline::show(Session* session) {
  session_ = session;
  search_->ChangeValue(wxString());
  model_->show(nullptr, {});
}

void Outline::find() {
  search_->SetFocus();
  search_->SelectAll();
}

// Return in the search box.
void Outline::choose_found() {
  if (session_ == nullptr || model_->first_found().empty()) return;
  session_->select({model_->first_found(), {}});
  tree_->SetFocus();
}

void Outline::account_changed() {
  fill();
  fill_steps();
}

void Outline::fill() {
  if (session_ == nullptr) return;
  is_following_ = true;
  model_->show(session_, from_wx(search_->GetValue()));
  expand_all();
  is_following_ = false;
  count_->SetLabel(to_label(format(_("PEOPLE · {}"), model_->people_shown())));
  selection_changed();
}

void Outline::expand_all() {
  for (const wxDataViewItem& item : model_->all_headings_and_managers()) tree_->Expand(item);
}

void Outline::attitudes_changed() {
  model_->attitudes_changed();
  measure_again(*tree_->GetColumn(0));
}

void Outline::selection_changed() {
  if (session_ == nullptr) return;
  const wxDataViewItem item = model_->item_of(session_->selection().person);
  if (item == tree_->GetSelection()) return;
  is_following_ = true;
  if (item.IsOk()) {
    tree_->SetCurrentItem(item);  // not Select: on taking the focus GTK would choose its own first row
    tree_->EnsureVisible(item);
  } else {
    tree_->UnselectAll();
  }
  is_following_ = false;
}

// Open steps first, by day; a press says it is done, or not after all.
void Outline::fill_steps() {
  std::vector<const Action*> actions;
  for (const auto& [id, action] : session_->account().all<Action>()) {
    if (action.deal.empty() || action.deal == session_->deal()) actions.push_back(&action);
  }
  std::ranges::sort(actions, {}, [](const Action* action) {
    return std::tuple(!action->done.empty(), action->done.empty() ? action->due : Date(), action->id);
  });
  const render::Theme& theme = theme_now();
  steps_->start();
  if (!actions.empty()) steps_->add_heading(format(_("Next steps · {}"), actions.size()));
  for (const Action* action : actions) {
    const bool is_done = !action->done.empty();
    const bool is_late = !is_done && !action->due.empty() && action->due < session_->today();
    TextLine::Content content;
    content.runs = {{is_done ? "☑ " : "☐ ", theme.soft_ink},
                    {is_done || action->due.empty() ? std::string() : action->due.substr(5) + "  ",
                     is_late ? theme.warning : theme.soft_ink},
                    {action->what, is_done ? theme.faint : theme.ink}};
    const Id id = action->id;
    steps_->add(std::move(content), [this, id, is_done] {
      const Value done = is_done ? Value() : Value(session_->today());
      session_->edit(set_field(RecordKind::actions, id, "done", done));
    });
  }
  steps_->finish();
}

}  // namespace inroad::workbench
