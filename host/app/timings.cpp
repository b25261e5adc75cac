// SPDX-License-Identifier: MIT
#include "app/timings.h"

#include <fmt/format.h>
#include <sys/resource.h>

namespace inroad::app {
namespace {

const auto started = std::chrono::steady_clock::now();  // before main

}  // namespace

std::string to_json_line(const Timings& t) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return fmt::format(
      R"({{"open_ms": {:.3f}, "snapshot_ms": {:.3f}, "call_ms": {:.3f}, "plugin_ms": {:.3f}, )"
      R"("verify_ms": {:.3f}, "render_ms": {:.3f}, "write_ms": {:.3f}, "total_ms": {:.3f}, "peak_mib": {:.1f}}})",
      t.open_ms, t.snapshot_ms, t.call_ms, t.plugin_ms, t.verify_ms, t.render_ms, t.write_ms,
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count(),
      static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace inroad::app
