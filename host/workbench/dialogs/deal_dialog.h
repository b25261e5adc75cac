// SPDX-License-Identifier: MIT
//
// A deal, new or known: where it stands, who decides, who must be won at which step.
#pragma once
#include <wx/checklst.h>
#include <wx/listbox.h>

#include "workbench/dialogs/form_dialog.h"
#include "workbench/forms.h"

namespace inroad::workbench {

class DealDialog : public FormDialog {
 public:
  DealDialog(wxWindow* parent, const Account& account, Deal form);
  Deal form() const;

 private:
  void add_targets();
  void fill_targets();

  Deal form_;
  PersonChoice people_;
  wxTextCtrl* name_;
  wxChoice *stage_, *step_, *target_person_, *target_step_;
  wxCheckListBox* deciders_;
  wxListBox* targets_;
};

}  // namespace inroad::workbench
