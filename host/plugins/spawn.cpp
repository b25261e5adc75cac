// SPDX-License-Identifier: MIT
#include "plugins/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "plugins/channel.h"
#include "plugins/fd.h"

namespace inroad::plugins {

namespace {

void check(int error, const char* doing) {
  if (error != 0) throw std::system_error(error, std::generic_category(), doing);
}

// A copy above all numbers the child uses, so that no placing overwrites one still to be placed.
Fd out_of_the_way(int fd) {
  Fd copy(fcntl(fd, F_DUPFD_CLOEXEC, 10));
  if (!copy) check(errno, "fcntl");
  return copy;
}

// Where libraries are found, and the sanitizers' settings; never the user's paths, keys or session.
std::vector<std::string> clean_environment() {
  std::vector<std::string> environment{"PATH=/usr/bin:/bin"};
  for (const char* name :
       {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + "=" + value);
  return environment;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

class FileActions {
 public:
  FileActions() { check(posix_spawn_file_actions_init(&actions_), "posix_spawn"); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t* get() { return &actions_; }
  void place(int fd, int as) {
    check(posix_spawn_file_actions_adddup2(&actions_, fd, as), "posix_spawn");
  }

 private:
  posix_spawn_file_actions_t actions_{};
};

class Attributes {
 public:
  Attributes() { check(posix_spawnattr_init(&attributes_), "posix_spawn"); }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  posix_spawnattr_t* get() { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

pid_t spawn_here(const std::filesystem::path& program, const std::string& bundle_id,
                 const std::string& bundle_folder, const std::string& demand,
                 const ChildFiles& files) {
  const Fd socket = out_of_the_way(files.socket);
  const Fd library = out_of_the_way(files.library);
  const Fd output = out_of_the_way(files.output);
  FileActions actions;
  check(posix_spawn_file_actions_addopen(actions.get(), 0, "/dev/null", O_RDONLY, 0),
        "posix_spawn");
  actions.place(output.get(), 1);
  actions.place(output.get(), 2);
  actions.place(socket.get(), socket_in_plugin_process);
  actions.place(library.get(), library_in_plugin_process);
  check(posix_spawn_file_actions_addclosefrom_np(actions.get(), library_in_plugin_process + 1),
        "posix_spawn");

  // A group of its own, so that what the plugin starts is killed with it and the terminal's Ctrl-C
  // reaches the host alone. Signals as in a fresh program, whatever the host has blocked or
  // ignored.
  Attributes attributes;
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  check(posix_spawnattr_setflags(attributes.get(), POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                       POSIX_SPAWN_SETSIGDEF),
        "posix_spawn");
  posix_spawnattr_setpgroup(attributes.get(), 0);
  posix_spawnattr_setsigmask(attributes.get(), &none);
  posix_spawnattr_setsigdefault(attributes.get(), &all);

  std::vector<std::string> arguments{program.filename().string(), bundle_id, bundle_folder, demand};
  std::vector<std::string> environment = clean_environment();
  pid_t pid = -1;
  check(posix_spawn(&pid, program.c_str(), actions.get(), attributes.get(),
                    pointers(arguments).data(), pointers(environment).data()),
        program.c_str());
  return pid;
}

class SpawningThread {
 public:
  SpawningThread() {
    std::thread([this] { work(); }).detach();
  }

  pid_t run(std::packaged_task<pid_t()> task) {
    std::future<pid_t> pid = task.get_future();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    ready_.notify_one();
    return pid.get();
  }

 private:
  [[noreturn]] void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      ready_.wait(lock, [this] { return !tasks_.empty(); });
      std::packaged_task<pid_t()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::packaged_task<pid_t()>> tasks_;
};

}  // namespace

pid_t spawn_plugin_host(const std::filesystem::path& program, const std::string& bundle_id,
                        const std::string& bundle_folder, const std::string& demand,
                        const ChildFiles& files) {
  // Leaked on purpose: its thread outlives every static object.
  static auto* thread = new SpawningThread;
  return thread->run(std::packaged_task<pid_t()>(
      [&] { return spawn_here(program, bundle_id, bundle_folder, demand, files); }));
}

}  // namespace inroad::plugins
