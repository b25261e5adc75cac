// SPDX-License-Identifier: MIT
//
// inroad undo, redo, log: the history of an account.
#include "cli/verb.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

void add_step(CLI::App& parser, Job& job, const char* name, const char* help,
              Edit (app::Document::*step)(const Id&)) {
  CLI::App* verb = parser.add_subcommand(name, help);
  const auto file = std::make_shared<std::string>();
  verb->add_option("FILE", *file, _("the account file"))->required();
  verb->callback([&job, file, step] {
    job.toolbox();
    app::Document document = app::Document::open(*file, app::Document::Access::write);
    const Edit edit = (document.*step)({});
    job.output = title_of(edit, document.account(), &job.toolbox().facets()) + "\n";
  });
}

std::string log_json(const std::vector<Edit>& edits, const Account& account,
                     const FacetBook& facets) {
  std::string text = "[";
  for (const Edit& edit : edits) {
    Value json = to_json(edit);
    json["title"] = title_of(edit, account, &facets);
    text += (text.size() > 1 ? ",\n " : "") + to_text(json);
  }
  return text + "]\n";
}

}  // namespace

void add_history(CLI::App& parser, Job& job) {
  add_step(parser, job, "undo", _("Take the last edit back"), &app::Document::undo);
  add_step(parser, job, "redo", _("Do again what was undone"), &app::Document::redo);

  struct Options {
    std::string file;
    bool is_json = false;
  };
  CLI::App* verb = parser.add_subcommand("log", _("List the edits, oldest first"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_flag("--json", options->is_json, _("each edit with all its changes"));
  verb->callback([&job, options] {
    job.toolbox();
    const app::Document document = app::Document::open(options->file, app::Document::Access::read);
    const std::vector<Edit> edits = document.log();
    if (options->is_json) {
      job.output = log_json(edits, document.account(), job.toolbox().facets());
      return;
    }
    for (const Edit& edit : edits) {
      const Person* author = document.account().find<Person>(edit.author);
      const std::string title = title_of(edit, document.account(), &job.toolbox().facets());
      job.output += format("{:>4}  {}  {}\n", edit.sequence, edit.time,
                           author ? format(_("{}: {}"), author->name, title) : title);
    }
  });
}

}  // namespace inroad::cli
