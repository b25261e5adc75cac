// SPDX-License-Identifier: MIT
#include "app/show_beliefs.h"

#include <cmath>
#include <set>
#include <string_view>

#include "model/field_values.h"
#include "model/record_words.h"
#include "model/rules.h"
#include "model/words.h"

namespace inroad::app {
namespace {

using Json = nlohmann::ordered_json;

// Calls visit(tie or null, belief) for all that is believed about the person and his ties.
template <class Visit>
void for_each_belief(const Account& account, const Id& person, const BeliefQuestion& question,
                     Visit&& visit) {
  const ClaimIndex index(account);
  const Tie* no_tie = nullptr;
  for (const Belief& belief : beliefs_of_person(account, index, person, question))
    visit(no_tie, belief);
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.from != person && tie.to != person) continue;
    for (const Belief& belief : beliefs_of_tie(account, index, id, question)) visit(&tie, belief);
  }
}

Json json_of(const Value& value) { return Json::parse(to_text(value)); }
Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json opinion_json(const Opinion& opinion) {
  Json json = {{"value", json_of(opinion.value)},
               {"evidence", word(opinion.evidence)},
               {"weight", opinion.weight},
               {"by", text_or_null(opinion.by)},
               {"date", text_or_null(opinion.date)}};
  json["age_days"] = opinion.age_days ? Json(*opinion.age_days) : Json();
  json["note"] = text_or_null(opinion.note);
  json["claim"] = opinion.claim ? Json(opinion.id) : Json();  // null: said by the tie itself
  return json;
}

Json belief_json(const Tie* tie, const Belief& belief, std::string_view deal) {
  Json json;
  if (tie) json["tie"] = tie->id;
  json["facet"] = belief.facet;
  json["deal"] = deal.empty() ? Json() : Json(deal);
  json["aspect"] = word(belief.aspect);
  json["toward"] = text_or_null(belief.toward);
  for (const char* list : {"holds", "same", "disagree", "earlier"}) json[list] = Json::array();
  for (const Opinion& opinion : belief.opinions) {
    Json one = opinion_json(opinion);
    if (opinion.is_newer) one["newer_than_current"] = true;
    const char* list = opinion.holds         ? "holds"
                       : opinion.agrees      ? "same"
                       : opinion.disagrees() ? "disagree"
                                             : "earlier";
    json[list].push_back(std::move(one));
  }
  json["flips"] = Json::array();
  for (const Flip& flip : belief.flips)
    json["flips"].push_back({{"from", json_of(flip.before)},
                             {"to", json_of(flip.after)},
                             {"date", flip.day},
                             {"by", text_or_null(flip.by)}});
  return json;
}

class Teller {
 public:
  Teller(const Account& account, const FacetBook& book) : account_(account), book_(book) {}

  std::string tell(const Tie* tie, const Belief& belief) const {
    std::string lines;
    for (const Opinion& opinion : belief.opinions)
      if (opinion.holds) lines += "* " + held(tie, belief, opinion) + "\n";
    if (!belief.is_many && belief.agreeing() > 1)
      add(lines, format(_("{} judgements say the same"), belief.agreeing()));
    for (const Opinion& opinion : belief.opinions) {
      if (opinion.agrees) continue;
      const std::string said = spoken(belief, opinion);
      if (opinion.disagrees() && opinion.is_newer)
        add(lines, format(_("newer, but weaker than what holds: {}"), said));
      else if (opinion.disagrees())
        add(lines, format(_("not all agree: {}"), said));
      else
        add(lines, format(_("said before: {}"), said));
    }
    for (const Flip& flip : belief.flips)
      add(lines, format(_("changed on {}: {} → {}"), flip.day, label(belief, flip.before),
                        label(belief, flip.after)));
    return lines;
  }

  // A claim that is not in the running: for another deal, or for every deal where this has its own.
  std::string tell(const Claim& claim) const {
    Belief belief{claim.facet, claim.aspect, claim.toward, false, {}, {}};
    Opinion opinion;
    opinion.value = claim.value;
    opinion.evidence = claim.evidence;
    opinion.by = claim.by;
    opinion.date = claim.date;
    const Deal* deal = account_.find<Deal>(claim.deal);
    const std::string scope =
        deal ? format(_("deal {}"), deal->name.empty() ? deal->id : deal->name)
             : std::string(_("for deals without a judgement of their own"));
    const std::string told = format(_("{}: {}"), book_.title(claim.facet), spoken(belief, opinion));
    return "  " + format(_("{0} [{1}]"), told, scope) + "\n";
  }

 private:
  static void add(std::string& lines, const std::string& line) { lines += "    " + line + "\n"; }

  std::string name_of(const Id& person) const {
    const Person* known = account_.find<Person>(person);
    return known && !known->name.empty() ? known->name : person;
  }
  std::string label(const Belief& belief, const Value& value) const {
    const std::string code = value.is_string() ? value.get<std::string>() : to_text(value);
    if (belief.facet == "strength") return closed_word("strength", code);
    return book_.label(belief.facet, code);
  }
  std::string rival_name(const std::string& toward) const {
    if (toward == status_quo) return _("the status quo");
    const Unit* unit = account_.find<Unit>(toward);
    return unit && !unit->name.empty() ? unit->name : toward;
  }

  // "Mentor — confirmed by two or more, 2026-11-18 (Lin K.)"
  std::string spoken(const Belief& belief, const Opinion& opinion) const {
    std::string line = label(belief, opinion.value);
    const auto more = [&line](const std::string& text) { line = format(_("{0} {1}"), line, text); };
    if (belief.aspect == Aspect::wanted) more(_("(wanted)"));
    if (!belief.toward.empty()) more(format(_("(toward {})"), rival_name(belief.toward)));
    line += " — " + closed_word("evidence", word(opinion.evidence));
    if (!opinion.date.empty()) line = format(_("{}, {}"), line, opinion.date);
    if (!opinion.by.empty()) line = format(_("{} ({})"), line, name_of(opinion.by));
    return line;
  }
  std::string held(const Tie* tie, const Belief& belief, const Opinion& opinion) const {
    const std::string subject =
        tie ? tie_sentence(word(tie->kind), name_of(tie->from), name_of(tie->to))
            : book_.title(belief.facet);
    const std::string told =
        tie && belief.facet != "strength"
            ? format(_("{}: {}"), book_.title(belief.facet), spoken(belief, opinion))
            : spoken(belief, opinion);
    const long sure = std::lround(100 * opinion.weight);
    const std::string state =
        opinion.age_days ? format(_("{} days old, {} % sure by now"), *opinion.age_days, sure)
                         : format(_("no date, {} % sure"), sure);
    return format(_("{0} [{1}]"), format(_("{}: {}"), subject, told), state);
  }

  const Account& account_;
  const FacetBook& book_;
};

}  // namespace

Json beliefs_json(const Account& account, const Id& person, const BeliefQuestion& question) {
  Json list = Json::array();
  for_each_belief(account, person, question, [&](const Tie* tie, const Belief& belief) {
    list.push_back(belief_json(tie, belief, question.deal));
  });
  return list;
}

std::string beliefs_text(const Account& account, const Id& person, const BeliefQuestion& question) {
  const Teller teller(account, question.book);
  std::string lines;
  std::set<Id> told;
  for_each_belief(account, person, question, [&](const Tie* tie, const Belief& belief) {
    lines += teller.tell(tie, belief);
    for (const Opinion& opinion : belief.opinions) told.insert(opinion.id);
  });
  for (const auto& [id, claim] : account.all<Claim>())
    if (claim.person == person && !told.contains(id)) lines += teller.tell(claim);
  return lines;
}

}  // namespace inroad::app
