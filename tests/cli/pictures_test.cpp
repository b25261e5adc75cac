// SPDX-License-Identifier: MIT
//
// inroad draw and export: kinds of pictures, what stands in them, and that a failure leaves the old
// picture as it was and nothing beside it.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <regex>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

using Names = std::vector<std::string>;

std::string sample(const std::string& name) {
  return std::string(INROAD_SOURCE_FOLDER) + "/samples/accounts/" + name + "/account.json";
}

Ran draw(const std::string& account, const std::string& view, const std::string& output,
         const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"draw", account, "--view", view, "-o", output};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return inroad(arguments);
}

std::vector<std::string> names_in(const std::string& account) {
  const Json read = Json::parse(read_text(account));
  std::vector<std::string> names;
  for (const Json& person : read["people"]) names.push_back(person["name"]);
  return names;
}

}  // namespace

TEST_CASE("draw writes svg, pdf and png, and is silent on stdout") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().influence("s", "t", .5).text());
  for (const auto& [ending, start] :
       {std::pair{"svg", "<?xml"}, {"pdf", "%PDF-"}, {"png", "\x89PNG"}}) {
    const std::string file = scratch / (std::string("a.") + ending);
    const Ran ran = draw(scratch / "a.json", "org-chart", file);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    REQUIRE(ran.out.empty());
    REQUIRE(read_text(file).starts_with(start));
  }
  REQUIRE(scratch.names() == Names{"a.json", "a.pdf", "a.png", "a.svg"});
}

TEST_CASE("draw --json has the documented keys, a picture and its scene may come together") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5).tie("reports_to", "s", "t").deal("d1", {"t"});
  const ScratchFolder scratch;
  write_text(scratch / "a.json", sketch.text());
  for (const char* view : {"org-chart", "influence-map"}) {
    const Json scene = parsed(draw(scratch / "a.json", view, scratch / "a.svg", {"--json"}));
    REQUIRE(keys_of(scene) == Names{"cards", "links", "regions", "labels", "marks"});
    REQUIRE(scene["cards"].size() == 2);
    const Names card_keys = keys_of(scene["cards"][0]);
    REQUIRE(card_keys == Names{"person", "x", "y", "width", "height"});
    REQUIRE_FALSE(scene["links"].empty());
    const Json& link = scene["links"][0];
    const Names link_keys = keys_of(link);
    REQUIRE(link_keys.size() >= 4);
    REQUIRE(Names(link_keys.begin(), link_keys.begin() + 3) == Names{"tie", "from", "to"});
    REQUIRE(link_keys.back() == "points");
    REQUIRE(link["points"].size() >= 2);
    REQUIRE(link["points"][0].size() == 2);
  }
  REQUIRE(parsed(inroad({"draw", scratch / "a.json", "--view", "org-chart", "--json"})) ==
          parsed(inroad({"draw", scratch / "a.json", "--view", "org-chart", "--json"})));
}

TEST_CASE("the SVG is well-formed and holds every name as text, in both views") {
  const ScratchFolder scratch;
  const std::string name = GENERATE(as<std::string>{}, "eastline-rail", "lanjiang-energy");
  const std::string deal = name == "eastline-rail" ? "d-signalling" : "d-dispatch";
  const Json account = Json::parse(read_text(sample(name)));
  for (const char* view : {"org-chart", "influence-map"}) {
    const Ran ran = draw(sample(name), view, scratch / "a.svg", {"--deal", deal});
    INFO(view << ": " << ran.err);
    REQUIRE(ran.exit_code == 0);
    const std::string svg = read_text(scratch / "a.svg");
    const Json scene =
        parsed(inroad({"draw", sample(name), "--view", view, "--deal", deal, "--json"}));
    REQUIRE(scene["cards"].size() >= 25);
    for (const Json& card : scene["cards"])
      for (const Json& person : account["people"])
        if (person["id"] == card["person"]) {
          INFO(person["name"]);
          CHECK(svg.find(">" + person["name"].get<std::string>()) != std::string::npos);
        }
    if (is_installed("xmllint"))
      REQUIRE(run("xmllint", {"--noout", "--nonet", scratch / "a.svg"}).exit_code == 0);
  }
}

TEST_CASE("a picture says what it shows, of what day, how many people, and who may see it") {
  const ScratchFolder scratch;
  const auto svg_as = [&](const std::string& profile) {
    REQUIRE(draw(sample("eastline-rail"), "org-chart", scratch / "a.svg",
                 {"--deal", "d-signalling", "--share", profile})
                .exit_code == 0);
    return read_text(scratch / "a.svg");
  };
  const auto has = [](const std::string& svg, const std::string& text) {
    return std::regex_search(svg, std::regex(">" + text + "<"));
  };
  const std::string date = "Data as of [1-3]?[0-9] [A-Z][a-z]{2} [0-9]{4} · ";
  const std::string team = svg_as("team");
  CHECK(has(team, "Org chart · client's step: Criteria"));
  CHECK(has(team, date + "34 people"));
  CHECK(has(team, "Team · confidential"));
  const std::string shared = svg_as("client-safe");
  CHECK(has(shared, "Org chart"));
  CHECK(has(shared, date + "[0-9]+ people · shared as Client-safe"));
  CHECK(shared.find("Criteria") == std::string::npos);
  CHECK(shared.find("confidential") == std::string::npos);
}

TEST_CASE("pdftotext finds the Chinese names") {
  if (!is_installed("pdftotext")) {
    WARN("skipped: pdftotext is not installed (package poppler-utils)");
    return;
  }
  const ScratchFolder scratch;
  for (const char* view : {"org-chart", "influence-map"}) {
    REQUIRE(draw(sample("lanjiang-energy"), view, scratch / "a.pdf", {"--deal", "d-dispatch"})
                .exit_code == 0);
    const Ran text = run("pdftotext", {scratch / "a.pdf", "-"});
    REQUIRE(text.exit_code == 0);
    std::size_t found = 0;
    for (const std::string& name : names_in(sample("lanjiang-energy")))
      found += text.out.find(name) != std::string::npos;
    INFO(view << ": " << text.out);
    REQUIRE(found >= 30);
  }
}

TEST_CASE("the path of the best, of a person named, or none, is drawn on the influence map") {
  const ScratchFolder scratch;
  Sketch sketch;
  sketch.person("s", "mentor").person("m", "supporter").person("t");
  sketch.influence("s", "t", .5).influence("m", "t", .5).deal("d1", {"t"});
  write_text(scratch / "a.json", sketch.text());
  const auto path = [&](const std::vector<std::string>& more) {
    const Json scene = parsed(draw(scratch / "a.json", "influence-map", scratch / "a.svg", more));
    std::string from;
    for (const Json& link : scene["links"])
      if (link.contains("route_step")) from += link["from"].get<std::string>();
    return from;
  };
  REQUIRE(path({"--json"}) == "s");
  REQUIRE(path({"--json", "--carrier", "best"}) == "s");
  REQUIRE(path({"--json", "--carrier", "m"}) == "m");
  REQUIRE(path({"--json", "--carrier", "none"}).empty());
  REQUIRE(draw(scratch / "a.json", "influence-map", scratch / "a.svg", {"--carrier", "nobody"})
              .exit_code == 2);
}

TEST_CASE("an unknown view, theme, profile or ending: exit 2, the known ones named") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  for (const auto& [arguments, said] :
       {std::pair<Names, std::string>{{"--view", "tea-leaves", "-o", "a.svg"}, "org-chart"},
        {{"--view", "org-chart", "-o", "a.svg", "--theme", "beige"}, "light"},
        {{"--view", "org-chart", "-o", "a.svg", "--share", "world"}, "names-only"},
        {{"--view", "org-chart", "-o", "a.bmp"}, "svg"}}) {
    Names all{"draw", scratch / "a.json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    for (std::string& word : all)
      if (word == "a.svg" || word == "a.bmp") word = scratch / word;
    const Ran ran = inroad(all);
    INFO(ran.err);
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(said) != std::string::npos);
    CHECK(scratch.names() == Names{"a.json"});
  }
}

TEST_CASE("a picture is replaced whole, keeps its rights, and a link to it stays a link") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  write_text(scratch / "real.svg", "old");
  REQUIRE(chmod((scratch / "real.svg").c_str(), 0640) == 0);
  std::filesystem::create_symlink("real.svg", scratch / "link.svg");
  REQUIRE(draw(scratch / "a.json", "org-chart", scratch / "link.svg").exit_code == 0);
  REQUIRE(std::filesystem::is_symlink(scratch / "link.svg"));
  REQUIRE(read_text(scratch / "real.svg").starts_with("<?xml"));
  struct stat status {};
  REQUIRE(stat((scratch / "real.svg").c_str(), &status) == 0);
  REQUIRE((status.st_mode & 0777) == 0640);
  REQUIRE(scratch.names() == Names{"a.json", "link.svg", "real.svg"});
}

TEST_CASE("a picture that cannot be written leaves the old one and no temporary file") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  const std::string folder = scratch / "folder";
  REQUIRE(mkdir(folder.c_str(), 0700) == 0);
  const auto left = [&] {
    Names names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.path()))
      names.push_back(entry.path().filename());
    return names;
  };

  SECTION("the target is a folder") {
    REQUIRE(mkdir((folder + "/map.svg").c_str(), 0700) == 0);
    const Names before = left();
    const Ran ran = draw(scratch / "a.json", "org-chart", folder + "/map.svg");
    INFO(ran.err);
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find("map.svg") != std::string::npos);
    CHECK(left() == before);
  }
  SECTION("there is no such folder") {
    const Names before = left();
    CHECK(draw(scratch / "a.json", "org-chart", scratch / "none/map.svg").exit_code == 1);
    CHECK(left() == before);
  }
  SECTION("the folder is read-only") {
    write_text(folder + "/map.svg", "old");
    const Names before = left();
    REQUIRE(chmod(folder.c_str(), 0500) == 0);
    const bool is_root = access(folder.c_str(), W_OK) == 0;
    const Ran ran = is_root ? Ran{1, {}, "map.svg"}
                            : draw(scratch / "a.json", "org-chart", folder + "/map.svg");
    REQUIRE(chmod(folder.c_str(), 0700) == 0);
    if (is_root) WARN("skipped: nothing is read-only to root");
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find("map.svg") != std::string::npos);
    CHECK(read_text(folder + "/map.svg") == "old");
    CHECK(left() == before);
  }
  SECTION("the view fails") {
    write_text(folder + "/map.svg", "old");
    const Names before = left();
    CHECK(draw(scratch / "missing.json", "org-chart", folder + "/map.svg").exit_code == 3);
    CHECK(read_text(folder + "/map.svg") == "old");
    CHECK(left() == before);
  }
}

TEST_CASE("standard output that is full is a failure") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  const std::string command =
      std::string(INROAD_BIN_FOLDER) + "/inroad show '" + (scratch / "a.json") + "' > /dev/full";
  const Ran ran = run("sh", {"-c", command});
  REQUIRE(ran.exit_code == 1);
  REQUIRE_FALSE(ran.err.empty());
}

}  // namespace inroad::test
