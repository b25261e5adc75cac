// SPDX-License-Identifier: MIT
//
// inroad forget: takes a person, a record or a field out of an account for good.
#include "app/forget.h"

#include "cli/verb.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

[[noreturn]] void not_finished(const std::string& file) {
  throw Error(ErrorKind::failed,
              _("Not finished: it is out of the account, but another program is reading the file "
                "and old pages of it are still on the disk."),
              file, format(_("Close the account there, then finish with: inroad forget {}"), file));
}

// Without a subject: what an earlier forgetting left undone. Opening has tried already.
std::string finish(const app::Document& document, const std::string& file) {
  if (document.is_forgetting_unfinished()) not_finished(file);
  return std::string(_("Nothing is left of what was forgotten.")) + "\n";
}

// Nothing when it was forgotten before: by an act that was cut short, or one known by its
// tombstone, unless there is more to strike.
std::optional<Subject> subject_if_known(const app::Document& document, const std::string& typed,
                                        bool is_more_to_strike) {
  try {
    return subject_meant(document.account(), document.log(), typed);
  } catch (const Error&) {
    const Tombstones tombstones = document.tombstones();
    std::optional<Subject> forgotten;
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      const RecordKey key{record_kind<Record>, typed};
      if (tombstones.find(key) != nullptr) forgotten = Subject{key.record, key.id, {}};
    });
    if (!forgotten && !document.was_forgetting_unfinished()) throw;
    return is_more_to_strike ? forgotten : std::nullopt;
  }
}

std::string done_text(const app::HeldReport& report) {
  return format(_("Forgotten: {}. {} records and {} places, now and in the history."),
                app::title_of(report), report.forgetting.gone.size(), report.certain()) +
         "\n" + _("Copies, exports and pictures made before are not touched: look for them too.") +
         "\n";
}

}  // namespace

void add_forget(CLI::App& parser, Job& job) {
  struct Options {
    std::string file, subject;
    std::vector<std::string> also;
    bool is_dry_run = false, is_json = false;
  };
  CLI::App* verb = parser.add_subcommand(
      "forget", _("Take a person, a record or a field out for good, with its history"));
  const auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, _("the account file"))->required();
  verb->add_option("PERSON", options->subject,
                   _("a person's id or name, a record's id (KIND/ID where several have it), or one "
                     "of these and .FIELD; nothing: finish what was begun"))
      ->check(said);
  verb->add_flag("--dry-run", options->is_dry_run, _("list every place and change nothing"));
  verb->add_option("--also", options->also, _("strike this text too, wherever it stands"));
  verb->add_flag("--json", options->is_json, _("the places as JSON"));
  verb->callback([&job, options] {
    const FacetBook& facets = job.toolbox().facets();
    app::Document document = options->is_dry_run
                                 ? app::Document::open(options->file, app::Document::Access::read)
                                 : opened_to_write(options->file);
    if (options->subject.empty()) {
      job.output = finish(document, options->file);
      return;
    }
    const std::optional<Subject> known =
        subject_if_known(document, options->subject, !options->also.empty());
    if (!known) {
      job.output = finish(document, options->file);
      return;
    }
    const Subject& subject = *known;
    const app::HeldReport report = app::held_report(document, subject, options->also);
    if (!options->is_dry_run && !document.forget(subject, report.forgetting))
      not_finished(options->file);
    const std::string review = app::review_text(report, facets, options->file);
    if (!options->is_dry_run && !review.empty())
      job.exit_code = static_cast<int>(ErrorKind::conflicts);
    if (options->is_json) {
      Value json = app::held_json(report);
      json["done"] = !options->is_dry_run;
      job.output = to_text(json) + "\n";
    } else {
      job.output =
          (options->is_dry_run ? app::held_text(report, facets) : done_text(report)) + review;
    }
  });
}

}  // namespace inroad::cli
