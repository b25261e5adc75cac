// SPDX-License-Identifier: MIT
//
// inroad new: an empty account file.
#include <filesystem>

#include "app/files.h"
#include "cli/verb.h"
#include "model/words.h"

namespace inroad::cli {

void add_new(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, name;
  };
  CLI::App* verb = parser.add_subcommand("new", _("Make a new, empty account"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the file to make, NAME.inroad"))->required();
  verb->add_option("--name", options->name, _("the account's name (else the file's)"));
  verb->callback([&job, options] {
    job.toolbox();
    const std::filesystem::path path(options->file);
    app::require_account_name(options->file);
    app::Document::create(options->file,
                          options->name.empty() ? app::name_as_text(path.stem()) : options->name);
    tell(format(_("Made {}."), options->file));
  });
}

}  // namespace inroad::cli
