// SPDX-License-Identifier: MIT
//
// Below the map: who can speak for us, what it hangs on, the risks, what to ask next. Choosing a voice
// lights its path.
#pragma once
#include "workbench/column.h"
#include "workbench/session.h"
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/stattext.h>

namespace inroad::workbench {

class AdvicePanel : public wxPanel {
 public:
  explicit AdvicePanel(wxWindow* parent);

  void show(Session* session);
  void advice_changed();
  void colours_changed();

 private:
  void fill_voices();
  void share_width();
  void fill_reasons();
  void fill_questions();
  void add_remarks(Column& column, const std::vector<Remark>& remarks, render::Colour ink,
                   bool is_numbered);

  Session* session_ = nullptr;
  wxStaticText* heading_;
  wxDataViewListCtrl* voices_;
  Column* summary_;
  Column* reasons_;
  Column* questions_;
  bool is_filling_ = false;
};

}  // namespace inroad::workbench
