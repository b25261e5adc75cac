// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/show.h"
#include "app/show_beliefs.h"
#include "model/codec.h"
#include "model/interchange.h"

namespace inroad::app {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const flatbuffers::String* s) { return s ? s->str() : std::string(); }

std::string word_of(std::string_view enum_name) {
  std::string word(enum_name);
  for (char& c : word)
    if (c == '_') c = '-';
  return word;
}

Json attitude_of(const msg::Snapshot& root, std::uint32_t person) {
  const auto* standings = root.standings();
  if (!standings || !standings->attitude() ||
      standings->attitude()->Get(person) == msg::Attitude::unset)
    return nullptr;
  return word_of(msg::EnumNameAttitude(standings->attitude()->Get(person)));
}

std::string deal_of(const msg::Snapshot& root) {
  return root.deal() < 0 ? std::string()
                         : text(root.deals()->Get(static_cast<unsigned>(root.deal()))->id());
}

std::uint32_t index_of(const Snapshot& snapshot, const Id& person) {
  std::uint32_t index = 0;
  while (snapshot.person_id(index) != person) ++index;
  return index;
}

Json claim_json(const Account& account, const msg::Claim& claim) {
  Json json = Json::parse(record_to_json(account, RecordKind::claims, text(claim.id())).dump());
  json["current"] = claim.is_current();
  if (claim.is_newer_than_current()) json["newer_than_current"] = true;
  json["weight"] = claim.weight();
  return json;
}

}  // namespace

std::string account_json(const Account& account, const Snapshot& snapshot) {
  const msg::Snapshot& root = snapshot.root();
  Json json;
  json["account"] = {{"id", account.info.id}, {"name", account.info.name}};
  json["account"].update(Json::parse(to_json(account.info).dump()));
  json["revision"] = text(root.revision());
  json["today"] = text(root.today());
  json["counts"] = Json::object();
  std::apply(
      [&](const auto&... tables) {
        const auto count = [&]<class Record>(const Table<Record>& table) {
          json["counts"][std::string(word(record_kind<Record>))] = table.size();
        };
        (count(tables), ...);
      },
      account.tables);
  const std::string asked = deal_of(root);
  json["deal"] = asked.empty() ? Json() : Json(asked);
  json["deals"] = Json::array();
  for (const auto& [id, deal] : account.all<Deal>())
    json["deals"].push_back(Json::parse(to_json(deal).dump()));
  json["decision_makers"] = Json::array();
  if (root.decision_makers())
    for (const std::uint32_t person : *root.decision_makers())
      json["decision_makers"].push_back(snapshot.person_id(person));
  json["settings"] = Json::parse(to_json(account.settings).dump());
  json["people"] = Json::array();
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i) {
    const msg::Person& person = *root.people()->Get(i);
    Json one = {
        {"id", text(person.id())}, {"name", text(person.name())}, {"title", text(person.title())}};
    one["unit"] = person.unit() < 0
                      ? Json()
                      : Json(text(root.units()->Get(static_cast<unsigned>(person.unit()))->id()));
    one["side"] = msg::EnumNameSide(person.side());
    one["kind"] = msg::EnumNamePersonKind(person.kind());
    one["attitude"] = attitude_of(root, i);
    json["people"].push_back(std::move(one));
  }
  json["oddities"] = Json::array();
  for (const Oddity& oddity : oddities(account)) {
    Json one = {{"kind", oddity.kind}, {"people", oddity.people}, {"text", oddity.text}};
    if (!oddity.tie.empty()) one["tie"] = oddity.tie;
    json["oddities"].push_back(std::move(one));
  }
  return json.dump(1) + "\n";
}

std::string person_json(const Account& account, const Snapshot& snapshot, const FacetBook& facets,
                        const Id& id) {
  const msg::Snapshot& root = snapshot.root();
  const std::uint32_t index = index_of(snapshot, id);
  const auto is_he = [&](int person) { return person == static_cast<int>(index); };
  const auto records = [&]<class Record>(const Table<Record>& table, const auto& concerns) {
    Json list = Json::array();
    for (const auto& [record_id, record] : table)
      if (concerns(record)) list.push_back(Json::parse(to_json(record).dump()));
    return list;
  };
  const auto holds = [&](const std::vector<Id>& people) {
    return std::find(people.begin(), people.end(), id) != people.end();
  };
  Json json;
  json["person"] = Json::parse(record_to_json(account, RecordKind::people, id).dump());
  json["side"] = msg::EnumNameSide(root.people()->Get(index)->side());
  json["attitude"] = attitude_of(root, index);
  json["claims"] = Json::array();
  if (root.claims())
    for (const msg::Claim* claim : *root.claims())
      if (is_he(claim->person())) json["claims"].push_back(claim_json(account, *claim));
  const AdviceSettings settings = advice_settings(account.settings, account.info.name);
  const std::string deal = deal_of(root), today = text(root.today());
  json["beliefs"] = beliefs_json(account, id, {deal, today, settings, facets});
  json["ties"] =
      records(account.all<Tie>(), [&](const Tie& tie) { return tie.from == id || tie.to == id; });
  json["notes"] =
      records(account.all<Note>(), [&](const Note& note) { return holds(note.people); });
  json["actions"] = records(account.all<Action>(), [&](const Action& action) {
    return holds(action.with) || action.owner == id;
  });
  json["needs"] = records(account.all<Need>(), [&](const Need& need) { return need.person == id; });
  return json.dump(1) + "\n";
}

}  // namespace inroad::app
