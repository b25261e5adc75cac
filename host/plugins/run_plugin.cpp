// SPDX-License-Identifier: MIT
#include "plugins/run_plugin.h"

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <optional>

#include "plugins/channel.h"

// glibc remembers translations until this counter moves; there is no other way to tell it.
extern "C" int _nl_msg_cat_cntr;

namespace inroad::plugins {

namespace {

// One run's state behind inroad_host::context. The callbacks are noexcept by their own try blocks:
// they are called from C.
struct Run {
  RunSink& sink;
  std::optional<RunResult::End> answered;
  std::optional<CallFault> fault;  // the first one counts
  std::string sentence;

  void blame(CallFault what) {
    if (!fault) fault = what;
  }
  bool may_answer() {
    if (answered) blame(CallFault::answered_twice);
    return !answered;
  }

  void reply(const std::uint8_t* data, std::uint64_t size) {
    if (!may_answer()) return;
    answered = RunResult::End::replied;
    if (size > max_answer_size || (data == nullptr && size > 0)) return blame(CallFault::too_large);
    try {
      sink.keep_answer({data, size});
    } catch (...) {
      blame(CallFault::no_memory);
    }
  }
  void fail(const char* text, std::uint64_t size) {
    if (!may_answer()) return;
    answered = RunResult::End::failed;
    if (text == nullptr) return;
    try {
      sentence.assign(text, std::min<std::uint64_t>(size, max_packet_text));
    } catch (...) {
      blame(CallFault::no_memory);
    }
  }
};

Run& run_of(void* context) { return *static_cast<Run*>(context); }

inroad_host host_for(Run& run, const std::string& bundle_folder) {
  inroad_host host{};
  host.size = sizeof host;
  host.abi_version = INROAD_ABI_VERSION;
  host.context = &run;
  host.reply = [](void* context, const std::uint8_t* data, std::uint64_t size) {
    run_of(context).reply(data, size);
  };
  host.fail = [](void* context, const char* text, std::uint64_t size) {
    run_of(context).fail(text, size);
  };
  host.progress = [](void* context, double share) { run_of(context).sink.progress(share); };
  host.cancelled = [](void* context) -> std::int32_t {
    return run_of(context).sink.is_cancelled() ? 1 : 0;
  };
  host.log = [](void* context, std::uint32_t level, const char* text, std::uint64_t size) {
    if (text != nullptr) run_of(context).sink.log(level, {text, size});
  };
  host.bundle_folder = bundle_folder.c_str();
  return host;
}

}  // namespace

RunResult run_plugin(const inroad_plugin& plugin, std::span<const inroad_input> inputs,
                     const std::string& bundle_folder, RunSink& sink) {
  Run run{sink, {}, {}, {}};
  const inroad_host host = host_for(run, bundle_folder);
  const inroad_inputs all{sizeof all, static_cast<std::uint32_t>(inputs.size()), inputs.data()};

  const auto start = std::chrono::steady_clock::now();
  try {
    if (plugin.run(&host, &all) != 0) run.blame(CallFault::bad_return);
  } catch (...) {
    run.blame(CallFault::threw);
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;

  if (!run.answered) run.blame(CallFault::no_answer);
  if (run.fault) return {RunResult::End::fault, *run.fault, {}, took.count()};
  return {*run.answered, {}, std::move(run.sentence), took.count()};
}

void use_plugin_language(const std::string& lang) {
  setenv("LANGUAGE", lang.c_str(), 1);
  // Any locale but plain "C": only then gettext looks at LANGUAGE. This one is built into glibc.
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  ++_nl_msg_cat_cntr;
}

}  // namespace inroad::plugins
