// SPDX-License-Identifier: MIT
#include "program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace inroad::test {
namespace fs = std::filesystem;

Ran run(const std::string& program, const std::vector<std::string>& arguments,
        const std::string& input) {
  // Files rather than pipes: no deadlock, whatever the program prints.
  const ScratchFolder scratch;
  write_text(scratch / "in", input);
  const std::string built = std::string(INROAD_BIN_FOLDER) + "/" + program;
  const std::string command = fs::exists(built) ? built : program;
  std::vector<char*> argv{const_cast<char*>(command.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, (scratch / "in").c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, (scratch / "out").c_str(), O_WRONLY | O_CREAT,
                                   0600);
  posix_spawn_file_actions_addopen(&actions, 2, (scratch / "err").c_str(), O_WRONLY | O_CREAT,
                                   0600);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, command.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          read_text(scratch / "out"), read_text(scratch / "err")};
}

Ran inroad(const std::vector<std::string>& arguments, const std::string& input) {
  std::vector<std::string> all{"--lang", "en", "--today", today};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run("inroad", all, input);
}

std::string memory_folder() {
  const std::string shared_memory = "/dev/shm";
  return access(shared_memory.c_str(), W_OK) == 0 ? shared_memory
                                                  : fs::temp_directory_path().string();
}

ScratchFolder::ScratchFolder(const std::string& parent) {
  const fs::path place = parent.empty() ? fs::temp_directory_path() : fs::path(parent);
  std::string form = (place / "inroad-test-XXXXXX").string();
  if (!mkdtemp(form.data())) throw std::runtime_error("cannot make a scratch folder");
  path_ = form;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> ScratchFolder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool is_installed(const std::string& command) {
  return std::system(("command -v " + command + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace inroad::test
