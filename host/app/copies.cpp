// SPDX-License-Identifier: MIT
#include "app/copies.h"

#include "app/files.h"
#include "model/error.h"
#include "model/profile.h"
#include "model/words.h"
#include "store/account_file.h"
#include "store/repair.h"
#include "store/whole_file.h"

namespace inroad::app {

void save_copy(const std::string& source, const std::string& copy, const std::string& profile) {
  require_account_name(copy);
  const store::AccountFile file =
      store::AccountFile::open(source, store::AccountFile::Access::read);
  if (profile == "team") {
    file.copy_to(copy);
    return;
  }
  store::Contents contents;
  contents.account = redacted(file.account(), profile_named(profile, file.account().settings));
  store::write_whole_file(copy, contents, source);
}

std::vector<std::string> repair_copy(const std::string& damaged, const std::string& copy) {
  require_account_name(copy);
  return store::repair_copy(damaged, copy);
}

}  // namespace inroad::app
