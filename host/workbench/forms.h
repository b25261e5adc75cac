// SPDX-License-Identifier: MIT
//
// What the window's dialogs and gestures ask for, and the Changes each becomes: one gesture, one edit.
// Pure: an account and a form in, Changes out; nothing is checked here that `plan` checks anyway.
#pragma once
#include <string>
#include <vector>

#include "model/changes.h"
#include "model/facets.h"
#include "workbench/form_fields.h"

namespace inroad::workbench {

// A person as the form shows him: his record, and what stands elsewhere. id not in the account: a new
// person of that id. unit_name, not `unit`, is what counts: a unit of that name is made when there is
// none. manager: whom he reports to (the first, if several).
struct PersonForm : Person {
  std::string unit_name;
  Id manager;
};
PersonForm person_form(const Account& account, const Id& person);
Changes to_changes(const Account& account, const PersonForm& form);
// Somebody new below that person, in the same unit; and somebody new beside the one just typed.
PersonForm new_report(const Account& account, const Id& manager);
PersonForm new_beside(const PersonForm& last);

// A tie, a deal, a note as its form leaves it: made when the account has none of that id, else changed
// in each of its fields.
template <class Record>
Changes to_changes(const Account& account, const Record& record);

// A strength as typed: a word or a number; empty = not said.
std::string text_of(const Strength& strength);
Strength strength_of(const std::string& typed);

// What somebody believes about a person or a tie. values: one word, or several where the facet is
// many; none = takes back what is said for this deal. note: becomes a note of that day when not empty.
// more: the fields of claims that have no member above.
struct ClaimForm {
  Id subject;
  bool is_about_tie = false;
  std::string facet;
  Id deal;
  std::string toward;  // a rival's unit, status_quo; empty: us
  Aspect aspect = Aspect::now;
  std::vector<Value> values;
  Evidence evidence = Evidence::stated;
  std::string note;
  Id by;
  Date date;
  std::vector<FormField> more =
      form_fields(Claim{}, {"person", "tie", "facet", "deal", "value", "aspect", "toward",
                            "evidence", "note", "by", "date"});
};
// One's own claim of the same day is corrected; everything else said stays and is joined by a new one.
Changes to_changes(const Account& account, const ClaimForm& form, bool is_many);

Changes remove_record(RecordKind kind, const Id& id);
// Says it of the client's step now where the deal names people by step, else of the whole deal.
Changes decides(const Deal& deal, const Id& person, bool does_decide);
Changes set_field(RecordKind kind, const Id& id, const std::string& field, Value value);

// Where a card was put: its top left corner in the scene of the view.
Changes put_card(const Account& account, const std::string& view, const Id& deal, const Id& person,
                 double x, double y);
// Null when the card was never put anywhere.
const Position* position_of(const Account& account, const std::string& view, const Id& deal,
                            const Id& person);

}  // namespace inroad::workbench
