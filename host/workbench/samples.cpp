// SPDX-License-Identifier: MIT
#include "workbench/samples.h"

#include <algorithm>
#include <cstdlib>

#include "app/files.h"
#include "model/interchange.h"

namespace inroad::workbench {

std::vector<Sample> find_samples(const std::filesystem::path& folder) {
  std::vector<Sample> samples;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
    const auto history = entry.path() / "history.jsonl", account = entry.path() / "account.json";
    if (!std::filesystem::exists(history) || !std::filesystem::exists(account)) continue;
    const Account whole = read_interchange(app::read_file(account.string()), account.string());
    const auto copy = user_data_folder() / (entry.path().filename().string() + ".inroad");
    samples.push_back({whole.info.name, history.string(), copy.string()});
  }
  std::ranges::sort(samples, {}, &Sample::history);
  return samples;
}

std::filesystem::path user_data_folder() {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder = data != nullptr && *data != '\0'
                                     ? std::filesystem::path(data)
                                     : std::filesystem::path(home == nullptr ? "." : home) / ".local" / "share";
  folder /= "inroad";
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace inroad::workbench
