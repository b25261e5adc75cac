// SPDX-License-Identifier: MIT
//
// Whole accounts, from the file to the answer, against an oracle in another language that was
// written from the rules alone.
#include "catch.h"
#include "program.h"
#include "run_length.h"

namespace inroad::test {

TEST_CASE("advice on made-up accounts equals an enumeration written in another language") {
  if (!is_installed("python3")) {
    WARN("skipped: python3 is not installed");
    return;
  }
  const std::string folder = INROAD_SOURCE_FOLDER, bin = INROAD_BIN_FOLDER;
  const Ran ran = run("python3", {folder + "/tests/oracles/advice_oracle.py", bin + "/inroad",
                                  std::to_string(rounds(40, 5'000)), "1"});
  INFO(ran.out << ran.err);
  CHECK(ran.exit_code == 0);
  if (is_long_run()) WARN(ran.out);
}

}  // namespace inroad::test
