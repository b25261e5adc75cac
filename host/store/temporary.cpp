// SPDX-License-Identifier: MIT
#include "store/temporary.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include "model/error.h"
#include "model/words.h"
#include "store/database.h"

namespace inroad::store {
namespace {

constexpr std::string_view mark = ".inroad-new-";
constexpr std::size_t digits = 12;
constexpr std::string_view alphabet = "0123456789abcdef";

// What a signal is to remove: read by a signal handler, so of plain memory and atomics only.
struct Slot {
  std::atomic<pid_t> owner{0};  // 0: free
  char path[PATH_MAX];
};
Slot slots[16];

int enlist(const std::string& path) {
  for (int i = 0; i < static_cast<int>(std::size(slots)); ++i) {
    pid_t free = 0;
    // Nobody's while its name is being written.
    if (path.size() >= PATH_MAX || !slots[i].owner.compare_exchange_strong(free, -1)) continue;
    path.copy(slots[i].path, path.size());
    slots[i].path[path.size()] = '\0';
    slots[i].owner = getpid();
    return i;
  }
  return -1;
}

void strike_off(int slot) {
  if (slot >= 0) slots[slot].owner = 0;
}

// Calls only what a signal handler may.
void remove_all_and_end(int signal_number) {
  for (Slot& slot : slots) {
    if (slot.owner != getpid()) continue;
    char name[PATH_MAX + 16];
    const std::size_t size = strlen(slot.path);
    memcpy(name, slot.path, size + 1);
    unlink(name);
    for (const char* ending : sidecar_endings) {
      memcpy(name + size, ending, strlen(ending) + 1);
      unlink(name);
    }
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

std::string name_of_our_own(const std::string& target) {
  const std::filesystem::path path(target);
  std::string name = path.filename().string();
  constexpr std::size_t longest_ending = 8;  // of the sidecars
  name.resize(std::min(name.size(), NAME_MAX - mark.size() - digits - longest_ending));
  name += mark;
  unsigned char bytes[digits] = {};
  if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) cannot_write(target, errno);
  for (const unsigned char byte : bytes) name += alphabet[byte % alphabet.size()];
  return (path.parent_path() / name).string();
}

bool is_temporary(std::string_view name) {
  const std::size_t at = name.rfind(mark);
  return at != name.npos && name.size() == at + mark.size() + digits &&
         name.find_first_not_of(alphabet, at + mark.size()) == name.npos;
}

std::string without_sidecar(const std::string& name) {
  for (const std::string_view ending : sidecar_endings)
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

// False when somebody is working on it, or it cannot be removed. It goes while it is held: whoever
// has just made it sees that it is not his.
bool remove_if_left(const std::string& path) {
  if (is_open_here(path)) return false;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0 && errno != ENOENT) return false;  // of none only the sidecars may be left
  const bool is_left = fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0;
  if (is_left) remove_with_sidecars(path);
  if (fd >= 0) close(fd);
  std::error_code ignored;
  return is_left && !std::filesystem::exists(path, ignored);
}

}  // namespace

Temporary::Temporary(const std::string& target, mode_t mode) {
  remove_leftovers(target);
  while (!try_once(target, mode)) {
  }
}

// On the list before it is there, so that no signal finds it unlisted.
bool Temporary::try_once(const std::string& target, mode_t mode) {
  path_ = name_of_our_own(target);
  slot_ = enlist(path_);
  fd_ = open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd_ < 0) {
    const int error = errno;
    strike_off(slot_);
    cannot_write(target, error);
  }
  // Before it is locked another program may take it for a leftover.
  struct stat made {
  }, named{};
  const bool is_ours = flock(fd_, LOCK_EX | LOCK_NB) == 0 && fstat(fd_, &made) == 0 &&
                       lstat(path_.c_str(), &named) == 0 && made.st_ino == named.st_ino;
  if (is_ours) {
    fchmod(fd_, mode);
    return true;
  }
  unlink(path_.c_str());
  keep();
  return false;
}

Temporary::~Temporary() {
  if (fd_ < 0) return;
  remove_with_sidecars(path_);
  keep();
}

void Temporary::keep() {
  strike_off(std::exchange(slot_, -1));
  close(std::exchange(fd_, -1));
}

mode_t mode_like(const std::string& file) {
  const mode_t mask = umask(0);
  umask(mask);
  const mode_t usual = 0666 & ~mask;
  struct stat status {};
  if (file.empty() || stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return usual;
  return (usual & status.st_mode) | S_IRUSR | S_IWUSR;
}

std::vector<std::string> remove_leftovers(const std::string& file) {
  namespace fs = std::filesystem;
  const fs::path parent = fs::path(file).parent_path();
  std::vector<std::string> left;
  std::error_code ignored;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(parent.empty() ? fs::path(".") : parent, ignored)) {
    const std::string path = without_sidecar(entry.path().string());
    if (is_temporary(fs::path(path).filename().string())) left.push_back(path);
  }
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  std::erase_if(left, [](const std::string& path) { return !remove_if_left(path); });
  return left;
}

void remove_with_sidecars(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  for (const char* ending : sidecar_endings) std::filesystem::remove(path + ending, ignored);
}

void cannot_write(const std::string& path, int error) {
  throw Error(
      ErrorKind::failed, format(_("The file cannot be written ({})."), std::strerror(error)), path,
      error == ENOSPC
          ? _("Free some space and try again; nothing was changed.")
          : _("Choose another place, or check that you may write there; nothing was changed."));
}

void tidy_on_signals() {
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    // Who started us may want some ignored (nohup).
    if (sigaction(number, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    now.sa_handler = remove_all_and_end;
    now.sa_flags = 0;
    sigemptyset(&now.sa_mask);
    sigaction(number, &now, nullptr);
  }
}

}  // namespace inroad::store
