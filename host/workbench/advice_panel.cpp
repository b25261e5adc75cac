// SPDX-License-Identifier: MIT
#include "workbench/advice_panel.h"

#include <wx/sizer.h>

#include <algorithm>

#include "workbench/path_renderer.h"

namespace inroad::workbench {

AdvicePanel::AdvicePanel(wxWindow* parent) : wxPanel(parent) {
  heading_ = new wxStaticText(this, wxID_ANY, wxString());
  wxFont small = heading_->GetFont().Scaled(0.9f);
  small.SetWeight(wxFONTWEIGHT_SEMIBOLD);
  heading_->SetFont(small);
  voices_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(300, 120)),
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
  voices_->AppendTextColumn(to_wx(_("Rank")), wxDATAVIEW_CELL_INERT, FromDIP(28));
  auto* name = new wxDataViewTextRenderer;
  name->EnableEllipsize(wxELLIPSIZE_END);
  voices_->AppendColumn(new wxDataViewColumn(to_wx(_("Name")), name, 1, FromDIP(110), wxALIGN_LEFT));
  voices_->AppendColumn(new wxDataViewColumn(to_wx(_("Path")), new PathRenderer, 2, FromDIP(150)), "string");
  voices_->AppendTextColumn(to_wx(_("Chance")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  set_spoken(*voices_, _("Who can speak for us"));
  summary_ = new Column(this, _("Together"));
  summary_->SetMinSize(FromDIP(wxSize(-1, 72)));
  reasons_ = new Column(this, _("Everything hangs on"));
  questions_ = new Column(this, _("Ask next"));

  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(heading_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  left->Add(voices_, wxSizerFlags(1).Expand());
  left->Add(summary_, wxSizerFlags().Expand());
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(left, wxSizerFlags(5).Expand().Border(wxLEFT, FromDIP(4)));
  sizer->Add(reasons_, wxSizerFlags(4).Expand());
  sizer->Add(questions_, wxSizerFlags(4).Expand());
  SetSizer(sizer);
  colours_changed();

  voices_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    share_width();
    event.Skip();
  });
  voices_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = voices_->GetSelectedRow();
    if (is_filling_ || session_ == nullptr || session_->advice() == nullptr || row < 0) return;
    const Id person = session_->advice()->voices[static_cast<std::size_t>(row)].person;
    session_->choose_voice(person);
    session_->select({person, {}});
  });
}

void AdvicePanel::colours_changed() {
  SetBackgroundColour(to_wx(theme_now().paper));
  heading_->SetForegroundColour(to_wx(theme_now().soft_ink));
  voices_->SetBackgroundColour(to_wx(theme_now().paper));
  if (session_ != nullptr) advice_changed();
}

void AdvicePanel::show(Session* session) {
  session_ = session;
  advice_changed();
}

void AdvicePanel::advice_changed() {
  fill_voices();
  fill_reasons();
  fill_questions();
  Layout();
}

void AdvicePanel::fill_voices() {
  const AdviceView* advice = session_ == nullptr ? nullptr : session_->advice();
  is_filling_ = true;
  voices_->DeleteAllItems();
  heading_->SetLabel(to_label(advice == nullptr ? _("Who can speak for us") : advice->heading));
  summary_->start();
  if (advice != nullptr) {
    for (const Voice& voice : advice->voices) {
      wxVector<wxVariant> row;
      row.push_back(to_wx(std::to_string(voice.rank)));
      row.push_back(to_wx(voice.name));
      row.push_back(PathRenderer::cell(voice.chance, voice.path_words));
      row.push_back(to_wx(voice.chance_words));
      voices_->AppendItem(row);
    }
    const auto chosen = std::ranges::find(advice->voices, session_->chosen_voice(), &Voice::person);
    if (chosen != advice->voices.end()) {
      voices_->SelectRow(static_cast<unsigned>(chosen - advice->voices.begin()));
    }
    for (const std::string& line : advice->summary) {
      summary_->add({{}, {{line, theme_now().soft_ink, false, 0.9}}, {}, 0});
    }
  }
  share_width();
  const std::string refusal = session_ == nullptr ? std::string() : session_->advice_refusal();
  if (!refusal.empty()) summary_->add({{}, {{refusal, theme_now().ink}}, {}, 0});
  summary_->finish();
  is_filling_ = false;
}

// The words of the chance are never cut: the path takes what they and the names leave.
void AdvicePanel::share_width() {
  const AdviceView* advice = session_ == nullptr ? nullptr : session_->advice();
  if (advice == nullptr) return;
  const int cell_margin = FromDIP(12), rank = FromDIP(28);
  int name = 0, chance = 0;
  for (const Voice& voice : advice->voices) {
    name = std::max(name, voices_->GetTextExtent(to_wx(voice.name)).x + cell_margin);
    chance = std::max(chance, voices_->GetTextExtent(to_wx(voice.chance_words)).x + cell_margin);
  }
  name = std::min(name, FromDIP(140));
  const int path = voices_->GetClientSize().x - rank - name - chance - FromDIP(8);
  const int widths[] = {rank, name, std::max(FromDIP(80), path), chance};
  for (unsigned i = 0; i < std::size(widths); ++i) voices_->GetColumn(i)->SetWidth(widths[i]);
}

void AdvicePanel::add_remarks(Column& column, const std::vector<Remark>& remarks, render::Colour ink,
                              bool is_numbered) {
  int number = 0;
  for (const Remark& remark : remarks) {
    const std::string mark = is_numbered ? std::to_string(++number) + ". " : "• ";
    const bool is_about = !remark.person.empty() || !remark.tie.empty();
    std::function<void()> pressed;
    if (is_about) {
      pressed = [this, remark] {
        if (session_ != nullptr) session_->select({remark.person, remark.person.empty() ? remark.tie : Id()});
      };
    }
    column.add({{}, {{mark, ink}, {remark.text, ink}}, {}, 0}, std::move(pressed));
  }
}

void AdvicePanel::fill_reasons() {
  const AdviceView* advice = session_ == nullptr ? nullptr : session_->advice();
  const render::Theme& theme = theme_now();
  reasons_->start();
  if (advice != nullptr && !advice->hangs_on.empty()) {
    reasons_->add_heading(_("Everything hangs on"));
    add_remarks(*reasons_, advice->hangs_on, theme.ink, false);
  }
  if (advice != nullptr && !advice->risks.empty()) {
    reasons_->add_heading(_("Risks"));
    add_remarks(*reasons_, advice->risks, theme.warning, false);
  }
  if (advice != nullptr && !advice->barred.empty()) {
    reasons_->add_heading(_("Not to be sent"));
    add_remarks(*reasons_, advice->barred, theme.soft_ink, false);
  }
  reasons_->finish();
}

void AdvicePanel::fill_questions() {
  const AdviceView* advice = session_ == nullptr ? nullptr : session_->advice();
  questions_->start();
  if (advice != nullptr && !advice->ask_next.empty()) {
    questions_->add_heading(_("Ask next"));
    add_remarks(*questions_, advice->ask_next, theme_now().ink, true);
  }
  questions_->finish();
}

}  // namespace inroad::workbench
