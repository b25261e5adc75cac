// SPDX-License-Identifier: MIT
//
// Share profiles of the account's own making: kept, changed by path, and strictly read.
#include "model/share.h"

#include "catch.h"
#include "host/model/sample_account.h"
#include "model/changes.h"
#include "model/codec.h"
#include "model/error.h"

using namespace inroad;
using test::account_of;

namespace {

// What is wrong with the profile and where, or "" when it is taken.
std::string fault_of(const std::string& profile) {
  try {
    share_profile("board", Value::parse(profile), "settings.share.board");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::bad_input);
    REQUIRE_FALSE(error.remedy.empty());
    return error.where;
  }
  return "";
}

ShareProfile read(const std::string& profile) {
  return share_profile("board", Value::parse(profile), "settings.share.board");
}

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

Changes set(const std::string& field, const Value& value) {
  Changes changes;
  changes.set.push_back({RecordKind::settings, "settings", field, value, {}, {}});
  return changes;
}

}  // namespace

TEST_CASE("share: fields come by class and kind of record, and one by one") {
  using Paths = std::vector<std::string>;
  REQUIRE(read(R"({"classes": ["public"], "records": ["people"]})").allowed ==
          Paths{"people.name", "people.title", "people.unit", "people.kind"});
  REQUIRE(read(R"({"classes": ["public"], "records": ["people"], "fields": ["people.email",
                   "actions.what"], "without": ["people.title", "people.unit"]})")
              .allowed == Paths{"people.name", "people.kind", "people.email", "actions.what"});
  REQUIRE(read(R"({"fields": ["account.name"]})").allowed == Paths{"account.name"});
  // `without` wins, and no list of record kinds means all.
  REQUIRE(
      read(R"({"fields": ["people.email", "people.name"], "without": ["people.email"]})").allowed ==
      Paths{"people.name"});
  REQUIRE(read(R"({"classes": ["public"]})").allowed.size() > 10);
}

TEST_CASE("share: lines, sides, beliefs and names have careful defaults") {
  const ShareProfile plain = read(R"({"classes": ["public"]})");
  REQUIRE(plain.name == "board");
  REQUIRE_FALSE(plain.is_everything);
  REQUIRE(plain.tie_kinds == std::vector{TieKind::reports_to, TieKind::dotted});
  REQUIRE(plain.sides == std::vector{Side::client, Side::us, Side::partner});
  REQUIRE(plain.facets.empty());
  REQUIRE_FALSE(plain.has_names_as_roles);
  const ShareProfile told = read(R"({"classes": ["private"], "ties": ["influences"],
      "sides": ["client"], "facets": ["attitude"], "names": "as roles"})");
  REQUIRE(told.tie_kinds == std::vector{TieKind::influences});
  REQUIRE(told.sides == std::vector{Side::client});
  REQUIRE(told.facets == std::vector<std::string>{"attitude"});
  REQUIRE(told.has_names_as_roles);
}

TEST_CASE("share: what cannot be meant is refused, and the place is named") {
  REQUIRE(fault_of(R"({"classes": ["public"]})") == "");
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"({"classes": ["public"], "witout": ["people.email"]})", ".witout"},
      {R"({"classes": ["public", "secret"]})", ".classes[1]"},
      {R"({"classes": "public"})", ".classes"},
      {R"({"classes": ["public"], "records": ["people", "persons"]})", ".records[1]"},
      {R"({"fields": ["people.mail"]})", ".fields[0]"},
      {R"({"fields": ["email"]})", ".fields[0]"},
      {R"({"fields": ["people.name", "people.id"]})", ".fields[1]"},
      {R"({"classes": ["public"], "without": ["people.fax"]})", ".without[0]"},
      {R"({"classes": ["public"], "ties": ["reports_to", "likes"]})", ".ties[1]"},
      {R"({"classes": ["public"], "sides": ["client", "them"]})", ".sides[1]"},
      {R"({"classes": ["public"], "sides": ["client", "rival"]})", ".sides[1]"},
      {R"({"classes": ["public"], "names": "as numbers"})", ".names"},
      {R"({"classes": ["public"], "names": true})", ".names"},
      {R"({"classes": ["public"], "facets": [1]})", ".facets"},
      {R"({"records": ["people"]})", ""},
      {R"({})", ""},
      {R"(["people.name"])", ""},
  };
  for (const auto& [profile, place] : cases) {
    INFO(profile);
    REQUIRE(fault_of(profile) == "settings.share.board" + place);
  }
}

TEST_CASE("share: the names of built-in profiles are taken") {
  for (const std::string_view name : built_in_profiles()) {
    INFO(name);
    REQUIRE_THROWS_AS(share_profile(name, Value::parse(R"({"classes": ["public"]})"), "x"), Error);
  }
  REQUIRE_THROWS_AS(share_profile("", Value::parse(R"({"classes": ["public"]})"), "x"), Error);
}

TEST_CASE("share: a profile is kept in the interchange form, and checked when read") {
  const char* settings = R"("settings": {"share": {"board": {"classes": ["public"]}}})";
  const Account account = account_of(settings);
  const std::string text = write_interchange(account);
  REQUIRE(text.find(R"("share": {"board": {"classes": ["public"]}})") != std::string::npos);
  REQUIRE(write_interchange(read_interchange(text, "again")) == text);
  for (const char* bad : {R"("settings": {"share": {"team": {"classes": ["public"]}}})",
                          R"("settings": {"share": {"board": {"classes": ["all"]}}})",
                          R"("settings": {"share": ["board"]})"}) {
    INFO(bad);
    REQUIRE_THROWS_AS(account_of(bad), Error);
  }
}

TEST_CASE("share: a profile is set, changed and cleared by its path") {
  Account account = account_of(R"("account": {"id": "a"})");
  const Value one = Value::parse(R"({"classes": ["public"]})");
  const Value two = Value::parse(R"({"fields": ["people.name"]})");
  const auto apply = [&](const Changes& changes) {
    const auto planned = plan(account, changes, "test");
    inroad::apply(account, edit_of(planned));
    return planned;
  };
  REQUIRE(apply(set("share.board", one)).size() == 1);
  REQUIRE(apply(set("share.the.others", two)).front().field == "share.the.others");
  REQUIRE(account.settings.share == Value{{"board", one}, {"the.others", two}});
  REQUIRE(apply(set("share.board", one)).empty());
  REQUIRE(apply(set("share", Value{{"board", two}})).size() == 2);
  REQUIRE(account.settings.share == Value{{"board", two}});
  REQUIRE(apply(set("share.board", nullptr)).front().before == two);
  REQUIRE(account.settings.share.empty());
  REQUIRE_THROWS_AS(plan(account, set("share.board", Value{{"classes", {"all"}}}), "test"), Error);
}

TEST_CASE("share: an import adds profiles and replaces those of the same name whole") {
  Account account = account_of(
      R"("settings": {"share": {"board": {"classes": ["public"]}, "own": {"fields": ["people.name"]}}})");
  const Account source =
      account_of(R"("settings": {"share": {"board": {"fields": ["units.name"]}}})");
  PutCounts counts;
  apply(account, edit_of(plan_puts(account, puts_of(source), "test", counts)));
  REQUIRE(
      account.settings.share ==
      Value::parse(R"({"board": {"fields": ["units.name"]}, "own": {"fields": ["people.name"]}})"));
}
