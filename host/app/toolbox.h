// SPDX-License-Identifier: MIT
//
// What every job needs, made once at start: the installed plugins, the facets they bring, the day
// ages count to, how plugins are run. Read-only afterwards, so any thread may use it.
#pragma once
#include <filesystem>
#include <string>

#include "model/facets.h"
#include "model/records.h"
#include "plugins/bundle.h"
#include "plugins/call.h"
#include "plugins/register.h"

namespace inroad::app {

struct ToolboxOptions {
  std::filesystem::path program_folder;  // empty: where the running program lies
  Date today;                            // empty: SOURCE_DATE_EPOCH, else the clock
  std::string lang;                      // empty: from the environment
  bool is_in_process = false;            // plugins in this process, for a debugger
  bool is_ours_only = false;             // no plugins but those that come with Inroad
};

class Toolbox {
 public:
  // Sets the language of the process, finds the plugins, loads their method packs.
  explicit Toolbox(const ToolboxOptions& options);

  const std::filesystem::path& program_folder() const { return program_folder_; }
  const plugins::Catalogue& catalogue() const { return catalogue_; }
  const plugins::Register& remembered() const { return register_; }
  const FacetBook& facets() const { return facets_; }
  const plugins::Runner& runner() const { return runner_; }
  const Date& today() const { return today_; }

 private:
  void load_packs();

  std::filesystem::path program_folder_;
  plugins::Register register_;
  plugins::Catalogue catalogue_;
  FacetBook facets_;
  plugins::Runner runner_;
  Date today_;
};

// The folder of the running executable.
std::filesystem::path running_program_folder();

}  // namespace inroad::app
