// SPDX-License-Identifier: MIT
#include "real_data.h"

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "catch.h"
#include "program.h"

namespace inroad::test {
namespace fs = std::filesystem;

std::string real_data_folder() {
  if (const char* set = std::getenv("INROAD_REAL_DATA")) return set;
  return (fs::path(INROAD_SOURCE_FOLDER).parent_path() / "shared/data/real").string();
}

bool has_real_data() {
  if (fs::is_directory(real_data_folder())) return true;
  WARN("skipped: no real data sets at " << real_data_folder()
                                        << "; set INROAD_REAL_DATA to their folder");
  return false;
}

std::vector<std::map<std::string, std::string>> rows_of(const std::string& table) {
  const auto cells_of = [](const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream rest(line);
    for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
    return cells;
  };
  std::istringstream text(read_text(table));
  std::string line;
  std::getline(text, line);
  const auto columns = cells_of(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(text, line)) {
    const auto cells = cells_of(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[columns.at(i)] = cells[i];
  }
  return rows;
}

}  // namespace inroad::test
