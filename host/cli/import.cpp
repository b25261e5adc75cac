// SPDX-License-Identifier: MIT
//
// inroad import: an exchange file or a table into an account, as one undoable edit.
#include "app/import.h"

#include <filesystem>

#include "app/files.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

std::string counts_json(const app::ImportResult& result) {
  const Value json = {{"new", result.created},
                      {"changed", result.changed},
                      {"same", result.same},
                      {"gone", result.gone},
                      {"problems", result.problems}};
  return to_text(json) + "\n";
}

}  // namespace

void add_import(CLI::App& parser, Job& job) {
  struct Options {
    app::ImportRequest request;
    std::string into;
    bool is_dry_run = false, is_json = false, is_brought_back = false, is_left_out = false;
  };
  CLI::App* verb =
      parser.add_subcommand("import", _("Bring an exchange file or a table into an account"));
  const auto options = std::make_shared<Options>();
  verb->add_option("SOURCE", options->request.source,
                   _("the file to read; - reads an exchange file from standard input"))
      ->required();
  verb->add_option("--into", options->into, _("the account; made when there is none"))->required();
  verb->add_option("--format", options->request.format,
                   _("json or csv (else by the file's ending)"));
  verb->add_option(
      "--tie", options->request.tie_words,
      _("what a word in the relation column means: WORD=KIND[:reverse|:both] or WORD=skip"));
  verb->add_option("--strength", options->request.strength,
                   _("the column with the strength and its largest value: COLUMN/MAX"));
  verb->add_option("--evidence", options->request.evidence,
                   _("how well all of it is known (default stated)"))
      ->check(CLI::IsMember({"assumption", "hint", "inferred", "stated", "confirmed"}));
  verb->add_flag("--dry-run", options->is_dry_run, _("only say what would come"));
  CLI::Option* bring_back = verb->add_flag("--bring-back", options->is_brought_back,
                                           _("bring what was forgotten here back again"));
  verb->add_flag("--leave-out", options->is_left_out, _("leave out what was forgotten here"))
      ->excludes(bring_back);
  verb->add_flag("--json", options->is_json, _("the counts as JSON"));
  verb->callback([&job, options] {
    const std::filesystem::path target(options->into);
    app::require_account_name(options->into);
    using Forgotten = app::ImportRequest::Forgotten;
    if (options->is_brought_back) options->request.forgotten = Forgotten::bring_back;
    if (options->is_left_out) options->request.forgotten = Forgotten::leave_out;
    const bool is_new = !std::filesystem::exists(target);
    std::optional<app::Document> document;
    if (!is_new) {
      const app::StopWatch opening(job.timings.open_ms);
      document = options->is_dry_run
                     ? app::Document::open(options->into, app::Document::Access::read)
                     : opened_to_write(options->into);
      options->request.tombstones = document->tombstones();
    }
    app::ImportResult result =
        app::plan_import(job.calls(), is_new ? nullptr : &document->account(),
                         app::name_as_text(target.stem()), options->request, job.timings);
    for (const std::string& problem : result.problems) tell(problem);
    if (result.is_question) {
      job.output = options->is_json ? app::question_json(result.returning)
                                    : app::question_of(result.returning);
      job.exit_code = static_cast<int>(ErrorKind::conflicts);
      return;
    }
    if (!options->is_dry_run) {
      const app::StopWatch writing(job.timings.write_ms);
      if (document)
        app::apply_import(*document, std::move(result));
      else
        app::apply_import(options->into, std::move(result));
    }
    job.output = options->is_json
                     ? counts_json(result)
                     : format(_("{} new, {} changed, {} the same, {} not in the file."),
                              result.created, result.changed, result.same, result.gone.size()) +
                           "\n";
  });
}

}  // namespace inroad::cli
