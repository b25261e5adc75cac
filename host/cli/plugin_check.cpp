// SPDX-License-Identifier: MIT
//
// inroad plugin check: tries a bundle, test by test.
#include "app/plugin_check.h"

#include "cli/plugin.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

std::string line_of(const app::TestResult& result) {
  const std::string line =
      format("{:<9}  {:<24} {}", app::word(result.status), result.name, result.sentence);
  return result.details.empty() ? line + "\n"
                                : line + "\n" + format("{:>11}{}\n", "", result.details);
}

}  // namespace

void add_plugin_check(CLI::App& verb, Job& job) {
  struct Options {
    std::string bundle;
    app::PluginCheckRequest request;
    bool is_json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* check = verb.add_subcommand("check", _("Try a plugin, test by test"));
  check->add_option("BUNDLE", options->bundle, _("its folder"))->required();
  check->add_option("--only", options->request.only, _("only the test of this name"));
  check->add_option("--seed", options->request.seed, _("of the odd requests, to repeat a failure"))
      ->capture_default_str();
  check->add_flag("--json", options->is_json, _("as JSON"));
  check->callback([&job, options] {
    const app::Toolbox& toolbox = job.toolbox();
    options->request.bundle = std::filesystem::absolute(options->bundle).lexically_normal();
    if (options->request.bundle.filename().empty())  // it was given with a slash behind it
      options->request.bundle = options->request.bundle.parent_path();
    const app::PluginCheck checked = app::check_plugin(toolbox, options->request);
    if (options->is_json)
      job.output = app::plugin_check_json(checked);
    else
      for (const app::TestResult& result : checked.results) job.output += line_of(result);
    if (checked.is_good()) return;
    job.exit_code = static_cast<int>(ErrorKind::plugin);
    if (!options->is_json)
      job.output +=
          format(_("To repeat: --seed {0}, one test with --only NAME."), checked.seed) + "\n";
  });
}

}  // namespace inroad::cli
