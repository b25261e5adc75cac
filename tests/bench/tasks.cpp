// SPDX-License-Identifier: MIT
#include "tasks.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>

#include "model/changes.h"
#include "model/interchange.h"
#include "model/snapshot.h"
#include "organisation.h"
#include "store/account_file.h"

namespace inroad::bench {
namespace {

using store::AccountFile;

double microseconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

void tell(const char* name, double number) { std::cout << name << ' ' << number << '\n'; }

void tell_peak() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) tell("peak_kib", std::stod(line.substr(6)));
}

// Small work is repeated until it can be measured; the first time also finds the peak.
void tell_median(
    const char* name, const std::function<void()>& work,
    const std::function<void()>& clean_up = [] {}) {
  std::vector<double> taken;
  double sum = 0;
  while (taken.size() < 5 || (sum < 1e6 && taken.size() < 200)) {
    taken.push_back(microseconds_of(work));
    sum += taken.back();
    if (taken.size() == 1) tell_peak();
    clean_up();
  }
  tell(name, median(taken));
}

std::string text_of(const std::string& path) {
  std::string text(std::filesystem::file_size(path), '\0');
  std::ifstream(path, std::ios::binary)
      .read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

void store_forms(const Account& account, const std::string& folder) {
  write(folder + "/o.graphml", graphml_of(account));
  AccountFile file = AccountFile::create(folder + "/o.inroad", account.info, account.extra);
  PutCounts counts;
  Edit edit;
  edit.cause.kind = CauseKind::import;
  edit.changes = plan_puts(file.account(), puts_of(account), {}, counts);
  file.commit(std::move(edit));
}

void make(std::size_t people, const std::string& folder) {
  const Account account = make_organisation(people);
  write(folder + "/o.json", write_interchange(account));
  store_forms(account, folder);
}

void convert(const std::string& source, const std::string& folder) {
  std::filesystem::copy_file(source, folder + "/o.json");
  store_forms(read_interchange(text_of(source), source), folder);
}

void open(const std::string& folder) {
  const FacetBook book;
  SnapshotRequest request;
  request.today = "2026-11-23";
  tell_median("open", [&] {
    const AccountFile file = AccountFile::open(folder + "/o.inroad", AccountFile::Access::read);
    const auto& deals = file.account().all<Deal>();
    if (!deals.empty()) request.deal = deals.begin()->first;
    if (make_snapshot(file.account(), book, request).people_count() == 0)
      throw std::runtime_error("nobody is in the snapshot");
  });
}

void read(const std::string& folder) {
  const std::string text = text_of(folder + "/o.json");
  std::optional<Account> account;
  tell_median(
      "read", [&] { account = read_interchange(text, "o.json"); }, [&] { account.reset(); });
}

// SQLite without anything of ours around it.
class Connection {
 public:
  explicit Connection(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error(path);
  }
  ~Connection() { sqlite3_close(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The first column of each row.
  std::vector<std::string> run(const std::string& sql) {
    std::vector<std::string> rows;
    const auto take = [](void* into, int, char** values, char**) {
      static_cast<std::vector<std::string>*>(into)->emplace_back(values[0] ? values[0] : "");
      return 0;
    };
    if (sqlite3_exec(handle_, sql.c_str(), take, &rows, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle_));
    return rows;
  }

 private:
  sqlite3* handle_ = nullptr;
};

void scan(const std::string& folder) {
  tell_median("scan", [&] {
    Connection connection(folder + "/o.inroad");
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      const std::string table(word(record_kind<Record>));
      std::string sums;
      for (const auto& column :
           connection.run("SELECT name FROM pragma_table_info('" + table + "')"))
        sums += (sums.empty() ? "sum(length(\"" : ", sum(length(\"") + column + "\"))";
      connection.run("SELECT " + sums + " FROM \"" + table + "\"");
    });
  });
}

void edit(const std::string& folder) {
  AccountFile file = AccountFile::open(folder + "/o.inroad", AccountFile::Access::write);
  Connection bare(folder + "/bare.sqlite");
  bare.run("PRAGMA journal_mode=WAL");
  bare.run("PRAGMA synchronous=FULL");
  bare.run("CREATE TABLE people (id TEXT PRIMARY KEY NOT NULL, title TEXT) WITHOUT ROWID");
  bare.run("INSERT INTO people VALUES ('p7', '')");
  const Id person = file.account().all<Person>().begin()->first;
  std::vector<double> edits, transactions;
  for (int i = 0; i < 300; ++i) {
    const std::string title = "Title " + std::to_string(i);
    edits.push_back(microseconds_of([&] {
      Changes changes;
      changes.set.push_back({RecordKind::people, person, "title", title, {}, {}});
      Edit one;
      one.changes = plan(file.account(), changes, {});
      file.commit(std::move(one));
    }));
    transactions.push_back(microseconds_of([&] {
      bare.run("BEGIN IMMEDIATE");
      bare.run("UPDATE people SET title='" + title + "' WHERE id='p7'");
      bare.run("COMMIT");
    }));
  }
  tell("edit", median(edits));
  tell("bare", median(transactions));
}

}  // namespace

void run_task(const std::vector<std::string>& arguments) {
  const std::string& name = arguments.at(0);
  if (name == "make") return make(std::stoul(arguments.at(1)), arguments.at(2));
  if (name == "convert") return convert(arguments.at(1), arguments.at(2));
  if (name == "open") return open(arguments.at(1));
  if (name == "scan") return scan(arguments.at(1));
  if (name == "read") return read(arguments.at(1));
  if (name == "edit") return edit(arguments.at(1));
  throw std::runtime_error("no task " + name);
}

}  // namespace inroad::bench
