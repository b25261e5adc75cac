// SPDX-License-Identifier: MIT
//
// Rows and cells out of text.
#include "table.h"

#include "catch.h"
#include "result.h"

using namespace inroad::csv;
using Cells = std::vector<std::string>;

TEST_CASE("each separator is found by itself") {
  const std::string separator = GENERATE(as<std::string>{}, ",", ";", "\t", "|");
  const Table table = read_table("a" + separator + "b\n1" + separator + "2\n");
  REQUIRE(table.separator == separator[0]);
  REQUIRE(table.headings == Cells{"a", "b"});
  REQUIRE(table.rows.at(0).cells == Cells{"1", "2"});
}

TEST_CASE("the separator is the one that cuts all lines alike") {
  REQUIRE(read_table("name;title\nLi;Head, Finance\nWu;Head, Law\n").separator == ';');
  REQUIRE(read_table("name,title\n\"Li; Na\",x\n").separator == ',');
}

TEST_CASE("a first line may say the separator") {
  const Table table = read_table("sep=|\r\na,b|c\r\n1|2\r\n");
  REQUIRE(table.headings == Cells{"a,b", "c"});
  REQUIRE(table.rows.at(0).number == 3);
}

TEST_CASE("every line end is understood, also none at the end") {
  const std::string end = GENERATE(as<std::string>{}, "\n", "\r\n", "\r");
  const Table table = read_table("a,b" + end + "1,2" + end + end + "3,4");
  REQUIRE(table.rows.size() == 2);
  REQUIRE(table.rows[0].cells == Cells{"1", "2"});
  REQUIRE(table.rows[1].cells == Cells{"3", "4"});
  REQUIRE(table.rows[1].number == 4);
}

TEST_CASE("quotes keep separators, line ends and doubled quotes") {
  const Table table = read_table("a,b\n\"x, \"\"y\"\"\nz\",\"\"\n1,2\n");
  REQUIRE(table.rows.at(0).cells == Cells{"x, \"y\"\nz", ""});
  REQUIRE(table.rows.at(1).number == 3);
}

TEST_CASE("a quote inside a cell is a letter like others") {
  REQUIRE(read_table("a,b\n5\" pipe,x\n").rows.at(0).cells == Cells{"5\" pipe", "x"});
}

TEST_CASE("a quote never closed is refused with the line that opens it") {
  const std::string end = GENERATE(as<std::string>{}, "\n", "\r\n", "\r");
  REQUIRE_THROWS_WITH(read_table("a,b" + end + "\"1" + end + "1\",2" + end + "\"x,3" + end),
                      Catch::Matchers::Contains("Line 4"));
}

TEST_CASE("a cell longer than any program writes is refused with its place") {
  const std::string longest(128 << 10, 'x');
  REQUIRE(read_table("a,b\n1," + longest + "\n").rows.at(0).cells.at(1) == longest);
  REQUIRE_THROWS_WITH(read_table("a,b\n1,2\n1,x" + longest + "\n"),
                      Catch::Matchers::Contains("row 3, column 2"));
}

TEST_CASE("blanks around cells and rows of nothing fall away, short rows stay short") {
  const Table table = read_table("\n a , b \n , \n 1 \n");
  REQUIRE(table.headings == Cells{"a", "b"});
  REQUIRE(table.rows.size() == 1);
  REQUIRE(table.rows[0].cells == Cells{"1"});
}

TEST_CASE("an empty file is refused") {
  REQUIRE_THROWS_AS(read_table(""), Refusal);
  REQUIRE_THROWS_AS(read_table("\n\n,,\n"), Refusal);
}
