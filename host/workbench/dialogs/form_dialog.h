// SPDX-License-Identifier: MIT
//
// A dialog of labelled rows with OK and Cancel: what all forms of the window are.
#pragma once
#include <string>
#include <vector>

#include "workbench/wx_text.h"
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "model/account.h"

namespace inroad::workbench {

class FormDialog : public wxDialog {
 protected:
  FormDialog(wxWindow* parent, const std::string& title);

  // Adds the control under its label, which is also its spoken name.
  void row(const std::string& label, wxWindow* control, bool grows = false);
  void pair(wxWindow* left, wxWindow* right);
  void text(const std::string& words);
  // Called last: the buttons, and the size. `is_complete` says whether OK may be pressed.
  void finish(const std::string& ok);
  void set_complete(bool is_complete);

  wxTextCtrl* text_field(const std::string& label, const std::string& value);
  wxChoice* choice(const std::string& label, const std::vector<std::string>& words, int chosen);

 private:
  wxFlexGridSizer* grid_;
  wxBoxSizer* all_;
  wxWindow* ok_ = nullptr;
};

// A choice among people, in the order of names, with "nobody" first.
class PersonChoice {
 public:
  PersonChoice(const Account& account, const Id& without);
  const std::vector<std::string>& words() const { return words_; }
  int place_of(const Id& person) const;
  const Id& at(int place) const;

 private:
  std::vector<Id> ids_;
  std::vector<std::string> words_;
};

}  // namespace inroad::workbench
