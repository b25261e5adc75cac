// SPDX-License-Identifier: MIT
//
// What `draw` and `export` share: which view, with which path on it, in which look.
#pragma once
#include "app/draw.h"
#include "cli/verb.h"

namespace inroad::cli {

struct PictureOptions {
  std::string view, carrier, theme = "light", detail;
  app::FileForm form;

  void add_view(CLI::App& verb, bool is_required);
  void add_look(CLI::App& verb);
};

// Takes the snapshot, asks the advisor when a path is to be shown, and draws. Remarks go to stderr.
app::Drawn drawn_as_asked(Job& job, Look& look, const Account& account,
                          const PictureOptions& options);

}  // namespace inroad::cli
