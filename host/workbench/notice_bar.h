// SPDX-License-Identifier: MIT
//
// The bar under the menu that says how the account is being looked at, as long as that lasts: read only
// and why, or as of another day; with what can be done about it. Unlike the bar of messages it cannot
// be closed.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace inroad::workbench {

class NoticeBar : public wxPanel {
 public:
  struct Button {
    std::string label;
    std::function<void()> pressed;
  };
  explicit NoticeBar(wxWindow* parent);

  // text empty: hides the bar.
  void show(const std::string& text, const std::vector<Button>& buttons);
  void colours_changed();

 private:
  wxStaticText* text_;
  wxBoxSizer* row_;
  std::vector<wxWindow*> buttons_;
};

}  // namespace inroad::workbench
