// SPDX-License-Identifier: MIT
//
// Share profiles: what leaves and what does not.
#include "model/profile.h"

#include "catch.h"
#include "host/model/sample_account.h"
#include "model/codec.h"
#include "model/error.h"

using namespace inroad;
using test::account_of;

namespace {

// Every private text contains the word "secret".
Account full_account() {
  return account_of(R"("account": {"id": "secret-a", "name": "Eastline", "secret_key": 1},
    "units": [{"id": "secret-u", "name": "secret unit", "side": "client"}, {"id": "w", "side": "us"},
              {"id": "secret-r", "name": "secret rival", "side": "rival"}],
    "people": [{"id": "secret-p", "name": "Zhao", "title": "secret title", "unit": "secret-u", "email": "secret@x",
                "phone": "secret", "location": "secret", "secret_hobby": "secret"},
               {"id": "secret-m", "name": "secret man", "unit": "secret-r"},
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
  const Account account = redacted(full_account(), profile_named("names-only", {}));
  const std::string text = write_interchange(account);
  REQUIRE(text.find("secret") == std::string::npos);
  REQUIRE(account.info.name == "Eastline");
  REQUIRE(account.all<Person>().size() == 3);  // the fourth is a rival's
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
  const Account once = redacted(full_account(), profile_named("names-only", {}));
  const Account twice = redacted(full_account(), profile_named("names-only", {}));
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
  const ShareProfile profile = profile_named("names-only", {});
  REQUIRE(write_interchange(redacted(account, profile)) ==
          write_interchange(redacted(other, profile)));
}

TEST_CASE("references to records left out are cleared, records that hang on them fall away") {
  const Account account = account_of(
      R"("units": [{"id": "r", "side": "rival"}, {"id": "u"}],
         "people": [{"id": "p", "name": "Zhao", "unit": "u"}], "deals": [{"id": "d", "name": "D", "decision_makers": ["p"]}],
         "claims": [{"id": "1", "person": "p", "facet": "attitude", "value": "mentor"},
                    {"id": "2", "person": "p", "facet": "attitude", "value": "mentor", "deal": "d"},
                    {"id": "3", "person": "p", "facet": "attitude", "value": "mentor", "toward": "r"},
                    {"id": "4", "person": "p", "facet": "attitude", "value": "mentor", "toward": "status quo"},
                    {"id": "5", "person": "p", "facet": "attitude", "value": "mentor", "aspect": "wanted"}])");
  ShareProfile claims_without_deals{"test",
                                    false,
                                    {"people.name", "people.unit", "claims.person", "claims.facet",
                                     "claims.value", "claims.deal", "claims.toward"},
                                    {}};
  claims_without_deals.facets = {"attitude"};
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
    profile_named("everyone", {});
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::usage);
    REQUIRE_THAT(error.what(), Catch::Matchers::Contains("everyone"));
    REQUIRE_THAT(error.remedy, Catch::Matchers::Contains("team, client-safe, names-only"));
  }
}

namespace {

// What a client could be handed, and what not: every name that must stay says so.
Account rich_account() {
  return account_of(R"("account": {"id": "a", "name": "Eastline"},
    "units": [{"id": "u1", "name": "Engineering"}, {"id": "u2", "name": "Signals", "parent": "u1"},
              {"id": "r1", "name": "hidden rival", "side": "rival", "kind": "organisation"},
              {"id": "r2", "name": "hidden sales of the rival", "parent": "r1"}],
    "people": [{"id": "p1", "name": "Zhao Min", "title": "Engineer", "unit": "u2", "email": "hidden@x"},
               {"id": "p2", "name": "Wei Lan", "title": "Engineer", "unit": "u1", "kind": "person"},
               {"id": "p3", "name": "", "kind": "placeholder", "unit": "u1"},
               {"id": "p4", "name": "Lin Kai", "title": "Account Manager", "side": "us"},
               {"id": "p5", "name": "hidden man", "unit": "r2"},
               {"id": "p6", "name": "hidden too", "side": "rival", "unit": "u1"},
               {"id": "p7", "name": "Han Mei", "side": "partner"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "reports_to"},
             {"id": "t2", "from": "p5", "to": "p2", "kind": "dotted"},
             {"id": "t3", "from": "p1", "to": "p2", "kind": "influences"},
             {"id": "t4", "from": "p3", "to": "p2", "kind": "dotted"}],
    "deals": [{"id": "d", "name": "hidden deal"}],
    "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor"},
               {"id": "c2", "person": "p1", "facet": "hidden_facet", "value": "hidden"},
               {"id": "c3", "person": "p1", "facet": "attitude", "value": "opponent", "toward": "r1"}],
    "actions": [{"id": "x1", "what": "Lab visit with Zhao Min", "purpose": "hidden", "with": ["p1", "p4"], "owner": "p4", "due": "2026-12-02", "done": "2026-12-01", "deal": "d"},
                {"id": "x6", "what": "hidden: win Zhao Min over", "with": ["p1"], "owner": "p4", "due": "2026-12-02"},
                {"id": "x7", "what": "hidden: prepare", "with": ["p4"], "owner": "p4", "done": "2026-12-01"},
                {"id": "x2", "what": "hidden: prepare the talk", "with": ["p4", "p7"], "owner": "p4"},
                {"id": "x3", "what": "hidden: nobody", "owner": "p4"},
                {"id": "x5", "what": "hidden: find out who sits there", "with": ["p3"], "owner": "p4"},
                {"id": "x4", "what": "hidden: meet the rival", "with": ["p1", "p5"]}],
    "notes": [{"id": "n", "text": "hidden"}], "needs": [{"id": "k", "statement": "hidden", "person": "p1"}],
    "budgets": [{"id": "b", "deal": "d", "amount": 7}],
    "positions": [{"id": "s", "view": "org-chart", "person": "p1", "x": 42}],
    "settings": {"share": {"hidden profile": {"classes": ["public"]}}})");
}

ShareProfile own(const std::string& said) {
  Settings settings;
  settings.share["own"] = Value::parse(said);
  return profile_named("own", settings);
}

std::vector<std::string> names(const Account& account) {
  std::vector<std::string> names;
  for (const auto& [id, person] : account.all<Person>()) names.push_back(person.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("client-safe shows names, titles, units, reporting lines and agreed actions") {
  const Account seen = redacted(rich_account(), profile_named("client-safe", {}));
  const std::string text = write_interchange(seen);
  INFO(text);
  REQUIRE(text.find("hidden") == std::string::npos);
  REQUIRE(text.find("email") == std::string::npos);
  REQUIRE(names(seen) == std::vector<std::string>{"", "Han Mei", "Lin Kai", "Wei Lan", "Zhao Min"});
  REQUIRE(seen.all<Unit>().size() == 2);
  const auto parented = std::count_if(seen.all<Unit>().begin(), seen.all<Unit>().end(),
                                      [](const auto& unit) { return !unit.second.parent.empty(); });
  REQUIRE(parented == 1);
  REQUIRE(seen.all<Tie>().size() == 2);
  REQUIRE(seen.all<Action>().size() == 1);
  const Action& action = seen.all<Action>().begin()->second;
  REQUIRE(action.what == "Lab visit with Zhao Min");
  REQUIRE(action.with.size() == 2);
  REQUIRE(std::is_sorted(action.with.begin(), action.with.end()));
  REQUIRE(seen.find<Person>(action.owner)->name == "Lin Kai");
  REQUIRE(action.due == "2026-12-02");
  REQUIRE(action.done == "2026-12-01");
  REQUIRE(action.purpose.empty());
  REQUIRE(action.deal.empty());
  for (const auto& [id, person] : seen.all<Person>())
    if (person.name == "Zhao Min") {
      REQUIRE(person.title == "Engineer");
      REQUIRE(seen.find<Unit>(person.unit)->name == "Signals");
    }
}

TEST_CASE("rivals are for the team alone, whatever a profile names") {
  const Account seen = redacted(
      rich_account(), own(R"({"classes": ["public", "internal", "private"], "facets": ["attitude"],
                              "ties": ["reports_to", "dotted", "influences"]})"));
  const std::string text = write_interchange(seen);
  for (const char* rival :
       {"hidden rival", "hidden sales", "hidden man", "hidden too", "meet the rival", "opponent"})
    REQUIRE(text.find(rival) == std::string::npos);
  REQUIRE(seen.all<Claim>().size() == 1);
  REQUIRE(seen.all<Claim>().begin()->second.value == "mentor");
}

TEST_CASE("beliefs need more than a class, positions and settings never leave") {
  const Account all =
      redacted(rich_account(), own(R"({"classes": ["public", "internal", "private"]})"));
  REQUIRE(all.all<Claim>().empty());
  REQUIRE(all.all<Position>().empty());
  REQUIRE(to_json(all.settings).empty());
  for (const char* never : {"positions.x", "settings.share", "settings.advice"})
    REQUIRE_THROWS_AS(own(R"({"fields": [")" + std::string(never) + R"("]})"), Error);
}

TEST_CASE("sides choose whose people are seen") {
  REQUIRE(names(redacted(rich_account(), own(R"({"classes": ["public"], "sides": ["us"]})"))) ==
          std::vector<std::string>{"Lin Kai"});
}

TEST_CASE("names as roles are titles with a number, stable, and struck from texts") {
  const ShareProfile roles = own(R"({"classes": ["public", "internal"], "names": "as roles"})");
  const Account seen = redacted(rich_account(), roles);
  REQUIRE(names(seen) == std::vector<std::string>{"Account Manager 1", "Engineer 1", "Engineer 2",
                                                  "Person 1", "Unknown seat 1"});
  REQUIRE(write_interchange(seen).find("Zhao") == std::string::npos);
  REQUIRE(seen.all<Action>().begin()->second.what == "Lab visit with […]");
  // Who is hidden counts for nothing.
  Account more = rich_account();
  Person rival;
  rival.id = "p0";
  rival.title = "Engineer";
  rival.side = Side::rival;
  more.all<Person>().emplace("p0", rival);
  REQUIRE(write_interchange(redacted(more, roles)) == write_interchange(seen));
  // A title that may not leave does not leave as a role.
  REQUIRE(
      names(redacted(rich_account(), own(R"({"fields": ["people.name"], "names": "as roles"})"))) ==
      std::vector<std::string>{"Person 1", "Person 2", "Person 3", "Person 4", "Person 5"});
}

TEST_CASE("what a profile lets through can be read again") {
  for (const ShareProfile& profile :
       {profile_named("client-safe", {}), profile_named("names-only", {}),
        own(R"({"classes": ["public", "internal", "private"], "facets": ["attitude"],
                "ties": ["influences", "reports_to"]})"),
        own(R"({"fields": ["ties.kind", "claims.value", "actions.with", "deals.targets"]})")}) {
    const std::string text = write_interchange(redacted(rich_account(), profile));
    INFO(text);
    REQUIRE(write_interchange(read_interchange(text, "again")) == text);
  }
}

TEST_CASE("profiles are found by name, built-in ones first, and all of them listed") {
  Settings settings;
  settings.share =
      Value::parse(R"({"board": {"classes": ["public"]}, "audit": {"fields": ["people.name"]}})");
  REQUIRE(profile_named("board", settings).allowed.size() > 5);
  REQUIRE(profile_named("team", settings).is_everything);
  REQUIRE(profile_names(settings) ==
          std::vector<std::string>{"team", "client-safe", "names-only", "audit", "board"});
  try {
    profile_named("bored", settings);
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::usage);
    REQUIRE_THAT(error.remedy,
                 Catch::Matchers::Contains("team, client-safe, names-only, audit, board"));
  }
}

TEST_CASE(
    "two profiles of one name differ in their identity when they let different things through") {
  const std::vector<ShareProfile> different{
      own(R"({"classes": ["public"]})"),
      own(R"({"classes": ["public", "internal"]})"),
      own(R"({"classes": ["public"], "ties": ["reports_to"]})"),
      own(R"({"classes": ["public"], "sides": ["client"]})"),
      own(R"({"classes": ["public"], "facets": ["attitude"]})"),
      own(R"({"classes": ["public"], "names": "as roles"})")};
  for (const ShareProfile& a : different)
    for (const ShareProfile& b : different)
      REQUIRE((identity_of(a) == identity_of(b)) == (&a == &b));
  REQUIRE(identity_of(own(R"({"classes": ["public"], "names": "as they are"})")) ==
          identity_of(different[0]));
}

TEST_CASE("nobody of ours stands among the client's, whatever a profile names") {
  const Account account = rich_account();
  for (const ShareProfile& profile :
       {profile_named("names-only", {}), profile_named("client-safe", {}),
        own(R"({"fields": ["people.name"]})")}) {
    INFO(profile.name);
    const Account seen = redacted(account, profile);
    for (const auto& [id, person] : seen.all<Person>()) {
      INFO(person.name);
      CHECK(side_of(seen, person) == (person.name == "Lin Kai"   ? Side::us
                                      : person.name == "Han Mei" ? Side::partner
                                                                 : Side::client));
    }
  }
}

TEST_CASE("outside the team no text names a rival, and under roles nobody at all") {
  const Account account = account_of(R"("account": {"id": "a", "name": "Eastline"},
    "units": [{"id": "u1", "name": "Nordsig liaison"},
              {"id": "r1", "name": "Nordsig GmbH", "side": "rival", "kind": "organisation"},
              {"id": "r2", "name": "Engineering", "parent": "r1"}],
    "people": [{"id": "p1", "name": "Zhao Qmin", "title": "Engineering lead, once of NORDSIG", "unit": "u1", "email": "zq@e.com"},
               {"id": "p2", "name": "Nordsig Berg", "title": "Deputy of Zhao (zq@e.com), tells Per Lund"},
               {"id": "p3", "name": "Per Lund", "unit": "r2"}])");
  const std::string safe = write_interchange(redacted(account, profile_named("client-safe", {})));
  INFO(safe);
  CHECK(safe.find("\"[…] liaison\"") != std::string::npos);
  CHECK(safe.find("\"Engineering lead, once of […]\"") != std::string::npos);
  CHECK(safe.find("tells […]\"") != std::string::npos);
  CHECK(safe.find("\"Nordsig Berg\"") != std::string::npos);
  const std::string roles =
      write_interchange(redacted(account, own(R"({"classes": ["public"], "names": "as roles"})")));
  INFO(roles);
  for (const char* hidden : {"Zhao", "Qmin", "zq@", "Lund", "Nordsig", "NORDSIG"})
    CHECK(roles.find(hidden) == std::string::npos);
}
