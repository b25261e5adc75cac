// SPDX-License-Identifier: MIT
//
// What the window shows while no account is open: recent accounts, a new one, the samples.
#pragma once
#include "workbench/column.h"
#include "workbench/samples.h"
#include <wx/panel.h>

namespace inroad::workbench {

class StartPage : public wxPanel {
 public:
  struct Wishes {
    std::function<void()> make_account, open_account;
    std::function<void(const std::string& path)> open;
    std::function<void(const Sample&)> open_sample;
  };
  StartPage(wxWindow* parent, Wishes wishes);

  void show(const std::vector<std::string>& recent, const std::vector<Sample>& samples);

 private:
  Wishes wishes_;
  Column* column_;
};

}  // namespace inroad::workbench
