// SPDX-License-Identifier: MIT
#include "plugins/register.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <system_error>

#include "model/error.h"
#include "model/value.h"
#include "model/words.h"
#include "plugins/fd.h"

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Tells an updated plugin from the one that was allowed. Not against forgery: whoever can change
// the one file can change the other.
std::string fingerprint(const Bundle& bundle) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const fs::path& path : {bundle.folder / "plugin.json", bundle.library})
    for (const char byte : file_text(path))
      hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

std::string key_of(const Bundle& bundle) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(bundle.folder, error);
  return (error ? bundle.folder : path).string();
}

// What it says of itself as far as it can be understood: a damaged file remembers nothing.
Value read_all(const fs::path& file) {
  try {
    Value all = parse_text(file_text(file), file.string());
    if (all.is_object()) return all;
  } catch (const Error&) {
  }
  return Value::object();
}

Value entry_of(const Value& all, const Bundle& bundle) {
  const auto found = all.find(key_of(bundle));
  return found != all.end() && found->is_object() ? *found : Value::object();
}

std::string text_at(const Value& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Changes one entry; an empty one goes.
void change(const fs::path& file, const Bundle& bundle, const std::function<void(Value&)>& how) {
  const auto cannot = [&](int error) {
    throw Error(ErrorKind::failed,
                format(_("This cannot be remembered: {}."), std::generic_category().message(error)),
                file.string());
  };
  if (file.empty()) cannot(ENOENT);
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const Fd lock(open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock || flock(lock.get(), LOCK_EX) != 0) cannot(errno);
  Value all = read_all(file);
  Value entry = entry_of(all, bundle);
  how(entry);
  if (entry.empty())
    all.erase(key_of(bundle));
  else
    all[key_of(bundle)] = std::move(entry);
  const fs::path made = file.string() + ".new";
  {
    std::ofstream out(made, std::ios::binary);
    out << to_text(all) << "\n";
    if (!out.flush()) cannot(EIO);
  }
  fs::rename(made, file, error);
  if (error) cannot(error.value());
}

}  // namespace

Register::Register(fs::path file) : file_(std::move(file)) {}

Register::Reading Register::read() const {
  return Reading(file_.empty() ? Value::object() : read_all(file_));
}

Remembered Register::Reading::of(const Bundle& bundle) const {
  const Value entry = entry_of(all_, bundle);
  const std::string trusted = text_at(entry, "trusted");
  return {entry.contains("disabled"), !trusted.empty() && trusted == fingerprint(bundle),
          text_at(entry, "set_aside")};
}

void Register::disable(const Bundle& bundle) {
  change(file_, bundle, [](Value& entry) { entry["disabled"] = true; });
}

void Register::enable(const Bundle& bundle) {
  change(file_, bundle, [](Value& entry) {
    for (const char* key : {"disabled", "set_aside", "failures"}) entry.erase(key);
  });
}

void Register::set_trust(const Bundle& bundle, bool is_trusted) {
  change(file_, bundle, [&](Value& entry) {
    entry.erase("trusted");
    if (is_trusted) entry["trusted"] = fingerprint(bundle);
  });
}

void Register::forget(const Bundle& bundle) {
  change(file_, bundle, [](Value& entry) { entry = Value::object(); });
}

bool Register::note_failure(const Bundle& bundle, const std::string& sentence, Seconds now) const {
  bool is_set_aside = false;
  try {
    change(file_, bundle, [&](Value& entry) {
      Value recent = Value::array();
      const std::int64_t second = now.time_since_epoch().count();
      if (const auto before = entry.find("failures"); before != entry.end() && before->is_array())
        for (const Value& when : *before)
          if (when.is_number_integer() && when.get<std::int64_t>() <= second &&
              second - when.get<std::int64_t>() < std::chrono::seconds(memory).count())
            recent.push_back(when);
      recent.push_back(second);
      is_set_aside = recent.size() >= most_failures;
      if (is_set_aside) entry["set_aside"] = sentence;
      entry["failures"] = std::move(recent);
    });
  } catch (const Error&) {
    return false;
  }
  return is_set_aside;
}

}  // namespace inroad::plugins
