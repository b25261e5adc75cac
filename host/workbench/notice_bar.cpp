// SPDX-License-Identifier: MIT
#include "workbench/notice_bar.h"

#include <wx/button.h>

#include "workbench/look.h"

namespace inroad::workbench {

NoticeBar::NoticeBar(wxWindow* parent) : wxPanel(parent) {
  text_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  row_ = new wxBoxSizer(wxHORIZONTAL);
  row_->Add(text_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(10)));
  SetSizer(row_);
  colours_changed();
  Hide();
}

// The button pressed may be among those replaced, so it runs after its event and goes after it too.
void NoticeBar::show(const std::string& text, const std::vector<Button>& buttons) {
  for (wxWindow* button : buttons_) {
    row_->Detach(button);
    button->Hide();
    CallAfter([button] { button->Destroy(); });
  }
  buttons_.clear();
  text_->SetLabel(to_label(text));
  text_->SetToolTip(to_wx(text));
  for (const Button& wanted : buttons) {
    auto* button = new wxButton(this, wxID_ANY, to_label(wanted.label));
    button->Bind(wxEVT_BUTTON, [this, pressed = wanted.pressed](wxCommandEvent&) { CallAfter(pressed); });
    row_->Add(button, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(5)));
    buttons_.push_back(button);
  }
  const bool is_wanted = !text.empty();
  if (is_wanted) Layout();
  if (IsShown() == is_wanted) return;
  Show(is_wanted);
  GetParent()->Layout();
}

void NoticeBar::colours_changed() {
  SetBackgroundColour(to_wx(theme_now().accent_soft));
  text_->SetForegroundColour(to_wx(theme_now().ink));
  Refresh();
}

}  // namespace inroad::workbench
