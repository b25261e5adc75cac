// SPDX-License-Identifier: MIT
//
// inroad copy: save a copy, whole or as somebody outside may have it.
#include "app/copies.h"
#include "cli/verb.h"
#include "model/words.h"

namespace inroad::cli {

void add_copy(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, copy, profile = "team";
  };
  CLI::App* verb = parser.add_subcommand("copy", _("Save a copy under another name"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_option("OUT", options->copy, _("the file to make, NAME.inroad; never replaced"))
      ->required();
  verb->add_option("--share", options->profile,
                   _("who is to have it: team copies all with its history, others leave it out"))
      ->capture_default_str();
  verb->callback([&job, options] {
    job.toolbox();
    const app::StopWatch writing(job.timings.write_ms);
    app::save_copy(options->file, options->copy, options->profile);
    job.output = format(_("Copied to {}."), options->copy) + "\n";
  });
}

}  // namespace inroad::cli
