// SPDX-License-Identifier: MIT
//
// inroad export: the account in the exchange form, or a view as a picture or slide.
#include <filesystem>

#include "app/files.h"
#include "cli/picture.h"
#include "model/error.h"
#include "model/interchange.h"
#include "model/profile.h"
#include "model/words.h"

namespace inroad::cli {

void add_export(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    PictureOptions picture;
    std::string output, format;
  };
  CLI::App* verb = parser.add_subcommand(
      "export", _("Write the account in the exchange form, or a view as a slide or picture"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  verb->add_option("-o,--output", options->output, _("the file to write; - is standard output"))
      ->required();
  verb->add_option("--format", options->format,
                   _("json, pptx, svg, pdf or png (else by the file's ending)"));
  options->picture.add_view(*verb, false);
  options->look.add_deal(*verb);
  options->look.add_share(*verb);
  options->look.add_as_of(*verb);
  options->look.add_from(*verb);
  options->picture.add_people(*verb);
  verb->callback([&job, options] {
    std::string kind = options->format;
    if (kind.empty()) {
      kind = std::filesystem::path(options->output).extension().string();
      if (!kind.empty()) kind.erase(0, 1);
      if (options->output == "-") kind = "json";
    }
    job.toolbox();
    if (kind != "json") {
      if (options->picture.view.empty()) options->picture.view = "influence-map";
      const app::Drawn drawn =
          drawn_as_asked(job, options->look, opened_to_draw(job, options->look, options->picture),
                         options->picture);
      options->picture.form.format = kind;
      options->picture.form.like = options->look.account;
      app::write_picture(job.calls(), drawn, options->output, options->picture.form, job.timings);
      return;
    }
    if (options->picture.has_filters() || !options->look.from.empty())
      throw Error(ErrorKind::usage,
                  _("Filters are for pictures; the exchange form holds everybody."), "export",
                  _("Leave them out, or choose what leaves with --share."));
    const Account account = options->look.open(job);
    const std::string text = write_interchange(redacted(account, options->look.shared));
    if (options->output == "-") {
      job.output = text;
    } else {
      const app::StopWatch writing(job.timings.write_ms);
      app::replace_file(options->output, text, options->look.account);
    }
  });
}

}  // namespace inroad::cli
