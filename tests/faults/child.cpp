// SPDX-License-Identifier: MIT
#include "faults/child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <stdexcept>

#include "program.h"

extern char** environ;

namespace inroad::test {
namespace {

int exit_code_of(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string whole(int fd) {
  std::string text;
  char block[4096];
  lseek(fd, 0, SEEK_SET);
  for (ssize_t got = 0; (got = read(fd, block, sizeof block)) > 0;)
    text.append(block, static_cast<std::size_t>(got));
  return text;
}

}  // namespace

Child::Child(const std::vector<std::string>& arguments, const Environment& environment) {
  // All is made ready before the fork: after it only system calls are safe.
  std::vector<std::string> words = arguments;
  const std::string built = std::string(INROAD_BIN_FOLDER) + "/" + words[0];
  if (std::filesystem::exists(built)) words[0] = built;
  std::vector<char*> argv, envp;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::vector<std::string> settings;
  for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);
  for (std::string& setting : settings) envp.push_back(setting.data());
  for (char** each = environ; *each != nullptr; ++each) envp.push_back(*each);
  envp.push_back(nullptr);
  int ends[2];
  err_file_ = memfd_create("stderr", MFD_CLOEXEC);
  if (pipe2(ends, O_CLOEXEC) != 0 || err_file_ < 0) throw std::runtime_error("no pipe");
  out_pipe_ = ends[0];
  // A signal that comes between fork and exec must not run this program's handlers in the child.
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  process_ = fork();
  if (process_ == 0) {
    for (const int number : {SIGHUP, SIGINT, SIGTERM}) ::signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, 0);
    dup2(ends[1], 1);
    dup2(err_file_, 2);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  close(ends[1]);
}

Child::~Child() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    exit_code_of(process_);
  }
  close(out_pipe_);
  close(err_file_);
}

bool Child::read_some() {
  char block[4096];
  ssize_t got = 0;
  while ((got = read(out_pipe_, block, sizeof block)) < 0 && errno == EINTR) {
  }
  if (got > 0) out_.append(block, static_cast<std::size_t>(got));
  return got > 0;
}

std::size_t Child::lines() const {
  return static_cast<std::size_t>(std::count(out_.begin(), out_.end(), '\n'));
}

void Child::wait_for_lines(std::size_t count) {
  while (lines() < count && read_some()) {
  }
}

void Child::signal(int number) const { kill(process_, number); }

int Child::finish() {
  while (read_some()) {
  }
  const int code = exit_code_of(process_);
  process_ = -1;
  err_ = whole(err_file_);
  return code;
}

std::vector<std::string> inroad_command(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"inroad", "--lang", "en", "--today", today};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

std::size_t killed_after(const std::function<void(const Acknowledge&)>& work,
                         std::size_t acknowledgements, int delay_us) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t process = fork();
  if (process == 0) {
    try {
      work([&] {
        if (write(ends[1], "+", 1) != 1) _exit(1);
      });
    } catch (const std::exception& error) {
      dprintf(2, "the process to be killed: %s\n", error.what());
      _exit(1);
    }
    _exit(0);
  }
  close(ends[1]);
  std::size_t heard = 0;
  char one = 0;
  while (heard < acknowledgements && read(ends[0], &one, 1) == 1) ++heard;
  usleep(static_cast<useconds_t>(delay_us));
  kill(process, SIGKILL);
  exit_code_of(process);
  while (read(ends[0], &one, 1) == 1) ++heard;
  close(ends[0]);
  return heard;
}

}  // namespace inroad::test
