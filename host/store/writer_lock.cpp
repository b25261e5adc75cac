// SPDX-License-Identifier: MIT
#include "store/writer_lock.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <thread>
#include <utility>

#include "model/dates.h"
#include "model/error.h"
#include "model/value.h"
#include "model/words.h"

namespace inroad::store {
namespace {

constexpr auto pause = std::chrono::milliseconds(20);
constexpr std::size_t longest_introduction = 4096;

std::string user_name() {
  char text[1024];
  passwd entry{}, *found = nullptr;
  if (getpwuid_r(geteuid(), &entry, text, sizeof text, &found) == 0 && found != nullptr)
    return found->pw_name;
  return std::to_string(geteuid());
}

std::string host_name() {
  char name[256] = {};
  return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

// "2026-11-23T08:50:29Z" as the clock on the reader's wall shows it: "2026-11-23 16:50".
std::string wall_time(const std::string& utc) {
  tm parts{};
  if (strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) == nullptr) return utc;
  const time_t moment = timegm(&parts);
  char text[32];
  if (localtime_r(&moment, &parts) == nullptr ||
      strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts) == 0)
    return utc;
  return text;
}

// What a lock file says of its holder; made for people, so anything unreadable is just "another
// program".
std::string holder_sentence(const std::string& name) {
  std::string text(longest_introduction, '\0');
  const int fd = open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  const ssize_t got = fd >= 0 ? read(fd, text.data(), text.size()) : 0;
  if (fd >= 0) close(fd);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  try {
    const Value holder = parse_text(text, name);
    return format(_("{} has this account open for writing ({} on {}, since {})."),
                  holder.at("user").get<std::string>(), holder.at("program").get<std::string>(),
                  holder.at("host").get<std::string>(),
                  wall_time(holder.at("since").get<std::string>()));
  } catch (const std::exception&) {
    return _("Another program has this account open for writing.");
  }
}

[[noreturn]] void cannot_lock(const std::string& name, int error) {
  throw Error(ErrorKind::failed,
              format(_("The account cannot be opened for writing: no lock can be made beside it "
                       "({})."),
                     std::strerror(error)),
              name, _("Check that you may write to the folder and that the disk is not full."));
}

}  // namespace

WriterLock::WriterLock(const std::string& path, int wait_ms) : name_(path + "-lock") {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_ms);
  while (!try_once()) {
    if (std::chrono::steady_clock::now() >= until)
      throw Error(ErrorKind::failed, holder_sentence(name_), path,
                  _("Close it there, then try again; you can look at it meanwhile."));
    std::this_thread::sleep_for(pause);
  }
  introduce();
}

bool WriterLock::try_once() {
  const int fd = open(name_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
  if (fd < 0) cannot_lock(name_, errno);
  struct stat opened {
  }, named{};
  const bool is_locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
  const int error = errno;
  // The holder before may have removed the name between our opening and locking it: then it is not
  // the lock others will see.
  const bool is_the_one = is_locked && fstat(fd, &opened) == 0 &&
                          lstat(name_.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
                          opened.st_dev == named.st_dev;
  if (is_the_one && S_ISREG(opened.st_mode)) {
    fd_ = fd;
    return true;
  }
  close(fd);
  if (!is_locked && error != EWOULDBLOCK && error != EINTR) cannot_lock(name_, error);
  if (is_the_one) cannot_lock(name_, EINVAL);
  return false;
}

// For people only: a lock without it is as good.
void WriterLock::introduce() const {
  const Value holder = {{"user", user_name()},
                        {"host", host_name()},
                        {"program", program_invocation_short_name},
                        {"process", getpid()},
                        {"since", now_utc()}};
  const std::string text = to_text(holder) + "\n";
  if (ftruncate(fd_, 0) != 0 ||
      pwrite(fd_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
    [[maybe_unused]] const int emptied = ftruncate(fd_, 0);
  }
}

void WriterLock::release() noexcept {
  if (fd_ < 0) return;
  // Removed while still held: nobody can lock the name in between and lose it.
  unlink(name_.c_str());
  close(fd_);
  fd_ = -1;
}

WriterLock::~WriterLock() { release(); }

WriterLock::WriterLock(WriterLock&& other) noexcept
    : name_(std::move(other.name_)), fd_(std::exchange(other.fd_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  if (this != &other) {
    release();
    name_ = std::move(other.name_);
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

}  // namespace inroad::store
