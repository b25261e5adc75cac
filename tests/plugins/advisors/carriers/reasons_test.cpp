// SPDX-License-Identifier: MIT
//
// Reasons that hold: whatever the advice gives as a reason is taken away, or done, and the advice
// made anew must move as was said.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "account_builder.h"
#include "proof.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::AccountBuilder;
using testing::Dice;
using testing::Proof;
using Attitude = msg::Attitude;
using Reason = msg::ReasonT;

// An account as plain facts, so that one can be changed and all told again.
struct Facts {
  struct Person {
    Attitude attitude = Attitude::unset;
    double evidence = 1;
    std::optional<double> access;
    bool is_barred = false;
  };
  struct Tie {
    int from, to;
    double strength, evidence;
    msg::Evidence level;
    bool is_there = true;
  };
  std::vector<Person> people;
  std::vector<Tie> ties;
  std::vector<std::pair<int, int>> trusts;
  std::vector<int> deciders;
  std::optional<double> exposure_limit;

  void drop(int tie) {
    const auto place = static_cast<std::size_t>(tie);
    if (place < ties.size()) {
      ties[place].is_there = false;
    } else {
      trusts[place - ties.size()] = {0, 0};  // of himself, which says nothing
    }
  }

  // Ties keep their numbers: one that is not there is drawn, but no influence. Behind them stands
  // who trusts whom, then a conflict for each who is barred.
  msg::AdviceT advice() const {
    AccountBuilder account;
    account.request.parts = {msg::AdvicePart::reach, msg::AdvicePart::risks};
    account.snapshot.settings->exposure_limit = exposure_limit;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const int index = account.person(people[i].attitude);
      account.weak(index, people[i].evidence, msg::Evidence::inferred);
      if (people[i].access) account.access(index, *people[i].access);
    }
    for (const int decider : deciders) account.decides(decider);
    for (const Tie& tie : ties) {
      if (tie.is_there)
        account.influences(tie.from, tie.to, tie.strength, tie.evidence, tie.level);
      else
        account.tie(tie.from, tie.to, msg::TieKind::dotted);
    }
    for (const auto& [who, whom] : trusts) account.tie(who, whom, msg::TieKind::trusts);
    for (std::size_t i = 0; i < people.size(); ++i)
      if (people[i].is_barred) {
        const int person = static_cast<int>(i);
        account.bar(person, account.tie(person, deciders[0], msg::TieKind::conflicts));
      }
    return account.advice();
  }
};

Facts random_facts(Dice& dice) {
  const double strength[] = {.25, .5, .75, .93}, evidence[] = {.4, .5, .65, .85, 1};
  const msg::Evidence level[] = {msg::Evidence::assumption, msg::Evidence::hint,
                                 msg::Evidence::inferred, msg::Evidence::stated,
                                 msg::Evidence::confirmed};
  Facts facts;
  const int people = 3 + dice.below(5);
  for (int i = 0; i < people; ++i) {
    Facts::Person person{static_cast<Attitude>(dice.below(7)), evidence[dice.below(5)], {}, false};
    if (dice.below(2) == 0) person.access = .1 + .3 * dice.below(4);
    facts.people.push_back(person);
  }
  facts.deciders = {people - 1};
  if (dice.below(5) == 0) facts.deciders.push_back(people - 2);
  const int wanted = 2 + dice.below(11);
  for (int k = 0; k < wanted; ++k) {
    const int from = dice.below(people), to = dice.below(people), sure = dice.below(5);
    const bool is_new =
        from != to && std::none_of(facts.ties.begin(), facts.ties.end(), [&](const auto& tie) {
          return tie.from == from && tie.to == to;
        });
    if (is_new)
      facts.ties.push_back({from, to, strength[dice.below(4)], evidence[sure], level[sure]});
  }
  for (int k = dice.below(4); k > 0; --k)
    facts.trusts.emplace_back(dice.below(people), dice.below(people));
  if (dice.below(4) == 0) facts.people[0].is_barred = true;
  if (dice.below(4) == 0) facts.exposure_limit = .1;
  return facts;
}

double value_of(const msg::AdviceT& advice, int person) {
  const auto* found = testing::carrier(advice, person);
  return found == nullptr ? 0 : found->value;
}

double exposure_of(const msg::AdviceT& advice, int person) {
  const auto* found = testing::carrier(advice, person);
  return found == nullptr ? 0 : found->exposure.value_or(0);
}

bool names_tie(const std::vector<std::unique_ptr<Reason>>& list, const std::string& kind, int tie) {
  return std::any_of(list.begin(), list.end(), [&](const auto& reason) {
    return reason->kind == kind && reason->tie == tie;
  });
}

bool still_names_tie(const msg::AdviceT& advice, int person, const std::string& kind, int tie) {
  const auto* found = testing::carrier(advice, person);
  return found != nullptr && names_tie(found->risks, kind, tie);
}

// Tells again with something changed, and checks every reason of one advice.
class Retold {
 public:
  Retold(Proof& proof, const Facts& facts) : proof_(proof), facts_(facts), told_(facts.advice()) {}

  void check() {
    for (const auto& carrier : told_.carriers) {
      for (const auto& reason : carrier->why) check_why(*carrier, *reason);
      for (const auto& reason : carrier->lift) check_lift(*carrier, *reason);
      for (const auto& reason : carrier->risks) check_risk(*carrier, *reason);
    }
    if (!told_.carriers.empty())
      for (const auto& reason : told_.risks) check_leader_risk(*told_.carriers[0], *reason);
    for (const auto& reason : told_.barred) {
      const auto again =
          with([&](Facts& facts) { facts.people[reason->person].is_barred = false; });
      seen("barred");
      proof_.holds("without the conflict nobody is barred", again.barred.empty());
    }
  }

  std::map<std::string, int> kinds;

 private:
  msg::AdviceT with(const std::function<void(Facts&)>& change) const {
    Facts changed = facts_;
    change(changed);
    return changed.advice();
  }
  msg::AdviceT without_tie(int tie) const {
    return with([&](Facts& facts) { facts.drop(tie); });
  }
  msg::AdviceT without_ties_to(int person) const {
    return with([&](Facts& facts) {
      for (auto& tie : facts.ties) tie.is_there = tie.is_there && tie.to != person;
    });
  }
  void seen(const std::string& kind) { ++kinds[kind]; }
  // A new kind of reason needs its check here.
  void unknown(const Reason& reason) {
    proof_.holds(("no check of the reason " + reason.kind).c_str(), false);
  }

  void check_why(const msg::CarrierT& carrier, const Reason& reason) {
    const int person = static_cast<int>(carrier.person);
    if (reason.kind == "voice") {
      proof_.equal("the voice told", reason.value.value(), carrier.voice);
      const auto again =
          with([&](Facts& facts) { facts.people[person].attitude = Attitude::unknown; });
      proof_.equal("who is unknown does not carry", value_of(again, person), 0);
    } else if (reason.kind == "access") {
      const auto again = with([&](Facts& facts) { facts.people[person].access.reset(); });
      proof_.equal("without the access", value_of(again, person) * reason.value.value(),
                   carrier.value);
    } else if (reason.kind == "path") {
      const auto again = without_tie(reason.tie);
      proof_.holds("without the path it is less", value_of(again, person) < carrier.value);
    } else if (reason.kind == "without_tie") {
      const auto again = without_tie(reason.tie);
      proof_.equal("what is left without the tie", value_of(again, person), reason.value.value());
      if (reason.person < 0) {
        const auto* still = testing::carrier(again, person);
        proof_.holds("still first without the tie", still == nullptr ? again.carriers.empty()
                                                                     : still->rank == 1);
      } else {
        proof_.equal("who is first without the tie", value_of(again, reason.person),
                     again.carriers.at(0)->value);
      }
    } else {
      return unknown(reason);
    }
    seen("why " + reason.kind);
  }

  void check_lift(const msg::CarrierT& carrier, const Reason& reason) {
    const auto again = with([&](Facts& facts) {
      auto& about = facts.people[reason.person];
      if (reason.kind == "access") {
        about.access = 1;
      } else if (reason.kind == "attitude") {
        about.attitude = Attitude::mentor;
        about.evidence = 1;
      } else {
        unknown(reason);
      }
    });
    seen("lift " + reason.kind);
    proof_.equal("what would lift it",
                 value_of(again, static_cast<int>(carrier.person)) - carrier.value,
                 reason.value.value());
  }

  void check_risk(const msg::CarrierT& carrier, const Reason& reason) {
    const int person = static_cast<int>(carrier.person);
    if (reason.kind == "no_coverage") {
      const auto again = with([&](Facts& facts) { facts.people[person].access = 1; });
      const auto* one = testing::carrier(again, person);
      proof_.holds("once covered", one != nullptr && !testing::has_reason(one->risks, reason.kind));
    } else if (reason.kind == "cross_pressure") {
      proof_.holds("without the tie to an opponent",
                   !still_names_tie(without_tie(reason.tie), person, reason.kind, reason.tie));
    } else if (reason.kind == "respected_not_trusted") {
      const auto& tie = facts_.ties[reason.tie];
      const auto again = with([&](Facts& facts) { facts.trusts.emplace_back(tie.to, tie.from); });
      proof_.holds("once trusted", !still_names_tie(again, person, reason.kind, reason.tie));
    } else if (reason.kind == "opponent_hears") {
      proof_.equal("the exposure told", reason.value.value(), carrier.exposure.value());
      proof_.holds("unless the opponent hears nothing",
                   exposure_of(without_ties_to(reason.person), person) < *carrier.exposure);
    } else if (reason.kind == "over_exposure_limit") {
      const auto again = with([&](Facts& facts) { facts.exposure_limit = carrier.exposure; });
      proof_.holds("within a wider limit",
                   !testing::has_reason(testing::carrier(again, person)->risks, reason.kind));
    } else {
      return unknown(reason);
    }
    seen("risk " + reason.kind);
  }

  void check_leader_risk(const msg::CarrierT& leader, const Reason& reason) {
    const int first = static_cast<int>(leader.person);
    if (reason.kind == "single_point") {
      const auto again = reason.tie >= 0 ? without_tie(reason.tie) : without_ties_to(reason.person);
      proof_.equal("everything hung on it", value_of(again, first), 0);
    } else if (reason.kind == "weak_evidence") {
      proof_.equal("what rests on a guess", value_of(without_tie(reason.tie), first),
                   leader.value * (1 - reason.value.value()));
    } else if (reason.kind == "counter_case") {
      const auto again = with([&](Facts& facts) {
        for (auto& tie : facts.ties) tie.is_there = tie.is_there && tie.from != reason.person;
      });
      proof_.holds("without their loudest voice", again.counter.value() < told_.counter.value());
    } else if (reason.kind == "decision_maker_is_mentor" ||
               reason.kind == "decision_maker_is_opponent") {
      const auto again =
          with([&](Facts& facts) { facts.people[reason.person].attitude = Attitude::neutral; });
      proof_.holds("once neutral", !testing::has_reason(again.risks, reason.kind, reason.person));
    } else {
      return unknown(reason);
    }
    seen("risk " + reason.kind);
  }

  Proof& proof_;
  const Facts& facts_;
  msg::AdviceT told_;
};

}  // namespace

TEST_CASE("every reason holds: the advice moves as it says when its fact is changed") {
  Proof proof;
  std::map<std::string, int> kinds;
  long reasons = 0;
  for (int seed = 1; reasons < test::rounds(2'500, 100'000); ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed));
    const Facts facts = random_facts(dice);
    proof.begin("seed " + std::to_string(seed));
    Retold retold(proof, facts);
    retold.check();
    for (const auto& [kind, count] : retold.kinds) {
      kinds[kind] += count;
      reasons += count;
    }
  }
  proof.conclude();
  CHECK(kinds.size() == 17);
  for (const auto& [kind, count] : kinds) {
    INFO(kind);
    CHECK(count > 3);
    if (test::is_long_run()) WARN(kind << ": " << count);
  }
}

}  // namespace inroad::carriers
