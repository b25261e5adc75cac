// SPDX-License-Identifier: MIT
//
// inroad layout: a new layout of a view, stored as one undoable edit.
#include "app/layout.h"

#include "cli/picture.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {

void add_layout(CLI::App& parser, Job& job) {
  struct Options {
    Look look;
    PictureOptions picture;
    bool is_json = false;
  };
  CLI::App* verb =
      parser.add_subcommand("layout", _("Lay a view out anew and keep the places, as one edit"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->look.account, _("the account file"))->required();
  options->picture.add_view(*verb, true);
  options->look.add_deal(*verb);
  verb->add_option("--option", options->picture.options, _("an option of the view"))
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  verb->add_flag("--json", options->is_json, _("as JSON"));
  verb->callback([&job, options] {
    const std::string& view = options->picture.view;
    if (!job.toolbox().catalogue().find(plugins::Kind::view, view).is_free_form)
      throw Error(
          ErrorKind::usage,
          format(_("In the view {} people stand where what is known of them puts them."), view),
          "--view", _("Choose a view in which they can be moved, such as org-chart."));
    app::Document document = opened_to_write(options->look.account);
    options->look.revision = document.revision();
    options->picture.carrier = "none";
    AskedPicture asked = asked_picture(job, options->look, document.account(), options->picture);
    const app::Drawn before = app::draw(job.calls(), asked.snapshot, asked.request, job.timings);
    asked.request.is_fresh = true;
    const app::Drawn fresh = app::draw(job.calls(), asked.snapshot, asked.request, job.timings);
    for (const std::string& remark : fresh.remarks) tell(remark);
    const app::NewLayout layout = app::new_layout(document.account(), view, before, fresh);
    job.output = options->is_json ? app::layout_json(layout, view)
                                  : app::layout_text(layout, document.account());
    document.apply(layout.changes);
  });
}

}  // namespace inroad::cli
