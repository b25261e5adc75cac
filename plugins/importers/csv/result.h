// SPDX-License-Identifier: MIT
//
// What reading a table comes to: records to put, rows that could not be used, or a refusal.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace inroad::csv {

// Rows count from 1, the headings' row included, as a spreadsheet shows them; 0 = the whole file.
struct Put {
  std::string record;  // list of the interchange form
  nlohmann::json value;
  std::size_t row;
};
struct Problem {
  std::string kind;  // stable word for programs
  std::size_t row;
  std::string text;
};
struct Result {
  std::vector<Put> puts;
  std::vector<Problem> problems;
};

// The file as a whole cannot be used; the text says why and what to do.
struct Refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace inroad::csv
