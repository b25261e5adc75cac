// SPDX-License-Identifier: MIT
//
// The rows of a form come from the field table: each field but those a dialog asks for itself has
// one, of the kind its type calls for, and what is typed there is what the record holds.
#include "workbench/form_fields.h"

#include "catch.h"
#include "workbench/forms.h"

using namespace inroad;
using namespace inroad::workbench;

namespace {

FormField& row(std::vector<FormField>& rows, const std::string& name) {
  const auto found = std::ranges::find(rows, name, &FormField::name);
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("every field that a plain row can ask for has one, but those left to the dialog") {
  const auto rows_of = []<class Record>(std::type_identity<Record>) {
    std::vector<FormField> rows = form_fields(Record{});
    for_each_field<Record>([&](const auto& field) {
      const bool has_row = std::ranges::find(rows, field.name, &FormField::name) != rows.end();
      INFO(word(record_kind<Record>) << "." << field.name);
      CHECK(has_row == (input_for(field) != Input::none));
    });
    return rows;
  };
  for_each_record([&](auto record) { rows_of(record); });
  CHECK(rows_of(std::type_identity<Person>{}).size() == 7);  // all but the unit
  CHECK(form_fields(Person{}, {"name", "email"}).size() == 5);
}

TEST_CASE("a row asks for what its field holds, and gives it back") {
  Action action;
  action.what = "Lab visit";
  action.due = "2026-12-02";
  std::vector<FormField> rows = form_fields(action);
  CHECK(row(rows, "what").input == Input::line);
  CHECK(row(rows, "due").input == Input::day);
  CHECK(row(rows, "due").label == "Due day");
  CHECK(why_not(row(rows, "due"), "soon").find("soon") != std::string::npos);
  row(rows, "due").value = typed_value(row(rows, "due"), "2026-12-03");
  row(rows, "purpose").value = typed_value(row(rows, "purpose"), "See it run");
  take_fields(action, rows);
  CHECK(action.due == "2026-12-03");
  CHECK(action.purpose == "See it run");
  CHECK(action.what == "Lab visit");

  Deal deal;
  deal.value = 5;
  rows = form_fields(deal);
  CHECK(row(rows, "value").input == Input::number);
  CHECK(typed_text(row(rows, "value")) == "5");
  CHECK_FALSE(why_not(row(rows, "value"), "much").empty());
  CHECK(row(rows, "stage").codes.front().empty());
  row(rows, "value").value = typed_value(row(rows, "value"), "1.5");
  row(rows, "stage").value = "tender";
  take_fields(deal, rows);
  CHECK(deal.value == 1.5);
  CHECK(deal.stage == Stage::tender);

  Need need;
  need.whys = {"cost", "time"};
  rows = form_fields(need);
  CHECK(typed_text(row(rows, "whys")) == "cost\ntime");
  row(rows, "whys").value = typed_value(row(rows, "whys"), "cost\n\nquality");
  take_fields(need, rows);
  CHECK(need.whys == std::vector<std::string>{"cost", "quality"});
}

TEST_CASE("a form that changes nothing is no edit, one that does is an edit of those fields") {
  Account account;
  Person ann;
  ann.id = "p1";
  ann.email = "a@x.de";
  account.all<Person>().emplace(ann.id, ann);
  Deal deal;
  deal.id = "d1";
  deal.decision_makers = {ann.id};
  account.all<Deal>().emplace(deal.id, deal);
  CHECK(plan(account, to_changes(account, person_form(account, "p1")), "").empty());
  CHECK(plan(account, to_changes(account, deal), "").empty());
  deal.currency = "EUR";
  const auto changes = plan(account, to_changes(account, deal), "");
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].field == "currency");
}
