// SPDX-License-Identifier: MIT
//
// The JSON of `suggest --json`: ids for indexes, keys in the order interchange.md shows.
#include "app/suggest.h"

#include <nlohmann/json.hpp>

namespace inroad::app {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  explicit Writer(const Advised& advised)
      : snapshot_(*advised.snapshot), advice_(advised.advice()) {}

  Json whole() const {
    const msg::Snapshot& root = snapshot_.root();
    Json json;
    json["deal"] = root.deal() < 0
                       ? Json()
                       : Json(text(root.deals()->Get(static_cast<unsigned>(root.deal()))->id()));
    json["decision_makers"] = people(root.decision_makers());
    json["method"] = advice_.method() == msg::Method::sampled ? "sampled" : "exact";
    json["interval"] = advice_.interval();
    json["level"] = advice_.level();
    json["today"] = text(root.today());
    json["carriers"] =
        list(advice_.carriers(), [this](const msg::Carrier& c) { return carrier(c); });
    json["barred"] = reasons(advice_.barred());
    json["coalition"] = advice_.coalition() ? coalition(*advice_.coalition()) : Json();
    if (advice_.counter()) json["counter"] = *advice_.counter();
    if (advice_.lead()) json["lead"] = *advice_.lead();
    json["risks"] = reasons(advice_.risks());
    json["questions"] =
        list(advice_.questions(), [this](const msg::Question& q) { return question(q); });
    json["dissent"] = reasons(advice_.dissent());
    if (advice_.refusal())
      json["refusal"] = {{"kind", text(advice_.refusal()->kind())},
                         {"text", text(advice_.refusal()->text())}};
    return json;
  }

 private:
  static std::string text(const flatbuffers::String* s) { return s ? s->str() : std::string(); }

  template <class Vector, class Each>
  static Json list(const Vector* vector, const Each& each) {
    Json json = Json::array();
    if (vector)
      for (const auto* item : *vector) json.push_back(each(*item));
    return json;
  }
  Json people(const flatbuffers::Vector<std::uint32_t>* indexes) const {
    Json json = Json::array();
    if (indexes)
      for (const std::uint32_t i : *indexes) json.push_back(snapshot_.person_id(i));
    return json;
  }
  Json ties(const flatbuffers::Vector<std::uint32_t>* indexes) const {
    Json json = Json::array();
    if (indexes)
      for (const std::uint32_t i : *indexes) json.push_back(snapshot_.tie_id(i));
    return json;
  }

  Json reason(const msg::Reason& r) const {
    Json json;
    json["kind"] = text(r.kind());
    if (r.person() >= 0) json["person"] = snapshot_.person_id(static_cast<unsigned>(r.person()));
    if (r.tie() >= 0) json["tie"] = snapshot_.tie_id(static_cast<unsigned>(r.tie()));
    if (r.claim() >= 0)
      json["claim"] = text(snapshot_.root().claims()->Get(static_cast<unsigned>(r.claim()))->id());
    if (r.value()) json["value"] = *r.value();
    json["text"] = text(r.text());
    return json;
  }
  template <class Vector>
  Json reasons(const Vector* vector) const {
    return list(vector, [this](const msg::Reason& r) { return reason(r); });
  }

  Json route(const msg::Route& r) const {
    Json json;
    json["people"] = people(r.people());
    json["ties"] = ties(r.ties());
    json["value"] = r.value();
    json["weakest"] =
        r.weakest() >= 0 ? Json(snapshot_.tie_id(static_cast<unsigned>(r.weakest()))) : Json();
    return json;
  }

  Json carrier(const msg::Carrier& c) const {
    Json json;
    json["person"] = snapshot_.person_id(c.person());
    json["rank"] = c.rank();
    json["group"] = c.group();
    json["value"] = c.value();
    json["access"] = c.access();
    json["conditional"] = c.is_conditional();
    json["voice"] = c.voice();
    json["reach"] = c.reach() ? Json(*c.reach()) : Json();
    json["voters"] = list(c.voters(), [this](const msg::Voter& v) {
      return Json{{"person", snapshot_.person_id(v.person())}, {"reach", v.reach()}};
    });
    if (c.first_share()) json["first_share"] = *c.first_share();
    if (c.exposure()) json["exposure"] = *c.exposure();
    json["routes"] = list(c.routes(), [this](const msg::Route& r) { return route(r); });
    json["why"] = reasons(c.why());
    json["risks"] = reasons(c.risks());
    json["lift"] = reasons(c.lift());
    return json;
  }

  Json coalition(const msg::Coalition& c) const {
    Json json;
    json["people"] = people(c.people());
    json["reach"] = c.reach();
    json["optimal"] = c.is_optimal();
    json["gains"] = Json::array();
    if (c.gains())
      for (const double gain : *c.gains()) json["gains"].push_back(gain);
    if (c.at_least()) json["at_least"] = *c.at_least();
    if (c.at_most()) json["at_most"] = *c.at_most();
    if (c.two_voices()) {
      json["two_voices"] = *c.two_voices();
      json["two_voices_interval"] = c.two_voices_interval();
    }
    if (c.next_reach())
      json["next_best"] = {{"people", people(c.next_people())}, {"reach", *c.next_reach()}};
    return json;
  }

  Json question(const msg::Question& q) const {
    Json json;
    if (q.person() >= 0)
      json["about"]["person"] = snapshot_.person_id(static_cast<unsigned>(q.person()));
    if (q.tie() >= 0) json["about"]["tie"] = snapshot_.tie_id(static_cast<unsigned>(q.tie()));
    json["about"]["facet"] = text(q.facet());
    json["gain"] = q.gain();
    if (q.changes_advice()) json["changes_advice"] = *q.changes_advice();
    json["text"] = text(q.text());
    if (q.asker() >= 0) json["asker"] = snapshot_.person_id(static_cast<unsigned>(q.asker()));
    if (q.asked() >= 0) json["asked"] = snapshot_.person_id(static_cast<unsigned>(q.asked()));
    return json;
  }

  const Snapshot& snapshot_;
  const msg::Advice& advice_;
};

}  // namespace

std::string advice_json(const Advised& advised, const Advised* what_if) {
  Json json = Writer(advised).whole();
  if (what_if) json["what_if"] = Writer(*what_if).whole();
  return json.dump(1) + "\n";
}

}  // namespace inroad::app
