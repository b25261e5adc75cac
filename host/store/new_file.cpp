// SPDX-License-Identifier: MIT
#include "store/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "model/error.h"
#include "model/words.h"
#include "store/place.h"

namespace inroad::store {
namespace {

[[noreturn]] void already_there(const std::string& target) {
  throw Error(ErrorKind::failed, _("There is already a file of that name."), target,
              _("Choose another name; accounts are never overwritten."));
}

[[noreturn]] void cannot_create(const std::string& target, int error) {
  throw Error(ErrorKind::failed,
              format(_("The account cannot be created ({})."), std::strerror(error)), target,
              _("Check that you may write to the folder and that the disk is not full."));
}

// The target's name, unless there is something of that name: in one step, so that no file of the
// user's is ever replaced.
bool rename_without_replacing(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // A file system without that step has links.
  return link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0;
}

const std::string& checked(const std::string& target) {
  require_free_name(target);
  return target;
}

}  // namespace

void require_free_name(const std::string& target) {
  struct stat status {};
  if (lstat(target.c_str(), &status) == 0) already_there(target);
  for (const char* ending : {"-wal", "-journal"}) {
    const std::string journal = target + ending;
    if (lstat(journal.c_str(), &status) == 0 && status.st_size > 0)
      throw Error(ErrorKind::failed,
                  _("The journal of another account of that name, which is gone, lies here: its "
                    "last edits."),
                  journal,
                  _("Put that account back beside it and open it, or choose another name."));
  }
}

NewFile::NewFile(const std::string& target, mode_t mode)
    : target_(target), part_(checked(target_), mode) {}

void NewFile::build(const std::function<void(const std::string& part)>& make) {
  try {
    make(part());
  } catch (Error& error) {
    // SQLite calls it by its full name.
    const std::string name = std::filesystem::path(part()).filename().string();
    if (error.where.find(name) != error.where.npos) error.where = target_;
    throw;
  }
}

void NewFile::place() {
  if (fsync(part_.fd()) != 0) cannot_create(target_, errno);
  if (!rename_without_replacing(part(), target_)) {
    if (errno == EEXIST) already_there(target_);
    cannot_create(target_, errno);
  }
  part_.keep();
  // A name that may not last is none.
  try {
    sync_folder_of(target_);
  } catch (...) {
    unlink(target_.c_str());
    throw;
  }
}

}  // namespace inroad::store
