// SPDX-License-Identifier: MIT
#include "workbench/dialogs/person_dialog.h"
#include "workbench/wording.h"

namespace inroad::workbench {

PersonDialog::PersonDialog(wxWindow* parent, const Account& account, PersonForm form)
    : FormDialog(parent, account.find<Person>(form.id) == nullptr ? _("New person") : _("Person")),
      form_(std::move(form)),
      managers_(account, form_.id) {
  name_ = text_field(_("Name"), form_.name);
  title_ = text_field(_("Title"), form_.title);
  unit_ = new wxComboBox(this, wxID_ANY, to_wx(form_.unit_name));
  for (const auto& [id, unit] : account.all<Unit>()) unit_->Append(to_wx(unit.name));
  unit_->SetValue(to_wx(form_.unit_name));
  row(_("Unit"), unit_);
  std::vector<std::string> sides{say(Side::unset)};
  for (const Side side : all_of(Side::rival)) sides.push_back(say(side));
  side_ = choice(_("Side"), sides, static_cast<int>(form_.side));
  manager_ = choice(_("Reports to"), managers_.words(), managers_.place_of(form_.manager));
  placeholder_ = new wxCheckBox(this, wxID_ANY, to_label(_("a seat whose holder we do not know")));
  placeholder_->SetValue(form_.kind == PersonKind::placeholder);
  row(_("Placeholder"), placeholder_);
  const auto check = [this] {
    const bool has_name = !name_->GetValue().Strip(wxString::both).empty();
    set_complete(has_name && why_not_rows().empty(), why_not_rows());
  };
  rows(form_fields<Person>(form_, {"name", "title", "side", "kind"}), check);
  finish(_("OK"), account.find<Person>(form_.id) == nullptr ? _("OK and Next") : "");
  name_->Bind(wxEVT_TEXT, [check](wxCommandEvent&) { check(); });
  check();
  name_->SetFocus();
}

PersonForm PersonDialog::form() const {
  const auto value = [](const auto* field) { return from_wx(field->GetValue().Strip(wxString::both)); };
  PersonForm form = form_;
  form.name = value(name_);
  form.title = value(title_);
  form.unit_name = value(unit_);
  form.side = static_cast<Side>(side_->GetSelection());
  form.manager = managers_.at(manager_->GetSelection());
  form.kind = placeholder_->GetValue() ? PersonKind::placeholder : PersonKind::person;
  take_fields<Person>(form, typed_rows());
  return form;
}

}  // namespace inroad::workbench
