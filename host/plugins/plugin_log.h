// SPDX-License-Identifier: MIT
//
// What a plugin wrote during one call: its log lines, its standard output and error. Capped, so
// that a flood costs the host nothing; the rest is counted and told.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace inroad::plugins {

class PluginLog {
 public:
  void add_line(std::string_view line);
  // A piece of standard output, not necessarily whole lines.
  void add_output(std::string_view piece);

  // All lines; the open one is closed, what was left out is said in a last line.
  std::vector<std::string> take();
  // The last line so far, "" without any.
  std::string last_line() const;

 private:
  std::vector<std::string> lines_;
  std::string open_line_;
  std::size_t size_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace inroad::plugins
