// SPDX-License-Identifier: MIT
//
// inroad plugin new: a project to begin a plugin with, and what to type next.
#include "app/new_plugin.h"
#include "cli/verb.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// The command by which a plugin of the kind shows what it does.
std::string command_of(const app::NewPlugin& plugin) {
  if (plugin.kind == "view") return "inroad draw ACCOUNT --view " + plugin.name + " -o map.svg";
  if (plugin.kind == "advisor") return "inroad suggest ACCOUNT --plugin " + plugin.name;
  if (plugin.kind == "check") return "inroad check ACCOUNT";
  if (plugin.kind == "importer")
    return "inroad import example." + plugin.name + " --into new.inroad";
  if (plugin.kind == "exporter")
    return "inroad export ACCOUNT --view org-chart -o map." + plugin.name;
  return "inroad show ACCOUNT PERSON --derived";
}

}  // namespace

void add_plugin_new(CLI::App& plugin_verb, Job& job) {
  struct Options {
    app::NewPlugin plugin;
    std::string folder, sdk;
  };
  CLI::App* verb = plugin_verb.add_subcommand("new", _("Make a project to begin a plugin with"));
  const auto options = std::make_shared<Options>();
  verb->add_option("KIND", options->plugin.kind,
                   _("view, annotator, advisor, check, importer or exporter"))
      ->required();
  verb->add_option("NAME", options->plugin.name, _("small letters, digits and hyphens"))
      ->required();
  verb->add_option("--title", options->plugin.title, _("what users read, in English"));
  verb->add_option("--title-zh", options->plugin.title_zh, _("the same in Chinese"));
  verb->add_option("--into", options->folder, _("the folder to make (else one called NAME)"));
  verb->add_option("--sdk", options->sdk, _("where the plugin SDK is installed"));
  verb->callback([&job, options] {
    app::NewPlugin& plugin = options->plugin;
    plugin.folder = options->folder;
    plugin.sdk = options->sdk;
    const auto made = app::make_plugin_project(plugin, job.toolbox().program_folder());
    for (const auto& file : made) job.output += file.string() + "\n";
    const std::string folder = options->folder.empty() ? plugin.name : options->folder;
    tell(format(_("Made {}. What to type next:"), folder));
    for (const std::string& line :
         {"cd " + folder, std::string("cmake --workflow --preset here"),
          "inroad plugin install build/plugins/" + plugin.kind + "s/" + plugin.name,
          command_of(plugin)})
      tell("  " + line);
  });
}

}  // namespace inroad::cli
