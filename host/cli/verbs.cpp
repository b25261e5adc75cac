// SPDX-License-Identifier: MIT
//
// The list of verbs, in the order the help shows them.
#include "cli/verb.h"

namespace inroad::cli {

void add_new(CLI::App& parser, Job& job);
void add_import(CLI::App& parser, Job& job);
void add_export(CLI::App& parser, Job& job);
void add_draw(CLI::App& parser, Job& job);
void add_layout(CLI::App& parser, Job& job);
void add_show(CLI::App& parser, Job& job);
void add_suggest(CLI::App& parser, Job& job);
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
                         add_suggest, add_apply, add_history, add_diff, add_merge, add_forget,
                         add_version, add_copy, add_repair, add_plugin})
    add(parser, job);
}

}  // namespace inroad::cli
