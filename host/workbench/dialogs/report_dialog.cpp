// SPDX-License-Identifier: MIT
#include "workbench/dialogs/report_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "workbench/look.h"

namespace inroad::workbench {

ReportDialog::ReportDialog(wxWindow* parent, const std::string& title, const std::string& text,
                           std::function<void()> save)
    : wxDialog(parent, wxID_ANY, to_wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  auto* words = new wxTextCtrl(this, wxID_ANY, to_wx(text), wxDefaultPosition,
                               FromDIP(wxSize(760, 480)), wxTE_MULTILINE | wxTE_READONLY);
  set_spoken(*words, title);
  auto* keep = new wxButton(this, wxID_ANY, to_label(_("Save…")));
  keep->Bind(wxEVT_BUTTON, [save = std::move(save)](wxCommandEvent&) { save(); });
  auto* close = new wxButton(this, wxID_CANCEL, to_label(_("Close")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(keep);
  buttons->AddStretchSpacer();
  buttons->Add(close);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(words, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
  rows->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
  SetSizerAndFit(rows);
  SetEscapeId(wxID_CANCEL);
  close->SetDefault();
  CentreOnParent();
}

}  // namespace inroad::workbench
