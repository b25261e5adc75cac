// SPDX-License-Identifier: MIT
//
// inroad undo, redo, log: the history of an account.
#include "app/as_of.h"
#include "app/log.h"
#include "cli/verb.h"
#include "model/one_line.h"
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
    app::Document document = opened_to_write(*file);
    Edit edit = (document.*step)({});
    job.output =
        one_line(title_of(std::move(edit), document.account(), &job.toolbox().facets())) + "\n";
  });
}

}  // namespace

void add_history(CLI::App& parser, Job& job) {
  add_step(parser, job, "undo", _("Take the last edit back"), &app::Document::undo);
  add_step(parser, job, "redo", _("Do again what was undone"), &app::Document::redo);

  struct Options {
    std::string file, as_of;
    bool is_json = false;
  };
  CLI::App* verb = parser.add_subcommand("log", _("List the edits, oldest first"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_option("--as-of", options->as_of,
                   _("only the edits until the end of that day, or until that version"));
  verb->add_flag("--json", options->is_json, _("each edit with all its changes"));
  verb->callback([&job, options] {
    const FacetBook& facets = job.toolbox().facets();
    const app::Document document = app::Document::open(options->file, app::Document::Access::look);
    tell_missing(document);
    const std::vector<Edit> edits =
        options->as_of.empty() ? document.log()
                               : app::past_meant(document, options->as_of, "--as-of").edits;
    job.output = options->is_json ? app::log_json(document, edits, facets)
                                  : app::log_text(document, edits, facets);
  });
}

}  // namespace inroad::cli
