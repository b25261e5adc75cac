// SPDX-License-Identifier: MIT
#include "store/log.h"

#include "model/error.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/row_hash.h"

namespace inroad::store {
namespace {

std::vector<std::string> all_columns() {
  std::vector<std::string> columns = edit_header_columns();
  columns.emplace_back("changes");
  return columns;
}

std::int64_t digest_of(std::string_view changes) {
  return static_cast<std::int64_t>(hash_text(changes));
}

[[noreturn]] void damaged(const std::string& path, std::int64_t sequence) {
  throw Error(ErrorKind::bad_input,
              format(_("The account file is damaged (edit {} of its history)."), sequence), path,
              _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file was not "
                "changed."));
}

Value header_of_row(const Statement& row) {
  return {{"sequence", row.number(0)}, {"id", row.text(1)},        {"author", row.text(2)},
          {"replica", row.text(3)},    {"time", row.text(4)},      {"cause", row.json(5)},
          {"base", row.text(6)},       {"changes", Value::array()}};
}

Edit edit_of_row(const Statement& row, const std::string& path) {
  const std::string_view changes = row.view(8);
  // Logs older than the digests have none.
  if (!row.value(7).is_null() && row.number(7) != digest_of(changes)) damaged(path, row.number(0));
  Value edit = header_of_row(row);
  edit["changes"] = parse_text(changes, path);
  return edit_from_json(std::move(edit), path);
}

void bind_edit(Statement& statement, const Edit& edit) {
  const std::string changes = changes_text(edit);
  statement.bind(1, edit.sequence)
      .bind(2, edit.id)
      .bind(3, edit.author)
      .bind(4, edit.replica)
      .bind(5, edit.time)
      .bind_json(6, to_json(edit.cause))
      .bind(7, edit.base)
      .bind(8, digest_of(changes))
      .bind(9, changes)
      .run();
}

}  // namespace

void append_edit(Database& database, const Edit& edit) {
  Statement& statement = database.kept("INSERT INTO edits (" + quoted(all_columns()) +
                                       ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  bind_edit(statement, edit);
}

void rewrite_edit(Database& database, const Edit& edit) {
  Statement statement = database.prepare(
      "UPDATE edits SET id=?2, author=?3, replica=?4, time=?5, cause=?6, base=?7, "
      "digest=?8, changes=?9 WHERE sequence=?1");
  bind_edit(statement, edit);
}

std::vector<Edit> load_edits(Database& database, std::int64_t after) {
  Statement row = database.prepare(select_columns(database, "edits", all_columns()) +
                                   " WHERE sequence > ?1 ORDER BY sequence");
  row.bind(1, after);
  std::vector<Edit> edits;
  while (row.step()) edits.push_back(edit_of_row(row, database.path()));
  return edits;
}

std::optional<Edit> load_edit(Database& database, const Id& id) {
  Statement row =
      database.prepare(select_columns(database, "edits", all_columns()) + " WHERE id=?1");
  row.bind(1, id);
  if (!row.step()) return std::nullopt;
  return edit_of_row(row, database.path());
}

const std::vector<std::string>& edit_header_columns() {
  static const std::vector<std::string> columns{"sequence", "id",    "author", "replica",
                                                "time",     "cause", "base",   "digest"};
  return columns;
}

void for_each_edit_header(Database& database, Digests& read,
                          const std::function<void(const Edit&, bool has_changes)>& visit) {
  const RowHash hash(edit_header_columns());
  const std::int64_t no_changes = digest_of(to_text(Value::array()));
  Statement row = database.prepare(select_columns(database, "edits", edit_header_columns()) +
                                   " ORDER BY sequence");
  while (row.step()) {
    read.add("edits", hash(row));
    visit(edit_from_json(header_of_row(row), database.path()),
          row.value(7).is_null() || row.number(7) != no_changes);
  }
}

std::optional<Edit> load_edit_numbered(Database& database, std::int64_t sequence) {
  Statement row =
      database.prepare(select_columns(database, "edits", all_columns()) + " WHERE sequence=?1");
  row.bind(1, sequence);
  if (!row.step()) return std::nullopt;
  return edit_of_row(row, database.path());
}

void seal_edits(Database& database) {
  Statement row = database.prepare("SELECT sequence, changes FROM edits");
  Statement seal = database.prepare("UPDATE edits SET digest=?2 WHERE sequence=?1");
  while (row.step()) seal.bind(1, row.number(0)).bind(2, digest_of(row.text(1))).run();
}

}  // namespace inroad::store
