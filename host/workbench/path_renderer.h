// SPDX-License-Identifier: MIT
//
// The cell of the list of voices that shows a chance as a bar above the path's names.
#pragma once
#include "workbench/look.h"
#include <wx/dataview.h>

namespace inroad::workbench {

class PathRenderer : public wxDataViewCustomRenderer {
 public:
  PathRenderer();

  // The cell's value: chance and path in one text, "0.287|A → B".
  static wxString cell(double chance, const std::string& path);

  bool SetValue(const wxVariant& value) override;
  bool GetValue(wxVariant& value) const override;
  wxSize GetSize() const override;
  bool Render(wxRect cell, wxDC* dc, int state) override;

 private:
  double chance_ = 0;
  std::string path_;
};

}  // namespace inroad::workbench
