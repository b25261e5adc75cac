// SPDX-License-Identifier: MIT
//
// The strip below the menu: what is done most often, where the deal stands, what leaves the program.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>

#include "workbench/session.h"
#include "workbench/step_tracks.h"

namespace inroad::workbench {

class ToolArea : public wxPanel {
 public:
  struct Wishes {
    std::function<void()> add_person, add_tie, undo, redo, export_picture;
    std::function<void(const Id& deal)> choose_deal;
    // The profile chosen is there no more; the strictest took its place.
    std::function<void(const std::string& gone, const std::string& instead)> lost_profile;
    StepTracks::Wishes steps;
  };
  ToolArea(wxWindow* parent, Wishes wishes);

  void show(const Session* session);
  void colours_changed();
  // The share profile offered first for what leaves the program.
  std::string profile() const;

 private:
  wxButton* button(const std::string& label, const std::string& spoken, std::function<void()> pressed);

  Wishes wishes_;
  wxButton *person_, *tie_, *undo_, *redo_, *export_;
  StepTracks* tracks_;
  wxChoice *deal_, *profile_;
  void fill_profiles(const Session& session);
  void explain_profile();

  std::vector<Id> deals_;
  std::vector<std::string> profiles_;
  std::vector<std::string> what_leaves_;  // under each
};

}  // namespace inroad::workbench
