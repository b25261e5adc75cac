// SPDX-License-Identifier: MIT
//
// The two ways to open an account file: to look, touching nothing; or as its one writer.
#pragma once
#include <memory>
#include <string>

#include "store/account_file.h"

namespace inroad::store {

inline constexpr int writer_wait_ms = 2000;

// The file's own name, links resolved. Throws Error(bad_input) for what is no plain file, and never
// waits: a pipe or a device is not opened at all.
std::string plain_file(const std::string& path);

// reason: why it could not be opened for writing, when that was asked for.
// may_be_damaged: see AccountFile::Access::look.
std::unique_ptr<AccountFile::State> open_for_reading(const std::string& path, std::string reason,
                                                     bool may_be_damaged = false);

// Takes the writer's lock, brings an older file forward, and makes the journal's name durable.
std::unique_ptr<AccountFile::State> open_for_writing(const std::string& path, int wait_ms);

}  // namespace inroad::store
