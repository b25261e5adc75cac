// SPDX-License-Identifier: MIT
//
// The one kind of failure the host throws, and the one place that turns any exception into a
// sentence.
#pragma once
#include <stdexcept>
#include <string>

namespace inroad {

// Decides the exit code; the numbers are the documented ones.
enum class ErrorKind { failed = 1, usage = 2, bad_input = 3, conflicts = 4, plugin = 5 };

// what: a sentence in the user's language. where: file, line, record or plugin ("" when plain).
// remedy: what to do about it ("" when there is nothing to do).
class Error : public std::runtime_error {
 public:
  Error(ErrorKind error_kind, const std::string& what, std::string place = {},
        std::string help = {})
      : std::runtime_error(what),
        kind(error_kind),
        where(std::move(place)),
        remedy(std::move(help)) {}

  ErrorKind kind;
  std::string where;
  std::string remedy;
};

// A failure ready for people: "where: what. remedy", and the exit code it stands for.
struct Failure {
  std::string sentence;
  int exit_code;
};

// To be called inside a catch block. Out of memory, file system and foreign exceptions get their
// own sentences; nothing is swallowed.
Failure describe_current_exception();

}  // namespace inroad
