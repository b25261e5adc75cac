// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include <array>
#include <cmath>
#include <future>
#include <optional>
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
template <class Record, Text Member>
bool read_cell(const Statement&, const Cell& cell, Record& record,
               const Field<Record, Member>& field) {
  if (!cell.is_text()) return false;
  record.*field.member = cell.text;
  return !field.is_date || cell.text.empty() || is_date(cell.text);
}
template <class Record, Word Enum>
bool read_cell(const Statement&, const Cell& cell, Record& record,
               const Field<Record, Enum>& field) {
  if (!cell.is_text()) return false;
  record.*field.member = word_named<Enum>(cell.text);
  return record.*field.member != Enum{};
}
template <class Record>
bool read_cell(const Statement&, const Cell& cell, Record& record,
               const Field<Record, Strength>& field) {
  Strength& strength = record.*field.member;
  if (cell.is_text()) {
    strength.word = cell.text;
    return true;
  }
  if (!cell.is_number()) return false;
  strength.number = cell.real;
  return cell.real >= 0 && cell.real <= 1;
}
template <class Record, class Member>
bool read_cell(const Statement& row, const Cell& cell, Record& record,
               const Field<Record, Member>& field) {
  if constexpr (is_json_column<Member>) {
    write_field(record, field, row.json(cell), row.path());
    return true;
  } else if constexpr (std::is_same_v<Member, bool>) {
    if (cell.type != SQLITE_INTEGER) return false;
    record.*field.member = cell.integer != 0;
    return true;
  } else {
    if (!cell.is_number()) return false;
    record.*field.member = cell.real;
    return std::isfinite(cell.real);
  }
}

// "id", the fields, "extra".
template <class Record>
using Cells =
    std::array<Cell, 2 + std::tuple_size_v<std::remove_cvref_t<decltype(fields<Record>)>>>;

// False when the row has unknown keys or a value that does not belong there: read_row and from_json
// keep the former and find the words for the latter.
template <class Record>
bool read_plain_row(const Statement& row, const Cells<Record>& cells, Record& record) {
  if (!cells.back().is_null() || !cells.front().is_text() || cells.front().text.empty())
    return false;
  record.id = cells.front().text;
  const Cell* cell = cells.data();
  bool is_plain = true;
  for_each_field<Record>([&](const auto& field) {
    ++cell;
    if (!cell->is_null()) is_plain = is_plain && read_cell(row, *cell, record, field);
  });
  return is_plain;
}

// Of a row that is not plain: with words that name it when it makes no sense.
template <class Record>
Record read_any_row(const Statement& row) {
  try {
    return record_of_row<Record>(row, table_name<Record>() + " " + to_text(row.text(0)));
  } catch (const Error& error) {
    refuse_damaged_record(row.path(), error);
  }
}

template <class Record>
bool makes_sense(const Record& record) {
  try {
    check_record(record, {});
    return true;
  } catch (const Error&) {
    return false;
  }
}

// The digest of the table comes back.
template <class Record>
std::uint64_t load_table(Database& database, Table<Record>& table) {
  const RowHash hash(column_names<Record>());
  std::uint64_t sum = 0;
  Statement row = select_all<Record>(database);
  while (row.step()) {
    Cells<Record> cells;
    for (int column = 0; Cell & cell : cells) cell = row.cell(column++);
    sum += hash(cells);
    Record& record = table.add_unsorted();
    if (!read_plain_row(row, cells, record) || !makes_sense(record))
      record = read_any_row<Record>(row);
  }
  if (!table.sort()) refuse_damaged(database.path(), table_name<Record>());
  return sum;
}

struct LoadedTies {
  Table<Tie> ties;
  std::uint64_t digest = 0;
};

// Over a connection of its own. Whatever goes wrong there is found and told by the other one.
std::optional<LoadedTies> load_ties(const std::string& path) {
  try {
    Database database(path, Database::Mode::read);
    const WorkLimit limit(database);
    LoadedTies loaded;
    loaded.digest = load_table(database, loaded.ties);
    return loaded;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

// Two connections need not see the same moment of a file: the digest tells.
bool is_of_this_moment(Database& database, const LoadedTies& loaded) {
  const std::optional<Digests> stored = Digests::stored(database);
  return stored && stored->of(table_name<Tie>()) == loaded.digest;
}

void write_top_level(Database& database, const Value& extra) {
  database.prepare("INSERT OR REPLACE INTO meta VALUES ('extra', ?1)")
      .bind_json(1, extra.empty() ? Value() : extra)
      .run();
}

}  // namespace

Account load_account(Database& database, Digests& read, const std::string& beside) {
  std::future<std::optional<LoadedTies>> ties_beside;
  if (!beside.empty()) ties_beside = std::async([&beside] { return load_ties(beside); });
  Account account;
  Statement info = select_all<AccountInfo>(database);
  if (info.step()) account.info = read_any_row<AccountInfo>(info);
  Statement settings = select_all<Settings>(database);
  if (settings.step()) account.settings = read_any_row<Settings>(settings);
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    if (std::is_same_v<Record, Tie> && ties_beside.valid()) return;
    read.add(table_name<Record>(), load_table(database, account.all<Record>()));
  });
  if (ties_beside.valid()) {
    std::optional<LoadedTies> loaded = ties_beside.get();
    if (!loaded || !is_of_this_moment(database, *loaded)) {
      loaded.emplace();
      loaded->digest = load_table(database, loaded->ties);
    }
    account.all<Tie>() = std::move(loaded->ties);
    read.add(table_name<Tie>(), loaded->digest);
  }
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
