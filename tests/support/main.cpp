// SPDX-License-Identifier: MIT
//
// The tests' main, compiled once for all test programs.
#define CATCH_CONFIG_MAIN
#include "catch.h"
