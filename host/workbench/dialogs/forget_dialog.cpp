// SPDX-License-Identifier: MIT
#include "workbench/dialogs/forget_dialog.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "workbench/look.h"

namespace inroad::workbench {

ForgetDialog::ForgetDialog(wxWindow* parent, const ForgetView& view)
    : wxDialog(parent, wxID_ANY, to_wx(format(_("Forget {}"), view.name)), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  const int gap = FromDIP(12);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const auto say = [&](const std::string& words) {
    auto* text = new wxStaticText(this, wxID_ANY, to_label(words));
    text->Wrap(FromDIP(700));
    rows->Add(text, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    return text;
  };
  auto* warning = say(format(_("This cannot be undone. {} goes from the account, from its whole history and from "
                               "the file itself. Copies made before are not touched."),
                             view.name));
  warning->SetFont(warning->GetFont().Bold());
  say(format(NG_("{} place goes:", "{} places go:", view.places.size()), view.places.size()));
  auto* list = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(720, 240)),
                                      wxDV_SINGLE | wxDV_ROW_LINES);
  set_spoken(*list, _("What goes"));
  list->AppendTextColumn(to_wx(_("Where")), wxDATAVIEW_CELL_INERT, FromDIP(260));
  list->AppendTextColumn(to_wx(_("What")), wxDATAVIEW_CELL_INERT, FromDIP(440));
  for (const ForgetView::Place& place : view.places) {
    wxVector<wxVariant> row;
    row.push_back(to_wx(place.where));
    row.push_back(to_wx(place.what));
    list->AppendItem(row);
  }
  rows->Add(list, wxSizerFlags(1).Expand().Border(wxALL, gap));
  if (!view.possible.empty()) {
    say(_("These may speak of somebody else. Tick what is to be struck too; it is struck everywhere."));
    wxArrayString words;
    for (const ForgetView::Possible& possible : view.possible) {
      texts_.push_back(possible.text);
      words.Add(to_label(format(_("{} — {}"), possible.text, possible.where)));
    }
    boxes_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(720, 110)), words);
    set_spoken(*boxes_, _("Mentions to decide on"));
    rows->Add(boxes_, wxSizerFlags().Expand().Border(wxALL, gap));
  }

  auto* forget = new wxButton(this, wxID_OK, to_label(_("Forget for Good")));
  auto* cancel = new wxButton(this, wxID_CANCEL, to_label(_("Cancel")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(cancel, wxSizerFlags().Border(wxRIGHT, gap));
  buttons->Add(forget);
  rows->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(rows);
  SetEscapeId(wxID_CANCEL);
  cancel->SetDefault();  // what cannot be undone is not done by a stray Return
  cancel->SetFocus();
  CentreOnParent();
}

std::vector<std::string> ForgetDialog::also() const {
  std::vector<std::string> texts;
  for (std::size_t i = 0; boxes_ != nullptr && i < texts_.size(); ++i) {
    if (boxes_->IsChecked(static_cast<unsigned>(i))) texts.push_back(texts_[i]);
  }
  return texts;
}

}  // namespace inroad::workbench
