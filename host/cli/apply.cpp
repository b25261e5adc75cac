// SPDX-License-Identifier: MIT
//
// inroad apply: changes, one edit a line, each acknowledged once it is durable.
#include <unistd.h>

#include <string_view>

#include "app/files.h"
#include "cli/verb.h"
#include "model/changes.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// At once and unbuffered: whoever reads it may rely on the edit being on the disk.
void acknowledge(std::size_t line) {
  const std::string text = "ack " + std::to_string(line) + "\n";
  if (write(STDOUT_FILENO, text.data(), text.size()) < 0)
    throw Error(ErrorKind::failed,
                _("The output cannot be written; the edits so far are in the file."));
}

}  // namespace

void add_apply(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, changes;
  };
  CLI::App* verb = parser.add_subcommand("apply", _("Apply changes, one edit a line"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_option("CHANGES", options->changes, _("a file of JSON lines, or - for standard input"))
      ->required();
  verb->callback([&job, options] {
    job.toolbox();
    app::Document document = [&] {
      const app::StopWatch opening(job.timings.open_ms);
      return opened_to_write(options->file);
    }();
    app::for_each_line(options->changes, [&](std::string_view line, std::size_t number) {
      if (line.find_first_not_of(" \t\r") == line.npos) return;
      const std::string where = options->changes + ":" + std::to_string(number);
      const Changes changes = changes_from_json(parse_text(line, where), where);
      const app::StopWatch writing(job.timings.write_ms);
      document.apply(plan(document.account(), changes, where), changes.by, changes.time, {});
      acknowledge(number);
    });
  });
}

}  // namespace inroad::cli
