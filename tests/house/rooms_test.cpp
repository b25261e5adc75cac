// SPDX-License-Identifier: MIT
//
// Who may include whom, read from the sources themselves, and that no program but the window links
// a GUI toolkit. The rules are those of docs/architecture.md.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.h"

namespace fs = std::filesystem;

namespace {

struct Include {
  std::string file;  // below the source folder
  std::string header;
};

std::vector<Include> includes_below(const std::string& folder) {
  static const std::regex line_form(R"(^\s*#\s*include\s*[<"]([^">]+)[">])");
  std::vector<Include> includes;
  const fs::path root = INROAD_SOURCE_FOLDER;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".hpp" && ending != ".cpp" && ending != ".c") continue;
    std::ifstream file(entry.path());
    std::smatch match;
    for (std::string line; std::getline(file, line);)
      if (std::regex_search(line, match, line_form))
        includes.push_back({fs::relative(entry.path(), root).string(), match[1]});
  }
  return includes;
}

bool starts_with_any(const std::string& header, const std::vector<std::string>& starts) {
  for (const std::string& start : starts)
    if (header.starts_with(start)) return true;
  return false;
}

const std::set<std::string> rooms{"model", "store", "plugins", "render", "app", "cli", "workbench"};

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string text;
  std::array<char, 4096> block{};
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe.get()))
    text.append(block.data(), got);
  return text;
}

}  // namespace

TEST_CASE("each room of the host includes only the rooms below it") {
  const std::map<std::string, std::set<std::string>> may_use{
      {"model", {"model"}},
      {"store", {"store", "model"}},
      {"plugins", {"plugins", "model"}},
      {"render", {"render", "model"}},
      {"app", {"app", "model", "store", "plugins", "render"}},
      {"cli", {"cli", "app", "model", "store", "plugins", "render"}},
      {"workbench", {"workbench", "app", "model", "store", "plugins", "render"}}};
  for (const auto& [room, allowed] : may_use) {
    const std::vector<Include> includes = includes_below("host/" + room);
    INFO("room " << room);
    CHECK(!includes.empty());
    for (const auto& [file, header] : includes) {
      const std::string first = header.substr(0, header.find('/'));
      if (header.find('/') == std::string::npos || !rooms.contains(first)) continue;
      INFO(file << " includes " << header);
      CHECK(allowed.contains(first));
    }
  }
}

TEST_CASE("plugins and the SDK know nothing of the host") {
  for (const std::string folder : {"sdk", "plugins"})
    for (const auto& [file, header] : includes_below(folder)) {
      INFO(file << " includes " << header);
      CHECK_FALSE(starts_with_any(
          header, {"host/", "model/", "store/", "render/", "app/", "cli/", "workbench/"}));
    }
}

TEST_CASE("wx is included in the workbench only") {
  for (const std::string folder : {"sdk", "plugins", "host/model", "host/store", "host/plugins",
                                   "host/render", "host/app", "host/cli"})
    for (const auto& [file, header] : includes_below(folder)) {
      INFO(file << " includes " << header);
      CHECK_FALSE(starts_with_any(header, {"wx/", "gtk/"}));
    }
}

TEST_CASE("Graphviz headers stand only in the plugins that use it") {
  for (const std::string folder : {"sdk", "host"})
    for (const auto& [file, header] : includes_below(folder)) {
      INFO(file << " includes " << header);
      CHECK_FALSE(starts_with_any(header, {"graphviz/", "gvc", "cgraph"}));
    }
}

TEST_CASE("no program or plugin but the workbench links wx or GTK") {
  std::size_t looked_at = 0;
  for (const auto& entry : fs::recursive_directory_iterator(INROAD_BIN_FOLDER)) {
    if (!entry.is_regular_file() || entry.path().filename() == "inroad-workbench") continue;
    const bool is_program =
        (entry.status().permissions() & fs::perms::owner_exec) != fs::perms::none;
    if (!is_program && entry.path().extension() != ".so") continue;
    const std::string needed = output_of("ldd '" + entry.path().string() + "' 2>/dev/null");
    if (needed.empty()) continue;
    ++looked_at;
    INFO(entry.path().string() << "\n" << needed);
    CHECK(needed.find("libwx") == std::string::npos);
    CHECK(needed.find("libgtk") == std::string::npos);
  }
  CHECK(looked_at >= 8);  // the command line, the plugin host and six bundles
}

TEST_CASE("no test has a name that ctest would cut or take for an option") {
  // catch_discover_tests splits names at a semicolon: the halves match nothing and count as passed.
  static const std::regex name_form(R"re(TEST_CASE\(\s*"([^"]*)")re");
  std::size_t names = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(INROAD_SOURCE_FOLDER) / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    std::smatch match;
    for (std::string line; std::getline(file, line);)
      if (std::regex_search(line, match, name_form)) {
        ++names;
        INFO(entry.path().string() << ": " << match[1]);
        CHECK(match.str(1).find(';') == std::string::npos);
        CHECK_FALSE(match.str(1).starts_with("-"));
      }
  }
  CHECK(names > 100);
}
