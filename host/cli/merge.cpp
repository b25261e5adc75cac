// SPDX-License-Identifier: MIT
//
// inroad merge: what two people changed since a common state, into a new file.
#include "app/merge.h"

#include <algorithm>

#include "app/files.h"
#include "app/import.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

void check(const app::MergeRequest& request) {
  app::require_account_name(request.output);
  const std::string sources[] = {request.base, request.ours, request.theirs};
  if (std::count(std::begin(sources), std::end(sources), "-") > 1)
    throw Error(ErrorKind::usage, _("Standard input holds one account only."), "merge",
                _("Give the others as files."));
}

}  // namespace

void add_merge(CLI::App& parser, Job& job) {
  struct Options {
    app::MergeRequest request;
    bool is_json = false, is_brought_back = false, is_left_out = false;
  };
  CLI::App* verb = parser.add_subcommand(
      "merge", _("Put together what two people changed, each in a copy of one account"));
  const auto options = std::make_shared<Options>();
  verb->add_option("BASE", options->request.base, _("the state both copies came from"))->required();
  verb->add_option("OURS", options->request.ours,
                   _("our copy; its history is kept, its values in conflicts"))
      ->required();
  verb->add_option("THEIRS", options->request.theirs, _("the other copy"))->required();
  verb->add_option("-o,--output", options->request.output, _("the file to make, NAME.inroad"))
      ->required();
  CLI::Option* bring_back = verb->add_flag("--bring-back", options->is_brought_back,
                                           _("bring what was forgotten here back again"));
  verb->add_flag("--leave-out", options->is_left_out, _("leave out what was forgotten here"))
      ->excludes(bring_back);
  verb->add_flag("--json", options->is_json, _("the conflicts as JSON"));
  verb->callback([&job, options] {
    using Forgotten = app::MergeRequest::Forgotten;
    app::MergeRequest& request = options->request;
    if (options->is_brought_back) request.forgotten = Forgotten::bring_back;
    if (options->is_left_out) request.forgotten = Forgotten::leave_out;
    check(request);
    const FacetBook& facets = job.toolbox().facets();
    const app::MergeResult result = app::merge_files(request);
    if (result.is_question || !result.merged.conflicts.empty())
      job.exit_code = static_cast<int>(ErrorKind::conflicts);
    if (result.is_question) {
      job.output = options->is_json ? app::question_json(result.returning)
                                    : app::question_of(result.returning);
      return;
    }
    job.output =
        options->is_json ? app::merge_json(result, facets) : app::merge_text(result, facets);
  });
}

}  // namespace inroad::cli
