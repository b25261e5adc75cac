// SPDX-License-Identifier: MIT
//
// Putting a bundle into the user's data folder and taking it out again. No code of it is run. What
// is installed was checked where it lies: a staged copy is read, then moved into its place whole.
#pragma once
#include <filesystem>

#include "plugins/bundle.h"

namespace inroad::plugins {

// source: a bundle's folder, or a zip file of one (its files at the top or in one folder). root:
// where bundles of the user lie. taken: those there are; ours cannot be replaced, another of the
// same root only when `replaces`. Throws Error(bad_input) for what is no bundle, for entries that
// lead outside, links, devices, and more than 512 MiB or 10,000 files; Error(failed) when it is
// there already or cannot be written.
Bundle install(const std::filesystem::path& source, const std::filesystem::path& root,
               const Catalogue& taken, bool replaces);

// Removes the files of a bundle of the user's. Throws Error(failed) when it is another's.
void remove(const Bundle& bundle, const std::filesystem::path& root);

}  // namespace inroad::plugins
