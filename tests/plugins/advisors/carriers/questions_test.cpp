// SPDX-License-Identifier: MIT
//
// What an answer is worth, against the whole decision: choose before it, choose after it.
#include "engine/questions.h"

#include <bit>

#include "proof.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::Dice;
using testing::Proof;

struct Question {
  Uncertain engine;
  oracle::Asked oracle;
};

// The tie stands with a probability; today's chance is that times what it then is.
Question about_tie(const oracle::Map& map, int tie, double exists) {
  Question question{{-1, tie, {}}, {}};
  const double strength = map.ties[tie].chance / exists;
  for (const auto& [probability, chance] : {std::pair{exists, strength}, {1 - exists, 0.0}}) {
    question.engine.answers.push_back({probability, chance, 0});
    question.oracle.answers.push_back({probability, map});
    question.oracle.answers.back().map.ties[tie].chance = chance;
  }
  return question;
}

// Mentor, supporter, neutral, non-supporter, opponent, if `is_open` by the prior; else what is
// believed stands with the evidence .65.
Question about_person(const oracle::Map& map, int person, bool is_open, bool decides) {
  const double prior[] = {.1, .25, .35, .2, .1};
  const double voice[] = {.9, .6, .1, .03, 0}, relay[] = {.95, .85, .5, .2, 0};
  const int believed = person % 3;
  Question question{{person, -1, {}}, {}};
  if (!decides) question.oracle.person = person;
  for (int i = 0; i < 5; ++i) {
    const double probability = is_open ? prior[i] : .35 * prior[i] + (i == believed ? .65 : 0);
    const double weight = decides ? 0 : .7 * voice[i];
    question.engine.answers.push_back({probability, relay[i], weight});
    question.oracle.answers.push_back({probability, map});
    question.oracle.answers.back().map.relay[person] = relay[i];
    question.oracle.answers.back().map.weight[person] = weight;
  }
  return question;
}

void compare(Proof& proof, const oracle::Map& map, const std::vector<Question>& questions) {
  const Network network = testing::network_of(map);
  const auto reach = Reach::compute(network, {});
  std::vector<Uncertain> uncertain;
  for (const auto& question : questions) uncertain.push_back(question.engine);
  for (const int size : {1, 2, 3}) {
    const auto [set_size, found] = value_answers(network, reach, uncertain, size);
    proof.holds("sets are as large as asked for", set_size == size);
    proof.holds("every question has its worth", found.size() == questions.size());
    if (found.size() != questions.size()) continue;
    std::size_t first = 0;
    double best = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto expected = oracle::worth_of(map, questions[i].oracle, size);
      proof.equal("gain", found[i].gain, expected.gain);
      if (expected.is_clear)
        proof.equal("a changed advice", found[i].changes_advice, expected.changes_advice);
      if (found[i].gain > found[first].gain) first = i;
      best = std::max(best, expected.gain);
    }
    if (!found.empty())
      proof.equal("the first question", oracle::worth_of(map, questions[first].oracle, size).gain,
                  best);
  }
}

// Of five people: one who decides, an unknown, one weakly known, an opponent or none.
void compare_small(Proof& proof, std::uint32_t drawn) {
  oracle::Map map{5, {}, {.95, .5, .57, .85, .5}, {.9, 0, .27, .6, 0}, {4}, {}};
  const double chance[] = {.425, .2, .75, .6375, .125, .4, .34};
  std::uint32_t pair = 0;
  for (int from = 0; from < 5; ++from)
    for (int to = 0; to < 5; ++to)
      if (from != to && ((drawn >> pair++) & 1u) != 0)
        map.ties.push_back({from, to, chance[(3 * from + 2 * to) % 7]});
  std::vector<Question> questions{about_person(map, 1, true, false),
                                  about_person(map, 2, false, false)};
  for (int tie = 0; tie < static_cast<int>(map.ties.size()); ++tie)
    questions.push_back(about_tie(map, tie, .8));
  proof.begin("ties " + std::to_string(drawn));
  compare(proof, map, questions);
}

}  // namespace

TEST_CASE("what to ask on every map of five people with up to seven ties is the decision tree's") {
  Proof proof(1e-10);
  if (test::is_long_run()) {
    for (std::uint32_t drawn = 0; drawn < 1u << 20; ++drawn)
      if (std::popcount(drawn) <= 7) compare_small(proof, drawn);
    CHECK(proof.maps() == 137'980);
  } else {
    Dice dice(7);
    while (proof.maps() < 400) {
      const auto drawn = static_cast<std::uint32_t>(dice.below(1 << 20));
      if (std::popcount(drawn) <= 7) compare_small(proof, drawn);
    }
  }
  proof.conclude();
}

TEST_CASE("what to ask on random maps with up to nine things unsure is the decision tree's") {
  Proof proof(1e-10);
  for (int seed = 1; seed <= test::rounds(150, 20'000); ++seed) {
    const int deciders = seed % 5 == 0 ? 2 + seed / 5 % 2 : 1;
    auto map = testing::random_pair(static_cast<std::uint64_t>(50'000 + seed), deciders).map;
    Dice dice(static_cast<std::uint64_t>(seed));
    // Today's chances of who is asked about do not enter: what may turn out does.
    std::vector<Question> questions;
    const int unsure = 1 + dice.below(9);
    for (int person = 0; person < map.people && dice.below(2) == 0; ++person) {
      if (map.relay[person] == 0) map.relay[person] = .5;
      if (person % 2 == 0) map.weight[person] = 0;
    }
    for (int tries = 0; static_cast<int>(questions.size()) < unsure && tries < 20; ++tries) {
      const int person = dice.below(map.people);
      const bool decides = person >= map.people - deciders;
      if (dice.below(2) == 0 && map.relay[person] > 0) {
        questions.push_back(about_person(map, person, map.weight[person] == 0, decides));
      } else if (!map.ties.empty()) {
        const int tie = dice.below(static_cast<int>(map.ties.size()));
        const double exists[] = {.4, .5, .65, .85, 1};
        if (map.ties[tie].chance == 0) continue;
        questions.push_back(about_tie(map, tie, std::max(map.ties[tie].chance, exists[seed % 5])));
      }
    }
    proof.begin("seed " + std::to_string(seed));
    compare(proof, map, questions);
  }
  proof.conclude();
}

}  // namespace inroad::carriers
