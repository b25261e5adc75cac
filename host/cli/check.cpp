// SPDX-License-Identifier: MIT
//
// inroad check: looks an account over with every check plugin.
#include "app/check.h"

#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// Of every deal, or of the one asked about.
std::vector<std::shared_ptr<const Snapshot>> snapshots(Job& job, Look& look,
                                                       const Account& account) {
  if (!look.deal.empty() || account.all<Deal>().size() < 2)
    return {look.snapshot(job, account, true)};
  std::vector<std::shared_ptr<const Snapshot>> all;
  for (const auto& [id, deal] : account.all<Deal>()) {
    look.deal = id;
    all.push_back(look.snapshot(job, account, true));
  }
  return all;
}

}  // namespace

void add_check(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    std::vector<std::string> plugins;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("check", _("Look an account over: what is missing, old or wrong"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  options->look.add_deal(*verb);
  options->look.add_as_of(*verb);
  verb->add_option("--plugin", options->plugins, _("only these checks: ID,ID…"))->delimiter(',');
  verb->add_flag("--json", options->is_json, _("the findings as JSON, with the changes that mend"));
  verb->callback([&job, options] {
    job.toolbox();
    options->look.is_for_people = !options->is_json;
    const Account account = options->look.open(job);
    const app::Checked checked =
        app::check(job.calls(), account, snapshots(job, options->look, account), options->plugins,
                   job.timings);
    for (const app::FailedCheck& failed : checked.failed) tell("inroad: " + failed.sentence);
    if (!checked.findings.empty())
      job.exit_code = static_cast<int>(ErrorKind::conflicts);
    else if (!checked.failed.empty())
      job.exit_code = static_cast<int>(ErrorKind::plugin);
    if (job.exit_code == static_cast<int>(ErrorKind::plugin)) return;
    job.output =
        options->is_json ? app::findings_json(checked) : app::findings_text(checked, account);
  });
}

}  // namespace inroad::cli
