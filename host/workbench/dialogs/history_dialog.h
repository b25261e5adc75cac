// SPDX-License-Identifier: MIT
//
// What was done to the account, newest first, and by whom; the way to look at it as it was.
#pragma once
#include <wx/dataview.h>
#include <wx/dialog.h>

#include "workbench/history_view.h"

namespace inroad::workbench {

class HistoryDialog : public wxDialog {
 public:
  HistoryDialog(wxWindow* parent, std::vector<HistoryLine> lines);

  // After ShowModal gave wxID_OK: the line to look at the account as of.
  const HistoryLine& chosen() const;

 private:
  void fill();
  void choose();

  std::vector<HistoryLine> lines_;
  std::size_t chosen_ = 0;
  bool is_for_day_ = false;
  wxDataViewListCtrl* list_;
};

}  // namespace inroad::workbench
