// SPDX-License-Identifier: MIT
//
// inroad show: what is known of the account or of one person.
#include "app/show.h"

#include "app/access_report.h"
#include "app/derived.h"
#include "app/find.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/one_line.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

std::string access_report(Job& job, const std::string& source, const std::string& person,
                          bool is_json) {
  job.toolbox();
  const app::Document document = app::Document::open(source, app::Document::Access::look);
  tell_missing(document);
  const Subject subject = subject_meant(document.as_stored(), document.log(), person);
  if (subject.record != RecordKind::people || !subject.field.empty())
    throw Error(ErrorKind::usage, format(_("\"{}\" is no person."), person), source,
                _("The access report is about one person: give an id or a name."));
  const app::HeldReport report = app::held_report(document, subject);
  return is_json ? to_text(app::held_json(report)) + "\n"
                 : app::access_text(report, document.as_stored(), job.toolbox().facets());
}

}  // namespace

void add_show(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    std::string person;
    bool is_json = false, is_access_report = false, is_with_derived = false;
  };
  CLI::App* verb =
      parser.add_subcommand("show", _("Show the account, or what is known of one person"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  verb->add_option("PERSON", options->person, _("a person's id or name"));
  options->look.add_deal(*verb);
  options->look.add_as_of(*verb);
  verb->add_flag("--json", options->is_json, _("as JSON"));
  verb->add_flag("--access-report", options->is_access_report,
                 _("everything held on that person, history included"));
  verb->add_flag("--derived", options->is_with_derived,
                 _("also what annotators make of it; none of it is stored"));
  verb->callback([&job, options] {
    if (options->is_access_report) {
      job.output = access_report(job, options->look.account, options->person, options->is_json);
      return;
    }
    const FacetBook& facets = job.toolbox().facets();
    options->look.is_for_people = !options->is_json;
    const Account account = options->look.open(job);
    const auto snapshot = options->look.snapshot(job, account, false);
    if (options->person.empty()) {
      job.output = options->is_json ? app::account_json(account, *snapshot)
                                    : app::account_text(account, *snapshot, facets);
      return;
    }
    const Id person = app::person_meant(
        account, options->is_json ? options->person : one_line(options->person), ErrorKind::usage);
    job.output = options->is_json ? app::person_json(account, *snapshot, facets, person)
                                  : app::person_text(account, *snapshot, facets, person);
    if (!options->is_with_derived) return;
    const app::Derived derived = app::derived_about(job.calls(), *snapshot, person, job.timings);
    for (const std::string& failure : derived.failures) tell(failure);
    job.output = options->is_json ? app::with_derived(job.output, derived)
                                  : job.output + app::derived_text(derived, facets);
  });
}

}  // namespace inroad::cli
