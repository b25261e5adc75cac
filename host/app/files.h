// SPDX-License-Identifier: MIT
//
// Reading and replacing whole files.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace inroad::app {

// Throws Error(bad_input) with a sentence of its own for: missing, a directory, not a plain file
// (no waiting on pipes), unreadable, over 4 GiB. "-" reads standard input.
std::string read_file(const std::string& path);

// Calls take with each line and its number from 1, without the line's end; of standard input as
// soon as the line has come. Throws as read_file.
void for_each_line(const std::string& path,
                   const std::function<void(std::string_view line, std::size_t number)>& take);

// Writes beside the target, syncs, renames over it, syncs the folder: the old file stays until the
// new one is whole, and the new one when this returns. A pipe or a character device is written
// into. like: the account it was made of, if any: a new file is no more open to others than that.
// Throws Error(failed) naming the file and the cause, also for a name that is an account's (see
// store/own_files.h); nothing is left behind.
void replace_file(const std::string& path, std::span<const std::uint8_t> bytes,
                  const std::string& like);
void replace_file(const std::string& path, std::string_view text, const std::string& like);
// The same for what is made piece by piece; what the filler throws is passed on.
using Filler = std::function<void(const std::function<void(std::span<const std::uint8_t>)>& put)>;
void replace_file(const std::string& path, const Filler& fill, const std::string& like);

// Throws Error(usage) unless the name is one of an account file: NAME.inroad.
void require_account_name(const std::string& path);

// A file's name as text: names need not be UTF-8, all that is stored, sent and shown must.
std::string name_as_text(const std::filesystem::path& name);

}  // namespace inroad::app
