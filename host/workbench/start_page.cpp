// SPDX-License-Identifier: MIT
#include "workbench/start_page.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <filesystem>

namespace inroad::workbench {

StartPage::StartPage(wxWindow* parent, Wishes wishes) : wxPanel(parent), wishes_(std::move(wishes)) {
  SetBackgroundColour(to_wx(theme_now().paper));
  column_ = new Column(this, _("Start"));
  column_->SetMinSize(FromDIP(wxSize(520, 480)));
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->AddStretchSpacer();
  sizer->Add(column_, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(60)));
  sizer->AddStretchSpacer();
  SetSizer(sizer);
}

void StartPage::show(const std::vector<std::string>& recent, const std::vector<Sample>& samples) {
  const render::Theme& theme = theme_now();
  SetBackgroundColour(to_wx(theme.paper));
  const auto button = [this](const std::string& label, const std::function<void()>& pressed) {
    auto* made = new wxButton(column_, wxID_ANY, to_label(label));
    made->Bind(wxEVT_BUTTON, [pressed](wxCommandEvent&) { pressed(); });
    column_->add_control(made);
  };
  column_->start();
  column_->add({{}, {{"Inroad", theme.ink, true, 2}}, {}, 0});
  column_->add({{}, {{_("Who inside the client can carry our case to the one who decides?"), theme.soft_ink}}, {}, 0});
  column_->add_gap(16);
  button(_("New account…"), wishes_.make_account);
  button(_("Open account…"), wishes_.open_account);
  if (!samples.empty()) {
    column_->add_heading(_("Samples"));
    for (const Sample& sample : samples) {
      column_->add({{}, {{sample.title, theme.accent}}, format(_("Open the sample {}"), sample.title), 0},
                   [this, sample] { wishes_.open_sample(sample); });
    }
  }
  if (!recent.empty()) {
    column_->add_heading(_("Recent"));
    for (const std::string& path : recent) {
      const std::filesystem::path file(path);
      column_->add({{}, {{file.stem().string() + "  ", theme.accent},
                         {file.parent_path().string(), theme.soft_ink, false, 0.85}}, {}, 0},
                   [this, path] { wishes_.open(path); });
    }
  }
  column_->finish();
}

}  // namespace inroad::workbench
