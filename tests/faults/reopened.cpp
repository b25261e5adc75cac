// SPDX-License-Identifier: MIT
#include "faults/reopened.h"

#include <sqlite3.h>

#include <filesystem>
#include <memory>

#include "model/error.h"
#include "model/interchange.h"
#include "store/account_file.h"

namespace inroad::test {
namespace {

std::string integrity(const std::string& path) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle(opened, sqlite3_close);
  if (code != SQLITE_OK) return "cannot be opened by SQLite";
  std::string answer;
  const auto append = [](void* text, int, char** columns, char**) {
    *static_cast<std::string*>(text) += columns[0];
    return 0;
  };
  if (sqlite3_exec(opened, "PRAGMA integrity_check", append, &answer, nullptr) != SQLITE_OK)
    return sqlite3_errmsg(opened);
  return answer == "ok" ? "" : answer;
}

}  // namespace

Reopened reopened(const std::string& path) {
  Reopened seen;
  try {
    using store::AccountFile;
    const AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    seen.edits = file.log().size();
    seen.state = write_interchange(file.account());
    // What is read back as interchange keeps its rules, too.
    if (write_interchange(read_interchange(seen.state, path)) != seen.state)
      seen.trouble = "the account does not survive export and import";
  } catch (...) {
    seen.trouble = describe_current_exception().sentence;
  }
  if (seen.trouble.empty()) seen.trouble = integrity(path);
  return seen;
}

std::string lost(const Reopened& file, const std::vector<std::string>& states,
                 std::size_t edits_before, std::size_t acknowledged) {
  if (!file.trouble.empty()) return file.trouble;
  const std::string held = std::to_string(file.edits) + " edits, of which " +
                           std::to_string(edits_before) + " were there before";
  if (file.edits < edits_before + acknowledged)
    return "acknowledged edits are lost: the file holds " + held + ", acknowledged were " +
           std::to_string(acknowledged);
  const std::size_t made = file.edits - edits_before;
  if (made >= states.size()) return "there are edits nobody made: the file holds " + held;
  if (file.state != states[made]) return "the account is not what its log says; it holds " + held;
  return "";
}

std::string kept(const std::string& folder, const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path to = fs::temp_directory_path() / "inroad-faults" / name;
  std::error_code ignored;
  fs::remove_all(to, ignored);
  fs::create_directories(to, ignored);
  fs::copy(folder, to, fs::copy_options::recursive, ignored);
  return to.string();
}

}  // namespace inroad::test
