// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstring>

#include "account_builder.h"
#include "catch.h"

namespace inroad::carriers {
namespace {

using namespace testing;

// advice.md's fifth and sixth golden case: s, a, b, c, t, m with attitudes that give its numbers.
struct Golden {
  AccountBuilder account;
  int s, a, b, c, t, m;
  Golden() {
    s = account.person(Attitude::supporter, "Sun");
    a = account.person(Attitude::supporter, "An");
    b = account.person(Attitude::neutral, "Bo");
    c = account.person(Attitude::supporter, "Cao");
    t = account.person(Attitude::neutral, "Tang");
    m = account.person(Attitude::mentor, "Mei");
    account.decides(t);
    account.influences(s, a, .8);
    account.influences(a, b, .5);
    account.influences(a, c, .5);
    account.influences(b, t, .6);
    account.influences(c, t, .6);
    account.influences(m, c, .75);
  }
};

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

}  // namespace

TEST_CASE("golden 5 and 6 through the whole advisor") {
  Golden golden;
  golden.account.request.is_restricted = true;
  golden.account.request.only = {0, 5};
  const auto advice = golden.account.advice();
  CHECK(advice.method == msg::Method::exact);
  CHECK(advice.interval == 0);
  REQUIRE(advice.carriers.size() == 2);
  CHECK(static_cast<int>(advice.carriers[0]->person) == golden.m);
  CHECK(advice.carriers[1]->rank == 2);
  CHECK(near(carrier(advice, golden.s)->value, 0.149634));
  CHECK(near(carrier(advice, golden.s)->voice, .6));
  CHECK(near(carrier(advice, golden.s)->reach.value(), 0.149634 / .6));
  REQUIRE(advice.coalition);
  CHECK(near(advice.coalition->reach, 0.41312295));
  CHECK(advice.coalition->is_optimal);
  CHECK(advice.coalition->people == std::vector<std::uint32_t>{5, 0});
  REQUIRE(advice.coalition->gains.size() == 2);
  CHECK(near(advice.coalition->gains[0], carrier(advice, golden.m)->value));
}

TEST_CASE("routes carry their ties and the weakest of them") {
  Golden golden;
  const auto advice = golden.account.advice();
  const auto& routes = carrier(advice, golden.s)->routes;
  REQUIRE(routes.size() == 2);
  CHECK(routes[0]->people == std::vector<std::uint32_t>{0, 1, 3, 4});
  CHECK(routes[0]->ties == std::vector<std::uint32_t>{0, 2, 4});
  CHECK(routes[0]->weakest == 2);
  CHECK(near(routes[0]->value, .6 * .8 * .85 * .5 * .85 * .6));
}

TEST_CASE("access counts and is conditional where nothing is recorded") {
  Golden golden;
  golden.account.access(golden.m, .4);
  const auto advice = golden.account.advice();
  const auto* m = carrier(advice, golden.m);
  CHECK(near(m->value, .4 * .9 * m->reach.value()));
  CHECK_FALSE(m->is_conditional);
  CHECK_FALSE(has_reason(m->risks, "no_coverage"));
  CHECK(carrier(advice, golden.s)->is_conditional);
  CHECK(has_reason(carrier(advice, golden.s)->risks, "no_coverage"));
  CHECK(has_reason(m->lift, "access", golden.m));
}

TEST_CASE("nobody named, nobody to send, no path: refusals, each with a sentence") {
  AccountBuilder nobody;
  nobody.person(Attitude::mentor);
  auto advice = nobody.advice();
  REQUIRE(advice.refusal);
  CHECK(advice.refusal->kind == "no_decision_maker");
  CHECK_FALSE(advice.refusal->text.empty());

  AccountBuilder unknown;
  unknown.person(Attitude::unknown);
  unknown.decides(unknown.person(Attitude::neutral));
  unknown.influences(0, 1, .5);
  advice = unknown.advice();
  REQUIRE(advice.refusal);
  CHECK(advice.refusal->kind == "no_route");
  CHECK(advice.carriers.empty());
  REQUIRE(advice.questions.size() == 1);
  CHECK(advice.questions[0]->person == 0);

  AccountBuilder cut_off;
  cut_off.person(Attitude::mentor);
  cut_off.decides(cut_off.person(Attitude::neutral));
  cut_off.influences(1, 0, .5);
  advice = cut_off.advice();
  REQUIRE(advice.refusal);
  CHECK(advice.refusal->kind == "no_route");

  AccountBuilder empty;
  CHECK(empty.advice().refusal->kind == "no_decision_maker");
}

TEST_CASE("an open conflict with who decides bars, and says so") {
  Golden golden;
  const int tie = golden.account.tie(golden.m, golden.t, msg::TieKind::conflicts);
  golden.account.bar(golden.m, tie);
  const auto advice = golden.account.advice();
  CHECK(carrier(advice, golden.m) == nullptr);
  REQUIRE(advice.barred.size() == 1);
  CHECK(advice.barred[0]->kind == "open_conflict");
  CHECK(advice.barred[0]->person == golden.m);
  CHECK(advice.barred[0]->tie == tie);
}

TEST_CASE("named carriers are listed even without a chance, and nobody else is") {
  Golden golden;
  const int x = golden.account.person(Attitude::opponent);
  golden.account.request.is_restricted = true;
  golden.account.request.only = {static_cast<std::uint32_t>(x), 0};
  const auto advice = golden.account.advice();
  REQUIRE(advice.carriers.size() == 2);
  CHECK(static_cast<int>(advice.carriers[0]->person) == golden.s);
  CHECK(carrier(advice, x)->value == 0);
  CHECK(advice.coalition->people == std::vector<std::uint32_t>{0});
}

TEST_CASE("exposure: the chance that an opponent hears it, not through who decides") {
  AccountBuilder account;
  const int s = account.person(Attitude::mentor);
  const int a = account.person(Attitude::neutral);
  const int t = account.person(Attitude::neutral);
  const int x = account.person(Attitude::opponent, "Xu");
  account.decides(t);
  account.influences(s, a, .8);
  account.influences(a, t, .5);
  account.influences(a, x, .6);
  account.influences(t, x, .9);
  auto advice = account.advice();
  CHECK(near(carrier(advice, s)->exposure.value(), .9 * .8 * .5 * .6));
  CHECK(has_reason(carrier(advice, s)->risks, "opponent_hears", x));
  account.snapshot.settings->exposure_limit = .2;
  advice = account.advice();
  CHECK(has_reason(carrier(advice, s)->risks, "over_exposure_limit", s));
  CHECK_FALSE(has_reason(carrier(advice, a)->risks, "over_exposure_limit"));
}

TEST_CASE("the case against us: opponents and rivals speak, attitudes count the other way round") {
  AccountBuilder account;
  const int s = account.person(Attitude::mentor);
  const int a = account.person(Attitude::supporter);
  const int t = account.person(Attitude::neutral);
  const int x = account.person(Attitude::opponent);
  const int r = account.rival("Rita");
  account.decides(t);
  account.influences(s, t, .5);
  account.influences(x, a, .8);
  account.influences(a, t, .5);
  account.influences(r, t, .25);
  const auto advice = account.advice();
  // A supporter of ours passes their case on like a non-supporter would ours.
  const double by_x = .9 * .8 * .2 * .5, by_r = .9 * .25;
  REQUIRE(advice.counter.has_value());
  CHECK(near(*advice.counter, 1 - (1 - by_r) * (1 - by_x)));
  CHECK(has_reason(advice.risks, "counter_case", r));
  REQUIRE(advice.lead.has_value());
  CHECK(near(*advice.lead, advice.coalition->reach - *advice.counter));
  CHECK(carrier(advice, r) == nullptr);
}

TEST_CASE("single points, torn speakers, missing trust and deciders with a side are risks") {
  Golden golden;
  const int x = golden.account.person(Attitude::opponent);
  golden.account.influences(x, golden.m, .5);
  auto advice = golden.account.advice();
  CHECK(static_cast<int>(advice.carriers[0]->person) == golden.c);
  REQUIRE(has_reason(advice.risks, "single_point"));
  CHECK(advice.risks[0]->tie == 4);  // he tells who decides himself: it hangs on that tie
  CHECK(has_reason(carrier(advice, golden.m)->risks, "cross_pressure", x));
  const int y = golden.account.person(Attitude::opponent);
  golden.account.influences(golden.m, y, .5);
  for (const int opponent : {x, y})
    CHECK(
        has_reason(carrier(golden.account.advice(), golden.m)->risks, "cross_pressure", opponent));
  CHECK_FALSE(has_reason(carrier(advice, golden.m)->risks, "respected_not_trusted"));
  golden.account.tie(golden.t, golden.c, msg::TieKind::trusts);
  advice = golden.account.advice();
  CHECK(has_reason(carrier(advice, golden.m)->risks, "respected_not_trusted", golden.m));
  CHECK_FALSE(has_reason(carrier(advice, golden.c)->risks, "respected_not_trusted"));
  golden.account.request.is_restricted = true;
  golden.account.request.only = {static_cast<std::uint32_t>(golden.m)};
  CHECK(has_reason(golden.account.advice().risks, "single_point", golden.c));
  golden.account.snapshot.standings->attitude[golden.t] = Attitude::opponent;
  CHECK(has_reason(golden.account.advice().risks, "decision_maker_is_opponent", golden.t));
  golden.account.snapshot.standings->attitude[golden.t] = Attitude::mentor;
  CHECK(has_reason(golden.account.advice().risks, "decision_maker_is_mentor", golden.t));
}

TEST_CASE("questions: the unknown are always asked about, the best question comes first") {
  AccountBuilder account;
  const int s = account.person(Attitude::supporter);
  const int u = account.person(Attitude::unknown, "Uma");
  const int t = account.person(Attitude::neutral);
  const int far = account.person(Attitude::unset);
  const int seat = account.placeholder();
  account.decides(t);
  const int tie = account.influences(s, t, .5, .5, Evidence::hint);
  account.influences(u, t, .75);
  const auto advice = account.advice();
  REQUIRE(advice.questions.size() >= 3);
  CHECK(advice.questions[0]->person == u);
  // Knowing, we send her instead of him whenever she would do better: as mentor or supporter.
  const double today = .6 * .25;
  const double gain = .1 * (.9 * .75 - today) + .25 * (.6 * .75 - today);
  CHECK(near(advice.questions[0]->gain, gain));
  CHECK(near(advice.questions[0]->changes_advice.value(), .35));
  bool asks_far = false, asks_seat = false, asks_tie = false;
  for (const auto& question : advice.questions) {
    asks_far = asks_far || question->person == far;
    asks_seat = asks_seat || question->person == seat;
    asks_tie = asks_tie || question->tie == tie;
    CHECK((question->person < 0) != (question->tie < 0));
  }
  CHECK(asks_far);
  CHECK(asks_seat);
  CHECK_FALSE(asks_tie);  // nobody else could be sent instead: interesting, not worth asking
}

TEST_CASE("stability: shares of first place, and none where it was not asked for") {
  Golden golden;
  golden.account.snapshot.settings->stability_draws = 1000;
  auto advice = golden.account.advice();
  double sum = 0;
  for (const auto& one : advice.carriers) {
    REQUIRE(one->first_share.has_value());
    sum += *one->first_share;
  }
  CHECK(sum == Approx(1));
  golden.account.request.parts = {msg::AdvicePart::reach};
  advice = golden.account.advice();
  CHECK_FALSE(advice.carriers[0]->first_share.has_value());
  CHECK_FALSE(advice.coalition);
  CHECK(advice.risks.empty());
  CHECK(advice.questions.empty());
  CHECK(advice.carriers[0]->routes.empty());
  CHECK_FALSE(advice.counter.has_value());
}

TEST_CASE("a committee: voters are named and more than half must hear") {
  AccountBuilder account;
  const int s = account.person(Attitude::mentor);
  const int t = account.person(Attitude::neutral);
  const int v = account.person(Attitude::neutral);
  account.decides(t);
  account.decides(v);
  account.influences(s, t, .5);
  account.influences(t, v, .8);
  const auto advice = account.advice();
  const auto* one = carrier(advice, s);
  REQUIRE(one != nullptr);
  CHECK(near(one->reach.value(), .5 * .5 * .8));
  REQUIRE(one->voters.size() == 2);
  CHECK(near(one->voters[0]->reach, .5));
  CHECK(near(one->voters[1]->reach, .5 * .5 * .8));
  CHECK(advice.carriers.size() == 1);
}

TEST_CASE("two against us may turn a committee that neither could turn alone") {
  AccountBuilder account;
  const int x = account.person(Attitude::opponent);
  const int r = account.rival("Rita");
  for (int i = 0; i < 3; ++i) account.decides(account.person(Attitude::neutral));
  account.influences(x, 2, .5);
  account.influences(r, 3, .4);
  const auto advice = account.advice();
  CHECK(near(advice.counter.value(), .9 * .5 * .9 * .4));
  CHECK_FALSE(has_reason(advice.risks, "counter_case"));
}

TEST_CASE("beyond the node budget the advice is sampled and says how closely") {
  Golden golden;
  golden.account.request.node_budget = 1;
  const auto advice = golden.account.advice();
  CHECK(advice.method == msg::Method::sampled);
  CHECK(advice.interval > 0);
  CHECK(advice.level > .99);
  CHECK(advice.level < 1);
  CHECK(std::abs(carrier(advice, golden.s)->value - 0.149634) <= advice.interval);
  CHECK_FALSE(advice.coalition->is_optimal);
  const auto shares = carrier(advice, golden.s)->first_share.value();
  CHECK((shares >= 0 && shares <= 1));
}

TEST_CASE("a title or a name changes no number, and the same case gives the same bytes") {
  const auto bytes = [](const AccountBuilder& account) {
    const auto advice = account.advice();
    flatbuffers::FlatBufferBuilder builder;
    builder.Finish(msg::Advice::Pack(builder, &advice));
    return std::vector<std::uint8_t>(builder.GetBufferPointer(),
                                     builder.GetBufferPointer() + builder.GetSize());
  };
  Golden golden;
  golden.account.weak(golden.c, .5);
  const auto first = bytes(golden.account);
  CHECK(first == bytes(golden.account));
  golden.account.snapshot.people[0]->title = "Chief of everything";
  CHECK(first == bytes(golden.account));
}

}  // namespace inroad::carriers
