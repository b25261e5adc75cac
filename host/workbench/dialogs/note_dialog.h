// SPDX-License-Identifier: MIT
//
// What happened, with whom: a note by itself, to rest beliefs on later.
#pragma once
#include <wx/checklst.h>

#include "workbench/dialogs/form_dialog.h"
#include "workbench/forms.h"

namespace inroad::workbench {

class NoteDialog : public FormDialog {
 public:
  // form.people: ticked at first.
  NoteDialog(wxWindow* parent, const Account& account, Note form);
  Note form() const;

 private:
  void check();

  Note form_;
  PersonChoice people_;
  wxTextCtrl* text_;
  wxChoice* kind_;
  wxCheckListBox* with_;
};

}  // namespace inroad::workbench
