// SPDX-License-Identifier: MIT
#include "store/whole_file.h"

#include "model/ids.h"
#include "store/columns.h"
#include "store/digest.h"
#include "store/log.h"
#include "store/new_file.h"
#include "store/rows.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

void write_records(Database& database, const Account& account) {
  store_record(database, account, RecordKind::settings, Id(single_id<Settings>));
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : account.all<Record>())
      store_record(database, account, record_kind<Record>, id);
  });
}

void write_rest(Database& database, const Contents& contents) {
  for (const Edit& edit : contents.edits) append_edit(database, edit);
  Statement version =
      database.prepare("INSERT INTO versions (name, edit, time, author) VALUES (?1, ?2, ?3, ?4)");
  for (const Version& one : contents.versions)
    version.bind(1, one.name).bind(2, one.edit).bind(3, one.time).bind(4, one.author).run();
  Statement stone = database.prepare(
      "INSERT INTO tombstones (hash, about, forgotten, time) VALUES (?1, ?2, ?3, ?4)");
  for (const Tombstone& one : contents.stones)
    stone.bind(1, one.hash).bind(2, one.about).bind(3, one.act).bind(4, one.time).run();
  if (!contents.salt.empty()) set_meta_text(database, "salt", contents.salt);
}

}  // namespace

void write_whole_file(const std::string& path, const Contents& contents, const std::string& like) {
  NewFile file(path, mode_like(like));
  file.build([&](const std::string& part) {
    Database database(part, Database::Mode::write);
    create_schema(database, contents.account.info, contents.account.extra, new_id());
    Transaction transaction(database);
    write_records(database, contents.account);
    write_rest(database, contents);
    seal_everything(database);
    transaction.commit();
    database.found_sound();
    database.cut_journal(0);
  });
  file.place();
}

}  // namespace inroad::store
