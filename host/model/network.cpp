// SPDX-License-Identifier: MIT
//
// The effective network, in four passes: what the ties are worth, who conflicts with whom, who
// people are to us, which arcs carry. Each pass walks its list once.
#include "model/network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "model/claim_index.h"
#include "model/dates.h"

namespace inroad {
namespace {

constexpr double nothing_said = std::numeric_limits<double>::quiet_NaN();
constexpr double strained_factor = .5;

using Pair = std::uint64_t;
Pair ordered(std::uint32_t from, std::uint32_t to) { return Pair{from} << 32 | to; }
Pair unordered(std::uint32_t a, std::uint32_t b) { return a < b ? ordered(a, b) : ordered(b, a); }

// A tie whose ends are two different people of the account.
struct Line {
  std::uint32_t tie, from, to;
  TieKind kind;
};

class Resolver {
 public:
  Resolver(const Account& account, std::string_view deal, std::string_view today,
           const AdviceSettings& settings, const FacetBook& book)
      : account_(account),
        index_(account),
        deal_(deal),
        today_(today),
        settings_(settings),
        book_(book) {
    std::uint32_t next = 0;
    for (const auto& [id, person] : account.all<Person>()) person_index_.emplace(id, next++);
  }

  EffectiveNetwork resolve(const std::vector<std::uint32_t>& decision_makers) {
    resolve_ties();
    resolve_people();
    resolve_access();
    resolve_barred(decision_makers);
    resolve_arcs();
    return std::move(network_);
  }

 private:
  ClaimQuestion about(std::string_view facet) const {
    return {facet, deal_, today_, settings_, book_};
  }
  Side side(std::uint32_t person) const { return network_.people[person].side; }

  // The number behind a strength as said: covers have words of their own.
  double number_of(const Value& said, TieKind kind) const {
    if (said.is_number()) return std::clamp(said.get<double>(), 0.0, 1.0);
    const bool is_coverage = kind == TieKind::covers;
    const auto& words = is_coverage ? settings_.access : settings_.strength;
    const auto word =
        said.is_string() ? words.find(said.get_ref<const std::string&>()) : words.end();
    return word != words.end() ? word->second : words.at(is_coverage ? "met" : "medium");
  }

  TieStanding standing_of(const Tie& tie) const {
    const Standing current = ranked(index_.about_tie(tie.id), &tie, about("strength")).front();
    TieStanding standing;
    standing.evidence = current.weight;
    standing.level = current.evidence;
    if (is_date(current.date))
      standing.age_days =
          static_cast<int>(std::max<std::int64_t>(0, days_between(current.date, today_)));
    const bool is_said = current.claim != nullptr || tie.strength.is_set();
    const bool is_line = tie.kind == TieKind::reports_to || tie.kind == TieKind::dotted;
    if (tie.kind == TieKind::conflicts) {
      standing.conflict =
          current.value == "strained" ? msg::Conflict::strained : msg::Conflict::open;
      standing.strength = nothing_said;
    } else if (is_line && !is_said) {
      standing.strength = nothing_said;
    } else {
      standing.strength = number_of(current.value, tie.kind);
    }
    return standing;
  }

  void resolve_ties() {
    std::uint32_t next = 0;
    for (const auto& [id, tie] : account_.all<Tie>()) {
      network_.ties.push_back(standing_of(tie));
      const auto from = person_index_.find(tie.from);
      const auto to = person_index_.find(tie.to);
      const std::uint32_t index = next++;
      if (from == person_index_.end() || to == person_index_.end()) continue;
      if (from->second == to->second) continue;  // a tie to oneself counts for nothing
      lines_.push_back({index, from->second, to->second, tie.kind});
      if (tie.kind == TieKind::conflicts) {
        auto& worst = conflicts_[unordered(from->second, to->second)];
        worst = std::max(worst, network_.ties.back().conflict);  // open wins over strained
      }
    }
  }

  void resolve_people() {
    constexpr auto neutral = static_cast<std::size_t>(msg::Attitude::neutral) - 1;
    for (const auto& [id, person] : account_.all<Person>()) {
      PersonStanding standing;
      standing.side = side_of(account_, person);
      standing.may_pass_on = standing.side == Side::client || standing.side == Side::partner;
      standing.relay = settings_.relay[neutral];

      const auto said = ranked(index_.about_person(id), nullptr, about("attitude"));
      if (!said.empty() && said.front().value.is_string()) {
        const Standing& current = said.front();
        standing.attitude = attitude_of(current.value.get_ref<const std::string&>());
        standing.attitude_evidence = current.weight;
        standing.attitude_level = current.evidence;
        standing.attitude_claim = current.id;
      }
      const bool is_known =
          standing.attitude != msg::Attitude::unset && standing.attitude != msg::Attitude::unknown;
      if (is_known) {
        const double e = standing.attitude_evidence;
        const auto held = static_cast<std::size_t>(standing.attitude) - 1;
        standing.voice = e * settings_.voice[held] + (1 - e) * settings_.voice[neutral];
        standing.relay = e * settings_.relay[held] + (1 - e) * settings_.relay[neutral];
      }
      if (!standing.may_pass_on) standing.voice = standing.relay = 0;
      standing.may_carry = standing.may_pass_on && is_known &&
                           standing.attitude != msg::Attitude::opponent &&
                           person.kind != PersonKind::placeholder;
      network_.people.push_back(std::move(standing));
    }
  }

  // How well we get to people: the best of our contacts counts, whatever the evidence for it.
  void resolve_access() {
    for (const Line& line : lines_) {
      if (line.kind != TieKind::covers || side(line.from) != Side::us) continue;
      PersonStanding& met = network_.people[line.to];
      const double strength = network_.ties[line.tie].strength;
      met.access = met.is_conditional ? strength : std::max(met.access, strength);
      met.is_conditional = false;
    }
  }

  // Decision makers carry nothing themselves; an open conflict with one bars whoever has it.
  void resolve_barred(const std::vector<std::uint32_t>& decision_makers) {
    std::vector<bool> decides(network_.people.size());
    for (const std::uint32_t person : decision_makers) {
      decides[person] = true;
      network_.people[person].may_carry = false;
    }
    for (const Line& line : lines_) {
      if (network_.ties[line.tie].conflict != msg::Conflict::open) continue;
      if (decides[line.from] == decides[line.to]) continue;
      PersonStanding& other = network_.people[decides[line.from] ? line.to : line.from];
      other.may_carry = false;
      if (other.barred_by < 0) other.barred_by = static_cast<int>(line.tie);
    }
  }

  // Our own people give access only: no arc of the client's network leads through them.
  void propose(std::uint32_t from, std::uint32_t to, std::uint32_t tie, msg::ArcReason reason,
               double strength, double evidence) {
    if (side(from) == Side::us || side(to) == Side::us) return;
    network_.arcs.push_back(
        {from, to, tie, reason, false, evidence * strength, strength, evidence});
  }

  void propose_arcs() {
    std::unordered_set<Pair> recorded;
    for (const Line& line : lines_)
      if (line.kind == TieKind::influences) {
        recorded.insert(ordered(line.from, line.to));
        const TieStanding& tie = network_.ties[line.tie];
        propose(line.from, line.to, line.tie, msg::ArcReason::influence, tie.strength,
                tie.evidence);
      }
    if (!settings_.reporting_counts) return;
    for (const Line& line : lines_) {
      if (line.kind != TieKind::reports_to) continue;
      const std::uint32_t report = line.from, manager = line.to;
      if (!recorded.contains(ordered(manager, report)))
        propose(manager, report, line.tie, msg::ArcReason::reports_down, settings_.reporting_down,
                settings_.reporting_evidence);
      if (!recorded.contains(ordered(report, manager)))
        propose(report, manager, line.tie, msg::ArcReason::reports_up, settings_.reporting_up,
                settings_.reporting_evidence);
    }
  }

  // One coin an ordered pair, conflicts taken off, nothing that cannot happen.
  void resolve_arcs() {
    propose_arcs();
    auto& arcs = network_.arcs;
    std::sort(arcs.begin(), arcs.end(), [](const EffectiveArc& a, const EffectiveArc& b) {
      if (a.from != b.from) return a.from < b.from;
      if (a.to != b.to) return a.to < b.to;
      if (a.p != b.p) return a.p > b.p;
      return a.tie < b.tie;
    });
    const auto is_same_pair = [](const EffectiveArc& a, const EffectiveArc& b) {
      return a.from == b.from && a.to == b.to;
    };
    arcs.erase(std::unique(arcs.begin(), arcs.end(), is_same_pair), arcs.end());
    for (EffectiveArc& arc : arcs) {
      const auto conflict = conflicts_.find(unordered(arc.from, arc.to));
      if (conflict == conflicts_.end()) continue;
      arc.is_halved = conflict->second == msg::Conflict::strained;
      arc.p *= arc.is_halved ? strained_factor : 0;
    }
    std::erase_if(arcs, [](const EffectiveArc& arc) { return arc.p <= 0; });
  }

  const Account& account_;
  ClaimIndex index_;
  std::string_view deal_, today_;
  const AdviceSettings& settings_;
  const FacetBook& book_;
  std::unordered_map<std::string_view, std::uint32_t> person_index_;
  std::vector<Line> lines_;
  std::unordered_map<Pair, msg::Conflict> conflicts_;
  EffectiveNetwork network_;
};

}  // namespace

EffectiveNetwork effective_network(const Account& account, const Id& deal,
                                   const std::vector<std::uint32_t>& decision_makers,
                                   std::string_view today, const AdviceSettings& settings,
                                   const FacetBook& book) {
  return Resolver(account, deal, today, settings, book).resolve(decision_makers);
}

}  // namespace inroad
