// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include <type_traits>

#include "model/codec.h"
#include "store/columns.h"

namespace inroad::store {
namespace {

// Lists and free values are stored as JSON text; texts, words and numbers as they are.
template <class Member>
constexpr bool is_json_column =
    !std::is_same_v<Member, std::string> &&
    (std::is_same_v<Member, Value> || requires(Member m) { m.push_back({}); });

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
  return database.prepare(select_record<Record>(database));
}

template <class Record>
void load_table(Database& database, Table<Record>& table) {
  Statement row = select_all<Record>(database);
  while (row.step()) {
    Record record = from_json<Record>(read_row<Record>(row), database.path());
    const Id id = record.id;  // the table takes the record, and with it the id
    table.emplace(id, std::move(record));
  }
}

void write_top_level(Database& database, const Value& extra) {
  database.prepare("INSERT OR REPLACE INTO meta VALUES ('extra', ?1)")
      .bind_json(1, extra.empty() ? Value() : extra)
      .run();
}

}  // namespace

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
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    load_table(database, account.all<Record>());
  });
  Statement extra = database.prepare("SELECT value FROM meta WHERE key='extra'");
  if (extra.step()) account.extra = extra.json(0);
  if (!account.extra.is_object()) account.extra = Value::object();
  return account;
}

void store_info(Database& database, const AccountInfo& info, const Value& extra) {
  database.run("DELETE FROM account");
  write_row<AccountInfo>(database, info.id, to_json(info));
  write_top_level(database, extra);
}

void store_record(Database& database, const Account& account, RecordKind kind, const Id& id) {
  if (kind == RecordKind::account) {
    store_info(database, account.info, account.extra);
    return;
  }
  if (kind == RecordKind::settings) {
    write_row<Settings>(database, Id(single_id<Settings>), to_json(account.settings));
    return;
  }
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    if (const Record* record = account.find<Record>(id)) {
      write_row<Record>(database, id, to_json(*record));
    } else {
      database.prepare("DELETE FROM \"" + table_name<Record>() + "\" WHERE id=?1")
          .bind(1, id)
          .run();
    }
  });
}

}  // namespace inroad::store
