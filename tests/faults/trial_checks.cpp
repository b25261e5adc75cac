// SPDX-License-Identifier: MIT
#include "faults/trial_checks.h"

#include <algorithm>
#include <filesystem>

#include "faults/reopened.h"

namespace inroad::test {
namespace {

namespace fs = std::filesystem;

bool stands_in(const std::string& folder, const std::string& token) {
  const fs::directory_iterator files(folder);
  return std::any_of(begin(files), end(files), [&](const fs::directory_entry& file) {
    return read_text(file.path()).find(token) != std::string::npos;
  });
}

// All of it is there or, once the file has been opened again, nothing; called done: nothing at
// once.
std::string fault_of_forgetting(const TrialFolder& disk, const Trial& trial, bool is_done) {
  if (is_done && stands_in(disk.folder(), trial.token)) return "what was forgotten is still there";
  const Reopened file = reopened(trial.account);
  if (!file.trouble.empty()) return file.trouble;
  if (file.state == trial.states.front()) return is_done ? "nothing is forgotten" : "";
  return stands_in(disk.folder(), trial.token) ? "some of it is forgotten" : "";
}

std::string fault_of_account(const TrialFolder& disk, const Trial& trial, bool is_done,
                             std::size_t lines) {
  if (!fs::exists(trial.account)) return is_done || !trial.is_new ? "there is no file" : "";
  if (!trial.token.empty()) return fault_of_forgetting(disk, trial, is_done);
  const Reopened file = reopened(trial.account);
  if (trial.states.empty()) return file.trouble;
  std::size_t promised = 0;
  if (trial.states.size() > 1) promised = is_done ? trial.states.size() - 1 : lines;
  const std::string lost = test::lost(file, trial.states, trial.edits_before, promised);
  if (!lost.empty() || !trial.account_fault) return lost;
  return trial.account_fault(file.edits - trial.edits_before);
}

std::string fault_of_output(const Trial& trial, bool is_done) {
  if (!trial.output_fault) return "";
  const bool is_new = !trial.output.empty() && fs::exists(trial.output) &&
                      read_text(trial.output) != trial.output_before;
  if (!is_done && !is_new) return "";
  const std::string wrong = trial.output_fault();
  return wrong.empty() ? "" : trial.output + " " + (is_done ? wrong : "is half written: " + wrong);
}

std::string left_behind(const TrialFolder& disk, const Trial& trial, bool may_sidecars_stay) {
  if (const Reopened beside = reopened(disk.account()); !beside.trouble.empty())
    return beside.trouble;
  for (const auto& entry : fs::directory_iterator(disk.folder())) {
    const std::string path = entry.path().string();
    const bool is_own = path == disk.account() || path == trial.account || path == trial.output;
    const bool is_sidecar = !fs::exists(trial.account) && path.starts_with(trial.account + "-");
    if (!is_own && !(may_sidecars_stay && is_sidecar))
      return entry.path().filename().string() + " is left behind";
  }
  return "";
}

}  // namespace

std::string fault_left(const TrialFolder& disk, const Trial& trial, bool is_done, std::size_t lines,
                       bool may_sidecars_stay) {
  std::string found = fault_of_account(disk, trial, is_done, lines);
  if (found.empty()) found = fault_of_output(trial, is_done);
  if (found.empty()) found = left_behind(disk, trial, may_sidecars_stay);
  return found;
}

}  // namespace inroad::test
