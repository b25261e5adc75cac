// SPDX-License-Identifier: MIT
//
// inroad plugin install, remove, disable, enable, trust: which plugins may be used. Nothing of them
// is run.
#include "plugins/install.h"

#include "cli/plugin.h"
#include "model/words.h"
#include "plugins/places.h"
#include "plugins/process.h"
#include "plugins/sentences.h"

namespace inroad::cli {
namespace {

std::filesystem::path user_root() {
  const std::filesystem::path folder = plugins::user_folder();
  return folder.empty() ? folder : folder / "plugins";
}

void install(Job& job, const std::string& source, bool replaces) {
  plugins::Catalogue taken = job.toolbox().catalogue();
  taken.bundles.insert(taken.bundles.end(), taken.disabled.begin(), taken.disabled.end());
  const plugins::Bundle installed = plugins::install(source, user_root(), taken, replaces);
  plugins::Register remembered = job.toolbox().remembered();
  remembered.forget(installed);
  job.output = format(_("Installed {0}, version {1}."), installed.id, installed.version) + "\n";
  if (installed.library.empty()) return;
  const plugins::Confinement walls =
      plugins::Process::walls(installed, job.toolbox().runner().plugin_host);
  if (!walls.is_whole()) tell(plugins::no_walls(installed, walls).what());
}

void remove(Job& job, const std::string& id) {
  const plugins::Bundle& bundle = bundle_meant(job, id);
  plugins::remove(bundle, user_root());
  plugins::Register remembered = job.toolbox().remembered();
  remembered.forget(bundle);
  job.output = format(_("Removed {}."), bundle.id) + "\n";
}

}  // namespace

void add_plugin_install(CLI::App& verb, Job& job) {
  struct Options {
    std::string id;
    bool replaces = false, no_longer = false;
  };
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* help) {
    CLI::App* added = verb.add_subcommand(name, help);
    added->add_option("ID", options->id, _("the plugin's id or name"))->required();
    return added;
  };
  CLI::App* install_verb = verb.add_subcommand("install", _("Install a plugin for this user"));
  install_verb->add_option("SOURCE", options->id, _("its folder, or a zip file of it"))->required();
  install_verb->add_flag("--replace", options->replaces, _("in the place of the one installed"));
  install_verb->callback([&job, options] { install(job, options->id, options->replaces); });

  add("remove", _("Remove a plugin you have installed"))->callback([&job, options] {
    remove(job, options->id);
  });
  add("disable", _("Switch a plugin off"))->callback([&job, options] {
    const plugins::Bundle& bundle = bundle_meant(job, options->id);
    plugins::Register(job.toolbox().remembered()).disable(bundle);
    job.output = format(_("{} is switched off."), bundle.id) + "\n";
  });
  add("enable", _("Switch a plugin on again, also one that was set aside"))
      ->callback([&job, options] {
        const plugins::Bundle& bundle = bundle_meant(job, options->id);
        plugins::Register(job.toolbox().remembered()).enable(bundle);
        job.output = format(_("{} is switched on."), bundle.id) + "\n";
      });
  CLI::App* trust_verb =
      add("trust", _("Let a plugin run where this system lacks a wall around it"));
  trust_verb->add_flag("--no-longer", options->no_longer, _("take that back"));
  trust_verb->callback([&job, options] {
    const plugins::Bundle& bundle = bundle_meant(job, options->id);
    plugins::Register(job.toolbox().remembered()).set_trust(bundle, !options->no_longer);
    job.output = format(options->no_longer ? _("{} may run only inside all walls.")
                                           : _("{} may run where a wall is missing, until its "
                                               "files change."),
                        bundle.id) +
                 "\n";
  });
}

}  // namespace inroad::cli
