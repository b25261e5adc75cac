// SPDX-License-Identifier: MIT
#include "oracles/case_oracle.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace inroad::oracle {
namespace {

using Hearing = std::vector<std::uint32_t>;

bool is_among(const std::vector<int>& people, int person) {
  return std::find(people.begin(), people.end(), person) != people.end();
}

std::uint32_t bit(int person) { return 1u << person; }

// Throws one coin after the other, ties first, and multiplies the chances of its sides up.
class Throw {
 public:
  Throw(const std::vector<Map>& settings, const Visit& visit)
      : settings_(settings),
        visit_(visit),
        shape_(settings.front()),
        chances_(shape_.ties.size() + static_cast<std::size_t>(shape_.people) + 1,
                 std::vector<double>(settings.size(), 1)),
        hears_(static_cast<std::size_t>(shape_.people) + 1,
               Hearing(static_cast<std::size_t>(shape_.people), 0)) {}

  void tie(std::size_t k) {
    if (k == shape_.ties.size()) return relays();
    const Tie& thrown = shape_.ties[k];
    const auto chance = [&](std::size_t s) { return settings_[s].ties[k].chance; };
    auto& tells = hears_[0][static_cast<std::size_t>(thrown.from)];
    if (multiply(k, true, chance)) {
      tells |= bit(thrown.to);
      tie(k + 1);
      tells &= ~bit(thrown.to);
    }
    if (multiply(k, false, chance)) tie(k + 1);
  }

 private:
  template <typename Chance>
  bool multiply(std::size_t coin, bool is_on, Chance chance) {
    bool is_possible = false;
    for (std::size_t s = 0; s < settings_.size(); ++s) {
      chances_[coin + 1][s] = chances_[coin][s] * (is_on ? chance(s) : 1 - chance(s));
      is_possible = is_possible || chances_[coin + 1][s] > 0;
    }
    return is_possible;
  }

  void relays() {
    std::uint32_t told = 0;
    for (const std::uint32_t tells : hears_[0]) told |= tells;
    passing_.clear();
    for (int person = 0; person < shape_.people; ++person)
      if ((told & bit(person)) != 0 && hears_[0][static_cast<std::size_t>(person)] != 0)
        passing_.push_back(person);
    relay(0);
  }

  // hears_[k]: over ties that are on and the first k people who may pass on.
  void relay(std::size_t k) {
    const std::size_t coin = shape_.ties.size() + k;
    if (k == passing_.size()) {
      last_ = hears_[k];
      for (int person = 0; person < shape_.people; ++person)
        last_[static_cast<std::size_t>(person)] &= ~bit(person);
      return visit_(chances_[coin], last_);
    }
    const auto person = static_cast<std::size_t>(passing_[k]);
    const auto chance = [&](std::size_t s) { return settings_[s].relay[person]; };
    if (multiply(coin, true, chance)) {
      for (std::size_t i = 0; i < hears_[k].size(); ++i)
        hears_[k + 1][i] =
            hears_[k][i] | ((hears_[k][i] & bit(passing_[k])) != 0 ? hears_[k][person] : 0u);
      relay(k + 1);
    }
    if (multiply(coin, false, chance)) {
      hears_[k + 1] = hears_[k];
      relay(k + 1);
    }
  }

  const std::vector<Map>& settings_;
  const Visit& visit_;
  const Map& shape_;
  std::vector<std::vector<double>> chances_;  // of the coins thrown so far
  std::vector<Hearing> hears_;
  std::vector<int> passing_;
  Hearing last_;
};

void extend(const Map& map, Way& way, std::vector<bool>& used, std::vector<Way>& found) {
  const int at = way.people.back();
  if (way.people.size() > 1 && is_among(map.deciders, at)) found.push_back(way);
  for (const Tie& tie : map.ties) {
    const auto to = static_cast<std::size_t>(tie.to);
    if (tie.from != at || used[to] || tie.chance <= 0) continue;
    const double relay = way.people.size() > 1 ? map.relay[static_cast<std::size_t>(at)] : 1;
    if (relay <= 0) continue;
    const double value = way.value;
    way.value *= tie.chance * relay;
    way.people.push_back(tie.to);
    used[to] = true;
    extend(map, way, used, found);
    used[to] = false;
    way.people.pop_back();
    way.value = value;
  }
}

}  // namespace

void for_each_world(const std::vector<Map>& settings, const Visit& visit) {
  Throw(settings, visit).tie(0);
}

Answers::Answers(const Map& map, int) : map_(map) {
  for (int person = 0; person < map.people; ++person)
    seat_.push_back(is_among(map.deciders, person) ? -1 : seats_++);
  if (static_cast<std::size_t>(seats_) * map.deciders.size() > 20)
    throw std::invalid_argument("too many people for enumeration");
  exposed_.assign(static_cast<std::size_t>(map.people), 0);
}

std::uint32_t Answers::heard_by(const Hearing& hears) const {
  std::uint32_t key = 0;
  int shift = 0;
  for (const int decider : map_.deciders) {
    for (std::size_t i = 0; i < hears.size(); ++i)
      if (seat_[i] >= 0) key |= ((hears[i] >> decider) & 1u) << (shift + seat_[i]);
    shift += seats_;
  }
  return key;
}

std::vector<Answers> Answers::of(const std::vector<Map>& settings) {
  std::vector<Answers> answers;
  std::vector<std::vector<double>> tallies;
  // Behind each setting, where somebody is opposed, the same with silent deciders.
  std::vector<Map> thrown = settings;
  std::vector<std::size_t> silent(settings.size(), 0);
  for (std::size_t s = 0; s < settings.size(); ++s) {
    answers.push_back(Answers(settings[s], 0));
    tallies.emplace_back(std::size_t{1} << (static_cast<std::size_t>(answers[s].seats_) *
                                            settings[s].deciders.size()));
    if (settings[s].opponents.empty()) continue;
    silent[s] = thrown.size();
    thrown.push_back(settings[s]);
    for (const int decider : settings[s].deciders)
      thrown.back().relay[static_cast<std::size_t>(decider)] = 0;
  }
  for_each_world(thrown, [&](const std::vector<double>& chance, const Hearing& hears) {
    for (std::size_t s = 0; s < settings.size(); ++s) {
      tallies[s][answers[s].heard_by(hears)] += chance[s];
      if (silent[s] == 0) continue;
      std::uint32_t opposed = 0;
      for (const int opponent : settings[s].opponents) opposed |= bit(opponent);
      for (std::size_t i = 0; i < hears.size(); ++i)
        if ((hears[i] & opposed) != 0) answers[s].exposed_[i] += chance[silent[s]];
    }
  });
  for (std::size_t s = 0; s < settings.size(); ++s)
    for (std::size_t key = 0; key < tallies[s].size(); ++key)
      if (tallies[s][key] > 0)
        answers[s].outcomes_.emplace_back(static_cast<std::uint32_t>(key), tallies[s][key]);
  return answers;
}

double Answers::to(int decider, int person) const {
  const auto place = std::find(map_.deciders.begin(), map_.deciders.end(), decider);
  const int seat = seat_[static_cast<std::size_t>(person)];
  if (seat < 0) return 0;
  const auto shift = static_cast<int>(place - map_.deciders.begin()) * seats_ + seat;
  double result = 0;
  for (const auto& [key, chance] : outcomes_)
    if (((key >> shift) & 1u) != 0) result += chance;
  return result;
}

double Answers::set(const std::vector<int>& members) const {
  std::vector<double> weights;
  for (const int member : members) weights.push_back(map_.weight[static_cast<std::size_t>(member)]);
  return set(members, weights);
}

double Answers::set(const std::vector<int>& members, const std::vector<double>& weights) const {
  double result = 0;
  for (std::uint32_t speaking = 1; speaking < 1u << members.size(); ++speaking) {
    double spoken = 1;
    std::uint32_t seats = 0;
    for (std::size_t k = 0; k < members.size(); ++k) {
      const bool speaks = ((speaking >> k) & 1u) != 0;
      spoken *= speaks ? weights[k] : 1 - weights[k];
      const int seat = seat_[static_cast<std::size_t>(members[k])];
      if (speaks && seat >= 0) seats |= bit(seat);
    }
    if (spoken == 0) continue;
    double heard = 0;
    for (const auto& [key, chance] : outcomes_) {
      std::size_t hearing = 0;
      for (std::size_t d = 0; d < map_.deciders.size(); ++d)
        hearing += (key >> (d * static_cast<std::size_t>(seats_)) & seats) != 0 ? 1u : 0u;
      if (2 * hearing > map_.deciders.size()) heard += chance;
    }
    result += spoken * heard;
  }
  return result;
}

std::vector<Way> all_ways(const Map& map, int from) {
  std::vector<Way> ways;
  std::vector<bool> used(static_cast<std::size_t>(map.people), false);
  Way way{{from}, map.weight[static_cast<std::size_t>(from)]};
  used[static_cast<std::size_t>(from)] = true;
  if (way.value > 0 && !is_among(map.deciders, from)) extend(map, way, used, ways);
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.value > b.value; });
  for (std::size_t first = 0; first < ways.size();) {
    std::size_t last = first;
    while (last < ways.size() && ways[last].value >= ways[first].value * (1 - 1e-12)) ++last;
    std::sort(ways.begin() + static_cast<std::ptrdiff_t>(first),
              ways.begin() + static_cast<std::ptrdiff_t>(last), [](const Way& a, const Way& b) {
                if (a.people.size() != b.people.size()) return a.people.size() < b.people.size();
                return a.people < b.people;
              });
    first = last;
  }
  return ways;
}

std::vector<std::vector<int>> sets_of(const Map& map, int size) {
  std::vector<std::vector<int>> sets;
  for (std::uint32_t bits = 1; bits < bit(map.people); ++bits) {
    std::vector<int> set;
    bool may_speak = true;
    for (int person = 0; person < map.people; ++person) {
      if ((bits & bit(person)) == 0) continue;
      set.push_back(person);
      may_speak = may_speak && map.weight[static_cast<std::size_t>(person)] > 0 &&
                  !is_among(map.deciders, person);
    }
    if (may_speak && static_cast<int>(set.size()) <= size) sets.push_back(set);
  }
  return sets;
}

Worth worth_of(const Map& today, const Asked& asked, int size) {
  std::vector<Map> settings;
  for (const auto& answer : asked.answers) settings.push_back(answer.map);
  const auto answers = Answers::of(settings);

  const auto choices = sets_of(today, size);
  std::vector<double> blind(choices.size(), 0);
  for (std::size_t a = 0; a < answers.size(); ++a)
    for (std::size_t c = 0; c < choices.size(); ++c)
      blind[c] += asked.answers[a].probability * answers[a].set(choices[c]);
  const auto chosen = std::max_element(blind.begin(), blind.end());
  const double without = choices.empty() ? 0 : *chosen;

  Worth worth;
  worth.gain = -without;
  for (std::size_t a = 0; a < answers.size(); ++a) {
    Map known = today;
    if (asked.person >= 0) {
      const auto person = static_cast<std::size_t>(asked.person);
      known.weight[person] = std::max(known.weight[person], settings[a].weight[person]);
    }
    double best = 0;
    for (const auto& set : sets_of(known, size)) best = std::max(best, answers[a].set(set));
    const double kept =
        choices.empty() ? 0
                        : answers[a].set(choices[static_cast<std::size_t>(chosen - blind.begin())]);
    worth.gain += asked.answers[a].probability * best;
    if (best > kept + 1e-9) worth.changes_advice += asked.answers[a].probability;
    if (best > kept && best <= kept + 1e-9) worth.is_clear = false;
  }
  int equal = 0;
  for (const double value : blind) equal += value >= without - 1e-9 ? 1 : 0;
  worth.is_clear = worth.is_clear && equal <= 1;
  return worth;
}

}  // namespace inroad::oracle
