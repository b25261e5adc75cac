// SPDX-License-Identifier: MIT
#include "workbench/dialogs/share_dialog.h"

#include <wx/stattext.h>

#include "model/profile.h"
#include "model/profile_words.h"
#include "workbench/look.h"
#include "workbench/share_words.h"

namespace inroad::workbench {

ShareDialog::ShareDialog(wxWindow* parent, const Settings& settings, const std::string& chosen)
    : FormDialog(parent, _("Share as")), names_(profile_names(settings)) {
  for (const std::string& name : names_) {
    const std::string sentence = what_leaves(profile_named(name, settings));
    auto* button = new wxRadioButton(this, wxID_ANY, to_label(title_of_profile(name)), wxDefaultPosition,
                                     wxDefaultSize, buttons_.empty() ? wxRB_GROUP : 0);
    button->SetValue(name == chosen);
    set_spoken(*button, title_of_profile(name) + ": " + sentence);
    auto* words = new wxStaticText(this, wxID_ANY, to_label(sentence));
    words->Wrap(FromDIP(440));
    pair(button, words);
    buttons_.push_back(button);
  }
  finish(_("Export…"));
}

const std::string& ShareDialog::profile() const {
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    if (buttons_[i]->GetValue()) chosen = i;
  }
  return names_[chosen];
}

}  // namespace inroad::workbench
