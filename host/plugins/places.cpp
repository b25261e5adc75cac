// SPDX-License-Identifier: MIT
#include "plugins/places.h"

#include <cstdlib>
#include <sstream>

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;

fs::path folder_in(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path(value == nullptr ? "" : value);
  return path.is_absolute() ? path : fs::path();
}

}  // namespace

fs::path user_folder() {
  if (const fs::path data = folder_in("XDG_DATA_HOME"); !data.empty()) return data / "inroad";
  if (const fs::path home = folder_in("HOME"); !home.empty()) return home / ".local/share/inroad";
  return {};
}

std::vector<Root> user_roots() {
  std::vector<Root> roots;
  if (const char* paths = std::getenv("INROAD_PLUGIN_PATH")) {
    std::istringstream all(paths);
    for (std::string path; std::getline(all, path, ':');)
      if (fs::path(path).is_absolute()) roots.push_back({path, Origin::path});
  }
  if (const fs::path folder = user_folder(); !folder.empty())
    roots.push_back({folder / "plugins", Origin::user});
  return roots;
}

}  // namespace inroad::plugins
