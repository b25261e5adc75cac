// SPDX-License-Identifier: MIT
//
// inroad repair: a valid copy of what can be read of a damaged account file.
#include "app/copies.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {

void add_repair(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, copy;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("repair", _("Make a repaired copy of a damaged account file"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the damaged file; it is not changed"))->required();
  verb->add_option("-o,--output", options->copy, _("the file to make, NAME.inroad"))->required();
  verb->add_flag("--json", options->is_json, _("what was lost as JSON"));
  verb->callback([&job, options] {
    job.toolbox();
    const std::vector<std::string> lost = app::repair_copy(options->file, options->copy);
    if (!lost.empty()) job.exit_code = static_cast<int>(ErrorKind::conflicts);
    if (options->is_json) {
      job.output = to_text(Value{{"copy", options->copy}, {"lost", lost}}) + "\n";
      return;
    }
    job.output = format(lost.empty() ? _("{} holds all of the account.")
                                     : _("{} holds what could be read. Lost:"),
                        options->copy) +
                 "\n";
    for (const std::string& sentence : lost) job.output += "  " + sentence + "\n";
  });
}

}  // namespace inroad::cli
