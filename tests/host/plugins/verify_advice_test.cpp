// SPDX-License-Identifier: MIT
#include <limits>

#include "answers.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::unique_ptr<msg::ReasonT> reason(int person) {
  auto made = std::make_unique<msg::ReasonT>();
  made->kind = "opponent_hears";
  made->person = person;
  made->tie = 2;
  made->claim = 1;
  made->value = 0.25;
  made->text = "He hears it.";
  return made;
}

std::unique_ptr<msg::CarrierT> carrier(unsigned person, unsigned rank) {
  auto made = std::make_unique<msg::CarrierT>();
  made->person = person;
  made->rank = rank;
  made->value = 0.5;
  made->access = made->voice = 1;
  made->reach = 1;
  made->first_share = 0.9;
  made->exposure = 0;
  return made;
}

msg::AdviceT good_advice() {
  msg::AdviceT advice;
  advice.method = msg::Method::exact;
  advice.carriers.push_back(carrier(0, 1));
  advice.carriers.push_back(carrier(2, 2));
  auto route = std::make_unique<msg::RouteT>();
  route->people = {0, 1, 2, 3};  // against the direction of tie 1
  route->ties = {0, 1, 2};
  route->value = 0.5;
  route->weakest = 1;
  advice.carriers[0]->routes.push_back(std::move(route));
  auto voter = std::make_unique<msg::VoterT>();
  voter->person = 3;
  voter->reach = 0.4;
  advice.carriers[0]->voters.push_back(std::move(voter));
  advice.carriers[0]->why.push_back(reason(1));
  advice.barred.push_back(reason(3));
  advice.risks.push_back(reason(1));
  advice.coalition = std::make_unique<msg::CoalitionT>();
  advice.coalition->people = {0, 2};
  advice.coalition->reach = 0.6;
  advice.coalition->gains = {0.5, 0.1};
  advice.coalition->next_people = {2, 1};
  advice.counter = 0.3;
  advice.lead = -0.1;
  auto question = std::make_unique<msg::QuestionT>();
  question->person = 1;
  question->facet = "attitude";
  question->gain = 0.02;
  question->changes_advice = 0.5;
  advice.questions.push_back(std::move(question));
  return advice;
}

std::vector<std::uint8_t> bytes_of(const msg::AdviceT& advice) {
  return packed<msg::Advice>(advice, msg::AdviceIdentifier());
}

}  // namespace

TEST_CASE("good advice passes, and so does a refusal") {
  const SmallSnapshot snapshot;
  const auto bytes = bytes_of(good_advice());
  CHECK(verified_advice(wicked(), bytes, snapshot.root()).carriers()->size() == 2);
  msg::AdviceT refusal;
  refusal.method = msg::Method::sampled;
  refusal.refusal = reason(-1);
  const auto refused = bytes_of(refusal);
  CHECK(verified_advice(wicked(), refused, snapshot.root()).refusal()->text()->str() ==
        "He hears it.");
}

TEST_CASE("chances may miss 0 and 1 by rounding only") {
  const SmallSnapshot snapshot;
  msg::AdviceT advice = good_advice();
  advice.carriers[0]->reach = 1 + 1e-12;
  advice.counter = -1e-12;
  const auto bytes = bytes_of(advice);
  CHECK_NOTHROW(verified_advice(wicked(), bytes, snapshot.root()));
}

TEST_CASE("each lie in advice is refused with its place and reason") {
  using Advice = msg::AdviceT;
  const Spoiled<Advice> cases[] = {
      {[](Advice& a) { a.method = msg::Method::unset; }, "advice[0].method"},
      {[](Advice& a) { a.interval = not_a_number; }, "advice[0].interval"},
      {[](Advice& a) { a.level = 2; }, "advice[0].level"},
      {[](Advice& a) { a.counter = 1.1; }, "advice[0].counter"},
      {[](Advice& a) { a.lead = not_a_number; }, "advice[0].lead"},
      {[](Advice& a) { a.carriers[1]->person = 4; }, "carriers[1].person, number 4 of “people”"},
      {[](Advice& a) { a.carriers[1]->person = 0; },
       "carriers[1].person, a person stands there twice"},
      {[](Advice& a) { a.carriers[0]->rank = 0; }, "carriers[0].rank"},
      {[](Advice& a) { a.carriers[0]->rank = 3; }, "carriers[0].rank"},
      {[](Advice& a) { a.carriers[0]->value = -0.1; }, "carriers[0].value"},
      {[](Advice& a) { a.carriers[0]->access = 1.01; }, "carriers[0].access"},
      {[](Advice& a) { a.carriers[0]->voice = not_a_number; }, "carriers[0].voice"},
      {[](Advice& a) { a.carriers[0]->reach = 7; }, "carriers[0].reach"},
      {[](Advice& a) { a.carriers[0]->first_share = 7; }, "carriers[0].first_share"},
      {[](Advice& a) { a.carriers[0]->exposure = not_a_number; }, "carriers[0].exposure"},
      {[](Advice& a) { a.carriers[0]->voters[0]->person = 4; }, "carriers[0].voters"},
      {[](Advice& a) { a.carriers[0]->voters[0]->reach = not_a_number; }, "carriers[0].voters"},
      {[](Advice& a) { a.carriers[0]->routes[0]->people[3] = 4; }, "carriers[0].routes, number 4"},
      {[](Advice& a) { a.carriers[0]->routes[0]->people[3] = 1; }, "stands there twice"},
      {[](Advice& a) { a.carriers[0]->routes[0]->people = {}; },
       "a route must start with the carrier"},
      {[](Advice& a) {
         a.carriers[0]->routes[0]->people[0] = 3, a.carriers[0]->routes[0]->people[3] = 0;
       },
       "a route must start with the carrier"},
      {[](Advice& a) { a.carriers[0]->routes[0]->ties.pop_back(); }, "a tie between each two"},
      {[](Advice& a) { a.carriers[0]->routes[0]->ties[1] = 2; },
       "tie 2 does not join the people 1 and 2"},
      {[](Advice& a) { a.carriers[0]->routes[0]->ties[1] = 3; }, "number 3 of “ties”"},
      {[](Advice& a) { a.carriers[0]->routes[0]->weakest = 3; }, "the weakest tie is not one"},
      {[](Advice& a) { a.carriers[0]->routes[0]->weakest = -2; }, "the weakest tie is not one"},
      {[](Advice& a) { a.carriers[0]->routes[0]->value = not_a_number; }, "carriers[0].routes"},
      {[](Advice& a) { a.carriers[0]->why[0]->person = 4; }, "carriers.why[0].person"},
      {[](Advice& a) { a.carriers[0]->why[0]->tie = -3; }, "carriers.why[0].tie"},
      {[](Advice& a) { a.carriers[0]->why[0]->claim = 2; }, "carriers.why[0].claim"},
      {[](Advice& a) { a.carriers[0]->why[0]->value = not_a_number; }, "carriers.why[0].value"},
      {[](Advice& a) { a.carriers[0]->risks.push_back(reason(8)); }, "carriers.risks[0].person"},
      {[](Advice& a) { a.carriers[0]->lift.push_back(reason(8)); }, "carriers.lift[0].person"},
      {[](Advice& a) { a.barred[0]->text = "\xff"; }, "barred[0].text"},
      {[](Advice& a) { a.risks[0]->kind = std::string(300, 'k'); }, "risks[0].kind"},
      {[](Advice& a) { a.dissent.push_back(reason(9)); }, "dissent[0].person"},
      {[](Advice& a) { a.refusal = reason(9); }, "refusal[0].person"},
      {[](Advice& a) { a.coalition->people[1] = 4; }, "coalition[0].people, number 4"},
      {[](Advice& a) { a.coalition->people[1] = 0; },
       "coalition[0].people, a person stands there twice"},
      {[](Advice& a) { a.coalition->next_people[0] = 9; }, "coalition[0].next_people"},
      {[](Advice& a) { a.coalition->reach = not_a_number; }, "coalition[0].reach"},
      {[](Advice& a) { a.coalition->next_reach = 2; }, "coalition[0].next_reach"},
      {[](Advice& a) { a.coalition->two_voices = -1; }, "coalition[0].two_voices"},
      {[](Advice& a) { a.coalition->gains[1] = not_a_number; }, "coalition[0].gains"},
      {[](Advice& a) { a.coalition->gains.resize(3); }, "“coalition.gains” has 3 entries"},
      {[](Advice& a) { a.questions[0]->person = -1; }, "exactly one of person and tie"},
      {[](Advice& a) { a.questions[0]->tie = 0; }, "exactly one of person and tie"},
      {[](Advice& a) { a.questions[0]->person = 4; }, "questions[0].person"},
      {[](Advice& a) { a.questions[0]->facet = ""; }, "questions[0].facet, a text is missing"},
      {[](Advice& a) { a.questions[0]->gain = not_a_number; }, "questions[0].gain"},
      {[](Advice& a) { a.questions[0]->changes_advice = 3; }, "questions[0].changes_advice"},
  };
  const SmallSnapshot snapshot;
  for (const auto& one : cases) {
    msg::AdviceT advice = good_advice();
    one.spoil(advice);
    CAPTURE(one.sentence);
    const auto bytes = bytes_of(advice);
    CHECK_THAT(sentence_of([&] { verified_advice(wicked(), bytes, snapshot.root()); }),
               Contains(one.sentence));
  }
}

TEST_CASE("damaged advice is never read out of its bounds") {
  const SmallSnapshot snapshot;
  check_survives_damage(bytes_of(good_advice()), [&](Bytes bytes) {
    msg::AdviceT unpacked;
    verified_advice(wicked(), bytes, snapshot.root()).UnPackTo(&unpacked);
  });
}
