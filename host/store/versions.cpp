// SPDX-License-Identifier: MIT
//
// Named points in an account's history.
#include "model/dates.h"
#include "model/error.h"
#include "model/words.h"
#include "store/account_state.h"
#include "store/columns.h"

namespace inroad::store {

Version AccountFile::name_version(const std::string& name, const Id& author) {
  State& state = *state_;
  state.require_writable();
  if (name.empty())
    throw Error(ErrorKind::failed, _("A version needs a name."), state.database.path());
  Version version{name, state.history.head(), now_utc(), author};
  Transaction transaction(state.database);
  Statement taken = state.database.prepare("SELECT time FROM versions WHERE name=?1");
  taken.bind(1, name);
  if (taken.step())
    throw Error(ErrorKind::failed,
                format(_("There is already a version \"{}\" (of {})."), name, taken.text(0)),
                state.database.path(), _("Choose another name."));
  state.database.prepare("INSERT INTO versions (name, edit, time, author) VALUES (?1, ?2, ?3, ?4)")
      .bind(1, version.name)
      .bind(2, version.edit)
      .bind(3, version.time)
      .bind(4, version.author)
      .run();
  seal_small_tables(state.database);
  transaction.commit();
  digest_small_tables(state.database, state.digests);
  return version;
}

std::vector<Version> AccountFile::versions() const {
  return state_->read([](Database& database) {
    Statement row =
        database.prepare(select_columns(database, "versions", {"name", "edit", "time", "author"}) +
                         " ORDER BY 3, 1");
    std::vector<Version> versions;
    while (row.step()) versions.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    return versions;
  });
}

}  // namespace inroad::store
