// SPDX-License-Identifier: MIT
#include "workbench/forms.h"

#include <algorithm>
#include <charconv>

#include "model/codec.h"
#include "model/field_values.h"
#include "model/ids.h"
#include "workbench/people_tree.h"

namespace inroad::workbench {
namespace {

Value value_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

// The record made from scratch, or each of its fields set; fields equal to what is there make no change.
void put(Changes& changes, RecordKind kind, const Id& id, bool is_new, Value fields) {
  if (is_new) {
    std::erase_if(fields.get_ref<Value::object_t&>(), [](const auto& f) { return f.second.is_null(); });
    fields["id"] = id;
    changes.create.push_back({kind, std::move(fields)});
    return;
  }
  for (auto& [field, value] : fields.items()) changes.set.push_back({kind, id, field, value, {}, {}});
}

template <class Record>
void put_record(Changes& changes, const Account& account, const Record& record) {
  if (account.find<Record>(record.id) == nullptr) {
    changes.create.push_back({record_kind<Record>, to_json(record)});
    return;
  }
  for_each_field<Record>([&](const auto& field) {
    changes.set.push_back({record_kind<Record>, record.id, std::string(field.name),
                           read_field(record, field), {}, {}});
  });
}

Id unit_named(const Account& account, const std::string& name) {
  for (const auto& [id, unit] : account.all<Unit>()) {
    if (unit.name == name) return id;
  }
  return {};
}

const Tie* first_report(const Account& account, const Id& person) {
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.kind == TieKind::reports_to && tie.from == person && tie.to != person) return &tie;
  }
  return nullptr;
}

bool is_about(const Claim& claim, const ClaimForm& form) {
  return (form.is_about_tie ? claim.tie : claim.person) == form.subject && claim.facet == form.facet &&
         claim.deal == form.deal && claim.aspect == form.aspect && claim.toward == form.toward;
}

}  // namespace

std::string text_of(const Strength& strength) {
  return strength.number ? to_text(Value(*strength.number)) : strength.word.text();
}

// A number where the whole text is one, else the word; `plan` refuses words that are none.
Strength strength_of(const std::string& typed) {
  double number = 0;
  const char* end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, number);
  if (error == std::errc() && stop == end) return {number, {}};
  return {{}, typed};
}

PersonForm person_form(const Account& account, const Id& id) {
  const Person& person = *account.find<Person>(id);
  const Unit* unit = account.find<Unit>(person.unit);
  return {person, unit == nullptr ? std::string() : unit->name, manager_of(account, id)};
}

Changes to_changes(const Account& account, const PersonForm& form) {
  Changes changes;
  Id unit = unit_named(account, form.unit_name);
  if (unit.empty() && !form.unit_name.empty()) {
    unit = new_id();
    Value fields = {{"id", unit}, {"name", form.unit_name}};
    if (form.side != Side::unset) fields["side"] = word(form.side);
    changes.create.push_back({RecordKind::units, std::move(fields)});
  }
  Person person = form;
  person.unit = unit;
  put_record(changes, account, person);
  const Tie* report = first_report(account, form.id);
  if ((report == nullptr ? Id() : Id(report->to)) == form.manager) return changes;
  if (report != nullptr) changes.remove.push_back({RecordKind::ties, report->id});
  if (!form.manager.empty()) {
    put(changes, RecordKind::ties, new_id(), true,
        {{"from", form.id}, {"to", form.manager}, {"kind", "reports_to"}});
  }
  return changes;
}

PersonForm new_report(const Account& account, const Id& manager) {
  PersonForm form;
  form.id = new_id();
  if (const Person* boss = account.find<Person>(manager)) {
    form.manager = boss->id;
    if (const Unit* unit = account.find<Unit>(boss->unit)) form.unit_name = unit->name;
    form.side = boss->side;
  }
  return form;
}

PersonForm new_beside(const PersonForm& last) {
  PersonForm form;
  form.id = new_id();
  form.unit_name = last.unit_name;
  form.side = last.side;
  form.manager = last.manager;
  return form;
}

template <class Record>
Changes to_changes(const Account& account, const Record& record) {
  Changes changes;
  put_record(changes, account, record);
  return changes;
}
template Changes to_changes(const Account&, const Tie&);
template Changes to_changes(const Account&, const Deal&);
template Changes to_changes(const Account&, const Note&);

Changes to_changes(const Account& account, const ClaimForm& form, bool is_many) {
  Changes changes;
  std::vector<const Claim*> said;
  for (const auto& [id, claim] : account.all<Claim>()) {
    if (is_about(claim, form)) said.push_back(&claim);
  }
  const auto stays = [&](const Value& value) {
    return std::ranges::any_of(said, [&](const Claim* claim) { return claim->value == value; });
  };
  const auto is_wanted = [&](const Claim* claim) {
    return std::ranges::find(form.values, claim->value) != form.values.end();
  };
  if (form.values.empty() || is_many) {
    for (const Claim* claim : said) {
      if (!is_wanted(claim)) changes.remove.push_back({RecordKind::claims, claim->id});
    }
  }
  Id note;
  if (!form.note.empty() && !form.values.empty()) {
    note = new_id();
    Value people = Value::array();
    if (!form.is_about_tie) people.push_back(form.subject);
    put(changes, RecordKind::notes, note, true,
        {{"date", form.date}, {"people", people}, {"text", form.note}});
  }
  const Claim* corrected = nullptr;
  if (!is_many) {
    const auto own = std::ranges::find_if(
        said, [&](const Claim* claim) { return claim->by == form.by && claim->date == form.date; });
    if (own != said.end()) corrected = *own;
  }
  for (const Value& value : form.values) {
    if (is_many && stays(value)) continue;
    Value fields = {{"value", value}, {"evidence", to_value(form.evidence)}};
    if (!note.empty()) fields["note"] = note;
    for (const FormField& field : form.more)
      if (!field.value.is_null()) fields[field.name] = field.value;
    if (corrected == nullptr) {
      fields.update({{form.is_about_tie ? "tie" : "person", form.subject},
                     {"facet", form.facet},
                     {"deal", value_or_null(form.deal)},
                     {"toward", value_or_null(form.toward)},
                     {"aspect", form.aspect == Aspect::wanted ? Value("wanted") : Value()},
                     {"by", value_or_null(form.by)},
                     {"date", value_or_null(form.date)}});
    }
    put(changes, RecordKind::claims, corrected == nullptr ? new_id() : Id(corrected->id),
        corrected == nullptr, std::move(fields));
  }
  return changes;
}

Changes remove_record(RecordKind kind, const Id& id) {
  Changes changes;
  changes.remove.push_back({kind, id});
  return changes;
}

Changes decides(const Deal& deal, const Id& person, bool does_decide) {
  const auto is_now = [&](const Target& target) {
    return target.step == deal.client_step && target.step != ClientStep::unset;
  };
  if (std::ranges::any_of(deal.targets, is_now)) {
    std::vector<Target> targets = deal.targets;
    std::erase_if(targets, [&](const Target& target) { return is_now(target) && target.person == person; });
    if (does_decide) targets.push_back({person, deal.client_step, {}});
    return set_field(RecordKind::deals, deal.id, "targets", to_value(targets));
  }
  Changes changes;
  const Value list = Value::array({person});
  changes.set.push_back({RecordKind::deals, deal.id, "decision_makers", {}, does_decide ? list : Value(),
                         does_decide ? Value() : list});
  return changes;
}

Changes set_field(RecordKind kind, const Id& id, const std::string& field, Value value) {
  Changes changes;
  changes.set.push_back({kind, id, field, std::move(value), {}, {}});
  return changes;
}

const Position* position_of(const Account& account, const std::string& view, const Id& deal,
                            const Id& person) {
  const Position* general = nullptr;
  for (const auto& [id, position] : account.all<Position>()) {
    if (position.view != view || position.person != person) continue;
    if (position.deal == deal) return &position;
    if (position.deal.empty()) general = &position;
  }
  return general;
}

Changes put_card(const Account& account, const std::string& view, const Id& deal, const Id& person,
                 double x, double y) {
  Changes changes;
  const Position* known = position_of(account, view, deal, person);
  const bool is_new = known == nullptr || known->deal != deal;
  Value fields = {{"x", x}, {"y", y}, {"pinned", true}};
  if (is_new) fields.update({{"view", view}, {"person", person}, {"deal", value_or_null(deal)}});
  put(changes, RecordKind::positions, is_new ? new_id() : known->id, is_new, std::move(fields));
  return changes;
}

}  // namespace inroad::workbench
