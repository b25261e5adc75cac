// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>

#include "model/rules.h"
#include "workbench/dialogs/claim_dialog.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

std::string text_of(const Value& value) { return value.is_string() ? value.get<std::string>() : to_text(value); }

}  // namespace

ClaimDialog::ClaimDialog(wxWindow* parent, const Account& account, const FacetBook& book, const Facet& facet,
                         const std::string& about, ClaimForm form)
    : FormDialog(parent, format("{} · {}", about, book.title(facet.id))),
      facet_(facet),
      form_(std::move(form)),
      deal_(form_.deal) {
  const auto question = facet.question.find(language());
  if (question != facet.question.end()) text(question->second);
  std::vector<std::string> words;
  for (const FacetValue& value : facet.values) {
    codes_.push_back(value.code);
    words.push_back(book.label(facet.id, value.code));
  }
  const std::string now = form_.values.empty() ? std::string() : text_of(form_.values.front());
  if (codes_.empty() || facet.kind != "choice") {
    free_ = text_field(_("What we believe"), now);
  } else if (facet.is_many) {
    several_ = new wxCheckListBox(this, wxID_ANY);
    for (std::size_t i = 0; i < words.size(); ++i) {
      several_->Append(to_label(words[i]));
      several_->Check(static_cast<unsigned>(i), std::ranges::find(form_.values, Value(codes_[i])) != form_.values.end());
    }
    row(_("What we believe"), several_, true);
  } else {
    const auto place = std::ranges::find(codes_, now);
    one_ = choice(_("What we believe"), words, place == codes_.end() ? -1 : static_cast<int>(place - codes_.begin()));
  }
  if (facet.group == "attitude") add_toward(account);
  std::vector<std::string> levels;
  for (const Evidence level : all_of(Evidence::confirmed)) levels.push_back(say(level));
  evidence_ = choice(_("How we know"), levels, static_cast<int>(form_.evidence) - 1);
  aspect_ = choice(_("Meaning"), {_("how it is"), _("how we want it")}, 0);
  if (const Deal* deal = account.find<Deal>(deal_)) {
    scope_ = choice(_("Holds for"), {deal->name, _("every deal")}, 0);
  }
  note_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(300, 60)), wxTE_MULTILINE);
  row(_("Note"), note_);
  FormField day{"date", row_label(RecordKind::claims, "date"), Input::day, to_value(form_.date)};
  form_.more.insert(form_.more.begin(), std::move(day));
  rows(std::exchange(form_.more, {}), [this] { check(); });
  finish(_("OK"));
  for (wxWindow* field : std::initializer_list<wxWindow*>{free_, note_}) {
    if (field != nullptr) field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { check(); });
  }
  if (one_ != nullptr) one_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { check(); });
  if (several_ != nullptr) several_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { check(); });
  check();
}

// What is believed toward one side says nothing of another.
void ClaimDialog::add_toward(const Account& account) {
  sides_ = {""};
  std::vector<std::string> words{_("us")};
  for (const auto& [id, unit] : account.all<Unit>()) {
    if (unit.side != Side::rival) continue;
    sides_.push_back(id);
    words.push_back(unit.name);
  }
  sides_.emplace_back(status_quo);
  words.push_back(_("doing nothing"));
  const auto place = std::ranges::find(sides_, form_.toward);
  toward_ = choice(_("Toward"), words, place == sides_.end() ? 0 : static_cast<int>(place - sides_.begin()));
  toward_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    if (one_ != nullptr) one_->SetSelection(wxNOT_FOUND);
    check();
  });
}

// Something is to be said; or, where nothing is, there is something to take back, and no note is lost.
void ClaimDialog::check() {
  const std::string why_not = why_not_rows();
  const bool has_note = !note_->GetValue().Strip(wxString::both).empty();
  const bool is_value_missing = values().empty() && (has_note || form_.values.empty());
  const bool is_note_alone = is_value_missing && has_note;
  set_complete(why_not.empty() && !is_value_missing,
               !why_not.empty() ? why_not
               : is_note_alone ? _("Say what we believe, so that the note has something to rest under.")
                               : "");
}

std::vector<Value> ClaimDialog::values() const {
  std::vector<Value> values;
  if (one_ != nullptr && one_->GetSelection() >= 0) {
    values.emplace_back(codes_[static_cast<std::size_t>(one_->GetSelection())]);
  }
  for (unsigned i = 0; several_ != nullptr && i < several_->GetCount(); ++i) {
    if (several_->IsChecked(i)) values.emplace_back(codes_[i]);
  }
  // What others say in words the book does not have stays.
  for (const Value& value : form_.values) {
    if (several_ != nullptr && std::ranges::find(codes_, text_of(value)) == codes_.end()) values.push_back(value);
  }
  const std::string typed = free_ == nullptr ? std::string() : from_wx(free_->GetValue().Strip(wxString::both));
  if (typed.empty()) return values;
  double number = 0;
  const auto [stop, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  const bool is_number = error == std::errc() && stop == typed.data() + typed.size();
  values.push_back(is_number && facet_.kind == "number" ? Value(number) : Value(typed));
  return values;
}

ClaimForm ClaimDialog::form() const {
  ClaimForm form = form_;
  form.values = values();
  form.evidence = static_cast<Evidence>(evidence_->GetSelection() + 1);
  if (toward_ != nullptr) form.toward = sides_[static_cast<std::size_t>(std::max(0, toward_->GetSelection()))];
  form.aspect = aspect_->GetSelection() == 1 ? Aspect::wanted : Aspect::now;
  if (scope_ != nullptr && scope_->GetSelection() == 1) form.deal.clear();
  form.note = from_wx(note_->GetValue().Strip(wxString::both));
  form.more = typed_rows();
  form.date = typed_text(form.more.front());
  form.more.erase(form.more.begin());
  return form;
}

}  // namespace inroad::workbench
