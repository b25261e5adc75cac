// SPDX-License-Identifier: MIT
#include "faults/canary_account.h"

#include "faults/canary_scan.h"

namespace inroad::test {
namespace {

std::string path_of(RecordKind kind, std::string_view field) {
  return std::string(word(kind)) + "." + std::string(field);
}

}  // namespace

CanaryAccount::CanaryAccount(std::uint64_t seed) : random_(seed) { fill(); }

std::string CanaryAccount::token(const std::string& record, const std::string& field) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text(token_head);
  for (std::size_t i = 0; i < token_letters; ++i) text += letters[random_() % letters.size()];
  canaries_.push_back({text, record, field});
  return text;
}

Value CanaryAccount::unknown(const std::string& label, const std::string& field) {
  const auto next = [&] { return token(label, field); };
  return Value{{next(), next()}, {next(), Value{{next(), Value::array({next(), 7})}}}};
}

// Texts only: references, dates and closed words are the caller's business.
template <class Record>
Record CanaryAccount::filled(const std::string& label) {
  constexpr RecordKind kind = record_kind<Record>;
  Record record;
  if constexpr (requires { record.id; }) record.id = token(label, path_of(kind, "id"));
  for_each_field<Record>([&](const auto& field) {
    auto& member = record.*field.member;
    using Member = std::remove_cvref_t<decltype(member)>;
    if (field.refers.kind != RecordKind{} || field.is_date || field.name == "toward") return;
    const auto next = [&] { return token(label, path_of(kind, field.name)); };
    if constexpr (Text<Member>)
      member = next();
    else if constexpr (std::is_same_v<Member, std::vector<std::string>>)
      member = {next(), next()};
    else if constexpr (std::is_same_v<Member, Value>)
      member = kind == RecordKind::settings ? Value::object() : Value(next());
  });
  record.extra = unknown(label, path_of(kind, "?"));
  return record;
}

void CanaryAccount::fill() {
  const auto add = [&]<class Record>(std::type_identity<Record>, const std::string& label,
                                     const auto& settle) {
    Record record = filled<Record>(label);
    settle(record);
    const Id id = record.id;
    account_.all<Record>().emplace(id, std::move(record));
    return id;
  };
  const std::type_identity<Unit> a_unit;
  const std::type_identity<Person> a_person;
  const std::type_identity<Tie> a_tie;
  const std::type_identity<Claim> a_claim;
  const std::type_identity<Note> a_note;
  const std::type_identity<Action> an_action;

  account_.info = filled<AccountInfo>("account");
  account_.extra = unknown("file", "file.?");

  const auto as_it_is = [](auto&) {};
  const Id top = add(a_unit, "top", as_it_is);
  const Id sub = add(a_unit, "sub", [&](Unit& unit) { unit.parent = top; });
  const Id rival_firm = add(a_unit, "rival_firm", [&](Unit& unit) { unit.side = Side::rival; });
  const Id rival_sales = add(a_unit, "rival_sales", [&](Unit& unit) { unit.parent = rival_firm; });

  const Id boss = add(a_person, "boss", [&](Person& person) { person.unit = top; });
  const Id engineer = add(a_person, "engineer", [&](Person& person) { person.unit = sub; });
  add(a_person, "seat", [&](Person& person) {
    person.unit = sub;
    person.kind = PersonKind::placeholder;
  });
  const Id ours = add(a_person, "ours", [&](Person& person) { person.side = Side::us; });
  add(a_person, "partner", [&](Person& person) { person.side = Side::partner; });
  const Id rival = add(a_person, "rival", [&](Person& person) { person.unit = rival_sales; });
  add(a_person, "rival_by_side", [&](Person& person) {
    person.unit = top;
    person.side = Side::rival;
  });

  const Id note = add(a_note, "note", [&](Note& one) { one.people = {engineer}; });
  add(a_note, "rival_note", [&](Note& one) { one.people = {rival}; });
  const auto tie = [&](const std::string& label, TieKind kind, const Id& from, const Id& to) {
    return add(a_tie, label, [&](Tie& one) {
      one.kind = kind;
      one.from = from;
      one.to = to;
      one.note = note;
      one.by = ours;
    });
  };
  tie("reports", TieKind::reports_to, engineer, boss);
  const Id influence = tie("influence", TieKind::influences, engineer, boss);
  tie("covers", TieKind::covers, ours, engineer);
  tie("rival_tie", TieKind::reports_to, rival, boss);

  const Id deal = add(std::type_identity<Deal>{}, "deal", [&](Deal& one) {
    one.decision_makers = {boss};
    one.targets = {{engineer, ClientStep::criteria, unknown("deal", "deals.?")}};
  });
  Id open_facet_token;
  add(a_claim, "c_open", [&](Claim& claim) {
    claim.person = engineer;
    open_facet_token = claim.facet;
  });
  add(a_claim, "c_attitude", [&](Claim& claim) {
    std::erase_if(canaries_, [&](const Canary& canary) {
      return canary.token == claim.facet || canary.token == claim.value;
    });
    claim.person = engineer;
    claim.facet = "attitude";
    claim.value = "mentor";
    claim.deal = deal;
    claim.note = note;
    claim.by = ours;
  });
  add(a_claim, "c_tie", [&](Claim& claim) { claim.tie = influence; });
  add(a_claim, "c_rival", [&](Claim& claim) {
    claim.person = boss;
    claim.toward = rival_firm;
  });
  add(an_action, "agreed", [&](Action& action) {
    action.with = {engineer, ours};
    std::sort(action.with.begin(), action.with.end());
    action.owner = ours;
    action.deal = deal;
    action.done = "2026-11-20";
  });
  add(an_action, "planned", [&](Action& action) {
    action.with = {engineer};
    action.done.clear();
  });
  add(an_action, "internal", [&](Action& action) { action.with = {ours}; });
  add(an_action, "with_rival", [&](Action& action) {
    action.with = {engineer, rival};
    std::sort(action.with.begin(), action.with.end());
  });
  add(std::type_identity<Need>{}, "need", [&](Need& need) {
    need.deal = deal;
    need.person = engineer;
  });
  add(std::type_identity<Budget>{}, "budget", [&](Budget& budget) { budget.deal = deal; });
  add(std::type_identity<Position>{}, "position", [&](Position& one) { one.person = engineer; });
  add(std::type_identity<Position>{}, "placed", [&](Position& one) {
    std::erase_if(canaries_, [&](const Canary& canary) { return canary.token == one.view; });
    one.view = "org-chart";
    one.person = boss;
    one.x = 777;
  });

  account_.settings = filled<Settings>("settings");
  account_.settings.advice = unknown("settings", "settings.advice");
  const std::string other = token("settings", "settings.share");
  account_.settings.share =
      Value{{"facts",
             {{"classes", {"public", "internal"}},
              {"records", {"account", "units", "people", "ties", "deals", "actions"}},
              {"fields",
               {"notes.text", "notes.people", "claims.person", "claims.facet", "claims.value",
                "deals.targets"}},
              {"without", {"people.phone"}},
              {"ties", {"reports_to", "influences"}},
              {"facets", {open_facet_token}}}},
            {"roles", {{"classes", {"public"}}, {"names", "as roles"}}},
            {other, {{"classes", {"public"}}, {"facets", {token("settings", "settings.share")}}}}};
}

bool Sharing::allows(const Canary& canary) const {
  if (is_everything) return canary.record != "log";
  return fields.contains(canary.field) && !hidden_records.contains(canary.record);
}

const std::vector<Sharing>& sharings() {
  static const std::set<std::string> never{"rival_firm", "rival_sales", "rival",   "rival_by_side",
                                           "rival_note", "rival_tie",   "c_rival", "internal",
                                           "with_rival", "c_attitude",  "c_tie",   "planned"};
  static const std::vector<Sharing> all{
      {"team", {}, {}, true, false},
      {"client-safe",
       {"account.name", "units.name", "people.name", "people.title", "actions.what"},
       never,
       false,
       false},
      {"names-only", {"account.name", "people.name"}, never, false, false},
      {"facts",
       {"account.name", "units.name", "people.name", "people.title", "people.email",
        "people.location", "deals.name", "deals.currency", "actions.what", "notes.text",
        "claims.facet", "claims.value"},
       never,
       false,
       false},
      {"roles", {"account.name", "units.name", "people.title"}, never, false, true}};
  return all;
}

}  // namespace inroad::test
