// SPDX-License-Identifier: MIT
//
// inroad show: what is known of the account or of one person.
#include "app/show.h"

#include "app/find.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {

void add_show(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    std::string person;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("show", _("Show the account, or what is known of one person"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  verb->add_option("PERSON", options->person, _("a person's id or name"));
  options->look.add_deal(*verb);
  options->look.add_as_of(*verb);
  verb->add_flag("--json", options->is_json, _("as JSON"));
  verb->callback([&job, options] {
    const FacetBook& facets = job.toolbox().facets();
    const Account account = options->look.open(job);
    const auto snapshot = options->look.snapshot(job, account, false);
    if (options->person.empty()) {
      job.output = options->is_json ? app::account_json(account, *snapshot)
                                    : app::account_text(account, *snapshot, facets);
      return;
    }
    const Id person = app::person_meant(account, options->person, ErrorKind::usage);
    job.output = options->is_json ? app::person_json(account, *snapshot, facets, person)
                                  : app::person_text(account, *snapshot, facets, person);
  });
}

}  // namespace inroad::cli
