// SPDX-License-Identifier: MIT
#include "plugins/plugin_log.h"

#include <utility>

#include "model/words.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {
constexpr std::size_t max_log_size = 64 * 1024;
constexpr std::size_t max_line_size = 1000;
}  // namespace

void PluginLog::add_line(std::string_view line) {
  std::string shown = shown_text(line, max_line_size);
  if (shown.empty()) return;
  if (size_ + shown.size() + 1 > max_log_size) {
    ++left_out_;
    return;
  }
  size_ += shown.size() + 1;
  lines_.push_back(std::move(shown));
}

void PluginLog::add_output(std::string_view piece) {
  while (!piece.empty()) {
    const std::size_t end = piece.find('\n');
    if (open_line_.size() < max_line_size) open_line_ += piece.substr(0, end);
    if (end == std::string_view::npos) return;
    add_line(open_line_);
    open_line_.clear();
    piece.remove_prefix(end + 1);
  }
}

std::vector<std::string> PluginLog::take() {
  add_line(open_line_);
  open_line_.clear();
  if (left_out_ > 0)
    lines_.push_back(format(
        NG_("{} more line was left out.", "{} more lines were left out.", left_out_), left_out_));
  size_ = left_out_ = 0;
  return std::exchange(lines_, {});
}

std::string PluginLog::last_line() const {
  if (std::string open = shown_text(open_line_, max_line_size); !open.empty()) return open;
  return lines_.empty() ? std::string() : lines_.back();
}

}  // namespace inroad::plugins
