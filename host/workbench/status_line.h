// SPDX-License-Identifier: MIT
//
// The line at the bottom: the map's status, counts, what is under way. Made of native labels, which a
// screen reader can read, unlike wx's own status bar.
#pragma once
#include <wx/panel.h>
#include <wx/stattext.h>

#include "workbench/session.h"

namespace inroad::workbench {

class StatusLine : public wxPanel {
 public:
  explicit StatusLine(wxWindow* parent);

  void show(const Session* session);
  void show_busy(bool is_busy);
  void show_zoom(double zoom);
  void colours_changed();

 private:
  wxStaticText* label();

  wxStaticText *status_, *counts_, *data_, *me_, *busy_, *zoom_;
};

}  // namespace inroad::workbench
