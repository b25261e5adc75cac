// SPDX-License-Identifier: MIT
#include "app/plugin_check.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <thread>

#include "app/files.h"
#include "app/trial_call.h"
#include "app/trial_maps.h"
#include "model/error.h"
#include "model/field.h"
#include "model/words.h"
#include "plugins/checked_library.h"
#include "plugins/elf_symbols.h"
#include "plugins/manifest.h"
#include "plugins/sealed_memory.h"

namespace inroad::app {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::uint64_t most_memory = std::uint64_t{2} << 30;
constexpr int fuzzed_requests = 40;
constexpr double most_after_cancel_ms = 2000;

// What a test throws that comes to another end than passing.
struct Outcome {
  TestStatus status;
  std::string details;
};
[[noreturn]] void fails(const std::string& details) { throw Outcome{TestStatus::failed, details}; }
[[noreturn]] void skips(const std::string& details) { throw Outcome{TestStatus::skipped, details}; }
[[noreturn]] void warns(const std::string& details) { throw Outcome{TestStatus::warning, details}; }

class Tester {
 public:
  Tester(const Toolbox& toolbox, const PluginCheckRequest& request)
      : toolbox_(toolbox), request_(request) {}

  void manifest_is_valid() {
    try {
      const std::string id = plugins::manifest_id(request_.bundle);
      bundle_ = plugins::read_manifest(id.substr(0, id.find('/')), request_.bundle);
      // Whoever has it tried has chosen to run it, whichever walls there are.
      bundle_->origin = plugins::Origin::path;
      bundle_->is_trusted = true;
    } catch (const plugins::BrokenManifest& broken) {
      fails(broken.what());
    }
  }

  void titles_are_translated() {
    if (!bundle().title.contains("zh_CN")) warns(_("The title has no Chinese (zh_CN)."));
  }

  void packs_are_valid() {
    if (bundle().packs.empty()) skips(_("It brings no packs."));
    FacetBook book;
    for (const std::filesystem::path& pack : bundle().packs) {
      try {
        book.add_pack(parse_text(read_file(pack.string()), pack.string()), pack.string());
      } catch (const Error& error) {
        fails(describe_current_exception().sentence);
      }
    }
  }

  void library_can_be_loaded() {
    need_library();
    plugins::checked_library(bundle());
  }

  void one_symbol_is_exported() {
    const plugins::ElfSymbols symbols = symbols_of_library();
    if (!std::ranges::count(symbols.exported, INROAD_PLUGIN_ENTRY))
      fails(format(_("Its library lacks the entry “{}”."), INROAD_PLUGIN_ENTRY));
    for (const std::string& symbol : symbols.exported)
      if (symbol != INROAD_PLUGIN_ENTRY)
        warns(format(_("It also exports “{}”; hide what is not the entry."), symbol));
  }

  void no_toolkit_is_needed() {
    for (const std::string& library : symbols_of_library().needed)
      for (const char* toolkit : {"libwx", "libgtk", "libgdk", "libQt", "libX11", "libwayland"})
        if (library.starts_with(toolkit))
          fails(format(_("It needs {}; plugins draw nothing themselves."), library));
  }

  void answers(TrialMap map) {
    need_library();
    plugins::Session own = session();
    plain(own, map);
  }

  void answers_large_map() {
    const auto start = Clock::now();
    answers(TrialMap::large);
    const double share = Milliseconds(Clock::now() - start).count() / bundle().deadline_ms;
    if (share > .5) warns(format(_("It took {:.0f} % of its deadline."), 100 * share));
  }

  void answer_is_repeatable() {
    need_library();
    plugins::Session first = session(), second = session();
    if (plain(first, TrialMap::small) != plain(second, TrialMap::small))
      fails(_("Two fresh processes gave different answers to the same call."));
  }

  void warm_answers_like_cold() {
    need_library();
    if (bundle().kind == plugins::Kind::importer)
      skips(_("An importer has a fresh process for each call."));
    plugins::Session warm = session();
    const auto cold = plain(warm, TrialMap::small);
    plain(warm, TrialMap::cycles);
    plain(warm, TrialMap::hostile_texts);
    if (plain(warm, TrialMap::small) != cold)
      fails(_("Asked again after other calls, it answered differently."));
  }

  void stops_when_cancelled() {
    need_library();
    plugins::Session own = session();
    const auto about = snapshot(TrialMap::large);
    const Trial trial = trial_of(bundle(), *about, nullptr);
    std::atomic<bool> is_cancelled{false};
    Clock::time_point at;
    std::jthread canceller([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      at = Clock::now();
      is_cancelled = true;
    });
    try {
      tried(own, bundle(), *about, trial, {{}, &is_cancelled});
      return;  // it was quicker
    } catch (const Error& error) {
      if (error.kind != ErrorKind::failed) throw;
    }
    canceller.join();
    if (Milliseconds(Clock::now() - at).count() > most_after_cancel_ms)
      fails(_("It went on for more than 2 s after nobody waited any more."));
  }

  void survives_odd_requests() {
    need_library();
    std::mt19937_64 random(request_.seed);
    for (int i = 0; i < fuzzed_requests; ++i) {
      const TrialMap maps[] = {TrialMap::empty, TrialMap::one_person, TrialMap::small,
                               TrialMap::cycles, TrialMap::hostile_texts};
      const auto about = snapshot(maps[random() % std::size(maps)]);
      const Trial trial = trial_of(bundle(), *about, &random);
      plugins::Session own = session();
      tried(own, bundle(), *about, trial);
    }
  }

  // Last: counts every process of this check that has ended.
  void memory_is_bounded() {
    need_library();
    if (toolbox_.runner().in_process) skips(_("Inside this process it cannot be told apart."));
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto bytes = static_cast<std::uint64_t>(used.ru_maxrss) << 10;
    if (bytes > most_memory)
      fails(format(_("A process of it took {0} MiB, at most {1} are allowed."), bytes >> 20,
                   most_memory >> 20));
  }

  std::string id() const { return bundle_ ? bundle_->id : std::string(); }

 private:
  const plugins::Bundle& bundle() const {
    if (!bundle_) skips(_("The manifest cannot be used."));
    return *bundle_;
  }
  void need_library() const {
    if (bundle().library.empty()) skips(_("It is data only."));
  }
  plugins::ElfSymbols symbols_of_library() const {
    need_library();
    const plugins::Fd library = plugins::checked_library(bundle());
    const plugins::Mapping mapped(library.get());
    plugins::ElfSymbols symbols = plugins::elf_symbols(mapped.bytes());
    if (!symbols.is_readable) fails(_("The library's tables of symbols cannot be read."));
    return symbols;
  }
  plugins::Session session() const { return {bundle(), toolbox_.runner()}; }

  std::shared_ptr<const Snapshot> snapshot(TrialMap map) {
    auto& kept = snapshots_[map];
    if (!kept) kept = trial_snapshot(map, toolbox_.facets());
    return kept;
  }
  std::vector<std::uint8_t> plain(plugins::Session& session, TrialMap map) {
    const auto about = snapshot(map);
    return tried(session, bundle(), *about, trial_of(bundle(), *about, nullptr));
  }

  const Toolbox& toolbox_;
  const PluginCheckRequest& request_;
  std::optional<plugins::Bundle> bundle_;
  std::map<TrialMap, std::shared_ptr<const Snapshot>> snapshots_;
};

struct Test {
  const char* name;
  const char* sentence;
  std::function<void(Tester&)> run;
};

const std::vector<Test>& all_tests() {
  const auto on = [](TrialMap map) { return [map](Tester& tester) { tester.answers(map); }; };
  static const std::vector<Test> all = {
      {"manifest-is-valid", N_("plugin.json says what is needed, by the rules."),
       &Tester::manifest_is_valid},
      {"titles-are-translated", N_("The title is there in English and Chinese."),
       &Tester::titles_are_translated},
      {"packs-are-valid", N_("Its method packs can be used."), &Tester::packs_are_valid},
      {"library-can-be-loaded", N_("Its library is whole and built for this machine."),
       &Tester::library_can_be_loaded},
      {"one-symbol-is-exported", N_("Its library shows the entry and nothing else."),
       &Tester::one_symbol_is_exported},
      {"no-toolkit-is-needed", N_("Its library needs no window toolkit."),
       &Tester::no_toolkit_is_needed},
      {"answers-small-map", N_("A small map is answered by the rules."), on(TrialMap::small)},
      {"answers-empty-map", N_("A map without anybody is answered or declined."),
       on(TrialMap::empty)},
      {"answers-one-person", N_("A map of one person is answered or declined."),
       on(TrialMap::one_person)},
      {"answers-cycles", N_("Reporting and influence in circles are answered or declined."),
       on(TrialMap::cycles)},
      {"answers-hostile-texts", N_("Names made to break programs are answered or declined."),
       on(TrialMap::hostile_texts)},
      {"answers-large-map", N_("A map of 50,000 people is answered or declined in time."),
       &Tester::answers_large_map},
      {"answer-is-repeatable", N_("The same call gets the same answer."),
       &Tester::answer_is_repeatable},
      {"warm-answers-like-cold", N_("What it was asked before does not change an answer."),
       &Tester::warm_answers_like_cold},
      {"stops-when-cancelled", N_("It ends soon when nobody waits any more."),
       &Tester::stops_when_cancelled},
      {"survives-odd-requests", N_("Odd but lawful requests are answered or declined."),
       &Tester::survives_odd_requests},
      {"memory-is-bounded", N_("It keeps within 2 GiB."), &Tester::memory_is_bounded},
  };
  return all;
}

TestResult run(const Test& test, Tester& tester) {
  TestResult result{test.name, _(test.sentence), {}, TestStatus::passed, 0};
  const auto start = Clock::now();
  const auto ends = [&](TestStatus status, std::string details) {
    result.status = status;
    result.details = std::move(details);
  };
  try {
    test.run(tester);
  } catch (const Outcome& outcome) {
    ends(outcome.status, outcome.details);
  } catch (const plugins::Crashed& crash) {
    ends(TestStatus::crashed, crash.what());
  } catch (const plugins::TimedOut& late) {
    ends(TestStatus::timed_out, late.what());
  } catch (const std::exception& error) {
    ends(TestStatus::failed, error.what());
  }
  result.ms = Milliseconds(Clock::now() - start).count();
  return result;
}

}  // namespace

bool PluginCheck::is_good() const {
  return std::ranges::none_of(results, [](const TestResult& result) {
    return result.status == TestStatus::failed || result.status == TestStatus::crashed ||
           result.status == TestStatus::timed_out;
  });
}

const char* word(TestStatus status) {
  switch (status) {
    case TestStatus::passed:
      return "passed";
    case TestStatus::failed:
      return "failed";
    case TestStatus::crashed:
      return "crashed";
    case TestStatus::timed_out:
      return "timed out";
    case TestStatus::skipped:
      return "skipped";
    case TestStatus::warning:
      return "warning";
  }
  return "";
}

PluginCheck check_plugin(const Toolbox& toolbox, const PluginCheckRequest& request) {
  if (!std::filesystem::is_directory(request.bundle))
    throw Error(ErrorKind::bad_input, _("There is no such folder."), request.bundle.string(),
                _("Name the folder that holds plugin.json."));
  const auto is_meant = [&](const Test& test) {
    return request.only.empty() || request.only == test.name;
  };
  if (std::ranges::none_of(all_tests(), is_meant))
    throw Error(ErrorKind::usage, format(_("There is no test \"{}\"."), request.only), "--only",
                _("Without --only the tests are listed as they run."));
  PluginCheck check;
  check.seed = request.seed;
  Tester tester(toolbox, request);
  for (const Test& test : all_tests()) {
    // The manifest is read for every test; it is told only where it is asked about.
    const bool is_first = &test == &all_tests().front();
    if (!is_meant(test) && !is_first) continue;
    TestResult result = run(test, tester);
    if (!is_meant(test)) continue;
    check.results.push_back(std::move(result));
  }
  check.id = tester.id();
  return check;
}

std::string plugin_check_json(const PluginCheck& check) {
  nlohmann::ordered_json json{
      {"plugin", check.id}, {"seed", check.seed}, {"good", check.is_good()}};
  json["tests"] = nlohmann::ordered_json::array();
  for (const TestResult& result : check.results)
    json["tests"].push_back({{"name", result.name},
                             {"status", word(result.status)},
                             {"sentence", result.sentence},
                             {"details", result.details},
                             {"ms", result.ms}});
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace inroad::app
