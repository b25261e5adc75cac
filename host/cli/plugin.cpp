// SPDX-License-Identifier: MIT
//
// inroad plugin: the verbs about plugins, and what they share.
#include "cli/plugin.h"

#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {

const char* word(plugins::Kind kind) {
  switch (kind) {
    case plugins::Kind::view:
      return "view";
    case plugins::Kind::annotator:
      return "annotator";
    case plugins::Kind::advisor:
      return "advisor";
    case plugins::Kind::check:
      return "check";
    case plugins::Kind::importer:
      return "importer";
    case plugins::Kind::exporter:
      return "exporter";
  }
  return "";
}

const plugins::Bundle& bundle_meant(Job& job, const std::string& typed) {
  const plugins::Catalogue& catalogue = job.toolbox().catalogue();
  for (const auto key : {&plugins::Bundle::id, &plugins::Bundle::name})
    for (const auto* list : {&catalogue.bundles, &catalogue.disabled})
      for (const plugins::Bundle& bundle : *list)
        if (bundle.*key == typed) return bundle;
  throw Error(ErrorKind::usage, format(_("There is no plugin \"{}\"."), typed), {},
              _("See: inroad plugin list"));
}

void add_plugin(CLI::App& parser, Job& job) {
  CLI::App* verb = parser.add_subcommand("plugin", _("Plugins: see, install, switch off, check"));
  verb->require_subcommand(1);
  verb->fallthrough();
  add_plugin_new(*verb, job);
  add_plugin_list(*verb, job);
  add_plugin_install(*verb, job);
  add_plugin_check(*verb, job);
  add_plugin_run(*verb, job);
}

}  // namespace inroad::cli
