// SPDX-License-Identifier: MIT
//
// inroad version: names the present state of an account, or lists the names given.
#include "cli/verb.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

Value as_json(const store::Version& version) {
  return {{"name", version.name},
          {"edit", version.edit},
          {"time", version.time},
          {"by", version.author}};
}

std::string listed(const std::vector<store::Version>& versions, bool is_json) {
  if (is_json) {
    Value list = Value::array();
    for (const store::Version& version : versions) list.push_back(as_json(version));
    return to_text(list) + "\n";
  }
  std::string text;
  for (const store::Version& version : versions) text += version.time + "  " + version.name + "\n";
  return text;
}

}  // namespace

void add_version(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, name, by;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("version", _("Name the account as it is now; list such versions"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_option("NAME", options->name, _("the name; without one the versions are listed"));
  verb->add_option("--by", options->by, _("who names it (a person's id)"));
  verb->add_flag("--json", options->is_json, _("as JSON"));
  verb->callback([&job, options] {
    job.toolbox();
    const bool is_listing = options->name.empty();
    app::Document document = is_listing
                                 ? app::Document::open(options->file, app::Document::Access::read)
                                 : opened_to_write(options->file);
    if (is_listing) {
      job.output = listed(document.versions(), options->is_json);
      return;
    }
    const store::Version made = document.name_version(options->name, options->by);
    job.output = options->is_json ? to_text(as_json(made)) + "\n"
                                  : format(_("This is now version \"{}\"."), made.name) + "\n";
  });
}

}  // namespace inroad::cli
