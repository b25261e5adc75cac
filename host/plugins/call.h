// SPDX-License-Identifier: MIT
//
// A plugin call: a pure function in a process of its own. Request and snapshot go in over sealed
// shared memory, the answer comes back the same way; a late, dead or lying plugin costs an
// Error(plugin) that names it, nothing else.
#pragma once
#include <inroad/abi.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/error.h"
#include "plugins/bundle.h"

namespace inroad::plugins {

using Bytes = std::span<const std::uint8_t>;

struct Input {
  inroad_input_kind kind{};
  Bytes bytes;
};

// What the caller may do while the call runs. cancelled: set from any thread; the process is then
// killed.
struct Watch {
  std::function<void(double share)> progress;
  std::atomic<bool>* cancelled = nullptr;
};

struct Answer {
  std::vector<std::uint8_t> bytes;  // as the plugin gave it, not yet verified
  double plugin_ms = 0;             // the work inside the plugin
  double call_ms = 0;               // the rest of the call
  std::vector<std::string> log;
};

// Says how plugins run: in processes of their own (inroad-plugin-host beside the program), or in
// this process for a debugger (`--in-process`).
struct Runner {
  std::filesystem::path plugin_host;
  bool in_process = false;
};

// No answer, and no failure of the plugin either: its own `fail`, the sentence kept word for word;
// or a process that may not be started here.
struct Declined : Error {
  using Error::Error;
};
// The process ended before it had answered; it was stopped because it was late.
struct Crashed : Error {
  using Error::Error;
};
struct TimedOut : Error {
  using Error::Error;
};

// One process for one bundle, one account and one share profile; started at the first call, reused
// for the next, never for another account. Not thread-safe: one call at a time. Killed and reaped
// with it.
class Session {
 public:
  Session(const Bundle& bundle, const Runner& runner);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  // lang: the request's language (the plugin's words are in it). Throws Error(plugin) naming the
  // plugin: cannot start, died (signal or exit), too late (killed), no answer, failed with a
  // sentence; Error(failed) when cancelled.
  Answer call(std::span<const Input> inputs, const std::string& lang, const Watch& watch = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace inroad::plugins
