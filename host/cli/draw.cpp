// SPDX-License-Identifier: MIT
//
// inroad draw: a view as SVG, PDF or PNG, or its scene as JSON.
#include "cli/picture.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {

void add_draw(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    PictureOptions picture;
    std::string output;
    bool is_json = false;
  };
  CLI::App* verb = parser.add_subcommand("draw", _("Draw a view of the account"));
  const auto options = std::make_shared<Options>();
  options->look.add_account(*verb);
  options->picture.add_view(*verb, true);
  verb->add_option("-o,--output", options->output, _("the picture: .svg, .pdf or .png"));
  options->look.add_deal(*verb);
  options->look.add_share(*verb);
  options->look.add_as_of(*verb);
  options->look.add_from(*verb);
  options->picture.add_people(*verb);
  options->picture.add_look(*verb);
  verb->add_flag("--json", options->is_json, _("print the scene instead of a picture"));
  verb->callback([&job, options] {
    if (options->output.empty() && !options->is_json)
      throw Error(ErrorKind::usage, _("Nothing says where the picture goes."), "draw",
                  _("Give -o FILE.svg, or --json."));
    job.toolbox();
    const app::Drawn drawn =
        drawn_as_asked(job, options->look, opened_to_draw(job, options->look, options->picture),
                       options->picture);
    if (options->is_json) job.output = app::scene_json(drawn);
    options->picture.form.like = options->look.account;
    if (!options->output.empty())
      app::write_picture(job.calls(), drawn, options->output, options->picture.form, job.timings);
  });
}

}  // namespace inroad::cli
