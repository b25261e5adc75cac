// SPDX-License-Identifier: MIT
//
// A dialog of labelled rows with OK and Cancel: what all forms of the window are.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "workbench/wx_text.h"
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "model/account.h"
#include "workbench/form_fields.h"

namespace inroad::workbench {

class FormDialog : public wxDialog {
 public:
  // Makes the edit; told is called once, with the sentence why it was refused, empty when it is made.
  using Send = std::function<void(std::function<void(const std::string& refusal)> told)>;
  // Shows the form until its edit is made (true) or the form is given up: a refused edit leaves it open,
  // with what was typed and the reason.
  bool ask(Send send);

 protected:
  FormDialog(wxWindow* parent, const std::string& title);

  // Adds the control under its label, which is also its spoken name.
  void row(const std::string& label, wxWindow* control, bool grows = false);
  void pair(wxWindow* left, wxWindow* right);
  void text(const std::string& words);
  // Called last: the buttons, and the size. more: one that makes the edit too; empty: none.
  void finish(const std::string& ok, const std::string& more = {});
  // Whether OK may be pressed; why not, where that is not plain.
  void set_complete(bool is_complete, const std::string& why_not = {});
  bool was_more_pressed() const { return was_more_pressed_; }

  wxTextCtrl* text_field(const std::string& label, const std::string& value);
  // A row for each, by what it asks for; checked on every change of one.
  void rows(std::vector<FormField> fields, std::function<void()> check);
  // What stands in them now, and why the first that cannot stay cannot; empty when all can.
  std::vector<FormField> typed_rows() const;
  std::string why_not_rows() const;
  wxChoice* choice(const std::string& label, const std::vector<std::string>& words, int chosen);

 private:
  struct Row {
    FormField field;
    wxTextCtrl* text = nullptr;
    wxChoice* choice = nullptr;
    wxCheckBox* flag = nullptr;
  };
  std::vector<Row> rows_;
  wxFlexGridSizer* grid_;
  wxBoxSizer* all_;
  void remark(const std::string& sentence);
  void submit(bool is_more);

  wxWindow *ok_ = nullptr, *more_ = nullptr;
  wxStaticText* remark_ = nullptr;
  bool was_more_pressed_ = false;
  Send send_;
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
