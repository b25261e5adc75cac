// SPDX-License-Identifier: MIT
#include "store/digest.h"

#include <bit>
#include <charconv>

#include "model/error.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/log.h"
#include "store/row_hash.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

constexpr std::string_view digests_key = "digests";

std::string hex(std::uint64_t number) {
  char text[16];
  return {text, std::to_chars(text, text + sizeof text, number, 16).ptr};
}

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The digests themselves, and a flag that comes and goes by itself, are no content.
std::uint64_t meta_digest(Database& database) {
  const RowHash hash({"key", "value"});
  Statement row =
      database.prepare("SELECT key, value FROM meta WHERE key NOT IN ('digests', 'scrub_pending')");
  std::uint64_t sum = 0;
  while (row.step()) sum += hash(row);
  return sum;
}

}  // namespace

RowHash::RowHash(const std::vector<std::string>& columns) {
  for (const std::string& column : columns) seeds_.push_back(hash_text(column));
}

std::uint64_t RowHash::operator()(std::span<const Cell> row) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < seeds_.size(); ++i) {
    const Cell& cell = row[i];
    switch (cell.type) {
      case SQLITE_NULL:
        break;
      case SQLITE_INTEGER:
        sum += mixed(seeds_[i] + 1, static_cast<std::uint64_t>(cell.integer));
        break;
      case SQLITE_FLOAT:
        sum += mixed(seeds_[i] + 2, std::bit_cast<std::uint64_t>(cell.real));
        break;
      default:
        sum += hash_text(cell.text, seeds_[i]);
    }
  }
  return mixed(sum, 1);
}

std::uint64_t RowHash::operator()(const Statement& row) const {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < seeds_.size(); ++i) cells.push_back(row.cell(static_cast<int>(i)));
  return (*this)(cells);
}

std::uint64_t Digests::of(const std::string& table) const {
  const auto found = sums_.find(table);
  return found == sums_.end() ? 0 : found->second;
}

std::string Digests::differing_table(const Digests& other) const {
  for (const auto& [table, unused] : sums_)
    if (of(table) != other.of(table)) return table;
  for (const auto& [table, unused] : other.sums_)
    if (of(table) != other.of(table)) return table;
  return {};
}

std::optional<Digests> Digests::stored(Database& database) {
  const std::string text = meta_text(database, digests_key);
  Digests digests;
  try {
    const Value sums = parse_text(text, database.path());
    for (const auto& [table, sum] : sums.items()) {
      const auto number = number_of(sum.get<std::string>());
      if (!number) return std::nullopt;
      digests.set(table, *number);
    }
  } catch (const std::exception&) {
    return std::nullopt;
  }
  return digests;
}

void Digests::store(Database& database) const {
  Value sums = Value::object();
  for (const auto& [table, sum] : sums_) sums[table] = hex(sum);
  set_meta_text(database, digests_key, to_text(sums));
}

std::uint64_t table_digest(Database& database, const std::string& table,
                           const std::vector<std::string>& columns) {
  const RowHash hash(columns);
  Statement row = database.prepare(select_columns(database, table, columns));
  std::uint64_t sum = 0;
  while (row.step()) sum += hash(row);
  return sum;
}

void digest_small_tables(Database& database, Digests& digests) {
  const auto take = [&](const std::string& table, const std::vector<std::string>& columns) {
    digests.set(table, table_digest(database, table, columns));
  };
  take(table_name<AccountInfo>(), column_names<AccountInfo>());
  take(table_name<Settings>(), column_names<Settings>());
  take("versions", {"name", "edit", "time", "author"});
  take("tombstones", {"hash", "about", "forgotten", "time"});
  digests.set("meta", meta_digest(database));
}

Digests digest_everything(Database& database) {
  Digests digests;
  digest_small_tables(database, digests);
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    digests.set(table_name<Record>(),
                table_digest(database, table_name<Record>(), column_names<Record>()));
  });
  for_each_edit_header(database, digests, [](const Edit&, bool) {});
  return digests;
}

void seal_small_tables(Database& database) {
  Digests digests = Digests::stored(database).value_or(Digests());
  digest_small_tables(database, digests);
  digests.store(database);
}

void seal_everything(Database& database) { digest_everything(database).store(database); }

void refuse_damaged(const std::string& path, const std::string& table) {
  throw Error(ErrorKind::bad_input,
              format(_("The account file is damaged: \"{}\" is not as it was written."), table),
              path,
              _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file was not "
                "changed."));
}

void refuse_damaged_record(const std::string& path, const Error& fault) {
  throw Error(ErrorKind::bad_input,
              format(_("The account file is damaged ({}: {})"), fault.where, fault.what()), path,
              _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file was not "
                "changed."));
}

}  // namespace inroad::store
