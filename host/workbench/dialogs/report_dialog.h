// SPDX-License-Identifier: MIT
//
// The access report: all that the account holds on one person, to read, copy and hand over.
#pragma once
#include <wx/dialog.h>

#include <functional>
#include <string>

namespace inroad::workbench {

class ReportDialog : public wxDialog {
 public:
  ReportDialog(wxWindow* parent, const std::string& title, const std::string& text,
               std::function<void()> save);
};

}  // namespace inroad::workbench
