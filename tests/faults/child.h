// SPDX-License-Identifier: MIT
//
// Processes that may be killed at any moment, and what they had said by then.
#pragma once
#include <sys/types.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace inroad::test {

// A running program: stdout is read as it comes, stderr at the end.
class Child {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;
  // arguments[0]: a program of the bin folder, or a path.
  explicit Child(const std::vector<std::string>& arguments, const Environment& environment = {});
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Reads until that many lines have come, or no more will.
  void wait_for_lines(std::size_t count);
  void signal(int number) const;
  // Reads the rest; the exit code, or 128 + the signal that ended it.
  int finish();

  const std::string& out() const { return out_; }
  const std::string& err() const { return err_; }
  std::size_t lines() const;

 private:
  bool read_some();
  pid_t process_ = -1;
  int out_pipe_ = -1, err_file_ = -1;
  std::string out_, err_;
};

// `inroad` in English, on the tests' day.
std::vector<std::string> inroad_command(const std::vector<std::string>& arguments);

using Acknowledge = std::function<void()>;

// Runs `work` in a process of its own and kills it so long after so many acknowledgements. How many
// there were in the end.
std::size_t killed_after(const std::function<void(const Acknowledge&)>& work,
                         std::size_t acknowledgements, int delay_us);

}  // namespace inroad::test
