// SPDX-License-Identifier: MIT
#include "plugins/bundle.h"

#include <algorithm>
#include <system_error>

#include "model/error.h"
#include "model/record_words.h"
#include "model/words.h"
#include "plugins/manifest.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;

// Sorted, so that the same folders give the same catalogue everywhere.
std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (std::error_code ignored; entry->is_directory(ignored)) found.push_back(entry->path());
  std::ranges::sort(found);
  return found;
}

std::string known_names(const std::vector<Bundle>& bundles, Kind kind) {
  std::string names;
  for (const Bundle& bundle : bundles)
    if (bundle.kind == kind) names += (names.empty() ? "" : comma()) + bundle.name;
  return names.empty() ? _("none") : names;
}

}  // namespace

const Bundle& Catalogue::find(Kind kind, std::string_view name) const {
  for (const Bundle& bundle : bundles)
    if (bundle.kind == kind && (bundle.id == name || bundle.name == name)) return bundle;

  const std::string shown = shown_text(name, 200);
  for (const Bundle& bundle : disabled)
    if (bundle.kind == kind && (bundle.id == name || bundle.name == name))
      throw Error(ErrorKind::plugin, format(_("The plugin “{}” is switched off."), bundle.id),
                  bundle.id, format(_("Switch it on: inroad plugin enable {}"), bundle.id));
  for (const Refusal& refusal : refused)
    if (refusal.folder.filename() == name)
      throw Error(ErrorKind::plugin,
                  format(_("The plugin “{0}” cannot be used. {1}"), shown, refusal.reason),
                  refusal.folder.string());
  throw Error(ErrorKind::usage, format(_("There is no plugin “{}” for this."), shown), {},
              format(_("Those there are: {}."), known_names(bundles, kind)));
}

const Bundle* Catalogue::for_format(Kind kind, std::string_view ending) const {
  const auto claims = [&](const Bundle& bundle) {
    return bundle.kind == kind && std::ranges::find(bundle.formats, ending) != bundle.formats.end();
  };
  const auto found = std::ranges::find_if(bundles, claims);
  return found == bundles.end() ? nullptr : &*found;
}

Catalogue find_bundles(const std::vector<Root>& roots) {
  Catalogue catalogue;
  const auto add = [&](Bundle bundle, const Root& root) {
    bundle.origin = root.origin;
    const auto same = std::ranges::find(catalogue.bundles, bundle.id, &Bundle::id);
    if (same == catalogue.bundles.end())
      catalogue.bundles.push_back(std::move(bundle));
    else
      catalogue.refused.push_back(
          {bundle.folder, format(same->origin == Origin::built_in
                                     ? _("Inroad brings a plugin “{0}” of its own.")
                                     : _("There is another “{0}” in {1}."),
                                 bundle.id, same->folder.string())});
  };
  for (const Root& root : roots)
    for (const fs::path& kind : folders_in(root.folder))
      for (const fs::path& folder : folders_in(kind)) {
        try {
          add(read_manifest(kind.filename().string(), folder), root);
        } catch (const BrokenManifest& broken) {
          catalogue.refused.push_back({folder, broken.what()});
        }
      }
  std::ranges::sort(catalogue.bundles, {}, &Bundle::id);
  return catalogue;
}

}  // namespace inroad::plugins
