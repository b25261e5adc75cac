// SPDX-License-Identifier: MIT
//
// The canary test: nothing hidden leaves by any way out under any share profile, in any byte or
// encoding, and all that may leave does. The ways out are read off what is installed: every view,
// every format, every exporter plugin.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

#include "catch.h"
#include "faults/canary_account.h"
#include "faults/canary_scan.h"
#include "model/interchange.h"
#include "program.h"

namespace inroad::test {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t seed = 20261123;

// A way out of the program: the arguments that make it write to a file, without account and
// profile. has_text: its bytes hold readable text. is_picture: shows what the view shows.
struct WayOut {
  std::string name, ending;
  std::vector<std::string> arguments;
  bool has_text = true, is_picture = true;
};

std::vector<std::string> plugins_of(const char* kind, const char* key) {
  std::vector<std::string> found;
  for (const Json& plugin : Json::parse(inroad({"plugin", "list", "--json"}).out)) {
    if (plugin.at("kind") != kind) continue;
    if (plugin.at(key).is_string()) found.push_back(plugin.at(key));
    if (plugin.at(key).is_array())
      for (const Json& one : plugin.at(key)) found.push_back(one);
  }
  return found;
}

bool has_verb(const std::string& verb) {
  return inroad({"--help"}).out.find("\n  " + verb + " ") != std::string::npos;
}

std::vector<WayOut> ways_out() {
  std::vector<WayOut> ways{{"export json", ".json", {"export"}, true, false}};
  const std::vector<std::string> views = plugins_of("view", "name");
  for (const std::string& view : views) {
    for (const char* ending : {".svg", ".pdf", ".png"})
      ways.push_back({"draw " + view + ending,
                      ending,
                      {"draw", "--view", view},
                      ending == std::string(".svg") ||
                          (ending == std::string(".pdf") && is_installed("pdftotext")),
                      true});
    ways.push_back(
        {"draw " + view + " --json", "", {"draw", "--view", view, "--json"}, false, true});
  }
  for (const std::string& format : plugins_of("exporter", "formats"))
    for (const std::string& view : views)
      ways.push_back({"export " + format + " " + view,
                      "." + format,
                      {"export", "--view", view, "--format", format},
                      true,
                      true});
  if (has_verb("copy")) ways.push_back({"copy", ".inroad", {"copy"}, true, false});
  return ways;
}

// What came and went between two dates is the team's alone: such a picture is refused.
constexpr int usage_error = 2;
bool tells_history(const WayOut& way) {
  return std::ranges::find(way.arguments, "history") != way.arguments.end();
}

// What left by one way: the bytes, the text its own tools find in them, and what was said of it.
struct Left {
  std::string bytes, text, said;
  bool is_refused = false;
};

Left leave(const WayOut& way, const std::string& account, const std::string& profile,
           const ScratchFolder& folder) {
  const std::string target = folder / ("out" + way.ending);
  std::filesystem::remove(target);
  std::vector<std::string> arguments{way.arguments.front(), account};
  if (way.name == "copy") arguments.push_back(target);
  arguments.insert(arguments.end(), way.arguments.begin() + 1, way.arguments.end());
  arguments.insert(arguments.end(), {"--share", profile});
  const bool is_printed = way.ending.empty();
  if (way.name != "copy" && !is_printed) arguments.insert(arguments.end(), {"-o", target});
  const Ran ran = inroad(arguments);
  INFO(way.name << " under " << profile << ": " << ran.err);
  if (ran.exit_code == usage_error && tells_history(way)) {
    CHECK_FALSE(std::filesystem::exists(target));
    return {ran.out, {}, ran.err, true};
  }
  REQUIRE(ran.exit_code == 0);
  Left left{is_printed ? ran.out : read_text(target), {}, ran.err, false};
  REQUIRE(left.bytes.size() > 50);
  if (way.ending == ".pdf") {
    left.text = run("pdftotext", {"-raw", target, "-"}).out + run("pdfinfo", {target}).out;
  }
  return left;
}

std::string told(const std::vector<std::size_t>& places, const std::vector<Canary>& canaries) {
  std::string text;
  for (const std::size_t place : places)
    text += canaries[place].field + " of " + canaries[place].record + "; ";
  return text;
}

// The file of an account with a history: what was edited away, removed and undone is in its log.
std::string account_file(CanaryAccount& canary, const ScratchFolder& folder) {
  const std::string source = folder / "canary.json";
  write_text(source, write_interchange(canary.account()));
  const std::string file = folder / (canary.token("log", "file name") + ".inroad");
  REQUIRE(inroad({"import", source, "--into", file}).exit_code == 0);
  const Person& boss = canary.account().all<Person>().begin()->second;
  const auto line = [](const char* form, const auto&... words) {
    return fmt::format(fmt::runtime(form), words...) + "\n";
  };
  const auto set_title = [&](const std::string& title) {
    return line(
        R"({{"set": [{{"record": "people", "id": "{}", "field": "title", "value": "{}"}}]}})",
        boss.id, title);
  };
  const std::string id = canary.token("log", "id of a note removed");
  const std::string edits =
      set_title(canary.token("log", "edited away")) + set_title(boss.title) +
      line(R"({{"create": [{{"record": "notes", "value": {{"id": "{}", "text": "{}"}}}}]}})", id,
           canary.token("log", "text removed")) +
      line(R"({{"remove": [{{"record": "notes", "id": "{}"}}]}})", id) +
      set_title(canary.token("log", "undone"));
  const Ran applied = inroad({"apply", file, "-"}, edits);
  INFO(applied.err);
  REQUIRE(applied.exit_code == 0);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  return file;
}

}  // namespace

TEST_CASE("canary: the scan finds tokens in every encoding, and only those that are there") {
  CanaryAccount canary(seed);
  std::vector<std::string> tokens;
  for (const Canary& one : canary.canaries()) tokens.push_back(one.token);
  REQUIRE(tokens.size() > 200);
  const CanaryScan scan(tokens);
  const std::string& token = tokens[100];
  using Places = std::vector<std::size_t>;
  std::string hex, entities, percent, escapes, wide, wide_big;
  for (const char c : token) {
    const std::string code = fmt::format("{:02x}", static_cast<unsigned>(c));
    hex += code;
    entities += "&#" + std::to_string(static_cast<int>(c)) + ";";
    percent += "%" + code;
    escapes += "\\u00" + code;
    wide += std::string{c, '\0'};
    wide_big += std::string{'\0', c};
  }
  const std::string reversed(token.rbegin(), token.rend());
  // "x" + token, "xy" + token and the token itself, in base64: all three phases.
  std::vector<std::string> hidden{
      "plain " + token + " text", hex, entities, percent, escapes, wide, wide_big, reversed};
  for (const std::string& front : {std::string(), std::string("x"), std::string("xy")})
    hidden.push_back(run("base64", {}, front + token).out);
  std::string lower = token;
  std::transform(lower.begin(), lower.end(), lower.begin(), ::tolower);
  hidden.push_back(lower);
  hidden.push_back(token.substr(4, 6) + "<tspan>" + token.substr(10));
  hidden.push_back(token.substr(7, 6));
  hidden.push_back(run("base64", {}, entities).out);
  for (const std::string& text : hidden) {
    INFO(text);
    CHECK(scan.found(text) == Places{100});
  }
  const ScratchFolder folder;
  write_text(folder / "a.txt", token);
  if (is_installed("gzip")) {
    REQUIRE(run("gzip", {"-9", folder / "a.txt"}).exit_code == 0);
    CHECK(scan.found(read_text(folder / "a.txt.gz")) == Places{100});
  }
  CHECK(scan.found("CNRY" + std::string(12, 'A') + " and nothing else").empty());
  CHECK(scan.found(write_interchange(canary.account())).size() == tokens.size());
}

TEST_CASE(
    "canary: nothing hidden leaves by any way out under any profile, all that may leave does") {
  CanaryAccount canary(seed);
  const ScratchFolder folder, out;
  const std::string file = account_file(canary, folder);
  const std::vector<Canary>& canaries = canary.canaries();
  std::vector<std::string> tokens;
  for (const Canary& one : canaries) tokens.push_back(one.token);
  const CanaryScan scan(tokens);

  // Everything is in the file and its name: the scan has something to find.
  REQUIRE(scan.found(read_text(file) + file).size() == tokens.size());

  const std::vector<WayOut> ways = ways_out();
  for (const char* expected : {"export json", "draw org-chart.svg", "draw influence-map.pdf",
                               "draw org-chart.png", "export pptx org-chart"})
    REQUIRE(std::ranges::count(ways, expected, &WayOut::name) == 1);

  for (const Sharing& sharing : sharings()) {
    std::map<std::string, std::string> name_of;  // of the people by the ids they have outside
    for (const WayOut& way : ways) {
      INFO(way.name << " under " << sharing.profile);
      const Left left = leave(way, file, sharing.profile, out);
      std::vector<bool> is_there(tokens.size());
      std::vector<std::size_t> leaked;
      for (const std::string* part : {&left.bytes, &left.text})
        for (const std::size_t place : scan.found(*part)) is_there[place] = true;
      for (std::size_t place = 0; place < tokens.size(); ++place)
        if (is_there[place] && !sharing.allows(canaries[place])) leaked.push_back(place);
      if (sharing.is_everything) {
        // A copy has the history; nothing else has.
        if (way.name != "copy") CHECK(told(leaked, canaries) == "");
      } else {
        CHECK(told(leaked, canaries) == "");
      }

      if (!way.is_picture) {
        std::vector<std::size_t> lost;
        for (std::size_t place = 0; place < tokens.size(); ++place)
          if (sharing.allows(canaries[place]) && !is_there[place]) lost.push_back(place);
        CHECK(told(lost, canaries) == "");
      }
      if (way.name == "export json") {
        const Json exported = Json::parse(left.bytes);
        for (const Json& person : exported.at("people"))
          name_of[person.at("id")] = person.value("name", "");
        CHECK(name_of.size() == (sharing.is_everything ? 7u : 5u));
      }
      if (!way.is_picture || !way.has_text || left.is_refused) continue;
      // A picture shows the names of those the view puts on cards.
      const std::string view = way.arguments[2];
      const Left scene = leave({"draw " + view + " --json", "", {"draw", "--view", view, "--json"}},
                               file, sharing.profile, out);
      std::size_t shown = 0;
      const Json drawn = Json::parse(scene.bytes);
      if (drawn.at("cards").empty() && !sharing.is_everything) {
        CHECK(scene.said != "");  // what the view is about may not leave: it says so
        continue;
      }
      for (const Json& card : drawn.at("cards")) {
        const std::string name = name_of.at(card.at("person"));
        const std::string first_word = name.substr(0, name.find(' '));
        const auto place = std::ranges::find(tokens, first_word) - tokens.begin();
        if (place == static_cast<std::ptrdiff_t>(tokens.size())) continue;  // "Person 1"
        CHECK(is_there[static_cast<std::size_t>(place)]);
        ++shown;
      }
      CHECK(shown >= 3);
    }
  }
}

TEST_CASE("canary: what is hidden from others is there for the team") {
  CanaryAccount canary(seed);
  const ScratchFolder folder, out;
  const std::string file = account_file(canary, folder);
  const std::vector<Canary>& canaries = canary.canaries();
  std::vector<std::string> tokens;
  for (const Canary& one : canaries) tokens.push_back(one.token);
  const CanaryScan scan(tokens);
  const Sharing& narrow = sharings()[2];
  REQUIRE(narrow.profile == "names-only");
  for (const WayOut& way : ways_out()) {
    if (!way.has_text) continue;
    INFO(way.name);
    const Left left = leave(way, file, "team", out);
    std::size_t hidden = 0;
    for (const std::string* part : {&left.bytes, &left.text})
      for (const std::size_t place : scan.found(*part)) hidden += !narrow.allows(canaries[place]);
    CHECK(hidden > 0);
  }
}

}  // namespace inroad::test
