// SPDX-License-Identifier: MIT
#include "plugins/in_process_call.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <mutex>

#include "plugins/checked_library.h"
#include "plugins/json_wire.h"
#include "plugins/library.h"
#include "plugins/plugin_log.h"
#include "plugins/run_plugin.h"
#include "plugins/sentences.h"

namespace inroad::plugins {

namespace {

// From the file itself, not the checked copy: a debugger finds sources and symbols by this path.
const inroad_plugin& loaded_plugin(const Bundle& bundle) {
  static std::mutex mutex;
  static auto* loaded = new std::map<std::filesystem::path, const inroad_plugin*>;
  const std::lock_guard lock(mutex);
  const inroad_plugin*& plugin = (*loaded)[bundle.library];
  if (plugin == nullptr) {
    checked_library(bundle);
    try {
      plugin = &load_plugin(bundle.library);
    } catch (const LoadFailure& failure) {
      throw cannot_load(bundle, failure.fault, failure.what());
    }
  }
  return *plugin;
}

class AnswerSink : public RunSink {
 public:
  AnswerSink(Answer& answer, const Watch& watch) : answer_(answer), watch_(watch) {}

  void keep_answer(std::span<const std::uint8_t> bytes) override {
    answer_.bytes.assign(bytes.begin(), bytes.end());
  }
  void progress(double share) override {
    if (watch_.progress && std::isfinite(share)) watch_.progress(std::clamp(share, 0.0, 1.0));
  }
  bool is_cancelled() override { return watch_.cancelled != nullptr && *watch_.cancelled; }
  void log(std::uint32_t, std::string_view line) override { log_.add_line(line); }

  std::vector<std::string> take_log() { return log_.take(); }

 private:
  Answer& answer_;
  const Watch& watch_;
  PluginLog log_;
};

// The border promises inputs aligned to 8; in a plugin process they start at a page.
class AlignedInputs {
 public:
  explicit AlignedInputs(std::span<const Input> inputs) {
    for (const Input& input : inputs) {
      const Bytes bytes = aligned(input.bytes);
      inputs_.push_back({static_cast<std::uint32_t>(input.kind), 0, {bytes.data(), bytes.size()}});
    }
  }
  std::span<const inroad_input> all() const { return inputs_; }

 private:
  Bytes aligned(Bytes bytes) {
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 == 0) return bytes;
    return copies_.emplace_back(bytes.begin(), bytes.end());
  }
  std::vector<std::vector<std::uint8_t>> copies_;
  std::vector<inroad_input> inputs_;
};

}  // namespace

Answer call_in_process(const Bundle& bundle, std::span<const Input> inputs, const std::string& lang,
                       const Watch& watch) {
  const auto start = std::chrono::steady_clock::now();
  const inroad_plugin& plugin = loaded_plugin(bundle);
  const char* in_force = std::getenv("LANGUAGE");
  if (in_force == nullptr || lang != in_force) use_plugin_language(lang);

  Answer answer;
  AnswerSink sink(answer, watch);
  const AlignedInputs aligned(inputs);
  const auto run = bundle.is_json ? run_json_plugin : run_plugin;
  RunResult result = run(plugin, aligned.all(), bundle.folder.string(), sink);
  if (sink.is_cancelled()) throw cancelled();
  if (result.end == RunResult::End::fault) throw broke_the_rules(bundle, result.fault);
  if (result.end == RunResult::End::failed) throw failed_itself(bundle, result.sentence);

  answer.plugin_ms = result.plugin_ms;
  answer.log = sink.take_log();
  const std::chrono::duration<double, std::milli> total = std::chrono::steady_clock::now() - start;
  answer.call_ms = std::max(0.0, total.count() - answer.plugin_ms);
  return answer;
}

}  // namespace inroad::plugins
