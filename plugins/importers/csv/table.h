// SPDX-License-Identifier: MIT
//
// Reads a table of text: comma, semicolon, tab or bar between cells, quotes as in RFC 4180, any
// kind of line end. The separator is found by itself, or said by a first line "sep=;".
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::csv {

// number: counted from 1, the headings' row included. As many cells as were written.
struct Row {
  std::size_t number;
  std::vector<std::string> cells;
};

// Rows whose cells are all empty are left out.
struct Table {
  char separator = ',';
  std::vector<std::string> headings;
  std::vector<Row> rows;
};

// text: UTF-8. Throws Refusal for a quote that is never closed (with its line), for a cell of more
// than 128 KiB (with its place) and for no headings.
Table read_table(std::string_view text);

}  // namespace inroad::csv
