// SPDX-License-Identifier: MIT
//
// An account that comes into being whole or not at all, and never replaces a file that is there:
// built under a name of its own beside the target, then given the target's name.
#pragma once
#include <functional>
#include <string>

#include "store/temporary.h"

namespace inroad::store {

class NewFile {
 public:
  // Refuses a name that is not free, as require_free_name. mode: of the file to be.
  NewFile(const std::string& target, mode_t mode);

  // Where to build it: an empty file. Nothing may have it open when place() is called.
  const std::string& part() const { return part_.path(); }
  // Builds it; what is said to be wrong with the part is said of the target.
  void build(const std::function<void(const std::string& part)>& make);

  // Syncs the build, gives it its name and syncs the folder. Throws Error(failed).
  void place();

 private:
  std::string target_;
  Temporary part_;
};

// Refuses a name that something has, and one with the journal of a lost account beside it, which
// SQLite would play into the new one: Error(failed).
void require_free_name(const std::string& target);

}  // namespace inroad::store
