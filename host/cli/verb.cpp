// SPDX-License-Identifier: MIT
#include "cli/verb.h"

#include <algorithm>
#include <cstdio>

#include "app/as_of.h"
#include "app/compare.h"
#include "app/find.h"
#include "cli/terminal.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/observed.h"
#include "model/one_line.h"
#include "model/words.h"

namespace inroad::cli {

const CLI::Validator said(
    [](std::string& text) {
      return text.empty() ? std::string(_("an empty text")) : std::string();
    },
    "");

const app::Toolbox& Job::toolbox() {
  if (!toolbox_) {
    if (!today.empty()) check_date(today, "--today");
    toolbox_ = std::make_unique<app::Toolbox>(app::ToolboxOptions{{}, today, lang, is_in_process,
                                                                   is_ours_only});
  }
  return *toolbox_;
}

app::Calls& Job::calls() {
  if (!calls_) calls_ = std::make_unique<app::Calls>(toolbox());
  return *calls_;
}

void Look::add_account(CLI::App& verb) {
  verb.add_option("ACCOUNT", account,
                  _("an .inroad file, an exchange file (.json), or - for standard input"))
      ->required();
}
void Look::add_deal(CLI::App& verb) {
  verb.add_option("--deal", deal, _("the deal asked about (id or name)"));
}
void Look::add_share(CLI::App& verb) {
  verb.add_option(
          "--share", profile,
          _("who is to see it: team, client-safe, names-only or a profile of the account's own"))
      ->capture_default_str();
}
void Look::add_as_of(CLI::App& verb) {
  verb.add_option("--as-of", as_of,
                  _("what the file said at the end of that day (YYYY-MM-DD), or at that version"))
      ->check(said);
  verb.add_option("--observed-by", observed_by,
                  _("only claims, ties and notes dated until that day; the undated stay"))
      ->check(said);
}

void Look::add_from(CLI::App& verb) {
  verb.add_option("--from", from,
                  _("for views that compare dates: since that day or version (else 28 days)"))
      ->check(said);
}

Account Look::open(Job& job) {
  const app::StopWatch opening(job.timings.open_ms);
  if (!observed_by.empty()) check_date(observed_by, "--observed-by");
  app::Document document = app::Document::open(account, app::Document::Access::look);
  tell_missing(document);
  revision = document.revision();
  // As profiles are now, even for what the file said then: what was withdrawn since stays
  // withdrawn.
  shared = profile_named(profile, document.account().settings);
  if (as_of.empty() && !is_comparing) return seen(std::move(document).take_account());
  Account opened;
  if (as_of.empty()) {
    opened = document.account();
  } else {
    app::Past past = app::past_meant(document, as_of, as_of_option);
    past_day_ = past.day;
    const std::vector<Edit> log = document.log();
    if (past.edits.empty() && !log.empty())
      tell(format(_("The account begins on {}: by {} it held nothing."),
                  log.front().time.substr(0, past.day.size()), past.day));
    opened = std::move(past.account);
  }
  if (is_comparing) open_before(job, document, opened);
  return seen(std::move(opened));
}

void Look::open_before(Job& job, const app::Document& document, const Account& opened) {
  const bool is_default = from.empty();
  app::Earlier earlier = app::earlier_account(document, opened, from, day(job));
  from = earlier.day;
  before = seen(std::move(earlier.account));
  if (!document.has_history())
    tell(_("An exchange file holds no history: what is dated later counts as new."));
  if (is_default)
    tell(format(_("Compared with {0}, {1} days before; --from chooses another day."), from,
                app::days_compared));
}

Date Look::day(Job& job) const {
  const Date& asked = past_day_.empty() ? observed_by : past_day_;
  return job.today.empty() && !asked.empty() ? asked : job.toolbox().today();
}

Account Look::seen(Account opened) const {
  if (!observed_by.empty()) opened = inroad::observed_by(std::move(opened), observed_by);
  if (is_for_people) return one_line(std::move(opened));
  return opened;
}

std::shared_ptr<const Snapshot> Look::snapshot(Job& job, const Account& opened,
                                               bool is_deal_needed) {
  const app::Toolbox& toolbox = job.toolbox();
  const app::StopWatch making(job.timings.snapshot_ms);
  SnapshotRequest request;
  request.profile = &shared;
  const bool is_ambiguous = deal.empty() && opened.all<Deal>().size() > 1;
  if (!is_ambiguous || is_deal_needed) request.deal = app::deal_meant(opened, deal);
  for (const std::string& person : to)
    request.to.push_back(app::person_meant(opened, person, ErrorKind::bad_input));
  // What the picture says it knows: no more than was both written and seen.
  const Date& asked = past_day_.empty() ? observed_by : past_day_;
  request.as_of = observed_by.empty() ? asked : std::min(asked, observed_by);
  request.today = day(job);
  request.revision = revision;
  return std::make_shared<const Snapshot>(make_snapshot(opened, toolbox.facets(), request));
}

void check_date(const std::string& text, const char* option) {
  if (!is_date(text))
    throw Error(ErrorKind::usage, format(_("\"{}\" is not a date."), text), option,
                _("Write it as YYYY-MM-DD."));
}

void tell_missing(const app::Document& document) {
  const std::vector<std::string> missing = document.missing();
  if (missing.empty()) return;
  constexpr std::size_t most_told = 20;
  tell(format(
      _("{} is damaged; shown is what can be read. Make a repaired copy: inroad repair {} -o "
        "COPY.inroad. Missing:"),
      document.source(), document.source()));
  for (std::size_t i = 0; i < std::min(missing.size(), most_told); ++i) tell("  " + missing[i]);
  if (missing.size() > most_told) tell(format(_("  and {} more"), missing.size() - most_told));
}

app::Document opened_to_write(const std::string& path) {
  app::Document document = app::Document::open(path, app::Document::Access::write);
  if (const std::string warning = document.place_warning(); !warning.empty()) tell(warning);
  for (const std::string& left : document.removed_leftovers())
    tell(format(_("Removed what a stopped program had left unfinished: {}"), left));
  return document;
}

void tell(const std::string& line) {
  std::fprintf(stderr, "%s\n", for_terminal(one_line(line)).c_str());
}

}  // namespace inroad::cli
