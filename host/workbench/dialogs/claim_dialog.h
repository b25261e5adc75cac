// SPDX-License-Identifier: MIT
//
// What we believe about a person or tie in one facet, how we know, since when.
#pragma once
#include <wx/checklst.h>

#include "workbench/dialogs/form_dialog.h"
#include "workbench/forms.h"

namespace inroad::workbench {

class ClaimDialog : public FormDialog {
 public:
  // about: whom or what, for the title. form.values: what is believed now.
  ClaimDialog(wxWindow* parent, const Account& account, const FacetBook& book, const Facet& facet,
              const std::string& about, ClaimForm form);
  ClaimForm form() const;

 private:
  std::vector<Value> values() const;
  void add_toward(const Account& account);
  void check();

  const Facet& facet_;
  ClaimForm form_;
  Id deal_;
  std::vector<std::string> codes_;
  wxChoice* one_ = nullptr;           // one of the facet's words
  wxCheckListBox* several_ = nullptr;  // or several
  wxTextCtrl* free_ = nullptr;        // or the user's own
  std::vector<std::string> sides_;    // toward whom, "" first
  wxChoice *evidence_, *scope_ = nullptr, *aspect_, *toward_ = nullptr;
  wxTextCtrl* note_;
};

}  // namespace inroad::workbench
