// SPDX-License-Identifier: MIT
//
// One run of a plugin's function in the process that has loaded it, with the host's side of the
// border: holds the plugin to the rules of abi.h and says what came of it. Nothing thrown leaves
// it.
#pragma once
#include <inroad/abi.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace inroad::plugins {

// The ways to break the rules of abi.h.
enum class CallFault : std::uint32_t {
  no_answer = 1,   // neither reply nor fail
  answered_twice,  // reply or fail a second time
  bad_return,      // run() did not return 0
  threw,           // an exception crossed the border
  too_large,       // an answer above max_answer_size
  no_memory,       // the answer could not be kept
  not_json,        // an answer in JSON that is none, or not of the message asked for
};

// What a run means to the process it happens in. Called from the thread that runs the plugin.
class RunSink {
 public:
  virtual ~RunSink() = default;
  virtual void keep_answer(std::span<const std::uint8_t> bytes) = 0;  // may throw
  virtual void progress(double share) = 0;
  virtual bool is_cancelled() = 0;
  virtual void log(std::uint32_t level, std::string_view line) = 0;
};

struct RunResult {
  enum class End { replied, failed, fault } end = End::fault;
  CallFault fault = CallFault::no_answer;
  std::string sentence;  // the plugin's own, when it failed
  double plugin_ms = 0;
};

RunResult run_plugin(const inroad_plugin& plugin, std::span<const inroad_input> inputs,
                     const std::string& bundle_folder, RunSink& sink);

// The language that gettext in the plugin answers in from now on, without installed locales.
void use_plugin_language(const std::string& lang);

}  // namespace inroad::plugins
