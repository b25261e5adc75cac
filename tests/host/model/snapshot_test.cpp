// SPDX-License-Identifier: MIT
//
// Snapshots: what plugins see, for which deal, under which profile.
#include "model/snapshot.h"

#include <flatbuffers/flatbuffers.h>

#include <cmath>
#include <ctime>
#include <stdexcept>

#include "catch.h"
#include "host/model/sample_account.h"
#include "model/error.h"
#include "model/ids.h"

using namespace inroad;
using test::account_of;

namespace {

const char* const sample = R"(
  "account": {"id": "acc", "name": "Eastline"},
  "units": [{"id": "u1", "name": "Engineering", "secret": [1]}, {"id": "u2", "parent": "u1"}],
  "people": [{"id": "p1", "name": "Zhao", "unit": "u2", "linkedin": "zhao"}, {"id": "p2", "name": "Wei"},
             {"id": "p3", "name": "Lin", "side": "us"}],
  "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": 0.75, "date": "2026-11-13"},
           {"id": "t2", "from": "p3", "to": "p1", "kind": "covers", "strength": "met", "wanted": "regular"},
           {"id": "t3", "from": "p1", "to": "p2", "kind": "conflicts", "strength": "strained"}],
  "deals": [{"id": "d1", "client_step": "criteria", "value": 12.5, "decision_makers": ["p2"],
             "targets": [{"person": "p1", "step": "criteria"}, {"person": "p3", "step": "tender"}]},
            {"id": "d2", "client_step": "survey", "decision_makers": ["p2"],
             "targets": [{"person": "p1", "step": "criteria"}]}],
  "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor", "evidence": "confirmed", "date": "2026-10-01"},
             {"id": "c2", "person": "p1", "facet": "attitude", "value": "opponent", "evidence": "hint", "date": "2026-11-01"},
             {"id": "c3", "person": "p1", "facet": "role", "value": ["user", "buyer"], "note": "n1", "by": "p3"},
             {"id": "c4", "tie": "t1", "facet": "strength", "value": 0.5, "evidence": "confirmed", "deal": "d2"},
             {"id": "c5", "person": "p1", "facet": "attitude", "value": "neutral", "aspect": "wanted"}],
  "notes": [{"id": "n1", "people": ["p1", "p2"], "text": "said so"}],
  "actions": [{"id": "x", "what": "visit", "with": ["p1"], "owner": "p3", "deal": "d1"}],
  "needs": [{"id": "k", "deal": "d1", "person": "p1", "whys": ["a", "b"]}],
  "budgets": [{"id": "b", "deal": "d1", "amount": 3, "decided_by": ["p2"]}],
  "positions": [{"id": "s", "view": "org-chart", "person": "p2", "x": 1.5, "y": -2, "pinned": true}],
  "settings": {"advice": {"seed": 9, "exposure_limit": 0.3}})";

Snapshot taken(const Account& account, const Id& deal = {}, std::vector<Id> to = {},
               const ShareProfile& profile = team_profile()) {
  SnapshotRequest request;
  request.deal = deal;
  request.to = std::move(to);
  request.today = test::today;
  request.profile = &profile;
  FacetBook book;
  book.add_pack(Value::parse(R"({"facets": [{"id": "role", "title": "Role", "many": true}]})"),
                "pack");
  return make_snapshot(account, book, request);
}
const msg::Claim& claim(const Snapshot& snapshot, std::string_view id,
                        std::string_view value = {}) {
  for (const msg::Claim* each : *snapshot.root().claims())
    if (each->id()->string_view() == id && (value.empty() || each->value()->string_view() == value))
      return *each;
  throw std::runtime_error("no such claim");
}
std::vector<std::string> deciders(const Snapshot& snapshot) {
  std::vector<std::string> ids;
  for (const std::uint32_t person : *snapshot.root().decision_makers())
    ids.emplace_back(snapshot.person_id(person));
  return ids;
}
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a snapshot holds the account with references as indexes") {
  const Snapshot snapshot = taken(account_of(sample), "d1");
  flatbuffers::Verifier verifier(snapshot.bytes().data(), snapshot.bytes().size());
  REQUIRE(msg::VerifySnapshotBuffer(verifier));
  const msg::Snapshot& root = snapshot.root();
  REQUIRE(root.account_name()->str() == "Eastline");
  REQUIRE(root.today()->str() == test::today);
  REQUIRE(root.as_of()->str() == test::today);
  REQUIRE(root.profile()->str() == "team");
  REQUIRE(root.units()->Get(1)->parent() == 0);
  REQUIRE(root.people()->Get(0)->unit() == 1);
  REQUIRE(root.people()->Get(0)->title()->str().empty());
  REQUIRE(root.people()->Get(2)->side() == Side::us);
  REQUIRE(root.ties()->ends()->Get(1)->from() == 2);
  REQUIRE(root.ties()->strength()->Get(0) == .75);
  REQUIRE(std::isnan(root.ties()->strength()->Get(2)));
  REQUIRE(root.ties()->conflict()->Get(2) == msg::Conflict::strained);
  REQUIRE(root.ties()->age_days()->Get(0) == 10);
  REQUIRE(root.ties()->age_days()->Get(1) == -1);
  REQUIRE(root.deals()->Get(0)->value() == 12.5);
  REQUIRE(root.deals()->Get(0)->targets()->size() == 2);
  REQUIRE(root.deal() == 0);
  REQUIRE(root.notes()->Get(0)->people()->size() == 2);
  REQUIRE(root.actions()->Get(0)->owner() == 2);
  REQUIRE(root.needs()->Get(0)->whys()->Get(1)->str() == "b");
  REQUIRE(root.budgets()->Get(0)->amount() == 3.0);
  REQUIRE(root.positions()->Get(0)->person() == 1);
  REQUIRE(root.positions()->Get(0)->x() == 1.5);
  REQUIRE(root.settings()->seed() == 9);
  REQUIRE(root.settings()->exposure_limit() == .3);
  REQUIRE(root.settings()->voice()->Get(0) == .9);
}

TEST_CASE("unknown keys and fields without a place of their own travel as extra") {
  const Snapshot snapshot = taken(account_of(sample));
  const msg::Snapshot& root = snapshot.root();
  REQUIRE(root.people()->Get(0)->extra()->Get(0)->key()->str() == "linkedin");
  REQUIRE(root.people()->Get(0)->extra()->Get(0)->value()->str() == "\"zhao\"");
  REQUIRE(root.units()->Get(0)->extra()->Get(0)->value()->str() == "[1]");
  REQUIRE(root.ties()->extra()->size() == 1);
  REQUIRE(root.ties()->extra()->Get(0)->tie() == 1);
  REQUIRE(root.ties()->extra()->Get(0)->extra()->Get(0)->key()->str() == "wanted");
  REQUIRE(root.ties()->extra()->Get(0)->extra()->Get(0)->value()->str() == "\"regular\"");
}

TEST_CASE("claims say what holds and which losers are newer") {
  const Snapshot snapshot = taken(account_of(sample), "d1");
  REQUIRE(claim(snapshot, "c1").is_current());
  REQUIRE_FALSE(claim(snapshot, "c1").is_newer_than_current());
  REQUIRE_FALSE(claim(snapshot, "c2").is_current());
  REQUIRE(claim(snapshot, "c2").is_newer_than_current());
  REQUIRE_FALSE(claim(snapshot, "c5").is_current());
  REQUIRE(claim(snapshot, "c1").weight() == Approx(std::exp2(-53. / 180)).epsilon(1e-12));
  REQUIRE(snapshot.root().standings()->attitude()->Get(0) == msg::Attitude::mentor);
  REQUIRE(snapshot.root()
              .claims()
              ->Get(static_cast<unsigned>(snapshot.root().standings()->attitude_claim()->Get(0)))
              ->id()
              ->str() == "c1");
  REQUIRE(snapshot.root().standings()->attitude_claim()->Get(1) == -1);
}

TEST_CASE("a claim of several words is an entry a word") {
  const Snapshot snapshot = taken(account_of(sample));
  REQUIRE(claim(snapshot, "c3", "user").is_current());
  REQUIRE(claim(snapshot, "c3", "buyer").is_current());
  REQUIRE(claim(snapshot, "c3", "user").note() == 0);
  REQUIRE(claim(snapshot, "c3", "user").by() == 2);
}

TEST_CASE("a number is there as text and as a number, and it holds only for its deal") {
  const Account account = account_of(sample);
  const Snapshot first = taken(account, "d1"), second = taken(account, "d2");
  REQUIRE(claim(first, "c4").value()->str() == "0.5");
  REQUIRE(claim(first, "c4").number() == .5);
  REQUIRE_FALSE(claim(first, "c1").number().has_value());
  REQUIRE_FALSE(claim(first, "c4").is_current());
  REQUIRE(claim(second, "c4").is_current());
  REQUIRE(first.root().ties()->strength()->Get(0) == .75);
  REQUIRE(second.root().ties()->strength()->Get(0) == .5);
}

TEST_CASE("who decides: those asked for, else the targets of the step, else the decision makers") {
  const Account account = account_of(sample);
  REQUIRE(deciders(taken(account, "d1", {"p2", "p1", "p2"})) == Ids{"p1", "p2"});
  REQUIRE(deciders(taken(account, "d1")) == Ids{"p1"});
  REQUIRE(deciders(taken(account, "d2")) == Ids{"p2"});
  REQUIRE(deciders(taken(account)).empty());
  REQUIRE(deciders(taken(account, {}, {"p2"})) == Ids{"p2"});
}

TEST_CASE("targets count only when the deal has a step") {
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "b"}],
         "deals": [{"id": "d", "decision_makers": ["b"], "targets": [{"person": "a", "step": "need"}]}])");
  REQUIRE(decision_makers(account, "d", {}) == Ids{"b"});
}

TEST_CASE("an unknown deal or person is bad input, under any profile") {
  const Account account = account_of(sample);
  const ShareProfile profile =
      profile_named(GENERATE(as<std::string>{}, "team", "client-safe", "names-only"), {});
  REQUIRE_THROWS_AS(taken(account, "d9", {}, profile), Error);
  REQUIRE_THROWS_AS(taken(account, "d1", {"p9"}, profile), Error);
}

TEST_CASE("settings out of range are bad input") {
  REQUIRE_THROWS_AS(taken(account_of(R"("settings": {"advice": {"voice": {"mentor": 2}}})")),
                    Error);
}

TEST_CASE("under names-only nothing left out can be told from the bytes") {
  const ShareProfile profile = profile_named("names-only", {});
  const Account account = account_of(sample);
  Account other = account;
  other.all<Claim>().clear();
  other.all<Note>().clear();
  other.all<Deal>().at("d1").decision_makers = {"p1"};
  other.all<Person>().at("p1").title = "Head";
  other.all<Tie>().erase("t2");
  other.settings = {};
  REQUIRE(taken(account, "d1", {"p2"}, profile).bytes() ==
          taken(other, "d1", {"p2"}, profile).bytes());

  const Snapshot snapshot = taken(account, "d1", {"p2"}, profile);
  REQUIRE(snapshot.root().deal() == -1);
  REQUIRE(snapshot.root().deals()->size() == 0);
  REQUIRE(snapshot.root().ties()->ends()->size() == 0);
  REQUIRE(deciders(snapshot) == Ids{pseudonym("acc", "names-only", "p2")});
  const std::string bytes(snapshot.bytes().begin(), snapshot.bytes().end());
  for (const char* id : {"acc", "d1", "u1", "t1", "linkedin", "mentor"})
    REQUIRE(bytes.find(id) == std::string::npos);
}

TEST_CASE("equal accounts give equal bytes") {
  REQUIRE(taken(account_of(sample), "d1").bytes() == taken(account_of(sample), "d1").bytes());
}

TEST_CASE("the work of a snapshot grows with the account, not with its square") {
  const auto work_for = [](int people) {
    Account account;
    for (int i = 0; i < people; ++i) {
      Person person;
      person.id = "p" + std::to_string(i);
      Claim claim;
      claim.id = "c" + std::to_string(i);
      claim.person = person.id;
      claim.facet = "attitude";
      claim.value = "supporter";
      for (int k = 1; k <= 3; ++k) {
        Tie tie;
        tie.id = "t" + std::to_string(3 * i + k);
        tie.from = person.id;
        tie.to = "p" + std::to_string((i * k + 7) % people);
        tie.kind = k == 1 ? TieKind::reports_to : TieKind::influences;
        account.all<Tie>().emplace(tie.id, tie);
      }
      account.all<Claim>().emplace(claim.id, claim);
      account.all<Person>().emplace(person.id, person);
    }
    const std::clock_t start = std::clock();  // our own time only: other work must not count
    const Snapshot snapshot = taken(account);
    REQUIRE(snapshot.people_count() == static_cast<std::size_t>(people));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const double small = work_for(2000), large = work_for(20000);
  INFO(small << " s for 2,000 people, " << large << " s for 20,000");
  REQUIRE(large < 40 * small);
}
