// SPDX-License-Identifier: MIT
#include "plugins/plugin_host/confine.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "plugins/channel.h"
#include "plugins/plugin_host/call_filter.h"
#include "plugins/plugin_host/file_rules.h"

namespace inroad::plugins {
namespace {

// The sanitizers' own runtime maps terabytes and makes calls that no plugin may make.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

constexpr rlim_t most_memory = rlim_t{6} << 30;
constexpr rlim_t most_files = 64;

void check(int result, const char* doing) {
  if (result != 0) throw std::system_error(errno, std::generic_category(), doing);
}

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  check(setrlimit(static_cast<__rlimit_resource>(what), &both), "setrlimit");
}

}  // namespace

Confinement confine(const std::string& bundle_folder) {
  check(prctl(PR_SET_PDEATHSIG, SIGKILL), "prctl");
  check(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl");
  // Not dumpable as well as no core size: a system's crash collector passes over the size alone.
  check(prctl(PR_SET_DUMPABLE, 0), "prctl");
  limit(RLIMIT_CORE, 0);
  // Writing beyond the limit then fails with EFBIG, which becomes a fault with a sentence.
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_FSIZE, max_answer_size);
  limit(RLIMIT_NOFILE, most_files);
  if (is_sanitized) return {};
  limit(RLIMIT_AS, most_memory);
  Confinement walls;
  walls.file_rules = restrict_files(bundle_folder);
  walls.has_call_filter = filter_calls();
  return walls;
}

}  // namespace inroad::plugins
