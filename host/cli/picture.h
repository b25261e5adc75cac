// SPDX-License-Identifier: MIT
//
// What `draw` and `export` share: which view, of whom, with which path on it, in which look.
#pragma once
#include "app/draw.h"
#include "app/filter.h"
#include "cli/verb.h"

namespace inroad::cli {

struct PictureOptions {
  std::string view, carrier, theme = "light", detail;
  app::FileForm form;
  app::Filters filters;
  std::vector<std::string> options;  // KEY=VALUE
  std::string mode;                  // the option of that name

  bool has_filters() const { return filters != app::Filters(); }

  void add_view(CLI::App& verb, bool is_required);
  void add_people(CLI::App& verb);
  void add_look(CLI::App& verb);
};

// Opens the account, and for a view that compares dates what it was at the first of them.
Account opened_to_draw(Job& job, Look& look, const PictureOptions& options);

struct AskedPicture {
  std::shared_ptr<const Snapshot> snapshot;
  app::DrawRequest request;
};
// Takes the snapshot and asks the advisor when a path is to be shown.
AskedPicture asked_picture(Job& job, Look& look, const Account& account,
                           const PictureOptions& options);

// Draws that. Remarks go to stderr. The account is given up before it is drawn: a picture of many
// people takes memory of its own.
app::Drawn drawn_as_asked(Job& job, Look& look, Account account, const PictureOptions& options);

}  // namespace inroad::cli
