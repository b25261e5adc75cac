// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include <type_traits>

#include "model/codec.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::store {
namespace {

// Lists and free values are stored as JSON text; texts, words and numbers as they are.
template <class Member>
constexpr bool is_json_column =
    !std::is_same_v<Member, std::string> &&
    (std::is_same_v<Member, Value> || requires(Member m) { m.push_back({}); });

// The two records there is one of live in tables of one row, under a fixed id.
template <class Record>
constexpr std::string_view single_id = {};
template <>
constexpr std::string_view single_id<Settings> = "settings";

template <class Record>
std::string table_name() {
  return std::string(word(record_kind<Record>));
}

// "id", the fields, "extra".
template <class Record>
std::string columns() {
  std::string names = "id";
  for_each_field<Record>(
      [&](const auto& field) { names += ", \"" + std::string(field.name) + "\""; });
  return names + ", extra";
}

template <class Record>
int column_count() {
  int count = 2;
  for_each_field<Record>([&](const auto&) { ++count; });
  return count;
}

template <class Record>
void create_table(Database& database) {
  std::string sql = "CREATE TABLE \"" + table_name<Record>() + "\" (id TEXT PRIMARY KEY NOT NULL";
  for_each_field<Record>(
      [&](const auto& field) { sql += ", \"" + std::string(field.name) + "\""; });
  sql += ", extra TEXT) WITHOUT ROWID";
  database.run(sql.c_str());
}

template <class Record>
void write_row(Database& database, const Id& id, const Value& record) {
  std::string sql = "INSERT OR REPLACE INTO \"" + table_name<Record>() + "\" (" +
                    columns<Record>() + ") VALUES (?1";
  for (int i = 2; i <= column_count<Record>(); ++i) sql += ", ?" + std::to_string(i);
  Statement statement = database.prepare(sql + ")");
  Value unknown = record;
  unknown.erase("id");
  int parameter = 1;
  statement.bind(parameter++, id);
  for_each_field<Record>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Record>().*field.member)>;
    const std::string name(field.name);
    const Value value = record.value(name, Value());
    if constexpr (is_json_column<Member>)
      statement.bind_json(parameter++, value);
    else
      statement.bind_value(parameter++, value);
    unknown.erase(name);
  });
  statement.bind_json(parameter, unknown.empty() ? Value() : unknown);
  statement.run();
}

template <class Record>
Value read_row(const Statement& row) {
  Value record = row.json(column_count<Record>() - 1);
  if (!record.is_object()) record = Value::object();
  record["id"] = row.text(0);
  int column = 1;
  for_each_field<Record>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Record>().*field.member)>;
    Value value = is_json_column<Member> ? row.json(column) : row.value(column);
    if constexpr (std::is_same_v<Member, bool>)
      if (!value.is_null()) value = value.get<std::int64_t>() != 0;
    if (!value.is_null()) record[std::string(field.name)] = std::move(value);
    ++column;
  });
  return record;
}

template <class Record>
Statement select_all(Database& database) {
  return database.prepare("SELECT " + columns<Record>() + " FROM \"" + table_name<Record>() + "\"");
}

template <class Record>
void load_table(Database& database, Table<Record>& table) {
  Statement row = select_all<Record>(database);
  while (row.step()) {
    Record record = from_json<Record>(read_row<Record>(row), database.path());
    table.emplace(record.id, std::move(record));
  }
}

void write_top_level(Database& database, const Value& extra) {
  database.prepare("INSERT OR REPLACE INTO meta VALUES ('extra', ?1)")
      .bind_json(1, extra.empty() ? Value() : extra)
      .run();
}

template <class Visit>
void for_each_table(Visit&& visit) {
  const auto all = [&]<class... Records>(std::tuple<Table<Records>...>*) {
    (visit.template operator()<Records>(), ...);
  };
  all(static_cast<decltype(Account::tables)*>(nullptr));
}

std::int64_t pragma(Database& database, const char* sql) {
  Statement row = database.prepare(sql);
  return row.step() ? row.number(0) : 0;
}

Edit edit_of_row(const Statement& row, const std::string& path) {
  const Value header = {{"sequence", row.number(0)}, {"id", row.text(1)},
                        {"author", row.text(2)},     {"replica", row.text(3)},
                        {"time", row.text(4)},       {"cause", row.json(5)},
                        {"base", row.text(6)},       {"changes", row.json(7)}};
  return edit_from_json(header, path);
}

}  // namespace

void create_schema(Database& database, const AccountInfo& info, const Value& extra,
                   const Id& replica) {
  // WAL, because it makes no journal file per transaction: with a rollback journal SQLite ignores a
  // failed sync of the folder and would call an edit durable that is not. Closing folds it back.
  database.run("PRAGMA journal_mode=WAL");
  Transaction transaction(database);
  database.run(("PRAGMA application_id=" + std::to_string(application_id)).c_str());
  database.run(("PRAGMA user_version=" + std::to_string(schema_version)).c_str());
  database.run("CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT) WITHOUT ROWID");
  database.run(
      "CREATE TABLE edits (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, author TEXT NOT "
      "NULL, "
      "replica TEXT NOT NULL, time TEXT NOT NULL, cause TEXT, base TEXT NOT NULL, changes TEXT NOT "
      "NULL)");
  create_table<AccountInfo>(database);
  create_table<Settings>(database);
  for_each_table([&]<class Record> { create_table<Record>(database); });
  database.prepare("INSERT INTO meta VALUES ('replica', ?1)").bind(1, replica).run();
  write_row<AccountInfo>(database, info.id, to_json(info));
  write_top_level(database, extra);
  transaction.commit();
}

void check_schema(Database& database) {
  if (pragma(database, "PRAGMA application_id") != application_id)
    throw Error(ErrorKind::bad_input, _("This is a database, but not an Inroad account."),
                database.path(), _("Choose a file made by Inroad."));
  const std::int64_t version = pragma(database, "PRAGMA user_version");
  if (version > schema_version)
    throw Error(ErrorKind::bad_input,
                format(_("The account was written by a newer Inroad (file version {}, this program "
                         "knows {})."),
                       version, schema_version),
                database.path(), _("Open it with a newer Inroad; the file was not changed."));
}

Account load_account(Database& database) {
  Account account;
  Statement info = select_all<AccountInfo>(database);
  if (info.step())
    account.info = from_json<AccountInfo>(read_row<AccountInfo>(info), database.path());
  Statement settings = select_all<Settings>(database);
  if (settings.step()) {
    Value record = read_row<Settings>(settings);
    record.erase("id");
    account.settings = from_json<Settings>(record, database.path());
  }
  for_each_table([&]<class Record> { load_table(database, account.all<Record>()); });
  Statement extra = database.prepare("SELECT value FROM meta WHERE key='extra'");
  if (extra.step()) account.extra = extra.json(0);
  if (!account.extra.is_object()) account.extra = Value::object();
  return account;
}

Id load_replica(Database& database) {
  Statement row = database.prepare("SELECT value FROM meta WHERE key='replica'");
  return row.step() ? row.text(0) : Id();
}

void store_record(Database& database, const Account& account, RecordKind kind, const Id& id) {
  if (kind == RecordKind::account) {
    database.run("DELETE FROM account");
    write_row<AccountInfo>(database, account.info.id, to_json(account.info));
    write_top_level(database, account.extra);
    return;
  }
  if (kind == RecordKind::settings) {
    write_row<Settings>(database, Id(single_id<Settings>), to_json(account.settings));
    return;
  }
  for_each_table([&]<class Record> {
    if (record_kind<Record> != kind) return;
    if (const Record* record = account.find<Record>(id)) {
      write_row<Record>(database, id, to_json(*record));
    } else {
      database.prepare("DELETE FROM \"" + table_name<Record>() + "\" WHERE id=?1")
          .bind(1, id)
          .run();
    }
  });
}

void append_edit(Database& database, const Edit& edit) {
  const Value header = to_json(edit);
  database.prepare("INSERT INTO edits VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(1, edit.sequence)
      .bind(2, edit.id)
      .bind(3, edit.author)
      .bind(4, edit.replica)
      .bind(5, edit.time)
      .bind_json(6, header.value("cause", Value()))
      .bind(7, edit.base)
      .bind(8, to_text(header.at("changes")))
      .run();
}

std::vector<Edit> load_edits(Database& database, std::int64_t after) {
  Statement row = database.prepare(
      "SELECT sequence, id, author, replica, time, cause, base, changes FROM edits WHERE sequence "
      "> ?1 "
      "ORDER BY sequence");
  row.bind(1, after);
  std::vector<Edit> edits;
  while (row.step()) edits.push_back(edit_of_row(row, database.path()));
  return edits;
}

}  // namespace inroad::store
