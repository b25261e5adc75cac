// SPDX-License-Identifier: MIT
#include <wx/button.h>
#include <wx/panel.h>

#include <algorithm>

#include "workbench/dialogs/deal_dialog.h"
#include "workbench/look.h"
#include "workbench/wording.h"

namespace inroad::workbench {
DealDialog::DealDialog(wxWindow* parent, const Account& account, Deal form)
    : FormDialog(parent, account.find<Deal>(form.id) == nullptr ? _("New deal") : _("Deal")),
      form_(std::move(form)),
      people_(account, {}) {
  name_ = text_field(_("Name"), form_.name);
  stage_ = choice(_("Our stage"), say_all(Stage::deliver), static_cast<int>(form_.stage) - 1);
  step_ = choice(_("The client's step"), say_all(ClientStep::install), static_cast<int>(form_.client_step) - 1);
  const auto check = [this] {
    set_complete(!name_->GetValue().empty() && why_not_rows().empty(), why_not_rows());
  };
  rows(form_fields<Deal>(form_, {"name", "stage", "client_step"}), check);
  deciders_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(300, 150)));
  for (std::size_t i = 1; i < people_.words().size(); ++i) {
    deciders_->Append(to_label(people_.words()[i]));
    const Id& person = people_.at(static_cast<int>(i));
    const bool does_decide = std::ranges::find(form_.decision_makers, person) != form_.decision_makers.end();
    deciders_->Check(static_cast<unsigned>(i - 1), does_decide);
  }
  row(_("Who decides"), deciders_, true);
  add_targets();
  finish(_("OK"));
  name_->Bind(wxEVT_TEXT, [check](wxCommandEvent&) { check(); });
  check();
  name_->SetFocus();
}

void DealDialog::add_targets() {
  targets_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(300, 90)));
  row(_("To be won, by step"), targets_);
  auto* panel = new wxPanel(this);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  target_person_ = new wxChoice(panel, wxID_ANY);
  for (const std::string& word : people_.words()) target_person_->Append(to_label(word));
  target_step_ = new wxChoice(panel, wxID_ANY);
  for (const std::string& word : say_all(ClientStep::install)) target_step_->Append(to_label(word));
  target_person_->SetSelection(0);
  target_step_->SetSelection(std::max(0, static_cast<int>(form_.client_step) - 1));
  set_spoken(*target_person_, _("Who is to be won"));
  set_spoken(*target_step_, _("At which step"));
  auto* add = new wxButton(panel, wxID_ANY, to_label(_("Add")));
  auto* drop = new wxButton(panel, wxID_ANY, to_label(_("Remove")));
  line->Add(target_person_, wxSizerFlags(1).CentreVertical());
  for (wxWindow* control : std::initializer_list<wxWindow*>{target_step_, add, drop}) {
    line->Add(control, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(4)));
  }
  panel->SetSizer(line);
  row(std::string(), panel);
  fill_targets();
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const Id& person = people_.at(target_person_->GetSelection());
    const Target target{person, static_cast<ClientStep>(target_step_->GetSelection() + 1), nullptr};
    const bool is_there = std::ranges::find(form_.targets, target) != form_.targets.end();
    if (!person.empty() && !is_there) form_.targets.push_back(target);
    fill_targets();
  });
  drop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const int place = targets_->GetSelection();
    if (place >= 0) form_.targets.erase(form_.targets.begin() + place);
    fill_targets();
  });
}

void DealDialog::fill_targets() {
  targets_->Clear();
  for (const Target& target : form_.targets) {
    const std::string& name = people_.words()[static_cast<std::size_t>(people_.place_of(target.person))];
    targets_->Append(to_label(format(_("{}: {}"), say(target.step), name)));
  }
}

Deal DealDialog::form() const {
  Deal form = form_;
  form.name = from_wx(name_->GetValue().Strip(wxString::both));
  form.stage = static_cast<Stage>(stage_->GetSelection() + 1);
  form.client_step = static_cast<ClientStep>(step_->GetSelection() + 1);
  take_fields(form, typed_rows());
  form.decision_makers.clear();
  for (unsigned i = 0; i < deciders_->GetCount(); ++i) {
    if (deciders_->IsChecked(i)) form.decision_makers.push_back(people_.at(static_cast<int>(i) + 1));
  }
  return form;
}

}  // namespace inroad::workbench
