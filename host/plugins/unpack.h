// SPDX-License-Identifier: MIT
//
// Copies of bundles out of folders and zip files, from strangers: only plain files and folders,
// nothing beside the target, bounded in number and size whatever the source says of itself.
#pragma once
#include <filesystem>

namespace inroad::plugins {

// Both throw Error(bad_input) naming the entry, Error(failed) when writing fails.
void copy_folder(const std::filesystem::path& source, const std::filesystem::path& target);
void unpack_zip(const std::filesystem::path& source, const std::filesystem::path& target);

}  // namespace inroad::plugins
