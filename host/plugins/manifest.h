// SPDX-License-Identifier: MIT
//
// Reading one plugin.json. Manifests come from strangers: sizes, depth and paths are held to
// limits.
#pragma once
#include <stdexcept>

#include "plugins/bundle.h"

namespace inroad::plugins {

// Why a bundle cannot be used, as a sentence in the language in force.
struct BrokenManifest : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The id alone, "<kind folder>/<name>" and safe as a path, before anything else is known of the
// bundle. Throws BrokenManifest.
std::string manifest_id(const std::filesystem::path& folder);

// kind_folder: "views"; folder: the bundle's own. Throws BrokenManifest.
Bundle read_manifest(const std::string& kind_folder, const std::filesystem::path& folder);

}  // namespace inroad::plugins
