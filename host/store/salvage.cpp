// SPDX-License-Identifier: MIT
#include "store/salvage.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include "model/codec.h"
#include "model/error.h"
#include "store/columns.h"
#include "store/digest.h"
#include "store/log.h"
#include "store/row_value.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

constexpr std::size_t page_size = 4096;

void put(std::string& header, std::size_t at, std::size_t size, std::uint64_t number) {
  for (std::size_t i = 0; i < size; ++i)
    header[at + i] = static_cast<char>(number >> (8 * (size - 1 - i)));
}

// The header of every file we write is the same but for the schema version: with the right one in
// its place SQLite reads the pages that are there.
void mend_header(const std::string& path) {
  const auto size = std::filesystem::file_size(path);
  const auto pages = (size + page_size - 1) / page_size;
  std::filesystem::resize_file(path, pages * page_size);
  std::string header(100, '\0');
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.read(header.data(), static_cast<std::streamsize>(header.size()));
  header.replace(0, 16, std::string_view("SQLite format 3\0", 16));
  put(header, 16, 2, page_size);
  put(header, 18, 2, 0x0202);      // WAL
  put(header, 20, 4, 0x00402020);  // no reserved bytes, fixed payload fractions
  put(header, 24, 4, 1);           // change counter, the same as at 92: the page count is right
  put(header, 28, 4, pages);
  put(header, 32, 8, 0);  // no free pages
  put(header, 44, 4, 4);  // schema format
  put(header, 52, 4, 0);  // no auto-vacuum
  put(header, 56, 4, 1);  // UTF-8
  put(header, 64, 4, 0);
  put(header, 92, 4, 1);
  file.seekp(0);
  file.write(header.data(), static_cast<std::streamsize>(header.size()));
}

// Calls take(row) for each row, from the front and, should that end in damage, from the back.
// take says whether the row is new. false: not all could be read.
bool read_from_both_ends(Database& database, const std::string& select, const std::string& key,
                         const std::function<bool(const Statement&)>& take) {
  const auto read = [&](const char* order) {
    try {
      Statement row = database.prepare(select + " ORDER BY \"" + key + "\"" + order);
      while (row.step())
        if (!take(row)) return true;
      return true;
    } catch (const Error&) {
      return false;
    }
  };
  if (read("")) return true;
  read(" DESC");
  return false;
}

// Reads tables into a Salvage, and notes which are not as they were written.
class Reader {
 public:
  Reader(Database& database, Salvage& found)
      : database_(database), found_(found), written_(Digests::stored(database)) {
    const std::int64_t version = database.number("PRAGMA user_version");
    if (!written_ && version > 1) found.damaged.insert("meta");
    found.is_newer = version > schema_version;
  }

  // take(row): whether it was new; throws when the row makes no sense.
  void read(const std::string& table, const std::vector<std::string>& columns,
            const std::string& key, const std::function<bool(const Statement&)>& take) {
    if (!is_plain_table(table)) {
      found_.damaged.insert(table);
      return;
    }
    const RowHash hash(columns);
    std::uint64_t sum = 0;
    const bool is_read = read_from_both_ends(database_, select_columns(database_, table, columns),
                                             key, [&](const Statement& row) {
                                               try {
                                                 if (!take(row)) return false;
                                                 sum += hash(row);
                                               } catch (const std::exception&) {
                                                 found_.damaged.insert(table);
                                               }
                                               return true;
                                             });
    const bool is_as_written = !written_ || table == "meta" || written_->of(table) == sum;
    if (!is_read || !is_as_written) found_.damaged.insert(table);
  }

  template <class Record>
  void read_list() {
    Table<Record>& table = found_.contents.account.all<Record>();
    read(table_name<Record>(), column_names<Record>(), "id", [&](const Statement& row) {
      Record record = record_of_row<Record>(row, database_.path());
      const Id id = record.id;
      return table.emplace(id, std::move(record)).second;
    });
  }

  template <class Record>
  void read_single(Record& into) {
    read(table_name<Record>(), column_names<Record>(), "id", [&](const Statement& row) {
      into = record_of_row<Record>(row, database_.path());
      return true;
    });
  }

 private:
  // No view or virtual table: reading it would run code of the file's maker.
  bool is_plain_table(const std::string& table) {
    Statement row = database_.prepare("SELECT type, sql FROM sqlite_master WHERE name=?1");
    row.bind(1, table);
    return row.step() && row.text(0) == "table" && row.text(1).starts_with("CREATE TABLE ");
  }

  Database& database_;
  Salvage& found_;
  std::optional<Digests> written_;
};

void read_meta(Reader& reader, Contents& contents, const std::string& where) {
  reader.read("meta", {"key", "value"}, "key", [&](const Statement& row) {
    const std::string key = row.text(0);
    if (key == "salt") contents.salt = row.text(1);
    if (key == "extra" && !row.value(1).is_null()) {
      const Value extra = parse_text(row.text(1), where);
      if (extra.is_object()) contents.account.extra = extra;
    }
    return true;
  });
}

}  // namespace

bool Salvage::is_log_whole() const {
  return !damaged.contains("edits") &&
         (edits.empty() || (edits.begin()->first == 1 &&
                            edits.rbegin()->first == static_cast<std::int64_t>(edits.size())));
}

bool Salvage::is_anything_there() const {
  bool is_there = !edits.empty() || !contents.account.info.id.empty();
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    is_there |= !contents.account.all<Record>().empty();
  });
  return is_there;
}

Salvage salvage(const std::string& path) {
  mend_header(path);
  Database database(path, Database::Mode::read);
  const WorkLimit limit(database);
  Salvage found;
  Reader reader(database, found);
  Contents& contents = found.contents;
  read_meta(reader, contents, path);
  reader.read_single(contents.account.info);
  reader.read_single(contents.account.settings);
  for_each_list([&]<class Record>(std::type_identity<Record>) { reader.read_list<Record>(); });
  // The digest covers the header and, by it, the changes; an edit whose changes do not fit its
  // header is not taken.
  reader.read("edits", edit_header_columns(), "sequence", [&](const Statement& row) {
    const std::optional<Edit> edit = load_edit_numbered(database, row.number(0));
    return edit && found.edits.emplace(edit->sequence, *edit).second;
  });
  reader.read("versions", {"name", "edit", "time", "author"}, "name", [&](const Statement& row) {
    contents.versions.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    return true;
  });
  reader.read("tombstones", {"hash", "about", "forgotten", "time"}, "hash",
              [&](const Statement& row) {
                contents.stones.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
                return true;
              });
  return found;
}

}  // namespace inroad::store
