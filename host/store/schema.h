// SPDX-License-Identifier: MIT
//
// What lies where in an .inroad file: one SQL table per record kind, its columns from the field
// table, unknown keys in `extra`; the log of edits; named versions; tombstones of what was
// forgotten; `meta`.
#pragma once
#include <string>

#include "model/account.h"
#include "store/database.h"

namespace inroad::store {

inline constexpr std::int64_t application_id = 0x496E7264;  // "Inrd"
inline constexpr std::int64_t schema_version = 2;

// Makes the tables of a new file and writes the account's name, id and unknown top-level keys.
void create_schema(Database& database, const AccountInfo& info, const Value& extra,
                   const Id& replica);

// The file's schema version, which may be older or newer than ours. Throws Error(bad_input) when
// the file is another program's or has an unexpected schema.
std::int64_t check_schema(Database& database);

// For files newer than this program: what to tell.
std::string newer_sentence(std::int64_t file_version);

// One value of the table `meta`; empty when absent.
std::string meta_text(Database& database, std::string_view key);
void set_meta_text(Database& database, std::string_view key, std::string_view text);

// The statements that make the tables which are not of a record kind.
inline constexpr const char* create_meta =
    "CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT) WITHOUT ROWID";
// digest: see digest.h; it comes before `changes` so that reading headers does not read changes.
inline constexpr const char* create_edits =
    "CREATE TABLE edits (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, "
    "author TEXT NOT NULL, replica TEXT NOT NULL, time TEXT NOT NULL, cause TEXT, "
    "base TEXT NOT NULL, digest INTEGER NOT NULL, changes TEXT NOT NULL)";
// edit: the last edit the version holds, "" when it is older than all. time, author: of the naming.
inline constexpr const char* create_versions =
    "CREATE TABLE versions (name TEXT PRIMARY KEY NOT NULL, edit TEXT NOT NULL, "
    "time TEXT NOT NULL, author TEXT NOT NULL) WITHOUT ROWID";
// hash: salted, of a record's kind and id or of a source key such as an e-mail address. about: what
// kind of thing it stands for. forgotten: one id for all tombstones of one act of forgetting.
inline constexpr const char* create_tombstones =
    "CREATE TABLE tombstones (hash TEXT PRIMARY KEY NOT NULL, about TEXT NOT NULL, "
    "forgotten TEXT NOT NULL, time TEXT NOT NULL) WITHOUT ROWID";

}  // namespace inroad::store
