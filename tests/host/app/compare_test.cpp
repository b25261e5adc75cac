// SPDX-License-Identifier: MIT
//
// Two dates put together: everybody of both is there, what differs is told of whom it is about, and
// nothing of it tells what the share profile hides.
#include "app/compare.h"

#include <algorithm>
#include <map>

#include "catch.h"
#include "model/interchange.h"

using namespace inroad;
using app::Comparison;
using msg::Change;

namespace {

Account account(const std::string& lists) {
  return read_interchange(R"({"format": "inroad/1", "account": {"id": "a"}, )" + lists + "}",
                          "test");
}

const std::string kUnits =
    R"("units": [{"id": "u", "name": "Works"}, {"id": "r", "name": "Rivals", "side": "rival"}],)";

// Gone: c with his unit, ties and claim. New: d. Another title and attitude: b.
Account before() {
  return account(
      R"("units": [{"id": "old", "name": "Closed"}, {"id": "r", "name": "Rivals", "side": "rival"},
                   {"id": "u", "name": "Works"}],
         "people": [{"id": "a", "name": "Ann", "unit": "u"}, {"id": "b", "name": "Bo"},
                    {"id": "c", "name": "Cy", "unit": "old"}, {"id": "x", "name": "Xu", "unit": "r"}],
         "ties": [{"id": "t1", "from": "b", "to": "a", "kind": "reports_to"},
                  {"id": "t2", "from": "c", "to": "a", "kind": "reports_to", "note": "n"}],
         "claims": [{"id": "c1", "person": "b", "facet": "attitude", "value": "neutral"},
                    {"id": "c2", "person": "c", "facet": "attitude", "value": "mentor", "note": "n"}],
         "notes": [{"id": "n", "date": "2026-05-01", "text": "Seen"}])");
}
Account after() {
  return account(
      kUnits +
      R"("people": [{"id": "a", "name": "Ann", "unit": "u"}, {"id": "b", "name": "Bo", "title": "CFO"},
                    {"id": "d", "name": "Di"}],
         "ties": [{"id": "t1", "from": "b", "to": "a", "kind": "reports_to"},
                  {"id": "t3", "from": "d", "to": "a", "kind": "influences"}],
         "claims": [{"id": "c1", "person": "b", "facet": "attitude", "value": "supporter"}])");
}

Comparison compared(const ShareProfile& profile) {
  return app::compare(before(), after(), profile, FacetBook(), "2026-11-23");
}

std::vector<msg::DifferenceT> differences(const Comparison& comparison, const ShareProfile& profile,
                                          std::shared_ptr<const Snapshot>& snapshot) {
  SnapshotRequest request;
  request.today = "2026-11-23";
  request.profile = &profile;
  snapshot = std::make_shared<const Snapshot>(make_snapshot(comparison.both, FacetBook(), request));
  return app::differences_in(*snapshot, comparison.told);
}

}  // namespace

TEST_CASE("who is gone is brought back with unit, ties and beliefs, the rest is as it is now") {
  const Account both = compared(team_profile()).both;
  CHECK(both.all<Person>().size() == 5);
  CHECK(both.all<Person>().at("c").unit == "old");
  CHECK(both.all<Person>().at("b").title == "CFO");
  CHECK(both.all<Tie>().size() == 3);
  CHECK(both.all<Tie>().at("t2").note.empty());  // the note is gone
  CHECK(both.all<Claim>().at("c2").person == "c");
  CHECK(both.all<Claim>().at("c1").value == "supporter");
}

TEST_CASE("each difference is about one person or tie of the snapshot, with its sentence") {
  std::shared_ptr<const Snapshot> snapshot;
  const auto all = differences(compared(team_profile()), team_profile(), snapshot);
  std::map<std::string, std::vector<Change>> changes;
  for (const msg::DifferenceT& one : all) {
    CHECK((one.person >= 0) != (one.tie >= 0));
    CHECK_FALSE(one.text.empty());
    const auto id = one.person >= 0 ? snapshot->person_id(static_cast<std::uint32_t>(one.person))
                                    : snapshot->tie_id(static_cast<std::uint32_t>(one.tie));
    changes[std::string(id)].push_back(one.change);
  }
  CHECK(changes["b"] == std::vector{Change::changed, Change::changed});
  CHECK(changes["c"] == std::vector{Change::went});
  CHECK(changes["d"] == std::vector{Change::came});
  CHECK(changes["x"] == std::vector{Change::went});
  CHECK(changes["t2"] == std::vector{Change::went});
  CHECK(changes["t3"] == std::vector{Change::came});
  CHECK_FALSE(changes.contains("a"));
  CHECK_FALSE(changes.contains("t1"));
}

TEST_CASE("under a profile neither rivals nor beliefs nor names as they are show in differences") {
  ShareProfile roles = profile_named("client-safe", Settings());
  for (const bool has_roles : {false, true}) {
    roles.has_names_as_roles = has_roles;
    std::shared_ptr<const Snapshot> snapshot;
    const auto all = differences(compared(roles), roles, snapshot);
    REQUIRE(all.size() >= 3);
    for (const msg::DifferenceT& one : all) {
      INFO(one.text);
      for (const char* hidden : {"Xu", "ttitude", "supporter"})
        CHECK(one.text.find(hidden) == std::string::npos);
      if (!has_roles) continue;
      for (const char* name : {"Ann", "Bo", "Cy", "Di"})
        CHECK(one.text.find(name) == std::string::npos);
    }
    // The one who stayed keeps the name he has in the picture: no difference by that alone.
    CHECK(std::ranges::count(all, Change::changed, &msg::DifferenceT::change) == 1);
  }
}

TEST_CASE("equal accounts have no differences") {
  const Comparison same = app::compare(after(), after(), team_profile(), FacetBook(), "2026-11-23");
  CHECK(same.told.empty());
  CHECK(write_interchange(same.both) == write_interchange(after()));
}
