// SPDX-License-Identifier: MIT
#include "store/opening.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "model/error.h"
#include "model/words.h"
#include "store/account_state.h"
#include "store/forget.h"
#include "store/migrations.h"
#include "store/place.h"
#include "store/schema.h"
#include "store/temporary.h"

namespace inroad::store {
namespace {

// Asked before anything is made beside it: SQLite would find out with its journal already there.
void refuse_read_only(const std::string& path) {
  const auto may = [](const std::string& place, int right) {
    return faccessat(AT_FDCWD, place.c_str(), right, AT_EACCESS) == 0;
  };
  const char* remedy =
      _("Work on a copy of your own: inroad copy FILE COPY.inroad; or ask for the right to write "
        "here.");
  if (!may(path, W_OK))
    throw Error(
        ErrorKind::failed,
        format(_("The file is read-only for you ({}); nothing was changed."), std::strerror(errno)),
        path, remedy);
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (!may(folder, W_OK | X_OK))
    throw Error(ErrorKind::failed,
                format(_("The folder the account lies in is read-only for you ({}), and changes "
                         "need their journal beside it; nothing was changed."),
                       std::strerror(errno)),
                path, remedy);
}

// Under two names a file would have two locks and two journals, and writers would destroy it.
void refuse_second_name(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && status.st_nlink > 1)
    throw Error(ErrorKind::failed,
                _("The file has more than one name (hard links): changed under one of them it "
                  "would be damaged under the other."),
                path, _("Work on a copy: inroad copy FILE COPY.inroad"));
}

// What a killed program, or a reader that held old pages, left undone. The account itself is right
// without it: when it fails again it is tried at the next opening.
void go_on_forgetting(Database& database) {
  try {
    finish_forgetting(database, 0);
  } catch (const Error&) {
  }
}

}  // namespace

std::string plain_file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0)
    throw Error(ErrorKind::bad_input,
                errno == ENOENT ? std::string(_("There is no such file."))
                                : format(_("The file cannot be read ({})."), std::strerror(errno)),
                path, _("Check the name and the folder."));
  if (S_ISDIR(status.st_mode))
    throw Error(ErrorKind::bad_input, _("This is a folder, not a file."), path,
                _("Choose a file inside it."));
  if (!S_ISREG(status.st_mode))
    throw Error(ErrorKind::bad_input, _("This is not a plain file."), path,
                _("Choose an account file."));
  return std::filesystem::canonical(path).string();
}

std::unique_ptr<AccountFile::State> open_for_reading(const std::string& path, std::string reason,
                                                     bool may_be_damaged) {
  auto state = std::make_unique<AccountFile::State>(
      WriterLock(), Database(plain_file(path), Database::Mode::read), may_be_damaged);
  state->read_only_reason = std::move(reason);
  return state;
}

std::unique_ptr<AccountFile::State> open_for_writing(const std::string& path, int wait_ms) {
  const std::string name = plain_file(path);
  refuse_second_name(name);
  refuse_read_only(name);
  WriterLock lock(name, wait_ms);
  std::vector<std::string> leftovers = remove_leftovers(name);
  auto state =
      std::make_unique<AccountFile::State>(std::move(lock), Database(name, Database::Mode::write));
  if (state->file_version > schema_version)
    throw Error(ErrorKind::bad_input, newer_sentence(state->file_version), name,
                _("Change it with a newer Inroad; the file is as it was."));
  migrate(state->database, state->file_version);
  if (state->file_version < schema_version) state->digests = digest_everything(state->database);
  state->file_version = schema_version;
  // SQLite makes the journal but ignores whether its name reaches the disk.
  sync_folder_of(name);
  state->leftovers = std::move(leftovers);
  state->was_forgetting_unfinished = is_forgetting_pending(state->database);
  go_on_forgetting(state->database);
  return state;
}

}  // namespace inroad::store
