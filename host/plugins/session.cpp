// SPDX-License-Identifier: MIT
#include "plugins/call.h"
#include "plugins/in_process_call.h"
#include "plugins/isolated_call.h"
#include "plugins/process.h"

namespace inroad::plugins {

struct Session::State {
  Bundle bundle;
  Runner runner;
  std::unique_ptr<Process> process;  // none before the first call and after a failure
};

Session::Session(const Bundle& bundle, const Runner& runner)
    : state_(std::make_unique<State>(State{bundle, runner, nullptr})) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Answer Session::call(std::span<const Input> inputs, const std::string& lang, const Watch& watch) {
  const Bundle& bundle = state_->bundle;
  if (state_->runner.in_process) return call_in_process(bundle, inputs, lang, watch);

  const auto start = std::chrono::steady_clock::now();
  std::unique_ptr<Process>& process = state_->process;
  if (process && !process->can_be_reused()) process.reset();
  if (!process) process = std::make_unique<Process>(bundle, state_->runner.plugin_host);
  try {
    return call_process(bundle, *process, start, inputs, lang, watch);
  } catch (...) {
    if (!process->is_fit) process.reset();
    throw;
  }
}

}  // namespace inroad::plugins
