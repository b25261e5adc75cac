// SPDX-License-Identifier: MIT
//
// A person, new or known.
#pragma once
#include <wx/combobox.h>

#include "workbench/dialogs/form_dialog.h"
#include "workbench/forms.h"

namespace inroad::workbench {

class PersonDialog : public FormDialog {
 public:
  PersonDialog(wxWindow* parent, const Account& account, PersonForm form);
  PersonForm form() const;
  // After it was made: whether another one is to be typed.
  bool wants_next() const { return was_more_pressed(); }

 private:
  PersonForm form_;
  PersonChoice managers_;
  wxTextCtrl *name_, *title_;
  wxComboBox* unit_;
  wxChoice *side_, *manager_;
  wxCheckBox* placeholder_;
};

}  // namespace inroad::workbench
