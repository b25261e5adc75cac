// SPDX-License-Identifier: MIT
#include "workbench/dialogs/note_dialog.h"

#include <algorithm>
#include <array>

#include "model/record_words.h"

namespace inroad::workbench {
namespace {

constexpr std::array kinds{"",      "meeting", "call",     "email", "lunch",
                           "visit", "demo",    "workshop", "review"};

}  // namespace

NoteDialog::NoteDialog(wxWindow* parent, const Account& account, Note form)
    : FormDialog(parent, _("New note")), form_(std::move(form)), people_(account, {}) {
  text_ = new wxTextCtrl(this, wxID_ANY, to_wx(form_.text), wxDefaultPosition,
                         FromDIP(wxSize(340, 110)), wxTE_MULTILINE);
  row(_("What happened"), text_, true);
  rows(form_fields<Note>(form_, {"kind", "text"}), [this] { check(); });
  std::vector<std::string> words;
  for (const std::string kind : kinds)
    words.push_back(kind.empty() ? _("not said") : closed_word("kind", kind));
  kind_ = choice(_("Kind"), words, 0);
  with_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(340, 130)));
  for (std::size_t i = 1; i < people_.words().size(); ++i) {
    with_->Append(to_label(people_.words()[i]));
    const bool is_with =
        std::ranges::find(form_.people, people_.at(static_cast<int>(i))) != form_.people.end();
    with_->Check(static_cast<unsigned>(i - 1), is_with);
    if (is_with) with_->EnsureVisible(static_cast<int>(i - 1));
  }
  row(_("With whom"), with_);
  finish(_("OK"));
  text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { check(); });
  check();
  text_->SetFocus();
}

void NoteDialog::check() {
  const std::string why = why_not_rows();
  set_complete(!form().text.empty() && why.empty(), why);
}

Note NoteDialog::form() const {
  Note form = form_;
  form.text = from_wx(text_->GetValue().Strip(wxString::both));
  take_fields(form, typed_rows());
  form.kind = kinds[static_cast<std::size_t>(std::max(0, kind_->GetSelection()))];
  form.people.clear();
  for (unsigned i = 0; i < with_->GetCount(); ++i) {
    if (with_->IsChecked(i)) form.people.push_back(people_.at(static_cast<int>(i) + 1));
  }
  return form;
}

}  // namespace inroad::workbench
