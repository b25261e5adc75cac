// SPDX-License-Identifier: MIT
#include "workbench/status_line.h"

#include <wx/sizer.h>

#include <cmath>

#include "workbench/look.h"

namespace inroad::workbench {

StatusLine::StatusLine(wxWindow* parent) : wxPanel(parent) {
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12));
  for (wxStaticText** text : {&status_, &counts_, &data_, &busy_}) sizer->Add(*text = label(), flags);
  sizer->AddStretchSpacer();
  for (wxStaticText** text : {&me_, &zoom_}) sizer->Add(*text = label(), flags);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(sizer, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(3)));
  SetSizer(rows);
  colours_changed();
}

wxStaticText* StatusLine::label() {
  auto* text = new wxStaticText(this, wxID_ANY, wxString());
  text->SetFont(text->GetFont().Scaled(0.9f));
  return text;
}

void StatusLine::colours_changed() {
  SetBackgroundColour(to_wx(theme_now().paper));
  for (wxStaticText* text : {counts_, data_, me_, busy_, zoom_}) {
    text->SetForegroundColour(to_wx(theme_now().soft_ink));
  }
}

void StatusLine::show(const Session* session) {
  const Survey* survey = session == nullptr ? nullptr : session->survey();
  const render::Theme& theme = theme_now();
  if (survey == nullptr) {
    for (wxStaticText* text : {status_, counts_, data_, me_, zoom_}) text->SetLabel(wxString());
    return;
  }
  const std::string mark = survey->status == MapStatus::green ? "● " : "▲ ";
  status_->SetLabel(to_label(mark + say(survey->status)));
  status_->SetForegroundColour(to_wx(survey->status == MapStatus::red     ? theme.bad
                                     : survey->status == MapStatus::amber ? theme.warning
                                                                          : theme.good));
  counts_->SetLabel(to_label(format(_("{} people · {} influences · {} guesses"),
                                    session->account().all<Person>().size(), survey->influences, survey->guesses)));
  data_->SetLabel(to_label(survey->data_to.empty() ? std::string() : format(_("data to {}"), survey->data_to)));
  const Person* me = session->account().find<Person>(session->me());
  me_->SetLabel(to_label(!session->state().is_writable ? std::string(_("read only"))
                         : session->is_me_open()       ? std::string(_("not signed"))
                         : me == nullptr               ? std::string()
                                                       : format(_("as {}"), me->name)));
  Layout();
}

void StatusLine::show_busy(bool is_busy) {
  busy_->SetLabel(to_label(is_busy ? _("Working…") : ""));
  Layout();
}

void StatusLine::show_zoom(double zoom) {
  zoom_->SetLabel(to_label(format("{} %", std::lround(zoom * 100))));
  Layout();
}

}  // namespace inroad::workbench
