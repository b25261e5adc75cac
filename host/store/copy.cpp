// SPDX-License-Identifier: MIT
//
// A copy of an open account under another name, with its history.
#include <filesystem>

#include "model/ids.h"
#include "store/account_state.h"
#include "store/new_file.h"
#include "store/schema.h"

namespace inroad::store {

void AccountFile::copy_to(const std::string& path) const {
  NewFile file(path, mode_like(state_->database.path()));
  file.build([this](const std::string& part) { copy_into(part); });
  file.place();
}

void AccountFile::copy_into(const std::string& part) const {
  state_->read([&](Database& database) {
    std::filesystem::resize_file(part, 0);  // of what was read in vain
    database.vacuum_into(part);
    return true;
  });
  Database copy(part, Database::Mode::write);
  copy.run("PRAGMA journal_mode=WAL");
  // Edits made in the copy are told from those made here. Of a file newer than this program we
  // cannot know what else would have to follow.
  if (state_->file_version <= schema_version) {
    Transaction transaction(copy);
    set_meta_text(copy, "replica", new_id());
    if (state_->file_version == schema_version) seal_small_tables(copy);
    transaction.commit();
  }
  copy.found_sound();
  copy.cut_journal(0);
}

}  // namespace inroad::store
