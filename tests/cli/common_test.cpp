// SPDX-License-Identifier: MIT
//
// What every verb does alike: help and usage, languages, timings, who is meant, what is installed.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

Sketch sample() {
  Sketch sketch;
  sketch.person("p1", "mentor", {{"name", "Ann"}}).person("p2", "", {{"name", "Li Na"}});
  sketch.person("p3", "", {{"name", "Li Na"}}).person("Ann", "", {{"name", "Bob"}});
  sketch.influence("p1", "p2", .5).deal("d1", {"p2"});
  sketch.json["notes"] = {
      {{"id", "n1"}, {"date", "2026-11-01"}, {"people", {"p1"}}, {"text", "Told us the budget"}}};
  return sketch;
}

}  // namespace

TEST_CASE("no verb, unknown verbs and options: exit 2, a hint on stderr, nothing on stdout") {
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                {"paint"},
                                                {"show"},
                                                {"show", "-", "--shiny"},
                                                {"draw", "-", "--view", "org-chart"},
                                                {"--lang", "xx", "show", "-"},
                                                {"--today", "2026-13-01", "show", "-"}}) {
    const Ran ran = run("inroad", wrong, sample().text());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 2);
    REQUIRE(ran.out.empty());
    REQUIRE_FALSE(ran.err.empty());
  }
}

TEST_CASE("help and version succeed on stdout") {
  const Ran help = inroad({"--help"});
  REQUIRE(help.exit_code == 0);
  for (const char* verb : {"new", "import", "export", "draw", "show", "suggest", "apply", "undo",
                           "redo", "log", "plugin"})
    REQUIRE(help.out.find(std::string("\n  ") + verb) != std::string::npos);
  REQUIRE(inroad({"suggest", "--help"}).out.find("--carriers") != std::string::npos);
  REQUIRE(inroad({"--version"}).out.starts_with("inroad "));
}

TEST_CASE("option --timings is one JSON line on stderr, at the end, with the documented keys") {
  const std::vector<std::string> keys{"open_ms",   "snapshot_ms", "call_ms",
                                      "plugin_ms", "verify_ms",   "render_ms",
                                      "write_ms",  "total_ms",    "peak_mib"};
  const ScratchFolder scratch;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"suggest", "-", "--json", "--timings"},
        {"draw", "-", "--view", "org-chart", "-o", scratch / "a.svg", "--timings"},
        {"show", "-", "--timings"}}) {
    const Ran ran = inroad(arguments, sample().text());
    REQUIRE(ran.exit_code == 0);
    const auto start = ran.err.rfind('\n', ran.err.size() - 2);
    const Json timings = Json::parse(ran.err.substr(start == std::string::npos ? 0 : start + 1));
    REQUIRE(keys_of(timings) == keys);
    for (const auto& [key, value] : timings.items()) REQUIRE(value.get<double>() >= 0);
    REQUIRE(timings["total_ms"].get<double>() > 0);
    REQUIRE(timings["peak_mib"].get<double>() > 1);
  }
  REQUIRE(inroad({"show", "-"}, sample().text()).err.empty());
}

TEST_CASE("option --lang zh_CN speaks Chinese, also with no locale installed, --json keys stay") {
  const std::string program = std::string(INROAD_BIN_FOLDER) + "/inroad";
  const auto ask = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"-u", "LANGUAGE", "-u", "LC_MESSAGES", "LC_ALL=C", program};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run("env", arguments, sample().text());
  };
  const Ran chinese = ask({"--lang", "zh_CN", "suggest", "-", "--json"});
  const Ran english = ask({"--lang", "en", "suggest", "-", "--json"});
  const Json told = parsed(chinese), same = parsed(english);
  REQUIRE(keys_of(told) == keys_of(same));
  REQUIRE(value_of(told, "p1") == value_of(same, "p1"));
  const auto question = [](const Json& all) {
    return all["questions"][0]["text"].get<std::string>();
  };
  REQUIRE(question(same).find(" stand towards us?") != std::string::npos);
  REQUIRE(question(told).find(" stand towards us?") == std::string::npos);
  REQUIRE(question(told).find("？") != std::string::npos);
  // By the environment alone, as a Chinese desktop sets it.
  const Ran by_environment =
      run("env", {"LC_ALL=", "LANGUAGE=zh_CN", program, "suggest", "-", "--json"}, sample().text());
  REQUIRE(question(parsed(by_environment)) == question(told));
}

TEST_CASE("what is wrong with the words typed is said in the language asked for") {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show"},
        {"show", "a.json", "--nonsense"},
        {"show", "a.json", "--deal"},
        {"merge", "a", "b", "c", "-o", "d.inroad", "--bring-back", "--leave-out"},
        {"suggest", "a.json", "--coalition", "99"},
        {"suggest", "a.json", "--coalition", "many"},
        {"suggest", "a.json", "--parts", "nonsense"},
        {"show", "a.json", "p1", "p2"}}) {
    std::vector<std::string> all{"--lang", "zh_CN"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran chinese = run("inroad", all), english = inroad(words);
    INFO(english.err << chinese.err);
    CHECK(chinese.exit_code == 2);
    CHECK(english.exit_code == 2);
    for (const char* foreign : {"required", "expected", "exclude", "range", " not in", "convert"}) {
      CHECK(chinese.err.find(foreign) == std::string::npos);
      CHECK(english.err.find("Run with --help") == std::string::npos);
    }
  }
}

TEST_CASE("a person is meant by id, else by unique name, else exit 2") {
  const auto show = [](const std::string& who) {
    return inroad({"show", "-", who, "--json"}, sample().text());
  };
  REQUIRE(parsed(show("p1"))["person"]["id"] == "p1");
  REQUIRE(parsed(show("Bob"))["person"]["id"] == "Ann");
  REQUIRE(parsed(show("Ann"))["person"]["id"] == "Ann");
  const Ran several = show("Li Na");
  REQUIRE(several.exit_code == 2);
  REQUIRE(several.out.empty());
  REQUIRE(several.err.find("p2") != std::string::npos);
  REQUIRE(several.err.find("p3") != std::string::npos);
  REQUIRE(show("Nobody").exit_code == 2);
}

TEST_CASE("show tells the account and one person") {
  const Ran account = inroad({"show", "-"}, sample().text());
  REQUIRE(account.exit_code == 0);
  REQUIRE(account.out.find("Made up") != std::string::npos);
  REQUIRE(account.out.find("Li Na") != std::string::npos);
  const Ran person = inroad({"show", "-", "p1"}, sample().text());
  for (const char* said : {"Ann", "Li Na", "Told us the budget", "entor"})
    REQUIRE(person.out.find(said) != std::string::npos);
}

TEST_CASE("plugin list and info tell what is installed") {
  const Json all = parsed(inroad({"plugin", "list", "--json"}));
  const Ran plain = inroad({"plugin", "list"});
  for (const char* id : {"views/org-chart", "views/influence-map", "annotators/key-people",
                         "advisors/carriers", "importers/csv", "exporters/pptx"}) {
    INFO(id);
    CHECK_FALSE(entry(all, "id", id).is_null());
    CHECK(plain.out.find(id) != std::string::npos);
    CHECK(inroad({"plugin", "info", id}).out.find(id) != std::string::npos);
  }
  REQUIRE(parsed(inroad({"plugin", "info", "carriers", "--json"}))["kind"] == "advisor");
  const Ran unknown = inroad({"plugin", "info", "views/none"});
  REQUIRE(unknown.exit_code == 2);
  REQUIRE(unknown.out.empty());
}

}  // namespace inroad::test
