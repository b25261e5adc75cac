// SPDX-License-Identifier: MIT
#include "store/new_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "model/error.h"
#include "model/words.h"
#include "store/place.h"

namespace inroad::store {
namespace {

constexpr const char* build_ending = ".new-";
constexpr const char* sidecars[] = {"-wal", "-shm", "-journal"};

[[noreturn]] void already_there(const std::string& target) {
  throw Error(ErrorKind::failed, _("There is already a file of that name."), target,
              _("Choose another name; accounts are never overwritten."));
}

[[noreturn]] void cannot_create(const std::string& target, int error) {
  throw Error(ErrorKind::failed,
              format(_("The account cannot be created ({})."), std::strerror(error)), target,
              _("Check that you may write to the folder and that the disk is not full."));
}

std::string without_sidecar(const std::string& name) {
  for (const std::string ending : sidecars)
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

bool is_being_built(const std::string& part) {
  const int fd = open(part.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) return errno != ENOENT;
  const bool is_free = flock(fd, LOCK_EX | LOCK_NB) == 0;
  close(fd);
  return !is_free;
}

// The target's name, unless there is something of that name: in one step, so that no file of the
// user's is ever replaced.
bool rename_without_replacing(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // A file system without that step has links.
  return link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0;
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

void give_name(const std::string& from, const std::string& to) {
  if (rename_without_replacing(from, to)) return;
  if (errno == EEXIST) already_there(to);
  cannot_create(to, errno);
}

void sync_name(const std::string& path) {
  try {
    sync_folder_of(path);
  } catch (...) {
    unlink(path.c_str());
    throw;
  }
}

void remove_with_sidecars(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  for (const char* ending : sidecars) std::filesystem::remove(path + ending, ignored);
}

void remove_leftover_builds(const std::string& target) {
  namespace fs = std::filesystem;
  const fs::path path(target);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const std::string start = path.filename().string() + build_ending;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (!entry.path().filename().string().starts_with(start)) continue;
    const std::string part = without_sidecar(entry.path().string());
    if (!is_being_built(part)) remove_with_sidecars(part);
  }
}

NewFile::NewFile(std::string target) : target_(std::move(target)) {
  require_free_name(target_);
  remove_leftover_builds(target_);
  std::string part = target_ + build_ending + "XXXXXX";
  fd_ = mkostemp(part.data(), O_CLOEXEC);
  if (fd_ < 0) cannot_create(target_, errno);
  part_ = std::move(part);
  // mkostemp gives the owner alone; a new account is as open as the user's umask makes any file.
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(fd_, 0666 & ~mask);
  flock(fd_, LOCK_EX | LOCK_NB);
}

NewFile::~NewFile() {
  if (!part_.empty()) remove_with_sidecars(part_);
  if (fd_ >= 0) close(fd_);
}

void NewFile::place() {
  if (fsync(fd_) != 0) cannot_create(target_, errno);
  give_name(part_, target_);
  part_.clear();
  // Before anybody opens the account: closing would drop the locks SQLite takes on it.
  close(std::exchange(fd_, -1));
  sync_name(target_);
}

}  // namespace inroad::store
