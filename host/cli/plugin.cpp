// SPDX-License-Identifier: MIT
//
// inroad plugin list, info: what is installed. No plugin code is loaded.
#include "cli/verb.h"
#include "model/error.h"
#include "model/in_language.h"
#include "model/words.h"

namespace inroad::cli {

void add_plugin_new(CLI::App& verb, Job& job);

namespace {

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

Value json_of(const plugins::Bundle& bundle) {
  return {{"id", bundle.id},
          {"kind", word(bundle.kind)},
          {"name", bundle.name},
          {"version", bundle.version},
          {"sdk_version", bundle.sdk_version},
          {"title", in_language(bundle.title)},
          {"summary", in_language(bundle.summary)},
          {"formats", bundle.formats},
          {"folder", bundle.folder.string()}};
}

void list(Job& job, bool is_json) {
  const plugins::Catalogue& catalogue = job.toolbox().catalogue();
  Value all = Value::array();
  for (const plugins::Bundle& bundle : catalogue.bundles) {
    all.push_back(json_of(bundle));
    if (!is_json)
      job.output +=
          format("{:<28} {:<8} {}\n", bundle.id, bundle.version, in_language(bundle.title));
  }
  if (is_json) job.output = to_text(all) + "\n";
  for (const plugins::Refusal& refusal : catalogue.refused)
    tell(format(_("Not used: {}: {}"), refusal.folder.string(), refusal.reason));
}

void info(Job& job, const std::string& id, bool is_json) {
  for (const plugins::Bundle& bundle : job.toolbox().catalogue().bundles) {
    if (bundle.id != id && bundle.name != id) continue;
    if (is_json) {
      job.output = to_text(json_of(bundle)) + "\n";
      return;
    }
    job.output = format(_("{}\nversion {}, SDK {}\n{}\n{}\n"), bundle.id, bundle.version,
                        bundle.sdk_version, in_language(bundle.title), in_language(bundle.summary));
    for (const std::string& ending : bundle.formats) job.output += "." + ending + "\n";
    job.output += bundle.folder.string() + "\n";
    return;
  }
  throw Error(ErrorKind::usage, format(_("There is no plugin \"{}\"."), id), {},
              _("See: inroad plugin list"));
}

}  // namespace

void add_plugin(CLI::App& parser, Job& job) {
  struct Options {
    std::string id;
    bool is_json = false;
  };
  CLI::App* verb = parser.add_subcommand("plugin", _("What is installed"));
  verb->require_subcommand(1);
  verb->fallthrough();
  add_plugin_new(*verb, job);
  const auto options = std::make_shared<Options>();
  CLI::App* list_verb = verb->add_subcommand("list", _("List the plugins"));
  list_verb->add_flag("--json", options->is_json, _("as JSON"));
  list_verb->callback([&job, options] { list(job, options->is_json); });
  CLI::App* info_verb = verb->add_subcommand("info", _("Tell about one plugin"));
  info_verb->add_option("ID", options->id, _("the plugin's id or name"))->required();
  info_verb->add_flag("--json", options->is_json, _("as JSON"));
  info_verb->callback([&job, options] { info(job, options->id, options->is_json); });
}

}  // namespace inroad::cli
