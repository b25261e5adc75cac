// SPDX-License-Identifier: MIT
//
// What it means that a tie or an attitude is not so.
#include "app/what_if.h"

#include "catch.h"
#include "model/error.h"
#include "model/interchange.h"

using namespace inroad;

namespace {

Account account() {
  return read_interchange(
      R"({"format": "inroad/1", "account": {"id": "a"}, "deals": [{"id": "d1"}, {"id": "d2"}],
          "units": [{"id": "r", "name": "Rivals", "side": "rival"}],
          "people": [{"id": "p", "name": "Pia"}, {"id": "q", "name": "Qi"}],
          "ties": [{"id": "t", "from": "p", "to": "q", "kind": "influences"}],
          "claims": [
            {"id": "mine", "person": "p", "facet": "attitude", "value": "mentor", "deal": "d1"},
            {"id": "any", "person": "p", "facet": "attitude", "value": "supporter"},
            {"id": "other-deal", "person": "p", "facet": "attitude", "value": "neutral", "deal": "d2"},
            {"id": "wanted", "person": "p", "facet": "attitude", "value": "mentor", "aspect": "wanted"},
            {"id": "toward-rival", "person": "p", "facet": "attitude", "value": "mentor", "toward": "r"},
            {"id": "style", "person": "p", "facet": "style", "value": "driver"},
            {"id": "another", "person": "q", "facet": "attitude", "value": "neutral"}]})",
      "test");
}

std::vector<Id> left(const Account& account) {
  std::vector<Id> ids;
  for (const auto& [id, claim] : account.all<Claim>()) ids.emplace_back(id);
  return ids;
}

}  // namespace

TEST_CASE("an attitude that is not so: nobody knows how the person stands towards us in that deal") {
  const FacetBook facets;
  const Account today = account();
  const auto supposed = app::suppose(today, app::denial_of_attitude(today, "p", "d1"), facets);
  CHECK(left(supposed.account) ==
        std::vector<Id>{"another", "other-deal", "style", "toward-rival", "wanted"});
  CHECK(left(today).size() == 7);
  CHECK(supposed.titles.size() == 2);  // the one of the deal, and the one of any
}

TEST_CASE("a tie that is not so is not there, and what was never said cannot be denied") {
  const FacetBook facets;
  const Account today = account();
  CHECK(app::suppose(today, app::denial_of_tie("t"), facets).account.all<Tie>().empty());
  const Changes nothing = app::denial_of_attitude(today, "nobody", "d1");
  CHECK(nothing.remove.empty());
  CHECK_THROWS_AS(app::suppose(today, nothing, facets), Error);
}
