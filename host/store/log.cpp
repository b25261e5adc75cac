// SPDX-License-Identifier: MIT
#include "store/log.h"

namespace inroad::store {
namespace {

Edit edit_of_row(const Statement& row, const std::string& path) {
  const Value header = {{"sequence", row.number(0)}, {"id", row.text(1)},
                        {"author", row.text(2)},     {"replica", row.text(3)},
                        {"time", row.text(4)},       {"cause", row.json(5)},
                        {"base", row.text(6)},       {"changes", row.json(7)}};
  return edit_from_json(header, path);
}

}  // namespace

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
