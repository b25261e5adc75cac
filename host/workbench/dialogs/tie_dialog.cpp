// SPDX-License-Identifier: MIT
#include <algorithm>

#include "model/rules.h"
#include "workbench/dialogs/tie_dialog.h"
#include "model/record_words.h"
#include "workbench/wording.h"

namespace inroad::workbench {

TieDialog::TieDialog(wxWindow* parent, const Account& account, Tie form)
    : FormDialog(parent, account.find<Tie>(form.id) == nullptr ? _("New tie") : _("Tie")),
      form_(std::move(form)),
      people_(account, {}) {
  from_ = choice(_("From"), people_.words(), people_.place_of(form_.from));
  std::vector<std::string> kinds;
  for (const TieKind kind : all_of(TieKind::covers)) kinds.push_back(say(kind));
  kind_ = choice(_("Kind"), kinds, static_cast<int>(form_.kind) - 1);
  to_ = choice(_("To"), people_.words(), people_.place_of(form_.to));
  strength_ = choice(_("Strength"), {}, 0);
  wanted_ = choice(_("Wanted"), {}, 0);
  std::vector<std::string> levels;
  for (const Evidence level : all_of(Evidence::confirmed)) levels.push_back(say(level));
  evidence_ = choice(_("How we know"), levels, static_cast<int>(form_.evidence) - 1);
  const auto check = [this] {
    const Id &from = people_.at(from_->GetSelection()), &to = people_.at(to_->GetSelection());
    const std::string why = why_not_rows();
    set_complete(!from.empty() && !to.empty() && from != to && why.empty(), why);
  };
  rows(form_fields<Tie>(form_, {"kind", "evidence"}), check);
  fill_strengths();
  finish(_("OK"));
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill_strengths(); });
  from_->Bind(wxEVT_CHOICE, [check](wxCommandEvent&) { check(); });
  to_->Bind(wxEVT_CHOICE, [check](wxCommandEvent&) { check(); });
  check();
  kind_->SetFocus();
}

TieKind TieDialog::kind() const { return static_cast<TieKind>(kind_->GetSelection() + 1); }

// A number that stands in the file is offered as it is.
void TieDialog::fill_strengths() {
  strengths_ = {""};
  for (const std::string_view word : strength_words(kind())) strengths_.emplace_back(word);
  const auto offer = [&](wxChoice* list, const std::string& chosen) {
    if (kind() == form_.kind && std::ranges::find(strengths_, chosen) == strengths_.end()) {
      strengths_.push_back(chosen);
    }
    list->Clear();
    for (const std::string& word : strengths_) {
      list->Append(to_label(word.empty() ? _("not said") : closed_word("strength", word)));
    }
    const auto place = std::ranges::find(strengths_, chosen);
    list->SetSelection(place == strengths_.end() ? 0 : static_cast<int>(place - strengths_.begin()));
  };
  offer(strength_, text_of(form_.strength));
  offer(wanted_, text_of(form_.wanted));
  offer(strength_, text_of(form_.strength));  // with what `wanted` may have added
  strength_->Enable(strengths_.size() > 1);
  wanted_->Enable(kind() == TieKind::covers);
}

Tie TieDialog::form() const {
  Tie form = form_;
  form.from = people_.at(from_->GetSelection());
  form.to = people_.at(to_->GetSelection());
  form.kind = kind();
  const auto word = [this](const wxChoice* list) {
    return strengths_[static_cast<std::size_t>(std::max(0, list->GetSelection()))];
  };
  form.strength = strength_of(word(strength_));
  form.wanted = form.kind == TieKind::covers ? strength_of(word(wanted_)) : Strength();
  form.evidence = static_cast<Evidence>(evidence_->GetSelection() + 1);
  take_fields(form, typed_rows());
  return form;
}

}  // namespace inroad::workbench
