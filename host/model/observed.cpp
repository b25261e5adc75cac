// SPDX-License-Identifier: MIT
#include "model/observed.h"

#include "model/draft.h"

namespace inroad {

Account observed_by(Account account, std::string_view day) {
  std::vector<Removal> unseen;
  const auto look_at = [&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : account.all<Record>()) {
      if (record.date > day) unseen.push_back({record_kind<Record>, id, {}});
    }
  };
  look_at(std::type_identity<Tie>{});
  look_at(std::type_identity<Claim>{});
  look_at(std::type_identity<Note>{});
  if (unseen.empty()) return account;
  Edit edit;
  {
    Draft draft(account);
    remove_records(draft, unseen);
    edit.changes = changes_of(draft);
  }
  apply(account, edit);
  return account;
}

}  // namespace inroad
