// SPDX-License-Identifier: MIT
//
// What differs between two accounts: the field changes, and the beliefs they turn.
#include "model/diff.h"

#include "catch.h"
#include "clashing_changes.h"
#include "model/interchange.h"
#include "model/observed.h"
#include "sample_account.h"
#include "support/run_length.h"

namespace inroad {
namespace {

std::vector<BeliefChange> beliefs(const std::string& before, const std::string& after) {
  const auto account = [](const std::string& claims) {
    return test::account_of(R"("people": [{"id": "p1"}, {"id": "p2"}],
      "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": "weak"}],
      "deals": [{"id": "d1"}], "claims": [)" +
                            claims + "]");
  };
  const Account one = account(before), other = account(after);
  return belief_changes(one, other, changes_between(one, other), FacetBook(), test::today);
}

const std::string neutral =
    R"({"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral", "date": "2026-10-01"})";
std::string more(const std::string& claim) { return neutral + ", " + claim; }

}  // namespace

TEST_CASE("the changes between two accounts lead from one to the other") {
  const int pairs = test::rounds(1'000, 20'000);
  for (int seed = 0; seed < pairs; ++seed) {
    CAPTURE(seed);
    test::ClashingChanges random(static_cast<std::uint64_t>(seed));
    Account before = random.changed({}, 15);
    const Account after = random.changed(before, 1 + random.below(8));
    Edit edit;
    edit.changes = changes_between(before, after);
    apply(before, edit);
    REQUIRE(write_interchange(before) == write_interchange(after));
    REQUIRE(changes_between(before, after).empty());
  }
}

TEST_CASE("a claim that wins turns the belief, one that loses does not") {
  const auto turned = beliefs(
      neutral,
      more(
          R"({"id": "c2", "person": "p1", "facet": "attitude", "value": "supporter", "date": "2026-11-18"})"));
  REQUIRE(turned.size() == 1);
  CHECK(turned.front().person == "p1");
  CHECK(turned.front().before == "neutral");
  CHECK(turned.front().after == "supporter");
  CHECK(turned.front().claim == "c2");
  CHECK(turned.front().times_said == 1);
  CHECK(beliefs(neutral,
                more(R"({"id": "c2", "person": "p1", "facet": "attitude", "value": "opponent",
                         "evidence": "assumption", "date": "2026-11-18"})"))
            .empty());
}

TEST_CASE("a belief for a deal is told apart from the one for all") {
  const auto turned = beliefs(
      neutral,
      more(
          R"({"id": "c2", "person": "p1", "facet": "attitude", "value": "mentor", "deal": "d1"})"));
  REQUIRE(turned.size() == 1);
  CHECK(turned.front().deal == "d1");
  CHECK(turned.front().before == "neutral");
  CHECK(turned.front().after == "mentor");
}

TEST_CASE("claims taken back leave what is held without them") {
  const auto gone = beliefs(neutral, "");
  REQUIRE(gone.size() == 1);
  CHECK(gone.front().after.is_null());
  CHECK(gone.front().claim.empty());
  const auto tie = beliefs(
      "",
      R"({"id": "c3", "tie": "t1", "facet": "strength", "value": "strong", "evidence": "confirmed"})");
  REQUIRE(tie.size() == 1);
  CHECK(tie.front().tie == "t1");
  CHECK(tie.front().before == "weak");
  CHECK(tie.front().after == "strong");
}

TEST_CASE("observed by a day: no later claim, tie or note, and nothing that points to one") {
  const Account account = test::account_of(R"("people": [{"id": "p1"}, {"id": "p2"}],
    "notes": [{"id": "n1", "date": "2026-03-01"}, {"id": "n2", "date": "2026-03-02"}, {"id": "n3"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "trusts", "date": "2026-03-02"},
             {"id": "t2", "from": "p1", "to": "p2", "kind": "trusts", "note": "n2"}],
    "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor", "date": "2026-03-01"},
               {"id": "c2", "person": "p1", "facet": "attitude", "value": "opponent", "date": "2026-03-02"},
               {"id": "c3", "tie": "t1", "facet": "strength", "value": "weak"},
               {"id": "c4", "person": "p1", "facet": "attitude", "value": "neutral"}])");
  const Account seen = observed_by(account, "2026-03-01");
  CHECK(seen.find<Note>("n1") != nullptr);
  CHECK(seen.find<Note>("n2") == nullptr);
  CHECK(seen.find<Note>("n3") != nullptr);
  CHECK(seen.find<Tie>("t1") == nullptr);
  CHECK(seen.find<Tie>("t2")->note.empty());
  CHECK(seen.find<Claim>("c1") != nullptr);
  CHECK(seen.find<Claim>("c2") == nullptr);
  CHECK(seen.find<Claim>("c3") == nullptr);
  CHECK(seen.find<Claim>("c4") != nullptr);
  CHECK(seen.all<Person>().size() == 2);
  CHECK(write_interchange(observed_by(account, "2026-03-02")) == write_interchange(account));
}

}  // namespace inroad
