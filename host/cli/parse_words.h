// SPDX-License-Identifier: MIT
//
// What is wrong with the words typed behind `inroad`, in the user's language: the library that
// reads them knows English only.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace inroad::cli {

// A part of a sentence, without its stop. What the library is not known to say stays as it says it.
std::string worded(const CLI::Error& error);

}  // namespace inroad::cli
