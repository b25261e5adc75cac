// SPDX-License-Identifier: MIT
//
// Before anything leaves the program: under which profile, and what that lets out.
#pragma once
#include <wx/radiobut.h>

#include "model/settings.h"
#include "workbench/dialogs/form_dialog.h"

namespace inroad::workbench {

class ShareDialog : public FormDialog {
 public:
  // chosen: the profile offered first.
  ShareDialog(wxWindow* parent, const Settings& settings, const std::string& chosen);

  const std::string& profile() const;

 private:
  std::vector<std::string> names_;
  std::vector<wxRadioButton*> buttons_;
};

}  // namespace inroad::workbench
