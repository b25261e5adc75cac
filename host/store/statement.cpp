// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "store/database.h"

namespace inroad::store {

Statement::Statement(const Database& database, sqlite3* handle, std::string_view sql)
    : database_(database) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  handle_.reset(statement);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) database_.fail(code);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind SQL NULL; an empty text is a text.
  check(sqlite3_bind_text64(handle_.get(), parameter, text.data() ? text.data() : "", text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind_value(int parameter, const Value& value) {
  switch (value.type()) {
    case Value::value_t::null:
      check(sqlite3_bind_null(handle_.get(), parameter));
      break;
    case Value::value_t::boolean:
      return bind(parameter, std::int64_t{value.get<bool>()});
    case Value::value_t::number_integer:
    case Value::value_t::number_unsigned:
      return bind(parameter, value.get<std::int64_t>());
    case Value::value_t::number_float:
      check(sqlite3_bind_double(handle_.get(), parameter, value.get<double>()));
      break;
    case Value::value_t::string:
      return bind(parameter, value.get_ref<const std::string&>());
    default:
      return bind_json(parameter, value);
  }
  return *this;
}

Statement& Statement::bind_json(int parameter, const Value& value) {
  if (value.is_null()) return bind_value(parameter, value);
  return bind(parameter, to_text(value));
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  const int reset = sqlite3_reset(handle_.get());
  if (code != SQLITE_DONE) database_.fail(reset == SQLITE_OK ? code : reset);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::string_view Statement::view(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

// The value is used before the next call on its connection, which has no mutex to protect it by.
Cell Statement::cell(int column) const {
  sqlite3_value* const value = sqlite3_column_value(handle_.get(), column);
  Cell cell{sqlite3_value_type(value), {}, 0, 0};
  switch (cell.type) {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      cell.integer = sqlite3_value_int64(value);
      cell.real = static_cast<double>(cell.integer);
      break;
    case SQLITE_FLOAT:
      cell.real = sqlite3_value_double(value);
      break;
    default:
      if (const auto* bytes = sqlite3_value_text(value))
        cell.text = {reinterpret_cast<const char*>(bytes),
                     static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  return cell;
}

Value Statement::value(int column) const {
  const Cell found = cell(column);
  switch (found.type) {
    case SQLITE_INTEGER:
      return found.integer;
    case SQLITE_FLOAT:
      return found.real;
    case SQLITE_TEXT:
      return std::string(found.text);
    default:
      return nullptr;
  }
}

Value Statement::json(const Cell& cell) const {
  if (cell.is_null()) return nullptr;
  if (cell.type == SQLITE_INTEGER) return cell.integer;
  if (cell.is_number() && std::isfinite(cell.real)) return cell.real;
  const std::string_view json = cell.text;
  // Mostly a plain text between quotes.
  const bool is_plain = json.size() >= 2 && json.front() == '"' && json.back() == '"' &&
                        std::none_of(json.begin() + 1, json.end() - 1, [](unsigned char c) {
                          return c < 0x20 || c >= 0x7f || c == '"' || c == '\\';
                        });
  if (is_plain) return std::string(json.substr(1, json.size() - 2));
  return parse_text(json, database_.path());
}

}  // namespace inroad::store
