// SPDX-License-Identifier: MIT
//
// The list of verbs, in the order the help shows them.
#include "cli/verb.h"

#include <string_view>

namespace inroad::cli {

void add_new(CLI::App& parser, Job& job);
void add_import(CLI::App& parser, Job& job);
void add_export(CLI::App& parser, Job& job);
void add_draw(CLI::App& parser, Job& job);
void add_layout(CLI::App& parser, Job& job);
void add_show(CLI::App& parser, Job& job);
void add_suggest(CLI::App& parser, Job& job);
void add_check(CLI::App& parser, Job& job);
void add_apply(CLI::App& parser, Job& job);
void add_history(CLI::App& parser, Job& job);
void add_diff(CLI::App& parser, Job& job);
void add_forget(CLI::App& parser, Job& job);
void add_merge(CLI::App& parser, Job& job);
void add_version(CLI::App& parser, Job& job);
void add_copy(CLI::App& parser, Job& job);
void add_repair(CLI::App& parser, Job& job);
void add_plugin(CLI::App& parser, Job& job);

void add_verbs(CLI::App& parser, Job& job) {
  for (const auto add : {add_new, add_import, add_export, add_draw, add_layout, add_show,
                         add_suggest, add_check, add_apply, add_history, add_diff, add_merge, add_forget,
                         add_version, add_copy, add_repair, add_plugin})
    add(parser, job);
}

std::string examples_of(std::string_view verb) {
  struct Example {
    std::string_view verb, line;
  };
  static constexpr Example examples[] = {
      {"new", "inroad new client.inroad --name \"Eastline Rail\""},
      {"import", "inroad import people.csv --into client.inroad --dry-run"},
      {"import", "inroad import old.json --into client.inroad --leave-out"},
      {"export", "inroad export client.inroad -o client.json --share client-safe"},
      {"export", "inroad export client.inroad -o map.pptx --view influence-map"},
      {"draw", "inroad draw client.inroad --view influence-map -o map.svg"},
      {"draw", "inroad draw client.inroad --view org-chart --unit Engineering -o chart.pdf"},
      {"layout", "inroad layout client.inroad --view network"},
      {"show", "inroad show client.inroad \"Zhao Min\" --as-of 2026-03-31"},
      {"show", "inroad show client.inroad \"Zhao Min\" --access-report"},
      {"suggest", "inroad suggest client.inroad --deal d1 --coalition 2"},
      {"check", "inroad check client.inroad"},
      {"apply", "inroad apply client.inroad changes.jsonl"},
      {"undo", "inroad undo client.inroad"},
      {"redo", "inroad redo client.inroad"},
      {"log", "inroad log client.inroad --json"},
      {"diff", "inroad diff client.inroad --from 2026-03-31"},
      {"diff", "inroad diff march.inroad november.inroad"},
      {"merge", "inroad merge common.inroad mine.inroad hers.inroad -o together.inroad"},
      {"forget", "inroad forget client.inroad \"Zhao Min\" --dry-run"},
      {"forget", "inroad forget client.inroad \"Zhao Min\" --also \"Mr Zhao\""},
      {"version", "inroad version client.inroad \"Before the tender\""},
      {"copy", "inroad copy client.inroad copy.inroad --share client-safe"},
      {"repair", "inroad repair damaged.inroad -o mended.inroad"},
      {"plugin", "inroad plugin list"}};
  std::string text;
  for (const Example& example : examples)
    if (example.verb == verb) text += "\n  " + std::string(example.line);
  return text;
}

}  // namespace inroad::cli
