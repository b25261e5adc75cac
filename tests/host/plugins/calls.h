// SPDX-License-Identifier: MIT
//
// What the tests of plugin calls share: bundles of the libraries in bad/, calls by words, and
// counting what a call may leave behind.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"
#include "model/error.h"
#include "plugins/call.h"

namespace inroad::plugins::test {

inline Bundle bundle_of(const std::string& library, Kind kind = Kind::view) {
  Bundle bundle;
  bundle.id = "views/" + library;
  bundle.name = library;
  bundle.kind = kind;
  bundle.title = {{"en", "Test " + library}};
  bundle.library = std::filesystem::path(INROAD_BAD_FOLDER) / (library + ".so");
  bundle.folder = INROAD_BAD_FOLDER;
  return bundle;
}

// Generous: the machine that runs the tests may be busy. Cases that must run late set their own.
inline Bundle wicked(int deadline_ms = 60'000) {
  Bundle bundle = bundle_of("wicked");
  bundle.deadline_ms = deadline_ms;
  return bundle;
}

inline Runner isolated() {
  return {std::filesystem::path(INROAD_BIN_FOLDER) / "inroad-plugin-host", false};
}
// A plugin process that may do whatever the test may.
inline Runner without_walls() {
  return {std::filesystem::path(INROAD_BAD_FOLDER).parent_path() / "plugin-host-without-walls",
          false};
}
inline Runner in_process() { return {{}, true}; }

inline Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string text_of(const Answer& answer) {
  return {reinterpret_cast<const char*>(answer.bytes.data()), answer.bytes.size()};
}

inline Answer call(Session& session, std::string_view wish, const Watch& watch = {},
                   const std::string& lang = "en") {
  const Input inputs[] = {{INROAD_INPUT_ATTACHMENT, bytes_of(wish)}};
  return session.call(inputs, lang, watch);
}

// The error of a call that must fail.
inline Error error_of(Session& session, std::string_view wish, const Watch& watch = {}) {
  try {
    call(session, wish, watch);
  } catch (const Error& error) {
    return error;
  }
  FAIL("the call succeeded: " << wish);
  throw std::logic_error("not reached");
}

inline std::size_t open_files() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// Children of all threads of this process, zombies included.
inline std::size_t children() {
  std::size_t count = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream file(task.path() / "children");
    for (std::string pid; file >> pid;) ++count;
  }
  return count;
}

// A folder of its own for one test, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "inroad-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace inroad::plugins::test
