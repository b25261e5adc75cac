// SPDX-License-Identifier: MIT
//
// What an account holds: plain structs, no logic. Their fields are described once, in fields.h;
// everything that walks fields (SQL, JSON, edits, redaction) reads that description.
// Ids are non-empty strings; an empty reference means "none". Dates are "YYYY-MM-DD", empty =
// undated.
#pragma once
#include <inroad/messages/words_generated.h>

#include <optional>
#include <string>
#include <vector>

#include "model/maybe_number.h"
#include "model/shared_word.h"
#include "model/small_text.h"
#include "model/value.h"

namespace inroad {

using Id = std::string;
using Date = std::string;
using msg::Aspect;
using msg::ClientStep;
using msg::Evidence;
using msg::PersonKind;
using msg::Side;
using msg::Stage;
using msg::TieKind;
using msg::UnitKind;

// A number or a word of the kind's table ("words stay words"); neither = not said.
struct Strength {
  MaybeNumber number;
  SharedWord word;
  bool is_set() const { return number.has_value() || !word.empty(); }
  bool operator==(const Strength&) const = default;
};

// Whom to win at which of the client's steps.
struct Target {
  Id person;
  ClientStep step = ClientStep::unset;
  Value extra;
  bool operator==(const Target&) const = default;
};

// `extra` of each record: the keys this program does not know, kept as they came; private. An
// object, or null when there are none (an empty object costs an allocation a record); see
// members().
struct Unit {
  Id id;
  std::string name;
  Id parent;
  UnitKind kind = UnitKind::unit;
  Side side = Side::client;
  Value extra;
};

// side unset = the unit's side.
struct Person {
  Id id;
  std::string name, title;
  Id unit;
  Side side = Side::unset;
  PersonKind kind = PersonKind::person;
  std::string email, phone, location;
  Value extra;
};

// strength, evidence, note, by, date are shorthand for the first claim about the tie's strength.
// wanted: the contact we want (covers only).
struct Tie {
  SmallText id, from, to;
  TieKind kind = TieKind::unset;
  Evidence evidence = Evidence::stated;
  Strength strength, wanted;
  SmallText note, by, date;
  Value extra;
};

struct Deal {
  Id id;
  std::string name;
  Stage stage = Stage::unset;
  ClientStep client_step = ClientStep::unset;
  std::optional<double> value;
  std::string currency;
  std::vector<Id> decision_makers;
  std::vector<Target> targets;
  Value extra;
};

// A belief about exactly one person or tie. value: a word, a number, or a list of words for facets
// that hold several at once. toward: empty = us, a rival unit's id, or "status quo".
struct Claim {
  SmallText id, person, tie, facet, deal;
  Value value;
  Aspect aspect = Aspect::now;
  Evidence evidence = Evidence::stated;
  SmallText toward, note, by, date;
  Value extra;
};

struct Note {
  Id id;
  Date date;
  std::string kind;
  std::vector<Id> people;
  std::string text;
  Value extra;
};

struct Action {
  Id id;
  std::string what, purpose;
  std::vector<Id> with;
  Id owner;
  Date due, done;
  Id deal;
  Value extra;
};

struct Need {
  Id id, deal, person;
  std::string statement, kind;
  std::vector<std::string> whys;
  Value extra;
};

struct Budget {
  Id id, deal;
  Side side = Side::client;
  std::optional<double> amount;
  std::string state;
  std::vector<Id> decided_by;
  Value extra;
};

// Where the user put someone in a view; as private as that view. deal empty = for every deal.
struct Position {
  Id id;
  std::string view;
  Id deal, person;
  double x = 0, y = 0;
  bool pinned = false;
  Value extra;
};

// The two records there is one of. Their ids in edits are "account" and "settings".
struct AccountInfo {
  Id id;
  std::string name;
  Value extra;
};
struct Settings {
  Value advice = Value::object();  // overrides of the advisor's tables, as written
  Value share = Value::object();   // the account's own share profiles by name, as written
  Value extra;
};

}  // namespace inroad
