// SPDX-License-Identifier: MIT
//
// A tie between two people, new or known.
#pragma once
#include "workbench/dialogs/form_dialog.h"
#include "workbench/forms.h"

namespace inroad::workbench {

class TieDialog : public FormDialog {
 public:
  TieDialog(wxWindow* parent, const Account& account, Tie form);
  Tie form() const;

 private:
  void fill_strengths();
  TieKind kind() const;

  Tie form_;
  PersonChoice people_;
  std::vector<std::string> strengths_;  // of the kind chosen, "" first
  wxChoice *from_, *kind_, *to_, *strength_, *wanted_, *evidence_;
};

}  // namespace inroad::workbench
