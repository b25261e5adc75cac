// SPDX-License-Identifier: MIT
//
// inroad suggest: who can speak for us to the decision maker.
#include "app/suggest.h"

#include "app/find.h"
#include "app/what_if.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

std::vector<msg::AdvicePart> parts_named(const std::vector<std::string>& words) {
  std::vector<msg::AdvicePart> parts;
  for (const std::string& word : words)
    for (const msg::AdvicePart part : msg::EnumValuesAdvicePart())
      if (word == msg::EnumNameAdvicePart(part)) parts.push_back(part);
  return parts;
}

}  // namespace

void add_suggest(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    app::SuggestRequest request;
    std::vector<std::string> parts;
    std::string what_if;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("suggest", _("Say who can speak for us to the decision maker"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  options->look.add_deal(*verb);
  options->look.add_as_of(*verb);
  verb->add_option("--to", options->look.to, _("who decides, instead of the deal's own: ID,ID…"))
      ->delimiter(',');
  CLI::Option* carriers =
      verb->add_option("--carriers", options->request.carriers, _("who may speak: ID,ID…"))
          ->delimiter(',');
  verb->add_option("--coalition", options->request.coalition, _("how many may speak together"))
      ->check(CLI::Range(1, 8));
  verb->add_option("--routes", options->request.routes, _("how many paths a person"))
      ->capture_default_str()
      ->check(CLI::Range(0, 100));
  verb->add_option("--parts", options->parts,
                   _("only these parts: reach,routes,coalition,risks,questions,stability,dissent"))
      ->delimiter(',')
      ->check(CLI::IsMember(
          {"reach", "routes", "coalition", "risks", "questions", "stability", "dissent"}));
  verb->add_option("--plugin", options->request.plugin, _("which advisor"))->capture_default_str();
  verb->add_option("--what-if", options->what_if,
                   _("beside today's answer, the one after these changes, which stay supposed: a "
                     "file of JSON lines as apply takes them, or one such line"))
      ->check(said);
  verb->add_flag("--json", options->is_json, _("the whole answer as JSON"));
  verb->callback([&job, options, carriers] {
    job.toolbox();
    if (options->look.account == "-" && options->what_if == "-")
      throw Error(ErrorKind::usage, _("The account and the changes cannot both be standard input."),
                  "--what-if", _("Put one of them into a file."));
    options->look.is_for_people = !options->is_json;
    const Account account = options->look.open(job);
    options->request.parts = parts_named(options->parts);
    options->request.is_restricted = carriers->count() > 0;
    for (std::string& person : options->request.carriers)
      person = app::person_meant(account, person, ErrorKind::bad_input);
    std::optional<app::Supposition> supposed;
    if (!options->what_if.empty())
      supposed = app::suppose(account, options->what_if, job.toolbox().facets());
    const auto answer = [&](const Account& about, const app::SuggestRequest& request) {
      return app::suggest(job.calls(), options->look.snapshot(job, about, true), request,
                          job.timings);
    };
    const app::Advised today = answer(account, options->request);
    if (!supposed) {
      job.output = options->is_json ? app::advice_json(today) : app::advice_text(today);
      return;
    }
    // Asked about the same, whatever else there would be then.
    options->look.deal = app::deal_meant(account, options->look.deal);
    for (std::string& person : options->look.to)
      person = app::person_meant(account, person, ErrorKind::bad_input);
    app::require_kept(account, *supposed, options->look.deal, options->look.to);
    const app::Advised then =
        answer(supposed->account, app::asked_of(options->request, supposed->account));
    job.output = options->is_json ? app::advice_json(today, &then)
                                  : app::what_if_text(*supposed, today, then);
  });
}

}  // namespace inroad::cli
