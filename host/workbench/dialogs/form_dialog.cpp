// SPDX-License-Identifier: MIT
#include "workbench/dialogs/form_dialog.h"

#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/weakref.h>

#include <algorithm>

#include "workbench/look.h"

namespace inroad::workbench {

FormDialog::FormDialog(wxWindow* parent, const std::string& title)
    : wxDialog(parent, wxID_ANY, to_wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  grid_ = new wxFlexGridSizer(2, FromDIP(8), FromDIP(12));
  grid_->AddGrowableCol(1);
  all_ = new wxBoxSizer(wxVERTICAL);
  all_->Add(grid_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
  SetSizer(all_);
}

void FormDialog::row(const std::string& label, wxWindow* control, bool grows) {
  set_spoken(*control, label);
  grid_->Add(new wxStaticText(this, wxID_ANY, to_label(label)), wxSizerFlags().CentreVertical());
  grid_->Add(control, wxSizerFlags().Expand());
  if (grows) grid_->AddGrowableRow(grid_->GetItemCount() / 2 - 1);
}

void FormDialog::pair(wxWindow* left, wxWindow* right) {
  grid_->Add(left, wxSizerFlags().CentreVertical());
  grid_->Add(right, wxSizerFlags().Expand());
}

void FormDialog::text(const std::string& words) {
  auto* line = new wxStaticText(this, wxID_ANY, to_label(words));
  line->Wrap(FromDIP(420));
  all_->Insert(0, line, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
}

bool FormDialog::ask(Send send) {
  send_ = std::move(send);
  return ShowModal() == wxID_OK;
}

void FormDialog::finish(const std::string& ok, const std::string& more) {
  remark_ = new wxStaticText(this, wxID_ANY, wxString());
  remark_->SetForegroundColour(to_wx(theme_now().warning));
  all_->Add(remark_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
  auto* buttons = new wxStdDialogButtonSizer;
  if (!more.empty()) {
    more_ = new wxButton(this, wxID_ANY, to_label(more));
    buttons->Add(more_, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(true); });
  }
  auto* accept = new wxButton(this, wxID_OK, to_label(ok));
  buttons->AddButton(accept);
  buttons->AddButton(new wxButton(this, wxID_CANCEL, to_label(_("Cancel"))));
  buttons->Realize();
  accept->SetDefault();
  ok_ = accept;
  all_->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  accept->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    if (send_) return submit(false);
    event.Skip();
  });
  remark_->Hide();
  all_->SetSizeHints(this);
  SetSize(wxSize(std::max(GetSize().x, FromDIP(460)), GetSize().y));
  CentreOnParent();
}

void FormDialog::set_complete(bool is_complete, const std::string& why_not) {
  for (wxWindow* button : {ok_, more_}) {
    if (button != nullptr) button->Enable(is_complete);
  }
  remark(why_not);
}

void FormDialog::remark(const std::string& sentence) {
  if (remark_ == nullptr) return;
  remark_->SetLabel(to_label(sentence));
  remark_->Wrap(FromDIP(420));
  remark_->Show(!sentence.empty());
  const wxSize best = GetBestSize();
  SetSize(std::max(GetSize().x, best.x), std::max(GetSize().y, best.y));
  Layout();
}

// The answer may come when the form has been given up.
void FormDialog::submit(bool is_more) {
  was_more_pressed_ = is_more;
  set_complete(false);
  send_([self = wxWeakRef<FormDialog>(this)](const std::string& refusal) {
    if (!self) return;
    self->set_complete(true, refusal);
    if (refusal.empty()) self->EndModal(wxID_OK);
  });
}

wxTextCtrl* FormDialog::text_field(const std::string& label, const std::string& value) {
  auto* field = new wxTextCtrl(this, wxID_ANY, to_wx(value));
  row(label, field);
  return field;
}

wxChoice* FormDialog::choice(const std::string& label, const std::vector<std::string>& words, int chosen) {
  auto* made = new wxChoice(this, wxID_ANY);
  for (const std::string& word : words) made->Append(to_label(word));
  made->SetSelection(chosen);
  row(label, made);
  return made;
}

void FormDialog::rows(std::vector<FormField> fields, std::function<void()> check) {
  for (FormField& field : fields) {
    Row made{std::move(field)};
    const FormField& asked = made.field;
    const auto place = std::ranges::find(asked.codes, typed_text(asked));
    switch (asked.input) {
      case Input::choice:
        made.choice = choice(asked.label, asked.words, static_cast<int>(place - asked.codes.begin()));
        made.choice->Bind(wxEVT_CHOICE, [check](wxCommandEvent&) { check(); });
        break;
      case Input::flag:
        made.flag = new wxCheckBox(this, wxID_ANY, wxString());
        made.flag->SetValue(asked.value == true);
        row(asked.label, made.flag);
        break;
      case Input::lines:
        made.text = new wxTextCtrl(this, wxID_ANY, to_wx(typed_text(asked)), wxDefaultPosition,
                                   FromDIP(wxSize(300, 60)), wxTE_MULTILINE);
        row(asked.label, made.text);
        break;
      default:
        made.text = text_field(asked.label, typed_text(asked));
    }
    if (made.text != nullptr) made.text->Bind(wxEVT_TEXT, [check](wxCommandEvent&) { check(); });
    rows_.push_back(std::move(made));
  }
}

std::vector<FormField> FormDialog::typed_rows() const {
  std::vector<FormField> fields;
  for (const Row& row : rows_) {
    FormField& field = fields.emplace_back(row.field);
    if (row.flag != nullptr) field.value = row.flag->GetValue();
    if (row.text != nullptr)
      field.value = typed_value(field, from_wx(row.text->GetValue().Strip(wxString::both)));
    if (row.choice != nullptr) {
      const auto place = static_cast<std::size_t>(std::max(0, row.choice->GetSelection()));
      field.value = field.codes[place].empty() ? Value() : Value(field.codes[place]);
    }
  }
  return fields;
}

std::string FormDialog::why_not_rows() const {
  for (const Row& row : rows_) {
    if (row.text == nullptr) continue;
    const std::string typed = from_wx(row.text->GetValue().Strip(wxString::both));
    if (std::string why = why_not(row.field, typed); !why.empty()) return why;
  }
  return {};
}

PersonChoice::PersonChoice(const Account& account, const Id& without) {
  for (const auto& [id, person] : account.all<Person>()) {
    if (id != without) ids_.push_back(id);
  }
  std::ranges::sort(ids_, {}, [&](const Id& id) { return std::pair(account.find<Person>(id)->name, id); });
  ids_.insert(ids_.begin(), Id());
  for (const Id& id : ids_) words_.push_back(id.empty() ? _("nobody") : account.find<Person>(id)->name);
}

int PersonChoice::place_of(const Id& person) const {
  const auto found = std::ranges::find(ids_, person);
  return found == ids_.end() ? 0 : static_cast<int>(found - ids_.begin());
}

const Id& PersonChoice::at(int place) const { return ids_[static_cast<std::size_t>(std::max(0, place))]; }

}  // namespace inroad::workbench
