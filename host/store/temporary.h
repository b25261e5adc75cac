// SPDX-License-Identifier: MIT
//
// A file in the making, beside the one it is to become: "NAME.inroad-new-" and twelve digits. Its
// maker holds it under flock, which tells it from what a killed program left: that is removed by
// the next write into the folder, and whenever an account there is opened for writing.
#pragma once
#include <sys/types.h>

#include <string>
#include <vector>

namespace inroad::store {

// What SQLite, and the writer's lock, put beside an account: its name and one of these.
inline constexpr const char* sidecar_endings[] = {"-wal", "-shm", "-journal", "-lock"};

class Temporary {
 public:
  // target: whose place it is to take, links resolved. Removes leftovers. Throws Error(failed).
  Temporary(const std::string& target, mode_t mode);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  const std::string& path() const { return path_; }
  int fd() const { return fd_; }
  // It has been given its name: nothing is to be removed, and nothing held any more. Before anybody
  // opens it as an account: closing would drop the locks SQLite takes on it.
  void keep();

 private:
  bool try_once(const std::string& target, mode_t mode);
  std::string path_;
  int fd_ = -1;
  int slot_ = -1;  // among those a signal removes
};

// As open to others as that file, within the user's umask; "" or no file: as the umask has it.
mode_t mode_like(const std::string& file);

// Removes the temporaries beside that file which nobody is working on; their names.
std::vector<std::string> remove_leftovers(const std::string& file);

// Removes an account that came to nothing, and what lies beside it.
void remove_with_sidecars(const std::string& path);

// Throws Error(failed): what keeps the file from being written, and what to do.
[[noreturn]] void cannot_write(const std::string& path, int error);

// From now on a signal that ends this process removes its temporaries first, and a file that grows
// beyond the user's limit is a failed write, not the end.
void tidy_on_signals();

}  // namespace inroad::store
