// SPDX-License-Identifier: MIT
//
// inroad plugin list, info: what is installed, and what would keep it in. No plugin code is loaded.
#include "cli/plugin.h"
#include "model/in_language.h"
#include "model/words.h"
#include "plugins/process.h"
#include "plugins/sentences.h"

namespace inroad::cli {
namespace {

const char* word(plugins::Origin origin) {
  switch (origin) {
    case plugins::Origin::built_in:
      return "built_in";
    case plugins::Origin::user:
      return "user";
    case plugins::Origin::path:
      return "path";
  }
  return "";
}

Value json_of(Job& job, const plugins::Bundle& bundle) {
  const plugins::Remembered remembered = job.toolbox().remembered().of(bundle);
  return {{"id", bundle.id},
          {"kind", cli::word(bundle.kind)},
          {"name", bundle.name},
          {"version", bundle.version},
          {"sdk_version", bundle.sdk_version},
          {"title", in_language(bundle.title)},
          {"summary", in_language(bundle.summary)},
          {"formats", bundle.formats},
          {"folder", bundle.folder.string()},
          {"origin", word(bundle.origin)},
          {"is_disabled", remembered.is_disabled},
          {"is_trusted", remembered.is_trusted},
          {"set_aside", remembered.set_aside}};
}

// What keeps it from being used, if anything; a word behind its line in the list.
std::string state_of(Job& job, const plugins::Bundle& bundle) {
  const plugins::Remembered remembered = job.toolbox().remembered().of(bundle);
  if (remembered.is_disabled) return format(_(" ({})"), _("switched off"));
  if (!remembered.set_aside.empty()) return format(_(" ({})"), _("set aside"));
  return {};
}

void list(Job& job, bool is_json) {
  const plugins::Catalogue& catalogue = job.toolbox().catalogue();
  Value all = Value::array();
  for (const auto* bundles : {&catalogue.bundles, &catalogue.disabled})
    for (const plugins::Bundle& bundle : *bundles) {
      all.push_back(json_of(job, bundle));
      if (!is_json)
        job.output += format("{:<28} {:<8} {}{}\n", bundle.id, bundle.version,
                             in_language(bundle.title), state_of(job, bundle));
    }
  if (is_json) job.output = to_text(all) + "\n";
  for (const plugins::Refusal& refusal : catalogue.refused)
    tell(format(_("Not used: {}: {}"), refusal.folder.string(), refusal.reason));
}

std::string origin_sentence(const plugins::Bundle& bundle) {
  switch (bundle.origin) {
    case plugins::Origin::built_in:
      return _("Comes with Inroad.");
    case plugins::Origin::user:
      return _("Installed by you.");
    case plugins::Origin::path:
      return _("Found by INROAD_PLUGIN_PATH.");
  }
  return {};
}

// The sandbox as it is on this machine, told by a process made for it.
std::string walls_sentences(const plugins::Confinement& walls) {
  std::string text = walls.file_rules > 0 ? format(_("files: Landlock level {}"), walls.file_rules)
                                          : std::string(_("files: no wall"));
  text += std::string("; ") + (walls.has_call_filter ? _("calls: seccomp") : _("calls: no wall")) +
          "\n";
  if (const std::string missing = plugins::missing_walls(walls); !missing.empty())
    text += missing + "\n";
  return text;
}

void info(Job& job, const std::string& id, bool is_json) {
  const plugins::Bundle& bundle = bundle_meant(job, id);
  std::optional<plugins::Confinement> walls;
  if (!bundle.library.empty())
    walls = plugins::Process::walls(bundle, job.toolbox().runner().plugin_host);
  if (is_json) {
    Value json = json_of(job, bundle);
    if (walls)
      json["walls"] = {{"landlock", walls->file_rules}, {"seccomp", walls->has_call_filter}};
    job.output = to_text(json) + "\n";
    return;
  }
  job.output = format(_("{}\nversion {}, SDK {}\n{}\n{}\n"), bundle.id, bundle.version,
                      bundle.sdk_version, in_language(bundle.title), in_language(bundle.summary));
  for (const std::string& ending : bundle.formats) job.output += "." + ending + "\n";
  job.output += origin_sentence(bundle) + "\n" + bundle.folder.string() + "\n";
  const plugins::Remembered remembered = job.toolbox().remembered().of(bundle);
  if (remembered.is_disabled)
    job.output +=
        format(_("Switched off; on again with: inroad plugin enable {}"), bundle.id) + "\n";
  if (!remembered.set_aside.empty())
    job.output +=
        format(_("Set aside after failing twice; called again after: inroad plugin enable {}"),
               bundle.id) +
        "\n" + remembered.set_aside + "\n";
  if (remembered.is_trusted)
    job.output += std::string(_("May run where a wall is missing: you trust it.")) + "\n";
  job.output +=
      walls ? walls_sentences(*walls) : std::string(_("Data only; nothing of it is run.")) + "\n";
}

}  // namespace

void add_plugin_list(CLI::App& verb, Job& job) {
  struct Options {
    std::string id;
    bool is_json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* list_verb = verb.add_subcommand("list", _("List the plugins"));
  list_verb->add_flag("--json", options->is_json, _("as JSON"));
  list_verb->callback([&job, options] { list(job, options->is_json); });
  CLI::App* info_verb =
      verb.add_subcommand("info", _("Tell about one plugin and what keeps it in"));
  info_verb->add_option("ID", options->id, _("the plugin's id or name"))->required();
  info_verb->add_flag("--json", options->is_json, _("as JSON"));
  info_verb->callback([&job, options] { info(job, options->id, options->is_json); });
}

}  // namespace inroad::cli
