// SPDX-License-Identifier: MIT
//
// Share profiles: what leaves and what does not.
#include "model/profile.h"

#include "catch.h"
#include "host/model/sample_account.h"
#include "model/error.h"

using namespace inroad;
using test::account_of;

namespace {

// Every private text contains the word "secret".
Account full_account() {
  return account_of(R"("account": {"id": "secret-a", "name": "Eastline", "secret_key": 1},
    "units": [{"id": "secret-u", "name": "secret unit", "side": "rival"}, {"id": "w", "side": "us"}],
    "people": [{"id": "secret-p", "name": "Zhao", "title": "secret title", "unit": "secret-u", "email": "secret@x",
                "phone": "secret", "location": "secret", "secret_hobby": "secret"},
               {"id": "q", "name": "Wei", "kind": "placeholder"}, {"id": "u", "name": "Lin", "side": "us"}],
    "ties": [{"id": "secret-t1", "from": "secret-p", "to": "q", "kind": "reports_to", "strength": 0.7, "note": "secret-n",
              "by": "u", "date": "2026-01-01", "evidence": "hint", "secret": 1},
             {"id": "t2", "from": "secret-p", "to": "q", "kind": "influences"},
             {"id": "t3", "from": "q", "to": "secret-p", "kind": "dotted"},
             {"id": "t4", "from": "u", "to": "q", "kind": "covers"}],
    "deals": [{"id": "secret-d", "name": "secret deal", "decision_makers": ["q"]}],
    "claims": [{"id": "c", "person": "secret-p", "facet": "attitude", "value": "mentor"}],
    "notes": [{"id": "secret-n", "text": "secret"}], "actions": [{"id": "x", "what": "secret"}],
    "needs": [{"id": "k", "deal": "secret-d", "statement": "secret"}],
    "budgets": [{"id": "b", "deal": "secret-d"}],
    "positions": [{"id": "s", "view": "secret", "person": "q", "x": 3}],
    "settings": {"advice": {"seed": 7}, "secret": 1}, "secret_top": 1)");
}

}  // namespace

TEST_CASE("the team sees everything") {
  const Account account = full_account();
  REQUIRE(write_interchange(redacted(account, team_profile())) == write_interchange(account));
}

TEST_CASE("names-only lets names, kinds and the lines of the chart through and nothing else") {
  const Account account = redacted(full_account(), profile_named("names-only"));
  const std::string text = write_interchange(account);
  REQUIRE(text.find("secret") == std::string::npos);
  REQUIRE(account.info.name == "Eastline");
  REQUIRE(account.all<Person>().size() == 3);
  REQUIRE(account.all<Tie>().size() == 2);
  for (const auto& [id, tie] : account.all<Tie>()) {
    REQUIRE((tie.kind == TieKind::reports_to || tie.kind == TieKind::dotted));
    REQUIRE_FALSE(tie.strength.is_set());
    REQUIRE(tie.evidence == Evidence::stated);
    REQUIRE(tie.date.empty());
    REQUIRE(account.find<Person>(tie.from) != nullptr);
    REQUIRE(account.find<Person>(tie.to) != nullptr);
  }
  REQUIRE(account.all<Unit>().empty());
  REQUIRE(account.all<Deal>().empty());
  REQUIRE(account.all<Claim>().empty());
  REQUIRE(account.all<Note>().empty());
  REQUIRE(account.all<Action>().empty());
  REQUIRE(account.all<Need>().empty());
  REQUIRE(account.all<Budget>().empty());
  REQUIRE(account.all<Position>().empty());
  REQUIRE(account.settings.advice.empty());
  REQUIRE(account.extra.empty());
}

TEST_CASE("outside the team ids are replaced, the same way each time") {
  const Account once = redacted(full_account(), profile_named("names-only"));
  const Account twice = redacted(full_account(), profile_named("names-only"));
  REQUIRE(write_interchange(once) == write_interchange(twice));
  for (const auto& [id, person] : once.all<Person>()) {
    REQUIRE(full_account().find<Person>(id) == nullptr);
    REQUIRE(person.id == id);
  }
}

TEST_CASE("what the profile leaves out leaves no trace") {
  const Account account = full_account();
  Account other = account;
  other.all<Person>().at("secret-p").title = "changed";
  other.all<Person>().at("secret-p").unit.clear();
  other.all<Tie>().at("secret-t1").strength.number = .1;
  other.all<Tie>().erase("t2");
  other.all<Claim>().clear();
  other.all<Deal>().clear();
  other.settings = {};
  const ShareProfile& profile = profile_named("names-only");
  REQUIRE(write_interchange(redacted(account, profile)) ==
          write_interchange(redacted(other, profile)));
}

TEST_CASE("references to records left out are cleared, records that hang on them fall away") {
  const Account account = account_of(
      R"("units": [{"id": "r", "side": "rival"}],
         "people": [{"id": "p", "name": "Zhao", "unit": "r"}], "deals": [{"id": "d", "name": "D", "decision_makers": ["p"]}],
         "claims": [{"id": "1", "person": "p", "facet": "attitude", "value": "mentor"},
                    {"id": "2", "person": "p", "facet": "attitude", "value": "mentor", "deal": "d"},
                    {"id": "3", "person": "p", "facet": "attitude", "value": "mentor", "toward": "r"},
                    {"id": "4", "person": "p", "facet": "attitude", "value": "mentor", "toward": "status quo"},
                    {"id": "5", "person": "p", "facet": "attitude", "value": "mentor", "aspect": "wanted"}])");
  const ShareProfile claims_without_deals{
      "test",
      false,
      {"people.name", "people.unit", "claims.person", "claims.facet", "claims.value", "claims.deal",
       "claims.toward"},
      {}};
  const Account seen = redacted(account, claims_without_deals);
  REQUIRE(seen.all<Person>().begin()->second.unit.empty());
  REQUIRE(seen.all<Claim>().size() == 2);
  for (const auto& [id, claim] : seen.all<Claim>()) {
    REQUIRE(claim.person == seen.all<Person>().begin()->first);
    REQUIRE((claim.toward.empty() || claim.toward == "status quo"));
  }

  const ShareProfile deals_without_people{
      "test", false, {"deals.name", "deals.decision_makers", "ties.from"}, {}};
  REQUIRE(
      redacted(account, deals_without_people).all<Deal>().begin()->second.decision_makers.empty());
}

TEST_CASE("an unknown profile is a usage error that lists the known ones") {
  try {
    profile_named("everyone");
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::usage);
    REQUIRE_THAT(error.what(), Catch::Matchers::Contains("everyone"));
    REQUIRE_THAT(error.remedy, Catch::Matchers::Contains("team, names-only"));
  }
}
