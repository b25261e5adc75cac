// SPDX-License-Identifier: MIT
//
// The validator: named tests that a bundle must pass before anybody should rely on it. Each test of
// code has plugin processes of its own, so that one that crashes says nothing about the next.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/toolbox.h"

namespace inroad::app {

enum class TestStatus { passed, failed, crashed, timed_out, skipped, warning };

// name: kebab-case, for ever the same. sentence: what is demanded. details: what was seen instead.
struct TestResult {
  std::string name, sentence, details;
  TestStatus status = TestStatus::passed;
  double ms = 0;
};

// only: a test's name; empty = all. seed: of the random requests.
struct PluginCheckRequest {
  std::filesystem::path bundle;
  std::string only;
  std::uint64_t seed = 1;
};

struct PluginCheck {
  std::string id;  // empty when the manifest does not tell
  std::uint64_t seed = 1;
  std::vector<TestResult> results;
  bool is_good() const;  // nothing failed, crashed or timed out
};

// Throws Error(usage) for an unknown name of a test, Error(bad_input) when there is no such folder.
PluginCheck check_plugin(const Toolbox& toolbox, const PluginCheckRequest& request);

// {"plugin", "seed", "good", "tests": [{"name", "status", "sentence", "details", "ms"}]}
std::string plugin_check_json(const PluginCheck& check);
const char* word(TestStatus status);

}  // namespace inroad::app
