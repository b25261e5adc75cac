// SPDX-License-Identifier: MIT
//
// `inroad suggest --what-if`: the answer to supposed changes is the answer to an account that has
// them, beside today's; no file sees them.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

Sketch map() {
  Sketch sketch;
  sketch.person("s", "mentor").person("m", "supporter").person("a", "neutral").person("t");
  sketch.influence("s", "a", .8).influence("a", "t", .6).influence("m", "t", .2);
  return sketch;
}

// What is told without a change of its own.
Json without_what_if(Json told) {
  told.erase("what_if");
  return told;
}

}  // namespace

TEST_CASE("what is supposed is answered as if the account had it, beside today's answer") {
  const std::string gone = R"({"remove": [{"record": "ties", "id": "a-t-i"}]})";
  Sketch changed = map();
  auto& ties = changed.json["ties"];
  ties.erase(1);
  REQUIRE(ties.size() == 2);
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{}, {"--coalition", "2"}, {"--carriers", "s,m"}}) {
    std::vector<std::string> options = more;
    options.insert(options.end(), {"--what-if", gone});
    const Json told = advice(map(), options);
    CHECK(without_what_if(told) == advice(map(), more));
    CHECK(told["what_if"] == advice(changed, more));
  }
}

TEST_CASE("several supposed changes add up, in the order of their lines") {
  const ScratchFolder scratch;
  write_text(
      scratch / "changes.jsonl",
      "{\"set\": [{\"record\": \"ties\", \"id\": \"m-t-i\", \"field\": \"strength\", "
      "\"value\": 0.9}]}\n\n"
      "{\"create\": [{\"record\": \"people\", \"value\": {\"id\": \"n\", \"name\": \"N\"}}]}\n"
      "{\"create\": [{\"record\": \"ties\", \"value\": {\"id\": \"new\", \"from\": \"m\", "
      "\"to\": \"n\", \"kind\": \"influences\", \"strength\": 0.5}}]}\n");
  const Json told = advice(map(), {"--what-if", scratch / "changes.jsonl"});
  CHECK(told["carriers"][0]["person"] == "s");
  CHECK(told["what_if"]["carriers"][0]["person"] == "m");
  CHECK(value_of(told["what_if"], "m") == Approx(.6 * .9).epsilon(exact));
}

TEST_CASE("somebody named by --carriers may be gone in what is supposed") {
  const Json told = advice(map(), {"--carriers", "s,m", "--what-if",
                                   R"({"remove": [{"record": "people", "id": "s"}]})"});
  CHECK(told["carriers"].size() == 2);
  REQUIRE(told["what_if"]["carriers"].size() == 1);
  CHECK(told["what_if"]["carriers"][0]["person"] == "m");
}

TEST_CASE("a file asked about is not touched by what is supposed") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", map().text());
  REQUIRE(inroad({"import", scratch / "a.json", "--into", scratch / "a.inroad"}).exit_code == 0);
  const std::string before = read_text(scratch / "a.inroad");
  const auto names = scratch.names();
  const Ran ran = inroad({"suggest", scratch / "a.inroad", "--to", "t", "--what-if",
                          R"({"remove": [{"record": "people", "id": "a"}]})"});
  INFO(ran.err);
  CHECK(ran.exit_code == 0);
  CHECK(read_text(scratch / "a.inroad") == before);
  CHECK(scratch.names() == names);
}

TEST_CASE("side by side: who led, who leads then, by which path") {
  const auto told = [](const std::string& changes) {
    return inroad({"suggest", "-", "--to", "t", "--what-if", changes}, map().text()).out;
  };
  const std::string weaker =
      told(R"({"set": [{"record": "ties", "id": "a-t-i", "field": "strength", "value": 0.1}]})");
  INFO(weaker);
  CHECK(weaker.find("The lead passes from Name of s to Name of m.") != weaker.npos);
  // .9 x .8 x .5 x .6 = .216; .6 x .2 = .12; then .036
  CHECK(weaker.find("Name of m: 2. unlikely (0.12) → 1. unlikely (0.12)") != weaker.npos);
  CHECK(weaker.find("Name of s: 1. perhaps (0.22) → 2. hardly (0.04)") != weaker.npos);
  CHECK(weaker.find("Path then: Name of m → Name of t") != weaker.npos);
  CHECK(told(R"({"remove": [{"record": "ties", "id": "m-t-i"}]})").find("Name of s stays first.") !=
        std::string::npos);
  const std::string nobody =
      told(R"({"remove": [{"record": "ties", "id": "m-t-i"}, {"record": "ties", "id": "a-t-i"}]})");
  CHECK(nobody.find("Then nobody could speak for us.") != nobody.npos);
  CHECK(nobody.find("Name of s: 1. perhaps (0.22) → cannot speak for us") != nobody.npos);
}

TEST_CASE("all that is supposed is said, not the first of it alone") {
  const std::string told =
      inroad({"suggest", "-", "--to", "t", "--what-if",
              R"({"set": [{"record": "people", "id": "s", "field": "name", "value": "Sy"},
                          {"record": "ties", "id": "a-t-i", "field": "strength", "value": 0.1}],
                  "remove": [{"record": "people", "id": "m"}]})"},
             map().text())
          .out;
  INFO(told);
  CHECK(told.find("Sy") != told.npos);
  CHECK(told.find("strength 0.6 → 0.1") != told.npos);
  CHECK(told.find("Name of m") != told.npos);
}

TEST_CASE("changes that cannot be supposed are refused as apply refuses them, changing none too") {
  struct Wrong {
    const char *changes, *said;
    int exit_code;
  };
  for (const auto& [changes, said, exit_code] :
       {Wrong{R"({"remove": [{"record": "ties", "id": "nil"}]})", "nil", 3},
        Wrong{R"({"remove": [)", "--what-if", 3},
        Wrong{
            R"({"set": [{"record": "people", "id": "s", "field": "name", "value": "Name of s"}]})",
            "Nothing would be different", 3},
        Wrong{"-", "both", 2}, Wrong{"no-such-file.jsonl", "no-such-file.jsonl", 3}}) {
    const Ran ran = inroad({"suggest", "-", "--to", "t", "--what-if", changes}, map().text());
    INFO(changes << ": " << ran.err);
    CHECK(ran.exit_code == exit_code);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(said) != ran.err.npos);
  }
}

TEST_CASE("a supposition that takes away what is asked about is told as such") {
  Sketch sketch = map();
  sketch.deal("d1", {"t"}, {{"name", "Depot"}});
  const auto refused = [&](const std::string& what_if, const std::vector<std::string>& more) {
    std::vector<std::string> words{"suggest", "-", "--what-if", what_if};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = inroad(words, sketch.text());
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    return ran.err;
  };
  const std::string no_deal = R"({"remove": [{"record": "deals", "id": "d1"}]})";
  const std::string nobody = R"({"remove": [{"record": "people", "id": "t"}]})";
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--deal", "Depot"}})
    CHECK_THAT(refused(no_deal, more),
               Catch::Contains("supposed take away the deal") && Catch::Contains("Depot (d1)"));
  CHECK_THAT(refused(nobody, {"--to", "t"}),
             Catch::Contains("supposed take away") && Catch::Contains("who is to decide"));
  // A second deal supposed changes nothing about which is asked about.
  const Ran two = inroad({"suggest", "-", "--what-if",
                          R"({"create": [{"record": "deals", "value": {"name": "Other"}}]})"},
                         sketch.text());
  CHECK(two.exit_code == 0);
  CHECK_THAT(refused("[]", {}), Catch::Contains("--what-if") && !Catch::Contains("no such file"));
}

}  // namespace inroad::test
