// SPDX-License-Identifier: MIT
//
// The left side: a search box, the people as a native tree that can do every edit the map can, and
// the next steps of the deal.
#pragma once
#include "workbench/column.h"
#include "workbench/outline_model.h"
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace inroad::workbench {

class Outline : public wxPanel {
 public:
  struct Wishes {
    std::function<void()> edit;
    std::function<void()> remove;
    std::function<void(wxWindow&)> show_menu;
  };
  Outline(wxWindow* parent, Wishes wishes);

  void show(Session* session);
  void account_changed();
  void attitudes_changed();
  void selection_changed();
  void colours_changed();
  void find();

 private:
  void fill();
  void choose_found();
  void fill_steps();
  void expand_all();

  Wishes wishes_;
  Session* session_ = nullptr;
  wxSearchCtrl* search_;
  wxStaticText* count_;
  wxDataViewCtrl* tree_;
  wxObjectDataPtr<OutlineModel> model_;
  Column* steps_;
  bool is_following_ = false;  // while the selection is set from outside
};

}  // namespace inroad::workbench
