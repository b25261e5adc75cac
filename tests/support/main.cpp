// SPDX-License-Identifier: MIT
//
// The tests' main, compiled once for all test programs.
#define CATCH_CONFIG_RUNNER
#include "catch.h"

#include <cstdlib>

int main(int argc, char** argv) {
  // Nothing of the user's own plugins is seen, nor anything remembered of those that fail here; a
  // test about that names a folder of its own.
  setenv("XDG_DATA_HOME", "/dev/null/none", 1);
  unsetenv("INROAD_PLUGIN_PATH");
  return Catch::Session().run(argc, argv);
}
