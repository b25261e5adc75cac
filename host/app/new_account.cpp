// SPDX-License-Identifier: MIT
#include "app/new_account.h"

#include "store/account_file.h"
#include "store/new_file.h"

namespace inroad::app {

using store::AccountFile;

void make_account(const std::string& path, mode_t mode,
                  const std::function<void(const std::string& part)>& begin,
                  const std::function<void(Document& document)>& fill) {
  store::NewFile file(path, mode);
  file.build([&](const std::string& part) {
    begin(part);
    {
      Document document = Document::open(part, Document::Access::write);
      fill(document);
    }
    // Closing folds the journal in too, but cannot tell when that fails; the journal stays behind.
    AccountFile::open(part, AccountFile::Access::write).fold_journal();
  });
  file.place();
}

std::function<void(const std::string& part)> empty_like(const Account& account) {
  return [&account](const std::string& part) {
    AccountFile::make_in(part, account.info, account.extra);
  };
}

}  // namespace inroad::app
