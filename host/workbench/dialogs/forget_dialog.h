// SPDX-License-Identifier: MIT
//
// Before somebody is forgotten: every place that goes, the mentions to decide on, and that it is for good.
#pragma once
#include <wx/checklst.h>
#include <wx/dialog.h>

#include "workbench/forget_view.h"

namespace inroad::workbench {

class ForgetDialog : public wxDialog {
 public:
  ForgetDialog(wxWindow* parent, const ForgetView& view);

  // The texts to strike besides.
  std::vector<std::string> also() const;

 private:
  std::vector<std::string> texts_;  // of the boxes
  wxCheckListBox* boxes_ = nullptr;
};

}  // namespace inroad::workbench
