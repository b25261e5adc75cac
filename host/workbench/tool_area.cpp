// SPDX-License-Identifier: MIT
#include "workbench/tool_area.h"

#include <wx/sizer.h>

#include <algorithm>
#include <limits>

#include "model/profile.h"
#include "model/profile_words.h"
#include "workbench/share_words.h"

namespace inroad::workbench {

ToolArea::ToolArea(wxWindow* parent, Wishes wishes) : wxPanel(parent), wishes_(std::move(wishes)) {
  person_ = button(_("+ Person"), _("Add a person"), wishes_.add_person);
  tie_ = button(_("⤳ Tie"), _("Draw a tie between two people"), wishes_.add_tie);
  undo_ = button("↶", _("Undo"), wishes_.undo);
  redo_ = button("↷", _("Redo"), wishes_.redo);
  tracks_ = new StepTracks(this, wishes_.steps);
  deal_ = new wxChoice(this, wxID_ANY);
  deal_->SetMinSize(FromDIP(wxSize(150, -1)));
  set_spoken(*deal_, _("Deal"));
  profile_ = new wxChoice(this, wxID_ANY);
  profile_->SetMinSize(FromDIP(wxSize(150, -1)));
  set_spoken(*profile_, _("Share as"));
  export_ = button(_("Export…"), _("Export the map as a picture or slide"), wishes_.export_picture);

  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(8));
  for (wxWindow* control : std::initializer_list<wxWindow*>{person_, tie_, undo_, redo_}) sizer->Add(control, flags);
  sizer->Add(tracks_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, FromDIP(20)));
  for (wxWindow* control : std::initializer_list<wxWindow*>{deal_, profile_, export_}) sizer->Add(control, flags);
  sizer->AddSpacer(FromDIP(8));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(sizer, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
  SetSizer(rows);
  colours_changed();
  profile_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { explain_profile(); });
  deal_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    wishes_.choose_deal(deals_[static_cast<std::size_t>(deal_->GetSelection())]);
  });
}

// The chosen one stays chosen while there is one of its name; else nothing more may leave than before.
void ToolArea::fill_profiles(const Session& session) {
  const std::string chosen = profile();
  const bool has_chosen = profile_->GetSelection() != wxNOT_FOUND;
  const Settings& settings = session.account().settings;
  profiles_ = profile_names(settings);
  profile_->Clear();
  what_leaves_.clear();
  std::vector<std::size_t> fields;
  for (const std::string& name : profiles_) {
    profile_->Append(to_label(format(_("Share as: {}"), title_of_profile(name))));
    const ShareProfile one = profile_named(name, settings);
    what_leaves_.push_back(what_leaves(one));
    fields.push_back(one.is_everything ? std::numeric_limits<std::size_t>::max() : one.allowed.size());
  }
  auto found = std::ranges::find(profiles_, chosen);
  const bool is_lost = has_chosen && found == profiles_.end();
  if (is_lost) found = profiles_.begin() + (std::ranges::min_element(fields) - fields.begin());
  profile_->SetSelection(found == profiles_.end() ? 0 : static_cast<int>(found - profiles_.begin()));
  explain_profile();
  if (is_lost) wishes_.lost_profile(title_of_profile(chosen), title_of_profile(profile()));
}

void ToolArea::explain_profile() {
  profile_->SetToolTip(to_wx(what_leaves_[static_cast<std::size_t>(profile_->GetSelection())]));
}

wxButton* ToolArea::button(const std::string& label, const std::string& spoken, std::function<void()> pressed) {
  auto* made = new wxButton(this, wxID_ANY, to_label(label), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  made->SetMinSize(made->GetBestSize() + FromDIP(wxSize(14, 0)));
  made->SetToolTip(to_wx(spoken));
  set_spoken(*made, spoken);
  made->Bind(wxEVT_BUTTON, [pressed = std::move(pressed)](wxCommandEvent&) { pressed(); });
  return made;
}

void ToolArea::colours_changed() {
  SetBackgroundColour(to_wx(theme_now().paper));
  Refresh();
}

void ToolArea::show(const Session* session) {
  deals_.clear();
  deal_->Clear();
  const bool is_writable = session != nullptr && session->state().is_writable;
  person_->Enable(is_writable);
  tie_->Enable(is_writable);
  export_->Enable(session != nullptr);
  undo_->Enable(is_writable && !session->state().undo_title.empty());
  redo_->Enable(is_writable && !session->state().redo_title.empty());
  if (session == nullptr) {
    profile_->Clear();  // of another account nothing was chosen
    tracks_->Hide();
    return;
  }
  for (const auto& [id, deal] : session->account().all<Deal>()) {
    deals_.push_back(id);
    deal_->Append(to_label(deal.name.empty() ? id : deal.name));
    if (id == session->deal()) deal_->SetSelection(static_cast<int>(deals_.size()) - 1);
  }
  deal_->Enable(!deals_.empty());
  fill_profiles(*session);
  const std::string undo = session->state().undo_title, redo = session->state().redo_title;
  const std::string why_not = why_read_only(session->state());
  const auto tip = [&](wxWindow* tool, const std::string& words) { tool->SetToolTip(to_wx(is_writable ? words : why_not)); };
  tip(person_, _("Add a person"));
  tip(tie_, _("Draw a tie between two people"));
  tip(undo_, undo.empty() ? _("There is nothing to undo.") : format(_("Undo: {}"), undo));
  tip(redo_, redo.empty() ? _("There is nothing to redo.") : format(_("Redo: {}"), redo));
  const Deal* deal = session->account().find<Deal>(session->deal());
  tracks_->Show();
  tracks_->show(deal == nullptr ? Stage::unset : deal->stage, deal == nullptr ? ClientStep::unset : deal->client_step,
                deal != nullptr && is_writable);
  Layout();
}

std::string ToolArea::profile() const {
  const int chosen = profile_->GetSelection();
  return chosen == wxNOT_FOUND ? "team" : profiles_[static_cast<std::size_t>(chosen)];
}

}  // namespace inroad::workbench
