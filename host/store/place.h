// SPDX-License-Identifier: MIT
//
// The folder an account lies in: making names in it durable, and how far its locks can be trusted.
#pragma once
#include <string>

namespace inroad::store {

// Syncs the folder that holds the file, so that a file made, renamed or removed in it stays so
// after a power loss. Throws Error(failed) naming the folder.
void sync_folder_of(const std::string& file);

// What kind of network file system the file lies on ("NFS", "SMB" …); empty when on none we know.
std::string network_mount_of(const std::string& file);

// One sentence of warning when locks and syncs may not hold where the file lies; else empty.
std::string place_warning(const std::string& file);

}  // namespace inroad::store
