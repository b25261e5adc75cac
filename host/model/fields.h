// SPDX-License-Identifier: MIT
//
// The field tables: each record's fields described once, in the order of the interchange form.
// SQL columns, JSON, edits, removal, redaction and the snapshot's `extra` all walk these tables.
// A new field is one line here (and a migration of the store).
#pragma once
#include <array>
#include <string_view>
#include <tuple>

#include "model/records.h"

namespace inroad {

// The names are the lists of the interchange form, and the `record` of edits and changes.
enum class RecordKind {
  account = 1,
  units,
  people,
  ties,
  deals,
  claims,
  notes,
  actions,
  needs,
  budgets,
  positions,
  settings
};

// Who may see a field outside the team: see profile.h.
enum class Sensitivity { public_ = 1, internal, private_ };

// What becomes of the holder when the record a reference points to is removed.
enum class OnRemoval { keep = 1, clear, remove_holder };

// A reference's target; kind 0 = the field is no reference. keep = a name that may outlive its
// record.
struct Refers {
  RecordKind kind{};
  OnRemoval on_removal = OnRemoval::keep;
};

template <class Record, class Member>
struct Field {
  std::string_view name;
  Member Record::*member;
  Sensitivity sensitivity;
  Refers refers{};
  bool is_date = false;
};
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity) -> Field<Record, Member>;
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity, Refers) -> Field<Record, Member>;
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity, Refers, bool) -> Field<Record, Member>;

// record_kind<R>: its kind; fields<R>: its table, without `id` (first everywhere) and `extra`
// (last).
template <class Record>
inline constexpr RecordKind record_kind{};
template <class Record>
inline constexpr auto fields = std::tuple<>{};

namespace table {
inline constexpr auto pub = Sensitivity::public_;
inline constexpr auto internal = Sensitivity::internal;
inline constexpr auto priv = Sensitivity::private_;
// Shorthand for the tables below: what a reference points to, and whether its holder falls with it.
constexpr Refers cleared(RecordKind kind) { return {kind, OnRemoval::clear}; }
constexpr Refers owner(RecordKind kind) { return {kind, OnRemoval::remove_holder}; }
constexpr Refers author() { return {RecordKind::people, OnRemoval::keep}; }
inline constexpr Refers nothing{};
inline constexpr bool a_date = true;
using enum RecordKind;
}  // namespace table

template <>
inline constexpr RecordKind record_kind<AccountInfo> = RecordKind::account;
template <>
inline constexpr auto fields<AccountInfo> =
    std::tuple{Field{"name", &AccountInfo::name, table::pub}};

template <>
inline constexpr RecordKind record_kind<Unit> = RecordKind::units;
template <>
inline constexpr auto fields<Unit> =
    std::tuple{Field{"name", &Unit::name, table::pub},
               Field{"parent", &Unit::parent, table::pub, table::cleared(table::units)},
               Field{"kind", &Unit::kind, table::pub}, Field{"side", &Unit::side, table::internal}};

template <>
inline constexpr RecordKind record_kind<Person> = RecordKind::people;
template <>
inline constexpr auto fields<Person> =
    std::tuple{Field{"name", &Person::name, table::pub},
               Field{"title", &Person::title, table::pub},
               Field{"unit", &Person::unit, table::pub, table::cleared(table::units)},
               Field{"side", &Person::side, table::internal},
               Field{"kind", &Person::kind, table::pub},
               Field{"email", &Person::email, table::internal},
               Field{"phone", &Person::phone, table::internal},
               Field{"location", &Person::location, table::internal}};

template <>
inline constexpr RecordKind record_kind<Tie> = RecordKind::ties;
template <>
inline constexpr auto fields<Tie> =
    std::tuple{Field{"from", &Tie::from, table::pub, table::owner(table::people)},
               Field{"to", &Tie::to, table::pub, table::owner(table::people)},
               Field{"kind", &Tie::kind, table::pub},
               Field{"strength", &Tie::strength, table::priv},
               Field{"wanted", &Tie::wanted, table::priv},
               Field{"evidence", &Tie::evidence, table::priv},
               Field{"note", &Tie::note, table::priv, table::cleared(table::notes)},
               Field{"by", &Tie::by, table::priv, table::author()},
               Field{"date", &Tie::date, table::priv, table::nothing, table::a_date}};

template <>
inline constexpr RecordKind record_kind<Deal> = RecordKind::deals;
template <>
inline constexpr auto fields<Deal> = std::tuple{
    Field{"name", &Deal::name, table::internal},
    Field{"stage", &Deal::stage, table::internal},
    Field{"client_step", &Deal::client_step, table::internal},
    Field{"value", &Deal::value, table::internal},
    Field{"currency", &Deal::currency, table::internal},
    Field{"decision_makers", &Deal::decision_makers, table::priv, table::cleared(table::people)},
    Field{"targets", &Deal::targets, table::priv, table::cleared(table::people)}};

template <>
inline constexpr RecordKind record_kind<Claim> = RecordKind::claims;
template <>
inline constexpr auto fields<Claim> =
    std::tuple{Field{"person", &Claim::person, table::priv, table::owner(table::people)},
               Field{"tie", &Claim::tie, table::priv, table::owner(table::ties)},
               Field{"facet", &Claim::facet, table::priv},
               Field{"deal", &Claim::deal, table::priv, table::owner(table::deals)},
               Field{"value", &Claim::value, table::priv},
               Field{"aspect", &Claim::aspect, table::priv},
               Field{"toward", &Claim::toward, table::priv},
               Field{"evidence", &Claim::evidence, table::priv},
               Field{"note", &Claim::note, table::priv, table::cleared(table::notes)},
               Field{"by", &Claim::by, table::priv, table::author()},
               Field{"date", &Claim::date, table::priv, table::nothing, table::a_date}};

template <>
inline constexpr RecordKind record_kind<Note> = RecordKind::notes;
template <>
inline constexpr auto fields<Note> =
    std::tuple{Field{"date", &Note::date, table::priv, table::nothing, table::a_date},
               Field{"kind", &Note::kind, table::priv},
               Field{"people", &Note::people, table::priv, table::cleared(table::people)},
               Field{"text", &Note::text, table::priv}};

template <>
inline constexpr RecordKind record_kind<Action> = RecordKind::actions;
template <>
inline constexpr auto fields<Action> =
    std::tuple{Field{"what", &Action::what, table::internal},
               Field{"purpose", &Action::purpose, table::priv},
               Field{"with", &Action::with, table::internal, table::cleared(table::people)},
               Field{"owner", &Action::owner, table::internal, table::cleared(table::people)},
               Field{"due", &Action::due, table::internal, table::nothing, table::a_date},
               Field{"done", &Action::done, table::internal, table::nothing, table::a_date},
               Field{"deal", &Action::deal, table::internal, table::cleared(table::deals)}};

template <>
inline constexpr RecordKind record_kind<Need> = RecordKind::needs;
template <>
inline constexpr auto fields<Need> =
    std::tuple{Field{"deal", &Need::deal, table::priv, table::cleared(table::deals)},
               Field{"person", &Need::person, table::priv, table::cleared(table::people)},
               Field{"statement", &Need::statement, table::priv},
               Field{"kind", &Need::kind, table::priv}, Field{"whys", &Need::whys, table::priv}};

template <>
inline constexpr RecordKind record_kind<Budget> = RecordKind::budgets;
template <>
inline constexpr auto fields<Budget> = std::tuple{
    Field{"deal", &Budget::deal, table::priv, table::owner(table::deals)},
    Field{"side", &Budget::side, table::priv}, Field{"amount", &Budget::amount, table::priv},
    Field{"state", &Budget::state, table::priv},
    Field{"decided_by", &Budget::decided_by, table::priv, table::cleared(table::people)}};

template <>
inline constexpr RecordKind record_kind<Position> = RecordKind::positions;
template <>
inline constexpr auto fields<Position> =
    std::tuple{Field{"view", &Position::view, table::priv},
               Field{"deal", &Position::deal, table::priv, table::owner(table::deals)},
               Field{"person", &Position::person, table::priv, table::owner(table::people)},
               Field{"x", &Position::x, table::priv},
               Field{"y", &Position::y, table::priv},
               Field{"pinned", &Position::pinned, table::priv}};

template <>
inline constexpr RecordKind record_kind<Settings> = RecordKind::settings;
template <>
inline constexpr auto fields<Settings> =
    std::tuple{Field{"advice", &Settings::advice, table::priv},
               Field{"share", &Settings::share, table::priv}};

// Calls visit(field) for each field of the record's table, in order.
template <class Record, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields<Record>);
}

std::string_view word(RecordKind kind);
// unset (RecordKind{}) when no list has that name.
RecordKind record_kind_of(std::string_view list);

}  // namespace inroad
