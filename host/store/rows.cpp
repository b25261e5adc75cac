// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include <cmath>
#include <tuple>
#include <type_traits>

#include "model/codec.h"
#include "model/dates.h"
#include "model/rules.h"
#include "store/columns.h"
#include "store/row_value.h"

namespace inroad::store {
namespace {

template <class Record>
void write_row(Database& database, const Id& id, const Value& record) {
  std::string sql = "INSERT OR REPLACE INTO \"" + table_name<Record>() + "\" (" +
                    columns<Record>() + ") VALUES (?1";
  for (int i = 2; i <= column_count<Record>(); ++i) sql += ", ?" + std::to_string(i);
  Statement& statement = database.kept(sql + ")");
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
Statement select_all(Database& database) {
  return database.prepare(select_record<Record>(database));
}

// One field straight from its column, which is not null; false when it does not hold what belongs
// there.
template <class Record>
bool read_column(const Statement& row, int column, Record& record,
                 const Field<Record, std::string>& field) {
  if (row.type(column) != SQLITE_TEXT) return false;
  std::string& text = record.*field.member;
  text = row.view(column);
  return !field.is_date || text.empty() || is_date(text);
}
template <class Record, Word Enum>
bool read_column(const Statement& row, int column, Record& record,
                 const Field<Record, Enum>& field) {
  if (row.type(column) != SQLITE_TEXT) return false;
  record.*field.member = word_named<Enum>(row.view(column));
  return record.*field.member != Enum{};
}
template <class Record>
bool read_column(const Statement& row, int column, Record& record,
                 const Field<Record, Strength>& field) {
  Strength& strength = record.*field.member;
  if (row.type(column) == SQLITE_TEXT) {
    strength.word = row.view(column);
    return true;
  }
  if (!row.is_number(column)) return false;
  strength.number = row.real(column);
  return *strength.number >= 0 && *strength.number <= 1;
}
template <class Record, class Member>
bool read_column(const Statement& row, int column, Record& record,
                 const Field<Record, Member>& field) {
  if constexpr (is_json_column<Member>) {
    write_field(record, field, row.json(column), row.path());
    return true;
  } else if constexpr (std::is_same_v<Member, bool>) {
    if (row.type(column) != SQLITE_INTEGER) return false;
    record.*field.member = row.number(column) != 0;
    return true;
  } else {
    if (!row.is_number(column)) return false;
    record.*field.member = row.real(column);
    return std::isfinite(row.real(column));
  }
}

// False when the row has unknown keys or a value that does not belong there: read_row and from_json
// keep the former and find the words for the latter.
template <class Record>
bool read_plain_row(const Statement& row, Record& record) {
  constexpr int extra = 1 + static_cast<int>(std::tuple_size_v<decltype(fields<Record>)>);
  if (!row.is_null(extra) || row.type(0) != SQLITE_TEXT) return false;
  record.id = row.view(0);
  int column = 1;
  bool is_plain = !record.id.empty();
  for_each_field<Record>([&](const auto& field) {
    if (!row.is_null(column)) is_plain = is_plain && read_column(row, column, record, field);
    ++column;
  });
  return is_plain;
}

template <class Record>
void load_table(Database& database, Table<Record>& table, Digests& read) {
  const RowHash hash(column_names<Record>());
  std::uint64_t sum = 0;
  Statement row = select_all<Record>(database);
  while (row.step()) {
    sum += hash(row);
    Record record;
    if (read_plain_row(row, record))
      check_record(record, database.path());
    else
      record = from_json<Record>(read_row<Record>(row), database.path());
    table.emplace(record.id, std::move(record));
  }
  read.add(table_name<Record>(), sum);
}

void write_top_level(Database& database, const Value& extra) {
  database.prepare("INSERT OR REPLACE INTO meta VALUES ('extra', ?1)")
      .bind_json(1, extra.empty() ? Value() : extra)
      .run();
}

}  // namespace

Account load_account(Database& database, Digests& read) {
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
    load_table(database, account.all<Record>(), read);
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
      database.kept("DELETE FROM \"" + table_name<Record>() + "\" WHERE id=?1").bind(1, id).run();
    }
  });
}

}  // namespace inroad::store
