// SPDX-License-Identifier: MIT
//
// inroad diff: what differs between two accounts, or two states of one.
#include "app/diff.h"

#include "cli/verb.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// One side: the account as it is, or as it was at a day or version.
Account side(Job& job, const std::string& source, const std::string& as_of, const char* option,
             bool is_for_people) {
  Look look;
  look.account = source;
  look.as_of = as_of;
  look.as_of_option = option;
  look.is_for_people = is_for_people;
  return look.open(job);
}

}  // namespace

void add_diff(CLI::App& parser, Job& job) {
  struct Options {
    std::string before, after, from, until;
    bool is_json = false;
  };
  CLI::App* verb = parser.add_subcommand(
      "diff", _("Say what differs between two accounts, or two states of one"));
  const auto options = std::make_shared<Options>();
  verb->add_option("A", options->before, _("the account; - for standard input"))->required();
  verb->add_option("B", options->after, _("the account to compare it with (else A itself)"));
  verb->add_option("--from", options->from,
                   _("take A as it was at the end of that day, or at that version"));
  verb->add_option("--until", options->until,
                   _("take B as it was at the end of that day, or at that version"));
  verb->add_flag("--json", options->is_json, _("as JSON"));
  verb->callback([&job, options] {
    if (options->after.empty() && options->from.empty())
      throw Error(ErrorKind::usage, _("Nothing says what to compare with."), "diff",
                  _("Give a second account, or --from DATE."));
    if (options->after.empty()) options->after = options->before;
    if (options->before == "-" && options->after == "-")
      throw Error(ErrorKind::usage, _("Standard input holds one account only."), "diff",
                  _("Give the other as a file."));
    const FacetBook& facets = job.toolbox().facets();
    const Account before = side(job, options->before, options->from, "--from", !options->is_json);
    const Account after = side(job, options->after, options->until, "--until", !options->is_json);
    const bool is_day = job.today.empty() && is_date(options->until);
    const Date today = is_day ? options->until : job.toolbox().today();
    job.output = options->is_json ? app::diff_json(before, after, facets, today)
                                  : app::diff_text(before, after, facets, today);
  });
}

}  // namespace inroad::cli
