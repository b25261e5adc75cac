// SPDX-License-Identifier: MIT
#include "app/diff.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/diff.h"
#include "model/field_values.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

// What comes first is what the account is about.
constexpr std::array order{RecordKind::people,    RecordKind::ties,    RecordKind::claims,
                           RecordKind::units,     RecordKind::deals,   RecordKind::notes,
                           RecordKind::actions,   RecordKind::needs,   RecordKind::budgets,
                           RecordKind::positions, RecordKind::account, RecordKind::settings};

bool is_created(const FieldChange& change) {
  return change.field.empty() && change.before.is_null();
}
bool is_removed(const FieldChange& change) {
  return change.field.empty() && change.after.is_null();
}

class Telling {
 public:
  Telling(const Account& before, const Account& after, const FacetBook& facets,
          std::string_view today)
      : before_(before),
        after_(after),
        changes_(changes_between(before, after)),
        beliefs_(belief_changes(before, after, changes_, facets, today)),
        words_([this](RecordKind kind, const Id& id) { return find(kind, id); }, &facets) {}
  Telling(const Telling&) = delete;
  Telling& operator=(const Telling&) = delete;

  std::string text() const {
    if (changes_.empty()) return std::string(_("No difference.")) + "\n";
    std::string lines;
    std::set<Id> moved;
    for (const RecordKind kind : order) {
      if (kind == RecordKind::claims) {
        for (const BeliefChange& belief : beliefs_) {
          if (!is_gone(belief.person, belief.tie)) lines += sentence(belief) + "\n";
        }
      }
      for (const FieldChange& change : changes_) {
        if (change.record != kind || is_told_elsewhere(change)) continue;
        if (kind == RecordKind::positions && !moved.insert(change.id).second) continue;
        lines += sentence(change) + "\n";
      }
    }
    return lines;
  }

  std::vector<Told> differences() const {
    std::vector<Told> told;
    for (const RecordKind kind : {RecordKind::people, RecordKind::ties})
      for (const FieldChange& change : changes_) {
        if (change.record != kind) continue;
        Told& one = told.emplace_back();
        (kind == RecordKind::people ? one.person : one.tie) = change.id;
        one.change = is_created(change)   ? msg::Change::came
                     : is_removed(change) ? msg::Change::went
                                          : msg::Change::changed;
        one.text = sentence(change);
      }
    for (const BeliefChange& belief : beliefs_)
      if (!is_gone(belief.person, belief.tie) && !is_new(belief.person, belief.tie))
        told.push_back({belief.person, belief.tie, msg::Change::changed, sentence(belief)});
    return told;
  }

  Value json() const {
    Value changes = Value::array(), beliefs = Value::array();
    for (const FieldChange& change : changes_) changes.push_back(json_of(change));
    for (const BeliefChange& belief : beliefs_) beliefs.push_back(json_of(belief));
    return {{"changes", std::move(changes)}, {"beliefs", std::move(beliefs)}};
  }

 private:
  // As it is now, else as it was.
  Value find(RecordKind kind, const Id& id) const {
    Value record = record_to_json(after_, kind, id);
    return record.is_null() ? record_to_json(before_, kind, id) : record;
  }

  bool is_gone(const Id& person, const Id& tie) const {
    return tie.empty() ? after_.find<Person>(person) == nullptr : after_.find<Tie>(tie) == nullptr;
  }

  bool is_new(const Id& person, const Id& tie) const {
    return tie.empty() ? before_.find<Person>(person) == nullptr
                       : before_.find<Tie>(tie) == nullptr;
  }

  // What another line says already: what fell with its subject, and what makes a belief hold.
  bool is_told_elsewhere(const FieldChange& change) const {
    if (change.record != RecordKind::claims) return false;
    const Claim* claim = after_.find<Claim>(change.id);
    if (claim == nullptr) claim = before_.find<Claim>(change.id);
    if (claim != nullptr && is_gone(claim->person, claim->tie)) return true;
    const bool is_value = is_created(change) || change.field == "value";
    return is_value && std::any_of(beliefs_.begin(), beliefs_.end(),
                                   [&](const auto& belief) { return belief.claim == change.id; });
  }

  std::string sentence(const FieldChange& change) const {
    if (change.record == RecordKind::positions) return moved(change);
    if (is_created(change)) return added(change);
    if (is_removed(change)) return removed(change);
    return words_.step(change);
  }

  std::string added(const FieldChange& change) const {
    if (const Claim* claim = claim_of(change))
      return format(_("New evidence: {}"), with_grounds(words_.claim(change.after), *claim, 1));
    return format(_("Added: {}"),
                  with_kind(change, with_details(change.record, change.id, change.after)));
  }

  std::string removed(const FieldChange& change) const {
    if (const Claim* claim = claim_of(change))
      return format(_("No longer said: {}"), with_grounds(words_.claim(change.before), *claim, 1));
    const std::string name = with_kind(change, words_.name(change.record, change.id));
    const auto fallen = claims_fallen_with(change);
    if (fallen == 0) return format(_("Removed: {}"), name);
    return format(_("Removed: {}, with {}"), name, counted(RecordKind::claims, fallen));
  }

  // People are told by their names alone, ties and dated notes by sentences that say what they are.
  std::string with_kind(const FieldChange& change, const std::string& name) const {
    const Value record = find(change.record, change.id);
    const bool is_dated_note = change.record == RecordKind::notes && record.contains("date");
    if (change.record == RecordKind::people || change.record == RecordKind::ties || is_dated_note)
      return name;
    return format(_("{} {}"), kind_word(change.record), name);
  }

  std::string with_details(RecordKind kind, const Id& id, const Value& record) const {
    const std::string name = words_.name(kind, id), details = words_.details(kind, record);
    return details.empty() ? name : format(_("{}: {}"), name, details);
  }

  std::string moved(const FieldChange& change) const {
    const Value position = find(RecordKind::positions, change.id);
    const auto view = position.value("view", std::string());
    const std::string name = words_.name(change.record, change.id);
    if (is_created(change)) return format(_("Placed in {}: {}"), view, name);
    if (is_removed(change)) return format(_("Place in {} given up: {}"), view, name);
    return format(_("Moved in {}: {}"), view, name);
  }

  std::size_t claims_fallen_with(const FieldChange& change) const {
    const auto is_about = [&](const Claim& claim) {
      return (change.record == RecordKind::people && claim.person == change.id) ||
             (change.record == RecordKind::ties && claim.tie == change.id);
    };
    const auto& claims = before_.all<Claim>();
    return static_cast<std::size_t>(
        std::count_if(claims.begin(), claims.end(), [&](const auto& one) {
          return is_about(one.second) && after_.find<Claim>(one.first) == nullptr;
        }));
  }

  const Claim* claim_of(const FieldChange& change) const {
    if (change.record != RecordKind::claims) return nullptr;
    return (is_created(change) ? after_ : before_).find<Claim>(change.id);
  }

  // What the belief is about, where that is not simply how it stands toward us.
  std::string about(const BeliefChange& belief) const {
    std::string facet = words_.facet(belief.facet);
    const auto add = [&](const std::string& more) { facet = format(_("{0} {1}"), facet, more); };
    if (belief.aspect == Aspect::wanted) add(_("(wanted)"));
    if (!belief.toward.empty())
      add(format(_("(toward {})"), words_.said(RecordKind::claims, {}, "toward", belief.toward)));
    if (!belief.deal.empty() && after_.all<Deal>().size() > 1)
      add(format(_("(for {})"), words_.name(RecordKind::deals, belief.deal)));
    return facet;
  }

  // "Li Na: attitude neutral → supporter, stated once, note of 18 Nov 2026"
  std::string sentence(const BeliefChange& belief) const {
    const std::string subject = belief.tie.empty() ? words_.name(RecordKind::people, belief.person)
                                                   : words_.name(RecordKind::ties, belief.tie);
    const std::string before = words_.belief(belief.facet, belief.before),
                      after = words_.belief(belief.facet, belief.after);
    const std::string facet = about(belief);
    if (belief.after.is_null())
      return format(_("{}: {} no longer known, was {}"), subject, facet, before);
    const std::string step = belief.before.is_null()
                                 ? format(_("{}: {} {}"), subject, facet, after)
                                 : format(_("{}: {} {} → {}"), subject, facet, before, after);
    if (const Claim* claim = after_.find<Claim>(belief.claim))
      return with_grounds(step, *claim, belief.times_said);
    const Tie* tie = after_.find<Tie>(belief.tie);
    return tie == nullptr ? step : with_grounds(step, *tie, belief.times_said);
  }

  // How it is known: evidence, source and day, who says so. Of a claim, or a tie's own.
  template <class Said>
  std::string with_grounds(std::string text, const Said& said, std::size_t times) const {
    const auto add = [&](const std::string& more) { text += comma() + more; };
    add(closed_word("evidence", word(said.evidence)));
    if (times > 1) add(format(NG_("said {} time", "said {} times", times), times));
    const Value note = said.note.empty() ? Value() : find(RecordKind::notes, said.note);
    if (!note.is_null())
      add(words_.name(RecordKind::notes, said.note));
    else if (!said.date.empty())
      add(said_day(said.date));
    if (!said.by.empty()) add(format(_("says {}"), words_.name(RecordKind::people, said.by)));
    return text;
  }

  Value json_of(const FieldChange& change) const {
    Value json = {{"record", word(change.record)},
                  {"id", change.id},
                  {"field", change.field},
                  {"before", change.before},
                  {"after", change.after}};
    json["text"] = sentence(change);
    if (!change.is_set_change) return json;
    json["drop"] = change.before.is_null() ? Value::array() : change.before;
    json["add"] = change.after.is_null() ? Value::array() : change.after;
    json["before"] = field_value(before_, change.record, change.id, change.field);
    json["after"] = field_value(after_, change.record, change.id, change.field);
    return json;
  }

  Value json_of(const BeliefChange& belief) const {
    Value json = {{"facet", belief.facet},           {"deal", to_value(belief.deal)},
                  {"aspect", word(belief.aspect)},   {"toward", to_value(belief.toward)},
                  {"before", belief.before},         {"after", belief.after},
                  {"claim", to_value(belief.claim)}, {"times_said", belief.times_said}};
    if (belief.tie.empty())
      json["person"] = belief.person;
    else
      json["tie"] = belief.tie;
    if (const Claim* claim = after_.find<Claim>(belief.claim)) {
      json["evidence"] = word(claim->evidence);
      for (const auto& [key, value] :
           {std::pair{"note", claim->note}, {"by", claim->by}, {"date", claim->date}})
        json[key] = to_value(value);
    }
    json["text"] = sentence(belief);
    return json;
  }

  const Account& before_;
  const Account& after_;
  const std::vector<FieldChange> changes_;
  const std::vector<BeliefChange> beliefs_;
  const ChangeWords words_;
};

}  // namespace

std::string diff_text(const Account& before, const Account& after, const FacetBook& facets,
                      std::string_view today) {
  return Telling(before, after, facets, today).text();
}

std::string diff_json(const Account& before, const Account& after, const FacetBook& facets,
                      std::string_view today) {
  return to_text(Telling(before, after, facets, today).json()) + "\n";
}

std::vector<Told> told_differences(const Account& before, const Account& after,
                                   const FacetBook& facets, std::string_view today) {
  return Telling(before, after, facets, today).differences();
}

}  // namespace inroad::app
