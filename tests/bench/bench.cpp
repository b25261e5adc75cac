// SPDX-License-Identifier: MIT
//
// inroad-bench open [FILE.json]: how opening, reading and editing compare with other programs doing
// the like on the same data in the same run. Prints ratios only: times are the machine's.
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include <fmt/format.h>

#include "child.h"
#include "network.h"
#include "plugin_calls.h"
#include "raw_trip.h"
#include "rules.h"
#include "tasks.h"
#include "trees.h"

namespace inroad::bench {
namespace {

namespace files = std::filesystem;

struct Goal {
  const char* what;
  double limit;
  bool is_at_most;
};
constexpr Goal goals[] = {{"opening / full SQL scan", 2, true},
                          {"Python json / reading JSON", 4, false},
                          {"igraph GraphML / reading JSON", 10, false},
                          {"edit / bare transaction", 2, true},
                          {"peak MiB, opening", 250, true},
                          {"peak MiB, reading JSON", 250, true}};

Numbers task(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"/proc/self/exe", "task"});
  const auto numbers = run_child(arguments);
  if (!numbers) throw std::runtime_error("the task " + arguments[2] + " failed");
  return *numbers;
}

// Microseconds a peer takes; nothing when it is not installed.
std::optional<double> peer(const char* script, const std::string& file) {
  const auto numbers = run_child({"/usr/bin/python3", std::string(PEER_FOLDER) + "/" + script, file});
  return numbers && numbers->contains("read") ? std::optional(numbers->at("read")) : std::nullopt;
}

struct Result {
  std::optional<double> values[std::size(goals)];
  double open = 0, read = 0, edit = 0;
};

Result measure(const std::vector<std::string>& how_to_make) {
  std::string folder = (files::current_path() / "bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder can be made here");
  struct Leftovers {
    std::string folder;
    ~Leftovers() { files::remove_all(folder); }
  } leftovers{folder};
  std::vector<std::string> make = how_to_make;
  make.push_back(folder);
  task(make);
  Numbers open = task({"open", folder}), read = task({"read", folder});
  Numbers scan = task({"scan", folder}), edit = task({"edit", folder});
  const auto python = peer("peer_json.py", folder + "/o.json");
  const auto igraph = peer("peer_igraph.py", folder + "/o.graphml");
  const auto times_read = [&](std::optional<double> other) {
    return other ? std::optional(*other / read["read"]) : std::nullopt;
  };
  return {{open["open"] / scan["scan"], times_read(python), times_read(igraph),
           edit["edit"] / edit["bare"], open["peak_kib"] / 1024, read["peak_kib"] / 1024},
          open["open"],
          read["read"],
          edit["edit"]};
}

void print(const std::string& title, const Result& result, bool is_judged) {
  fmt::print("\n{}\n", title);
  for (std::size_t i = 0; i < std::size(goals); ++i) {
    const auto& [what, limit, is_at_most] = goals[i];
    if (!result.values[i]) {
      fmt::print("  {:32} skipped: not installed\n", what);
      continue;
    }
    const double value = *result.values[i];
    const bool is_met = is_at_most ? value <= limit : value >= limit;
    fmt::print("  {:32} {:8.2f}", what, value);
    if (is_judged)
      fmt::print("   goal {} {}: {}", is_at_most ? "<=" : ">=", limit, is_met ? "met" : "SHORT");
    fmt::print("\n");
  }
}

void print_growth(const Result& small, const Result& large) {
  fmt::print("  grown from the size before: opening x {:.1f}, reading x {:.1f}, edit x {:.1f}\n",
             large.open / small.open, large.read / small.read, large.edit / small.edit);
}

void open_bench(const std::vector<std::string>& arguments) {
  fmt::print(
      "Opening: .inroad file to snapshot. SQL scan: sum(length(column)) of every column of every\n"
      "record table. Reading JSON: text in memory to checked account; Python: json.loads of it;\n"
      "freeing what was read counts for nobody.\n"
      "Bare transaction: one UPDATE of one row by its key, WAL, synchronous=FULL, same disk.\n");
  if (!arguments.empty()) return print(arguments[0], measure({"convert", arguments[0]}), true);
  std::optional<Result> before;
  for (const std::size_t people : {1000, 10000, 100000}) {
    const Result result = measure({"make", std::to_string(people)});
    print(fmt::format("{} people", people), result, people == 100000);
    if (before) print_growth(*before, result);
    before = result;
  }
}

}  // namespace
}  // namespace inroad::bench

int main(int count, char** words) {
  std::vector<std::string> arguments(words + 1, words + count);
  try {
    const std::string name = arguments.empty() ? "open" : arguments[0];
    if (!arguments.empty()) arguments.erase(arguments.begin());
    if (name == "task" && arguments == std::vector<std::string>{"raw-trip"}) {
      inroad::bench::serve_raw_trips();
    } else if (name == "task") {
      inroad::bench::run_task(arguments);
    } else if (name == "open") {
      inroad::bench::open_bench(arguments);
    } else if (name == "tree") {
      inroad::bench::tree_bench(arguments);
    } else if (name == "rules") {
      inroad::bench::rules_bench(arguments);
    } else if (name == "plugins") {
      inroad::bench::plugins_bench(arguments);
    } else if (name == "network") {
      inroad::bench::network_bench(arguments);
    } else {
      throw std::runtime_error("there is no bench \"" + name +
                               "\"; there are: open [FILE.json], tree [FILE.json], "
                               "network [FILE.gv], rules [MAPS], plugins FOLDER");
    }
  } catch (const std::exception& error) {
    std::cerr << "inroad-bench: " << error.what() << '\n';
    return 1;
  }
}
