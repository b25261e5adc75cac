// SPDX-License-Identifier: MIT
//
// Plugin bundles and their manifests, read before any code of theirs is loaded.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/facets.h"
#include "model/value.h"

namespace inroad::plugins {

// Whose it is: ours, installed by the user, or named by INROAD_PLUGIN_PATH.
enum class Origin { built_in, user, path };

enum class Kind { view = 1, annotator, advisor, check, importer, exporter };

// How big a card a view wants and which lines stand on it; the host lays it out and measures it.
// Without a frame only its stripe and words are drawn: for headings of rows. crowd: lower cards with
// fewer lines instead, where more than `above` people may be drawn.
struct CardTemplate {
  struct Crowd {
    int above = 0;
    double height = 0;
    std::vector<std::string> lines;
  };
  double width = 176, height = 78;
  std::vector<std::string> lines;  // "name", "title", "role", "coverage", "influence"
  bool has_frame = true;
  std::optional<Crowd> crowd;
};

// plugin.json, key by key as the members below; unknown keys are passed over:
//
//   {"id": "views/org-chart", "version": "0.1.0", "sdk_version": 1, "kind": "view", "library":
//   "plugin.so",
//    "title": {"en": "Org chart", "zh_CN": "组织结构图"}, "summary": {"en": "Who reports to
//    whom."}, "card": {"width": 176, "height": 78, "lines": ["name", "title"], "frame": true}}
//
// id: "<kind folder>/<name>", as the folders are called. Needed: id, version, sdk_version, kind,
// title with "en"; library or packs; formats for importers and exporters. needs_inroad: the oldest
// version of the program that will do. Files are named from the bundle's folder.
struct Bundle {
  std::string id;       // "views/org-chart"
  std::string name;     // "org-chart": what the command line calls it
  std::string version;  // "0.1.0"
  int sdk_version = 0;
  Kind kind{};
  Texts title, summary;
  std::filesystem::path folder;
  std::filesystem::path library;             // empty: data only
  bool is_json = false;                      // its messages are JSON ("wire": "json")
  std::vector<std::string> formats;          // importers, exporters: file endings without the dot
  CardTemplate card;                         // views
  bool shows_route = false;                  // views: the chosen path is drawn
  bool compares_dates = false;               // views: what differs between two dates is drawn
  bool is_free_form = false;  // views: people stand where it looks best, and can stay where they were
  // Views: what can be asked of them beside the rest, each with the words it can be.
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::filesystem::path> packs;  // method packs (facets) it brings
  int deadline_ms = 20000;
  Origin origin = Origin::built_in;
  // Not ours: may run although a wall around its process is missing; the user has said so.
  bool is_trusted = false;
};

// A folder of folders of bundles, <folder>/<kinds>/<name>.
struct Root {
  std::filesystem::path folder;
  Origin origin = Origin::built_in;
};

// A bundle that cannot be used, and why, as a sentence.
struct Refusal {
  std::filesystem::path folder;
  std::string reason;
};

struct Catalogue {
  std::vector<Bundle> bundles;  // by id
  std::vector<Refusal> refused;
  std::vector<Bundle> disabled;  // by the user

  // By id or by name among the kind. Throws Error(usage) with the known names.
  const Bundle& find(Kind kind, std::string_view name) const;
  // The importer or exporter for a file ending; null when nobody claims it.
  const Bundle* for_format(Kind kind, std::string_view ending) const;
};

// Broken manifests are refused, never thrown; so is an id that an earlier root has: ours come first
// and are never replaced. No code is loaded.
Catalogue find_bundles(const std::vector<Root>& roots);

}  // namespace inroad::plugins
