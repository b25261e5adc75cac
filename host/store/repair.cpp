// SPDX-License-Identifier: MIT
#include "store/repair.h"

#include <filesystem>
#include <optional>

#include "model/error.h"
#include "model/words.h"
#include "store/database.h"
#include "store/mend.h"
#include "store/new_file.h"
#include "store/opening.h"

namespace inroad::store {
namespace {

[[noreturn]] void nothing_there(const std::string& path) {
  throw Error(ErrorKind::bad_input, _("Nothing of an account can be read from this file."), path,
              _("Restore a copy of it."));
}

// A private copy of the bytes to work on, with its journal or as if there were none.
std::optional<Mended> try_mending(const std::string& damaged, const std::string& copy,
                                  bool is_journal_used) {
  namespace fs = std::filesystem;
  const NewFile work(copy);
  fs::copy_file(damaged, work.part(), fs::copy_options::overwrite_existing);
  if (is_journal_used) fs::copy_file(damaged + "-wal", work.part() + "-wal");
  try {
    Salvage found = salvage(work.part());
    if (!found.is_anything_there()) return std::nullopt;
    return mend(std::move(found));
  } catch (const Error& error) {
    if (error.kind != ErrorKind::bad_input) throw;
    return std::nullopt;
  }
}

}  // namespace

std::vector<std::string> repair_copy(const std::string& damaged, const std::string& copy) {
  const std::string name = plain_file(damaged);
  if (is_open_here(name))
    throw Error(ErrorKind::failed, _("The account is open in this program."), name,
                _("Close it first."));
  if (std::filesystem::file_size(name) == 0) nothing_there(name);
  // A journal may be what is missing, or what does the damage (another file's, or an old one).
  std::optional<Mended> best = try_mending(name, copy, false);
  std::error_code ignored;
  if (std::filesystem::file_size(name + "-wal", ignored) > 0 && !ignored) {
    std::optional<Mended> other = try_mending(name, copy, true);
    const bool is_better = other && (!best || other->lost.size() <= best->lost.size());
    if (is_better) best = std::move(other);
  }
  if (!best) nothing_there(name);
  write_whole_file(copy, best->contents);
  return best->lost;
}

}  // namespace inroad::store
