// SPDX-License-Identifier: MIT
//
// The commands that write, each with a folder made ready for it and what it is to bring about.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "faults/random_changes.h"
#include "program.h"

namespace inroad::test {

// One command on a folder made ready for it, and what it is to bring about.
struct Trial {
  std::string name;
  std::vector<std::string> arguments;
  // The account: states[n] after n of the command's edits. is_new: it need not be there at first.
  std::string account;
  std::vector<std::string> states;
  std::size_t edits_before = 0;
  bool is_new = false;
  // A file written whole: its content before ("" = none) and the check of what is there after it.
  std::string output, output_before;
  std::function<std::string()> output_fault;
  // What `forget` is to leave nothing of in the account; it changes the log and adds no edit.
  std::string token;
  // What else may be wrong with the account, given how many of the command's edits it holds.
  std::function<std::string(std::size_t)> account_fault;
};

// A folder ("disk") with a small account in it as a.inroad, and a place beside it.
class TrialFolder {
 public:
  TrialFolder();
  std::string folder() const { return scratch_ / "disk"; }
  std::string account() const { return folder() + "/a.inroad"; }
  std::string log() const { return scratch_ / "calls"; }
  std::string beside(const std::string& name) const { return scratch_ / name; }
  std::string in_folder(const std::string& name) const { return folder() + "/" + name; }

  Account content() const;
  Trial on_account(const std::string& name) const;
  RandomChanges& random() { return random_; }

 private:
  ScratchFolder scratch_;
  RandomChanges random_;
};

struct TrialMaker {
  const char* name;
  std::function<Trial(TrialFolder&)> make;
};
// One list for all kinds of faults; every verb that writes is in it.
const std::vector<TrialMaker>& trial_makers();

// The verbs of the program that change nothing and write no file.
const std::vector<std::string>& verbs_that_only_read();

}  // namespace inroad::test
