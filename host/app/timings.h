// SPDX-License-Identifier: MIT
//
// Where the time of a command went, in the words of interchange.md.
#pragma once
#include <chrono>
#include <string>

namespace inroad::app {

struct Timings {
  double open_ms = 0, snapshot_ms = 0, call_ms = 0, plugin_ms = 0, verify_ms = 0, render_ms = 0,
         write_ms = 0;
};

// Adds the time until the end of the block to a field: StopWatch watch(timings.open_ms);
class StopWatch {
 public:
  explicit StopWatch(double& sum_ms) : sum_ms_(sum_ms) {}
  ~StopWatch() {
    sum_ms_ += std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }
  StopWatch(const StopWatch&) = delete;
  StopWatch& operator=(const StopWatch&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  double& sum_ms_;
  Clock::time_point start_ = Clock::now();
};

// One JSON line, with total_ms (since the program's start) and peak_mib of this process.
std::string to_json_line(const Timings& timings);

}  // namespace inroad::app
