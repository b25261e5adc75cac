// SPDX-License-Identifier: MIT
//
// A file that comes into being whole or not at all, and never replaces one that is there: built
// under a name of its own beside the target, then given the target's name.
#pragma once
#include <string>

namespace inroad::store {

class NewFile {
 public:
  // Refuses a name that is not free, as require_free_name. Builds that a killed
  // program left beside the target are removed.
  explicit NewFile(std::string target);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Where to build it: an empty file. Nothing may have it open when place() is called.
  const std::string& part() const { return part_; }

  // Syncs the build, gives it its name and syncs the folder. Throws Error(failed).
  void place();

 private:
  std::string target_, part_;
  int fd_ = -1;  // held under flock while building: tells a build in progress from a leftover
};

// Refuses a name that something has, and one with the journal of a lost account beside it, which
// SQLite would play into the new one: Error(failed).
void require_free_name(const std::string& target);
// Gives a finished account the name it was built for, which nothing may have: Error(failed).
void give_name(const std::string& from, const std::string& to);

// Makes a name just given durable; when that fails the file goes again. Throws Error(failed).
void sync_name(const std::string& path);

// Removes an account that came to nothing, and what SQLite made beside it.
void remove_with_sidecars(const std::string& path);

// Removes builds of that file which nobody is working on.
void remove_leftover_builds(const std::string& target);

}  // namespace inroad::store
