// SPDX-License-Identifier: MIT
#include "workbench/dialogs/history_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "workbench/look.h"

namespace inroad::workbench {

HistoryDialog::HistoryDialog(wxWindow* parent, std::vector<HistoryLine> lines)
    : wxDialog(parent, wxID_ANY, to_wx(_("History")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      lines_(std::move(lines)) {
  auto* count = new wxStaticText(
      this, wxID_ANY,
      to_label(format(NG_("{} entry, newest first.", "{} entries, newest first.", lines_.size()),
                      lines_.size())));
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(820, 460)),
                                 wxDV_SINGLE | wxDV_ROW_LINES);
  set_spoken(*list_, _("History"));
  list_->AppendTextColumn(to_wx(_("When")), wxDATAVIEW_CELL_INERT, FromDIP(160));
  list_->AppendTextColumn(to_wx(_("Who")), wxDATAVIEW_CELL_INERT, FromDIP(130));
  list_->AppendTextColumn(to_wx(_("What")), wxDATAVIEW_CELL_INERT, FromDIP(500));
  fill();

  auto* look = new wxButton(this, wxID_OK, to_label(_("Show After This Entry")));
  auto* day = new wxButton(this, wxID_ANY, to_label(_("Show as of This Day")));
  auto* close = new wxButton(this, wxID_CANCEL, to_label(_("Close")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(look);
  buttons->Add(day, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
  buttons->AddStretchSpacer();
  buttons->Add(close);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(12);
  rows->Add(count, wxSizerFlags().Border(wxALL, gap));
  rows->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  rows->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(rows);
  SetEscapeId(wxID_CANCEL);
  look->SetDefault();
  CentreOnParent();

  const auto say_what = [this, look, day] {
    choose();
    const bool is_version = !lines_.empty() && lines_[chosen_].is_version();
    look->Enable(!lines_.empty());
    day->Enable(!lines_.empty() && !is_version);
    look->SetLabel(to_label(is_version ? _("Show This Version") : _("Show After This Entry")));
  };
  day->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    is_for_day_ = true;
    EndModal(wxID_OK);
  });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [say_what](wxDataViewEvent&) { say_what(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    choose();
    EndModal(wxID_OK);
  });
  if (!lines_.empty()) list_->SelectRow(0);
  say_what();
  list_->SetFocus();
}

const HistoryLine& HistoryDialog::chosen() const {
  return is_for_day_ ? last_of_day(lines_, lines_[chosen_]) : lines_[chosen_];
}

void HistoryDialog::fill() {
  for (const HistoryLine& line : lines_) {
    wxVector<wxVariant> row;
    row.push_back(to_wx(line.when));
    row.push_back(to_wx(line.author));
    row.push_back(to_wx(line.is_version() ? "◆ " + line.sentence : line.sentence));
    list_->AppendItem(row);
  }
}

void HistoryDialog::choose() {
  const int row = list_->GetSelectedRow();
  if (row != wxNOT_FOUND) chosen_ = static_cast<std::size_t>(row);
}

}  // namespace inroad::workbench
