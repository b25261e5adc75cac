// SPDX-License-Identifier: MIT
//
// One pass per list. Empty texts share one string; every text and list is there, possibly empty, so
// that readers need no checks for null.
#include "model/snapshot_writer.h"

#include <algorithm>
#include <array>

#include "model/claim_entries.h"
#include "model/field_values.h"
#include "model/rules.h"

namespace inroad {
namespace {

using flatbuffers::Offset;
template <class T>
using Offsets = std::vector<Offset<T>>;

// The fields that have a place of their own in the message; all others travel as `extra`.
template <class Record>
constexpr std::array<std::string_view, 0> placed_fields{};
template <>
constexpr std::array<std::string_view, 4> placed_fields<Unit>{"name", "parent", "kind", "side"};
template <>
constexpr std::array<std::string_view, 8> placed_fields<Person>{
    "name", "title", "unit", "side", "kind", "email", "phone", "location"};
template <>
constexpr std::array<std::string_view, 8> placed_fields<Tie>{"from",     "to",   "kind", "strength",
                                                             "evidence", "note", "by",   "date"};
template <>
constexpr std::array<std::string_view, 7> placed_fields<Deal>{
    "name", "stage", "client_step", "value", "currency", "decision_makers", "targets"};

template <class Record>
constexpr bool is_placed(std::string_view field) {
  const auto& placed = placed_fields<Record>;
  return std::find(placed.begin(), placed.end(), field) != placed.end();
}

// About what the message takes, so that it is made in one piece. Too much costs nothing: memory
// that is not written to is not there.
std::size_t size_of(const Account& account) {
  std::size_t records = 0;
  for_each_list(
      [&]<class Record>(std::type_identity<Record>) { records += account.all<Record>().size(); });
  return 4096 + 256 * records;
}

class Writer {
 public:
  Writer(const Account& account, const IdIndex& records, const ClaimIndex& claims,
         const SnapshotHead& head, EffectiveNetwork network, const AdviceSettings& settings,
         const FacetBook& book)
      : account_(account),
        records_(records),
        entries_(claim_entries(account, claims, head.deal, head.today, settings, book)),
        head_(head),
        network_(std::move(network)),
        settings_(settings),
        builder_(size_of(account)) {}

  flatbuffers::DetachedBuffer write() {
    empty_ = builder_.CreateString("");
    const auto arcs = write_arcs();
    const auto standings = write_standings();
    const auto account_id = text(account_.info.id), account_name = text(account_.info.name);
    const auto revision = text(head_.revision), as_of = text(head_.as_of);
    const auto today = text(head_.today), profile = text(head_.profile);
    const auto units = list<msg::Unit, Unit>();
    const auto everybody = list<msg::Person, Person>();
    const auto ties = write_ties();
    const auto deals = list<msg::Deal, Deal>();
    const auto claims = write_claims();
    const auto notes = list<msg::Note, Note>();
    const auto actions = list<msg::Action, Action>();
    const auto needs = list<msg::Need, Need>();
    const auto budgets = list<msg::Budget, Budget>();
    const auto positions = list<msg::Position, Position>();
    const auto decision_makers = builder_.CreateVector(head_.decision_makers);
    const auto settings = msg::CreateAdviceSettings(
        builder_, numbers(settings_.voice), numbers(settings_.relay), numbers(settings_.prior),
        numbers(settings_.evidence), optional(settings_.exposure_limit), settings_.stability_draws,
        settings_.seed);
    builder_.Finish(msg::CreateSnapshot(builder_, account_id, account_name, revision, as_of, today,
                                        profile, units, everybody, ties, deals, claims, notes,
                                        actions, needs, budgets, positions, place<Deal>(head_.deal),
                                        decision_makers, standings, arcs, settings),
                    msg::SnapshotIdentifier());
    return builder_.Release();
  }

 private:
  Offset<flatbuffers::String> text(std::string_view value) {
    return value.empty() ? empty_ : builder_.CreateString(value.data(), value.size());
  }
  // One of few, written once.
  Offset<flatbuffers::String> word(const std::string& value) {
    return value.empty() ? empty_ : builder_.CreateSharedString(value);
  }
  Offset<flatbuffers::Vector<Offset<flatbuffers::String>>> texts(
      const std::vector<std::string>& values) {
    Offsets<flatbuffers::String> offsets;
    for (const std::string& value : values) offsets.push_back(text(value));
    return builder_.CreateVector(offsets);
  }
  Offset<flatbuffers::Vector<double>> numbers(const std::array<double, 5>& values) {
    return builder_.CreateVector(values.data(), values.size());
  }
  static flatbuffers::Optional<double> optional(const std::optional<double>& number) {
    return number ? flatbuffers::Optional<double>(*number) : flatbuffers::nullopt;
  }
  // -1 = none.
  template <class Record>
  int place(std::string_view id) const {
    return records_.place<Record>(id);
  }
  // Of somebody who must be there.
  std::uint32_t person(int found, const Id& id) const {
    if (found < 0) refuse_missing(RecordKind::people, id, Place{account_.info.name, {}});
    return static_cast<std::uint32_t>(found);
  }
  std::uint32_t person(const Id& id) const { return person(place<Person>(id), id); }
  Offset<flatbuffers::Vector<std::uint32_t>> people(const std::vector<Id>& ids) {
    std::vector<std::uint32_t> known;
    for (const Id& id : ids)
      if (place<Person>(id) >= 0) known.push_back(person(id));
    return builder_.CreateVector(known);
  }

  void add_extra(Offsets<msg::Extra>& list, std::string_view key, const Value& value) {
    const auto name = text(key), content = text(to_text(value));
    list.push_back(msg::CreateExtra(builder_, name, content));
  }
  // Set fields without a place of their own, then the unknown keys, sorted.
  template <class Record>
  Offsets<msg::Extra> extras(const Record& record) {
    Offsets<msg::Extra> list;
    for_each_field<Record>([&](const auto& field) {
      if (is_placed<Record>(field.name)) return;
      const Value value = read_field(record, field);
      if (!value.is_null()) add_extra(list, field.name, value);
    });
    for (const auto& [key, value] : members(record.extra)) add_extra(list, key, value);
    return list;
  }
  template <class Record>
  Offset<flatbuffers::Vector<Offset<msg::Extra>>> extra(const Record& record) {
    const auto list = extras(record);
    if (!list.empty()) return builder_.CreateVector(list);
    if (no_extra_.IsNull()) no_extra_ = builder_.CreateVector(list);
    return no_extra_;
  }

  template <class Message, class Record>
  Offset<flatbuffers::Vector<Offset<Message>>> list() {
    Offsets<Message> offsets;
    offsets.reserve(account_.all<Record>().size());
    for (const auto& [id, record] : account_.all<Record>()) offsets.push_back(write(record));
    return builder_.CreateVector(offsets);
  }

  Offset<msg::Unit> write(const Unit& unit) {
    const auto id = text(unit.id), name = text(unit.name);
    return msg::CreateUnit(builder_, id, name, place<Unit>(unit.parent), unit.kind, unit.side,
                           extra(unit));
  }
  Offset<msg::Person> write(const Person& person) {
    const auto id = text(person.id), name = text(person.name), title = text(person.title);
    const auto email = text(person.email), phone = text(person.phone);
    const auto location = text(person.location);
    return msg::CreatePerson(builder_, id, name, title, place<Unit>(person.unit),
                             side_of(account_, person), person.kind, email, phone, location,
                             extra(person));
  }
  Offset<msg::Deal> write(const Deal& deal) {
    std::vector<msg::Target> targets;
    for (const Target& target : deal.targets)
      if (place<Person>(target.person) >= 0)
        targets.emplace_back(person(target.person), target.step);
    const auto id = text(deal.id), name = text(deal.name), currency = text(deal.currency);
    const auto deciders = people(deal.decision_makers);
    const auto target_list = builder_.CreateVectorOfStructs(targets);
    return msg::CreateDeal(builder_, id, name, deal.stage, deal.client_step, optional(deal.value),
                           currency, deciders, target_list, extra(deal));
  }
  Offset<msg::Note> write(const Note& note) {
    const auto id = text(note.id), date = text(note.date), kind = text(note.kind);
    const auto content = text(note.text);
    return msg::CreateNote(builder_, id, date, kind, people(note.people), content);
  }
  Offset<msg::Action> write(const Action& action) {
    const auto id = text(action.id), what = text(action.what), purpose = text(action.purpose);
    const auto due = text(action.due), done = text(action.done);
    return msg::CreateAction(builder_, id, what, purpose, people(action.with),
                             place<Person>(action.owner), due, done, place<Deal>(action.deal));
  }
  Offset<msg::Need> write(const Need& need) {
    const auto id = text(need.id), statement = text(need.statement), kind = text(need.kind);
    return msg::CreateNeed(builder_, id, place<Deal>(need.deal), place<Person>(need.person),
                           statement, kind, texts(need.whys));
  }
  Offset<msg::Budget> write(const Budget& budget) {
    const auto id = text(budget.id), state = text(budget.state);
    return msg::CreateBudget(builder_, id, place<Deal>(budget.deal), budget.side,
                             optional(budget.amount), state, people(budget.decided_by));
  }
  Offset<msg::Position> write(const Position& position) {
    const auto id = text(position.id), view = text(position.view);
    return msg::CreatePosition(builder_, id, view, place<Deal>(position.deal),
                               person(position.person), position.x, position.y, position.pinned);
  }

  Offset<msg::Ties> write_ties() {
    const std::size_t count = account_.all<Tie>().size();
    std::vector<msg::TieEnds> ends;
    Offsets<flatbuffers::String> ids;
    ends.reserve(count);
    ids.reserve(count);
    Offsets<msg::TieExtra> extra_list;
    for (const auto& [id, tie] : account_.all<Tie>()) {
      const auto tie_place = static_cast<std::uint32_t>(ids.size());
      const TieStanding& standing = network_.ties[tie_place];
      ends.emplace_back(person(standing.from, tie.from), person(standing.to, tie.to), tie.kind);
      ids.push_back(text(id));
      const auto more = extras(tie);
      if (more.empty()) continue;
      const auto more_list = builder_.CreateVector(more);
      extra_list.push_back(msg::CreateTieExtra(builder_, tie_place, more_list));
    }
    const auto column = [&]<class T>(T TieStanding::*member) {
      std::vector<T> values;
      values.reserve(network_.ties.size());
      for (const TieStanding& tie : network_.ties) values.push_back(tie.*member);
      return builder_.CreateVector(values);
    };
    const auto end_list = builder_.CreateVectorOfStructs(ends);
    const auto id_list = builder_.CreateVector(ids);
    const auto strength = column(&TieStanding::strength), evidence = column(&TieStanding::evidence);
    const auto level = column(&TieStanding::level);
    const auto conflict = column(&TieStanding::conflict);
    const auto age_days = column(&TieStanding::age_days);
    network_.ties = {};
    const auto extra_vector = builder_.CreateVector(extra_list);
    return msg::CreateTies(builder_, end_list, id_list, strength, evidence, level, conflict,
                           age_days, extra_vector);
  }

  Offset<flatbuffers::Vector<Offset<msg::Claim>>> write_claims() {
    Offsets<msg::Claim> offsets;
    offsets.reserve(entries_.all.size());
    for (const ClaimEntry& entry : entries_.all) offsets.push_back(write(entry));
    return builder_.CreateVector(offsets);
  }
  Offset<msg::Claim> write(const ClaimEntry& entry) {
    const Claim& claim = *entry.claim;
    const auto id = text(claim.id), facet = word(claim.facet), toward = word(claim.toward);
    const auto value = word(entry.value->is_string() ? entry.value->get_ref<const std::string&>()
                                                     : to_text(*entry.value));
    flatbuffers::Optional<double> number = flatbuffers::nullopt;
    if (entry.value->is_number()) number = entry.value->get<double>();
    const auto date = text(claim.date);
    return msg::CreateClaim(builder_, id, place<Person>(claim.person), place<Tie>(claim.tie), facet,
                            place<Deal>(claim.deal), claim.aspect, toward, value, number,
                            claim.evidence, entry.weight, place<Note>(claim.note),
                            place<Person>(claim.by), date, entry.is_current, entry.is_newer);
  }

  Offset<msg::Standings> write_standings() {
    std::vector<int> claims;
    claims.reserve(network_.people.size());
    for (const PersonStanding& person : network_.people) {
      const int claim = person.attitude_claim;
      claims.push_back(
          claim < 0 ? -1 : static_cast<int>(entries_.first[static_cast<std::size_t>(claim)]));
    }
    const auto column = [&]<class T>(T PersonStanding::*member) {
      std::vector<T> values;
      values.reserve(network_.people.size());
      for (const PersonStanding& person : network_.people) values.push_back(person.*member);
      return builder_.CreateVector(values);
    };
    const auto attitude = column(&PersonStanding::attitude);
    const auto evidence = column(&PersonStanding::attitude_evidence);
    const auto level = column(&PersonStanding::attitude_level);
    const auto claim = builder_.CreateVector(claims);
    const auto voice = column(&PersonStanding::voice), relay = column(&PersonStanding::relay);
    const auto access = column(&PersonStanding::access);
    const auto is_conditional = column(&PersonStanding::is_conditional);
    const auto may_carry = column(&PersonStanding::may_carry);
    const auto barred_by = column(&PersonStanding::barred_by);
    const auto may_pass_on = column(&PersonStanding::may_pass_on);
    network_.people = {};
    return msg::CreateStandings(builder_, attitude, evidence, level, claim, voice, relay, access,
                                is_conditional, may_carry, barred_by, may_pass_on);
  }

  Offset<flatbuffers::Vector<const msg::Arc*>> write_arcs() {
    msg::Arc* next = nullptr;
    const auto written = builder_.CreateUninitializedVectorOfStructs(network_.arcs.size(), &next);
    for (const EffectiveArc& arc : network_.arcs)
      *next++ = msg::Arc(arc.from, arc.to, arc.tie, arc.reason, arc.is_halved, arc.p, arc.strength,
                         arc.evidence);
    network_.arcs = {};
    return written;
  }

  const Account& account_;
  const IdIndex& records_;
  const ClaimEntries entries_;
  const SnapshotHead& head_;
  EffectiveNetwork network_;  // let go of as it is written
  const AdviceSettings& settings_;
  flatbuffers::FlatBufferBuilder builder_;
  Offset<flatbuffers::String> empty_;
  Offset<flatbuffers::Vector<Offset<msg::Extra>>> no_extra_;
};

}  // namespace

flatbuffers::DetachedBuffer write_snapshot(const Account& account, const IdIndex& records,
                                           const ClaimIndex& claims, const SnapshotHead& head,
                                           EffectiveNetwork network, const AdviceSettings& settings,
                                           const FacetBook& book) {
  return Writer(account, records, claims, head, std::move(network), settings, book).write();
}

}  // namespace inroad
