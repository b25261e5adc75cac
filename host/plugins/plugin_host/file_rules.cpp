// SPDX-License-Identifier: MIT
#include "plugins/plugin_host/file_rules.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "plugins/fd.h"

namespace inroad::plugins {
namespace {

// The kernel's ruleset as of level 6: headers of older systems end earlier, kernels take as much as
// they know.
struct Ruleset {
  std::uint64_t files = 0, network = 0, scope = 0;
};

constexpr std::uint64_t read_only =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t of_a_file = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t all_of_level_1 = (1u << 13) - 1;
constexpr std::uint64_t refer = 1u << 13, truncate_file = 1u << 14, device_calls = 1u << 15;
constexpr std::uint64_t bind_and_connect_tcp = 3, abstract_sockets_and_signals = 3;

// What a kernel of that level can forbid: all of it.
Ruleset forbidden(int level) {
  Ruleset rules{all_of_level_1, 0, 0};
  if (level >= 2) rules.files |= refer;
  if (level >= 3) rules.files |= truncate_file;
  if (level >= 4) rules.network = bind_and_connect_tcp;
  if (level >= 5) rules.files |= device_calls;
  if (level >= 6) rules.scope = abstract_sockets_and_signals;
  return rules;
}

std::size_t size_at(int level) {
  return level >= 6 ? sizeof(Ruleset) : level >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

// What is not there needs no rule.
void let_read(int ruleset, const std::string& path) {
  const Fd place(open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!place) return;
  const Fd folder(open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  const landlock_path_beneath_attr rule{folder ? read_only : of_a_file, place.get()};
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

int restrict_files(const std::string& bundle_folder) {
  const long level =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (level < 1) return 0;
  const Ruleset rules = forbidden(static_cast<int>(level));
  const Fd ruleset(static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &rules, size_at(static_cast<int>(level)), 0)));
  if (!ruleset) return 0;
  for (const char* path : {"/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share", "/lib",
                           "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev/urandom"})
    let_read(ruleset.get(), path);
  // Where the host found its libraries, the plugin's may lie too.
  if (const char* library_path = std::getenv("LD_LIBRARY_PATH")) {
    std::istringstream paths(library_path);
    for (std::string path; std::getline(paths, path, ':');)
      if (path.starts_with('/')) let_read(ruleset.get(), path);
  }
  let_read(ruleset.get(), bundle_folder);
  const bool is_done = syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
  return is_done ? static_cast<int>(level) : 0;
}

}  // namespace inroad::plugins
