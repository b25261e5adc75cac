// SPDX-License-Identifier: MIT
//
// The field tables: each record's fields described once, in the order of the interchange form.
// SQL columns, JSON, edits, removal, redaction and the snapshot's `extra` all walk these tables.
// Forms, the inspector and sentences too. A new field is its member in records.h and one line here,
// and a line in the store's list of added columns (store/added_columns.h) for older files.
#pragma once
#include <string_view>
#include <tuple>

#include "model/field.h"

namespace inroad {

namespace table {
inline constexpr auto pub = Sensitivity::public_;
inline constexpr auto internal = Sensitivity::internal;
inline constexpr auto priv = Sensitivity::private_;
// Shorthand for the tables below: what a reference points to, and whether its holder falls with it.
constexpr Refers cleared(RecordKind kind) { return {kind, OnRemoval::clear}; }
constexpr Refers owner(RecordKind kind) { return {kind, OnRemoval::remove_holder}; }
// Cleared too, but whatever is about nobody else is forgotten with him.
constexpr Refers about(RecordKind kind) { return {kind, OnRemoval::clear, true}; }
// A rival's unit: cleared, a belief toward a rival would read as one toward us.
constexpr Refers rival() {
  return {RecordKind::units, OnRemoval::remove_holder, false, status_quo};
}
constexpr Refers author() { return {RecordKind::people, OnRemoval::keep}; }
inline constexpr Refers nothing{};
inline constexpr bool a_date = true;
using enum RecordKind;
}  // namespace table

template <>
inline constexpr RecordKind record_kind<AccountInfo> = RecordKind::account;
template <>
inline constexpr auto fields<AccountInfo> =
    std::tuple{Field{"name", &AccountInfo::name, table::pub, N_("name")}};

template <>
inline constexpr RecordKind record_kind<Unit> = RecordKind::units;
template <>
inline constexpr auto fields<Unit> = std::tuple{
    Field{"name", &Unit::name, table::pub, N_("name")},
    Field{"parent", &Unit::parent, table::pub, N_("parent unit"), table::cleared(table::units)},
    Field{"kind", &Unit::kind, table::pub, N_("kind")},
    Field{"side", &Unit::side, table::internal, N_("side")}};

template <>
inline constexpr RecordKind record_kind<Person> = RecordKind::people;
template <>
inline constexpr auto fields<Person> =
    std::tuple{Field{"name", &Person::name, table::pub, N_("name")},
               Field{"title", &Person::title, table::pub, N_("title")},
               Field{"unit", &Person::unit, table::pub, N_("unit"), table::cleared(table::units)},
               Field{"side", &Person::side, table::internal, N_("side")},
               Field{"kind", &Person::kind, table::pub, N_("kind")},
               Field{"email", &Person::email, table::internal, N_("email")},
               Field{"phone", &Person::phone, table::internal, N_("phone")},
               Field{"location", &Person::location, table::internal, N_("place")}};

template <>
inline constexpr RecordKind record_kind<Tie> = RecordKind::ties;
template <>
inline constexpr auto fields<Tie> =
    std::tuple{Field{"from", &Tie::from, table::pub, N_("from"), table::owner(table::people)},
               Field{"to", &Tie::to, table::pub, N_("to"), table::owner(table::people)},
               Field{"kind", &Tie::kind, table::pub, N_("kind")},
               Field{"strength", &Tie::strength, table::priv, N_("strength")},
               Field{"wanted", &Tie::wanted, table::priv, N_("wanted contact")},
               Field{"evidence", &Tie::evidence, table::priv, N_("evidence")},
               Field{"note", &Tie::note, table::priv, N_("note"), table::cleared(table::notes)},
               Field{"by", &Tie::by, table::priv, N_("said by"), table::author()},
               Field{"date", &Tie::date, table::priv, N_("date"), table::nothing, table::a_date}};

template <>
inline constexpr RecordKind record_kind<Deal> = RecordKind::deals;
template <>
inline constexpr auto fields<Deal> =
    std::tuple{Field{"name", &Deal::name, table::internal, N_("name")},
               Field{"stage", &Deal::stage, table::internal, N_("our stage")},
               Field{"client_step", &Deal::client_step, table::internal, N_("client's step")},
               Field{"value", &Deal::value, table::internal, N_("deal value")},
               Field{"currency", &Deal::currency, table::internal, N_("currency")},
               Field{"decision_makers", &Deal::decision_makers, table::priv, N_("decision makers"),
                     table::cleared(table::people)},
               Field{"targets", &Deal::targets, table::priv, N_("people to be won"),
                     table::cleared(table::people)}};

template <>
inline constexpr RecordKind record_kind<Claim> = RecordKind::claims;
template <>
inline constexpr auto fields<Claim> = std::tuple{
    Field{"person", &Claim::person, table::priv, N_("person"), table::owner(table::people)},
    Field{"tie", &Claim::tie, table::priv, N_("tie"), table::owner(table::ties)},
    Field{"facet", &Claim::facet, table::priv, N_("about what")},
    Field{"deal", &Claim::deal, table::priv, N_("deal"), table::owner(table::deals)},
    Field{"value", &Claim::value, table::priv, N_("value")},
    Field{"aspect", &Claim::aspect, table::priv, N_("meaning")},
    Field{"toward", &Claim::toward, table::priv, N_("toward whom"), table::rival()},
    Field{"evidence", &Claim::evidence, table::priv, N_("evidence")},
    Field{"note", &Claim::note, table::priv, N_("note"), table::cleared(table::notes)},
    Field{"by", &Claim::by, table::priv, N_("said by"), table::author()},
    Field{"date", &Claim::date, table::priv, N_("date"), table::nothing, table::a_date}};

template <>
inline constexpr RecordKind record_kind<Note> = RecordKind::notes;
template <>
inline constexpr auto fields<Note> = std::tuple{
    Field{"date", &Note::date, table::priv, N_("date"), table::nothing, table::a_date},
    Field{"kind", &Note::kind, table::priv, N_("kind")},
    Field{"people", &Note::people, table::priv, N_("about whom"), table::about(table::people)},
    Field{"text", &Note::text, table::priv, N_("text")}};

template <>
inline constexpr RecordKind record_kind<Action> = RecordKind::actions;
template <>
inline constexpr auto fields<Action> = std::tuple{
    Field{"what", &Action::what, table::internal, N_("what")},
    Field{"purpose", &Action::purpose, table::priv, N_("purpose")},
    Field{"with", &Action::with, table::internal, N_("with whom"), table::about(table::people)},
    Field{"owner", &Action::owner, table::internal, N_("who does it"),
          table::cleared(table::people)},
    Field{"due", &Action::due, table::internal, N_("due day"), table::nothing, table::a_date},
    Field{"done", &Action::done, table::internal, N_("day done"), table::nothing, table::a_date},
    Field{"deal", &Action::deal, table::internal, N_("deal"), table::cleared(table::deals)}};

template <>
inline constexpr RecordKind record_kind<Need> = RecordKind::needs;
template <>
inline constexpr auto fields<Need> = std::tuple{
    Field{"deal", &Need::deal, table::priv, N_("deal"), table::cleared(table::deals)},
    Field{"person", &Need::person, table::priv, N_("person"), table::about(table::people)},
    Field{"statement", &Need::statement, table::priv, N_("need")},
    Field{"kind", &Need::kind, table::priv, N_("kind")},
    Field{"whys", &Need::whys, table::priv, N_("whys")}};

template <>
inline constexpr RecordKind record_kind<Budget> = RecordKind::budgets;
template <>
inline constexpr auto fields<Budget> =
    std::tuple{Field{"deal", &Budget::deal, table::priv, N_("deal"), table::owner(table::deals)},
               Field{"side", &Budget::side, table::priv, N_("side")},
               Field{"amount", &Budget::amount, table::priv, N_("amount")},
               Field{"state", &Budget::state, table::priv, N_("state")},
               Field{"decided_by", &Budget::decided_by, table::priv, N_("decided by"),
                     table::cleared(table::people)}};

template <>
inline constexpr RecordKind record_kind<Position> = RecordKind::positions;
template <>
inline constexpr auto fields<Position> = std::tuple{
    Field{"view", &Position::view, table::priv, N_("view")},
    Field{"deal", &Position::deal, table::priv, N_("deal"), table::owner(table::deals)},
    Field{"person", &Position::person, table::priv, N_("person"), table::owner(table::people)},
    Field{"x", &Position::x, table::priv, "x"},
    Field{"y", &Position::y, table::priv, "y"},
    Field{"pinned", &Position::pinned, table::priv, N_("pinned")}};

template <>
inline constexpr RecordKind record_kind<Settings> = RecordKind::settings;
template <>
inline constexpr auto fields<Settings> =
    std::tuple{Field{"advice", &Settings::advice, table::priv, "advice"},
               Field{"share", &Settings::share, table::priv, "share"}};

// Calls visit(field) for each field of the record's table, in order.
template <class Record, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields<Record>);
}

std::string_view word(RecordKind kind);
// unset (RecordKind{}) when no list has that name.
RecordKind record_kind_of(std::string_view list);

}  // namespace inroad
