// SPDX-License-Identifier: MIT
//
// The effective network, in four passes: what the ties are worth, who conflicts with whom, who
// people are to us, which arcs carry. Each pass walks its list once.
#include "model/network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

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
  Resolver(const Account& account, const IdIndex& records, const ClaimIndex& claims,
           std::string_view deal, std::string_view today, const AdviceSettings& settings,
           const FacetBook& book)
      : account_(account),
        records_(records),
        claims_(claims),
        deal_(deal),
        today_(today),
        settings_(settings),
        book_(book) {}

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

  TieStanding standing_of(const Tie& tie, std::size_t place) {
    const auto said = claims_.about_tie(place);
    const ClaimQuestion question = about("strength");
    if (said.empty()) return shorthand_of(tie, decayed_evidence(tie.evidence, tie.date, question));
    rank(said, &tie, question, candidates_);
    const auto& [claim, unused, weight] = candidates_.front();
    if (claim == nullptr) return shorthand_of(tie, weight);
    TieStanding standing = dated(weight, claim->evidence, claim->date);
    value(standing, tie, claim->value, true);
    return standing;
  }
  TieStanding shorthand_of(const Tie& tie, double weight) const {
    TieStanding standing = dated(weight, tie.evidence, tie.date);
    if (tie.strength.number && tie.kind != TieKind::conflicts)
      standing.strength = std::clamp(*tie.strength.number, 0.0, 1.0);
    else
      value(standing, tie, stated_strength(tie), tie.strength.is_set());
    return standing;
  }
  TieStanding dated(double weight, Evidence level, std::string_view date) const {
    TieStanding standing;
    standing.evidence = weight;
    standing.level = level;
    if (is_date(date))
      standing.age_days = static_cast<int>(std::max<std::int64_t>(0, days_between(date, today_)));
    return standing;
  }
  void value(TieStanding& standing, const Tie& tie, const Value& said, bool is_said) const {
    const bool is_line = tie.kind == TieKind::reports_to || tie.kind == TieKind::dotted;
    if (tie.kind == TieKind::conflicts) {
      standing.conflict = said == "strained" ? msg::Conflict::strained : msg::Conflict::open;
      standing.strength = nothing_said;
    } else if (is_line && !is_said) {
      standing.strength = nothing_said;
    } else {
      standing.strength = number_of(said, tie.kind);
    }
  }

  void resolve_ties() {
    const auto& ties = account_.all<Tie>();
    network_.ties.reserve(ties.size());
    lines_.reserve(ties.size());
    const std::vector<int> from_places = records_.places<Person>(&Tie::from);
    const std::vector<int> to_places = records_.places<Person>(&Tie::to);
    std::uint32_t next = 0;
    for (const auto& [id, tie] : ties) {
      TieStanding& standing = network_.ties.emplace_back(standing_of(tie, next));
      const int from = standing.from = from_places[next];
      const int to = standing.to = to_places[next];
      const std::uint32_t index = next++;
      if (from < 0 || to < 0 || from == to) continue;  // a tie to oneself counts for nothing
      lines_.push_back(
          {index, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), tie.kind});
      if (tie.kind == TieKind::conflicts) {
        auto& worst = conflicts_[unordered(lines_.back().from, lines_.back().to)];
        worst = std::max(worst, standing.conflict);  // open wins over strained
      }
    }
  }

  void resolve_people() {
    constexpr auto neutral = static_cast<std::size_t>(msg::Attitude::neutral) - 1;
    network_.people.reserve(account_.all<Person>().size());
    for (const auto& [id, person] : account_.all<Person>()) {
      PersonStanding standing;
      standing.side = side_of(account_, person);
      standing.may_pass_on = standing.side == Side::client || standing.side == Side::partner;
      standing.relay = settings_.relay[neutral];

      rank(claims_.about_person(network_.people.size()), nullptr, about("attitude"), candidates_);
      if (!candidates_.empty() && candidates_.front().claim->value.is_string()) {
        const auto& [claim, place, weight] = candidates_.front();
        standing.attitude = attitude_of(claim->value.get_ref<const std::string&>());
        standing.attitude_evidence = weight;
        standing.attitude_level = claim->evidence;
        standing.attitude_claim = static_cast<int>(place);
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

  // Calls visit(arc) for each arc there is cause for. Our own people give access only: no arc of
  // the client's network leads through them.
  template <class Visit>
  void for_each_proposal(Visit&& visit) const {
    const auto propose = [&](std::uint32_t from, std::uint32_t to, std::uint32_t tie,
                             msg::ArcReason reason, double strength, double evidence) {
      if (side(from) == Side::us || side(to) == Side::us) return;
      visit(EffectiveArc{from, to, tie, reason, false, evidence * strength, strength, evidence});
    };
    for (const Line& line : lines_) {
      const TieStanding& tie = network_.ties[line.tie];
      if (line.kind == TieKind::influences) {
        propose(line.from, line.to, line.tie, msg::ArcReason::influence, tie.strength,
                tie.evidence);
      } else if (line.kind == TieKind::reports_to && settings_.reporting_counts) {
        propose(line.to, line.from, line.tie, msg::ArcReason::reports_down,
                settings_.reporting_down, settings_.reporting_evidence);
        propose(line.from, line.to, line.tie, msg::ArcReason::reports_up, settings_.reporting_up,
                settings_.reporting_evidence);
      }
    }
  }

  // All of them by whom they come from, and each person's in their order: to whom, then the one
  // that counts first. Counted before they are placed, for people have few arcs and all have many.
  void propose_arcs() {
    auto& arcs = network_.arcs;
    std::vector<std::uint32_t> ends(network_.people.size());  // first, the counts; then the starts
    std::size_t count = 0;
    for_each_proposal([&](const EffectiveArc& arc) {
      ++ends[arc.from];
      ++count;
    });
    std::exclusive_scan(ends.begin(), ends.end(), ends.begin(), 0u);
    arcs.resize(count);
    for_each_proposal([&](const EffectiveArc& arc) { arcs[ends[arc.from]++] = arc; });
    const auto goes_before = [](const EffectiveArc& a, const EffectiveArc& b) {
      if (a.to != b.to) return a.to < b.to;
      const bool is_said = a.reason == msg::ArcReason::influence;
      if (is_said != (b.reason == msg::ArcReason::influence)) return is_said;
      if (a.p != b.p) return a.p > b.p;
      return a.tie < b.tie;
    };
    auto first = arcs.begin();
    for (const std::uint32_t end : ends) {
      const auto last = arcs.begin() + end;
      std::sort(first, last, goes_before);
      first = last;
    }
  }

  // One coin an ordered pair (influence said goes before what a reporting line lets assume),
  // conflicts taken off, nothing that cannot happen.
  void resolve_arcs() {
    propose_arcs();
    auto& arcs = network_.arcs;
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
  const IdIndex& records_;
  const ClaimIndex& claims_;
  std::string_view deal_, today_;
  const AdviceSettings& settings_;
  const FacetBook& book_;
  std::vector<Line> lines_;
  std::unordered_map<Pair, msg::Conflict> conflicts_;
  std::vector<Candidate> candidates_;  // of the question at hand
  EffectiveNetwork network_;
};

}  // namespace

EffectiveNetwork effective_network(const Account& account, const IdIndex& records,
                                   const ClaimIndex& claims, const Id& deal,
                                   const std::vector<std::uint32_t>& decision_makers,
                                   std::string_view today, const AdviceSettings& settings,
                                   const FacetBook& book) {
  return Resolver(account, records, claims, deal, today, settings, book).resolve(decision_makers);
}

}  // namespace inroad
