// SPDX-License-Identifier: MIT
//
// What every verb of the command line shares. A verb is one file with one function that adds itself
// to the parser; the list of them stands in verbs.cpp.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "app/calls.h"
#include "app/document.h"
#include "app/timings.h"
#include "model/snapshot.h"

namespace inroad::cli {

// The options that go with any verb, and what the verb leaves for main: its output (printed only
// when all went well, so that a failure leaves stdout empty) and its exit code.
struct Job {
  std::string lang, today;
  bool with_timings = false, is_in_process = false, is_ours_only = false;

  app::Timings timings;
  std::string output;
  int exit_code = 0;

  // Made at first use, after the options are read.
  const app::Toolbox& toolbox();
  app::Calls& calls();

 private:
  std::unique_ptr<app::Toolbox> toolbox_;
  std::unique_ptr<app::Calls> calls_;
};

// The options by which a verb chooses what of an account it looks at, and the way from them to a
// snapshot.
struct Look {
  std::string account, deal, profile = "team", as_of, observed_by;
  std::vector<std::string> to;
  std::string from;                      // once open: the day compared with
  bool is_comparing = false;             // also take the account as it was `from`
  bool is_for_people = false;            // each text on one line: it goes into sentences only
  const char* as_of_option = "--as-of";  // as the verb calls it

  void add_account(CLI::App& verb);
  void add_deal(CLI::App& verb);
  void add_share(CLI::App& verb);
  // --as-of: what the file said; --observed-by: what had been seen.
  void add_as_of(CLI::App& verb);
  void add_from(CLI::App& verb);

  // is_deal_needed: refuse to guess among several deals. The account is as of the days asked for;
  // ages count to --today, else --as-of, else --observed-by.
  Account open(Job& job);
  std::shared_ptr<const Snapshot> snapshot(Job& job, const Account& account, bool is_deal_needed);
  // The day ages count to.
  Date day(Job& job) const;
  // Set by open.
  Id revision;
  std::optional<Account> before;
  ShareProfile shared = team_profile();

 private:
  Account seen(Account opened) const;
  void open_before(Job& job, const app::Document& document, const Account& opened);
  Date past_day_;  // of --as-of, once open
};

// For options that must say something when they are given.
extern const CLI::Validator said;

// Throws Error(usage) unless the text is a date.
void check_date(const std::string& text, const char* option);

// Tells of what a damaged account is shown without.
void tell_missing(const app::Document& document);

// Opens an account to change it; a warning about where it lies goes to stderr.
app::Document opened_to_write(const std::string& path);

// Prints a line to stderr.
void tell(const std::string& line);

// What one may type to use a verb, each on a line of its own; empty when its help says it all.
std::string examples_of(std::string_view verb);

// Adds every verb to the parser.
void add_verbs(CLI::App& parser, Job& job);

}  // namespace inroad::cli
