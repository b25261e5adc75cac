// SPDX-License-Identifier: MIT
//
// Runs the built programs as a user would: exit code, stdout, stderr. And scratch folders that go
// away.
#pragma once
#include <string>
#include <vector>

namespace inroad::test {

struct Ran {
  int exit_code = -1;  // 128 + signal when killed
  std::string out, err;
};

// program: a name in the bin folder, or a command on the PATH. input: what stands on stdin.
Ran run(const std::string& program, const std::vector<std::string>& arguments,
        const std::string& input = {});

// `inroad …` in English, on the day the tests count from.
Ran inroad(const std::vector<std::string>& arguments, const std::string& input = {});

inline const char* today = "2026-11-23";

// Where files lie in memory, if there is such a place: for tests that sync by the thousand and are
// not about the disk itself.
std::string memory_folder();

class ScratchFolder {
 public:
  // parent: where it is made; empty = the system's place for temporary files.
  explicit ScratchFolder(const std::string& parent = {});
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  // The names in the folder, sorted.
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

void write_text(const std::string& path, const std::string& text);
std::string read_text(const std::string& path);
bool is_installed(const std::string& command);

}  // namespace inroad::test
