// SPDX-License-Identifier: MIT
//
// The C++ side of the SDK: what views show of a message, with lists missing too, and that builders
// make what the host takes.
#include <inroad/testing.hpp>

#include <nlohmann/json.hpp>

#include "catch.h"

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;
using sdk::testing::Account;

namespace {

// A snapshot's bytes and the map over them.
struct Packed {
  explicit Packed(const msg::SnapshotT& snapshot)
      : bytes(sdk::testing::bytes_of<msg::Snapshot>(snapshot)),
        map(*flatbuffers::GetRoot<msg::Snapshot>(bytes.data())) {}
  std::vector<std::uint8_t> bytes;
  sdk::Map map;
};

template <class Message>
struct Kept {
  explicit Kept(const typename Message::NativeTableType& native)
      : bytes(sdk::testing::bytes_of<Message>(native)),
        message(*flatbuffers::GetRoot<Message>(bytes.data())) {}
  std::vector<std::uint8_t> bytes;
  const Message& message;
};

Kept<msg::ViewRequest> request_for(std::size_t people) {
  msg::ViewRequestT ask;
  ask.sizes.assign(people, msg::Size(100, 50));
  return Kept<msg::ViewRequest>(ask);
}

}  // namespace

TEST_CASE("a snapshot without a single list is an empty map") {
  const Packed packed{msg::SnapshotT()};
  const sdk::Map& map = packed.map;
  CHECK(map.people().empty());
  CHECK(map.units().empty());
  CHECK(map.ties().empty());
  CHECK(map.claims().empty());
  CHECK(map.deals().empty());
  CHECK(map.arcs().empty());
  CHECK(map.decision_makers().empty());
  CHECK_FALSE(map.deal());
  CHECK(map.account_name().empty());
  CHECK(map.current("attitude").empty());
}

TEST_CASE("a person whose columns are missing is nobody in particular") {
  msg::SnapshotT snapshot;
  snapshot.people.push_back(std::make_unique<msg::PersonT>());
  const Packed packed(snapshot);
  const sdk::Person person = packed.map.people()[0];
  CHECK(person.name().empty());
  CHECK(person.attitude() == msg::Attitude::unset);
  CHECK(person.voice() == 0);
  CHECK_FALSE(person.may_carry());
  CHECK_FALSE(person.unit());
  CHECK(person.extra("any").empty());
}

TEST_CASE("views give what stands in the message") {
  Account account;
  const auto boss = account.person("Wei Lan"),
             other = account.person("Zhao", msg::Attitude::mentor);
  account.snapshot.units.push_back(std::make_unique<msg::UnitT>());
  account.snapshot.units[0]->name = "Engineering";
  account.snapshot.people[1]->unit = 0;
  account.snapshot.people[1]->extra.push_back(std::make_unique<msg::ExtraT>());
  account.snapshot.people[1]->extra[0]->key = "shoe";
  account.snapshot.people[1]->extra[0]->value = "42";
  account.reports(other, boss);
  account.influences(other, boss, 0.75);
  account.claim(other, "political_status", "inner_circle");
  account.claim(other, "political_status", "outsider");
  account.snapshot.claims[1]->is_current = false;
  account.decides(boss);
  const Packed packed(account.snapshot);
  const sdk::Map& map = packed.map;

  std::vector<std::string> names;
  for (const sdk::Person person : map.people()) names.emplace_back(person.name());
  CHECK(names == std::vector<std::string>{"Wei Lan", "Zhao"});
  const sdk::Person person = map.person(other);
  CHECK(person.attitude() == msg::Attitude::mentor);
  CHECK(person.may_carry());
  CHECK(person.unit()->name() == "Engineering");
  CHECK(person.extra("shoe") == "42");
  CHECK(map.ties()[0].kind() == msg::TieKind::reports_to);
  CHECK_FALSE(map.ties()[0].strength());
  CHECK(map.ties()[1].strength() == 0.75);
  CHECK(map.ties()[1].from() == person);
  CHECK(map.ties()[1].to().index() == boss);
  CHECK(map.current("political_status")[other]->value() == "inner_circle");
  CHECK_FALSE(map.current("political_status")[boss]);
  CHECK(map.decision_makers()[0] == boss);
  CHECK(map.arcs()[0].p() == 0.75);
}

TEST_CASE("a scene lies within its margins, wherever it was drawn") {
  Account account;
  for (const char* name : {"A", "B"}) account.person(name);
  account.tie(0, 1, msg::TieKind::influences, 0.5);
  account.tie(0, 0, msg::TieKind::influences);  // to oneself
  const Packed packed(account.snapshot);
  const auto request = request_for(2);
  sdk::SceneBuilder scene(request.message);
  scene.card(packed.map.person(0), -500, -300);
  scene.link(packed.map.tie(0));  // the other end has no card yet
  scene.card(packed.map.person(1), -500, 100);
  scene.link(packed.map.tie(0));
  scene.link(packed.map.tie(1));
  scene.region(std::string(1000, 'x'), -600, -350, 400, 600);
  scene.label(std::string(10'000, 'y'), -500, 300, 200);
  const msg::SceneT drawn = scene.finish();
  REQUIRE(drawn.cards.size() == 2);
  REQUIRE(drawn.links.size() == 1);
  CHECK(drawn.width == 400 + 2 * 28);
  CHECK(drawn.cards[0].x() == 100 + 28);
  CHECK(drawn.cards[0].y() == 50 + 28);
  // From the lower border of the one to the upper of the other.
  CHECK(drawn.points[0].x() == drawn.cards[0].x() + 50);
  CHECK(drawn.points[0].y() == drawn.cards[0].y() + 50);
  CHECK(drawn.points[1].y() == drawn.cards[1].y());
  CHECK(drawn.regions[0]->text.size() <= 200);
  CHECK(drawn.labels[0]->text.size() <= 4000);
}

TEST_CASE("only whom the user wants to see is to be shown") {
  Account account;
  for (const char* name : {"A", "B", "C"}) account.person(name);
  const Packed packed(account.snapshot);
  msg::ViewRequestT ask;
  ask.sizes.assign(3, msg::Size(1, 1));
  ask.is_restricted = true;
  ask.shown = {1};
  const Kept<msg::ViewRequest> request(ask);
  const sdk::SceneBuilder scene(request.message);
  CHECK_FALSE(scene.is_shown(packed.map.person(0)));
  CHECK(scene.is_shown(packed.map.person(1)));
  CHECK_FALSE(scene.is_shown(packed.map.person(2)));
}

TEST_CASE("advice is sorted, equals share a rank, and nobody is a refusal with its kind") {
  Account account;
  for (const char* name : {"A", "B", "C", "D"}) account.person(name);
  account.decides(3);
  const Packed packed(account.snapshot);
  sdk::AdviceBuilder builder(packed.map);
  const double values[] = {0.25, 0.5, 0.5, 0};
  for (std::uint32_t i = 0; i < 4; ++i) builder.carrier(packed.map.person(i), values[i], "So.");
  const msg::AdviceT advice = builder.finish("Nobody.");
  REQUIRE(advice.carriers.size() == 3);
  CHECK(advice.carriers[0]->person == 1);
  CHECK(advice.carriers[1]->rank == 1);
  CHECK(advice.carriers[2]->rank == 3);
  CHECK(advice.refusal == nullptr);
  CHECK(sdk::AdviceBuilder(packed.map).finish("Nobody.").refusal->kind == "no_route");
  const Packed empty{msg::SnapshotT()};
  CHECK(sdk::AdviceBuilder(empty.map).finish("Nobody.").refusal->kind == "no_decision_maker");
}

TEST_CASE("a record's texts may hold anything and stay JSON") {
  const std::string nasty = std::string("a\"b\\c\n\t\x01") + "名/<>" + std::string(1, '\0');
  sdk::RecordBuilder record;
  record.set("id", nasty).set("is_open", true).raw("tags", "[1]");
  const auto json = nlohmann::json::parse(record.json());
  CHECK(json["id"] == nasty);
  CHECK(json["is_open"] == true);
  CHECK(json["tags"] == nlohmann::json({1}));
  CHECK(nlohmann::json::parse(sdk::RecordBuilder().json()).empty());

  for (const char* broken : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xe0\x80\x80",
                             "\xf4\x90\x80\x80", "\xf0\x80\x80\x80", "\xe5\x90", "\x80"}) {
    const std::string text = std::string("a") + broken + "b";
    const std::string json_text = sdk::RecordBuilder().set("id", text).json();
    const std::string id = nlohmann::json::parse(json_text)["id"];
    CHECK(id.starts_with("a\xEF\xBF\xBD"));
    CHECK(id.ends_with("b"));
  }
  for (const char* good : {"é", "名", "😀", "\xf4\x8f\xbf\xbf"})
    CHECK(nlohmann::json::parse(sdk::RecordBuilder().set("id", good).json())["id"] == good);
}
