// SPDX-License-Identifier: MIT
//
// From bytes to UTF-8.
#include "encoding.h"

#include "catch.h"
#include "result.h"

using namespace inroad::csv;

TEST_CASE("UTF-8 stays as it is, without its mark") {
  REQUIRE(decode("姓名").text == "姓名");
  REQUIRE(decode("姓名").encoding == "UTF-8");
  REQUIRE(decode("\xEF\xBB\xBFid").text == "id");
}

TEST_CASE("GB18030 is read and said") {
  const Decoded decoded = decode("\xD0\xD5\xC3\xFB");
  REQUIRE(decoded.text == "姓名");
  REQUIRE(decoded.encoding == "GB18030");
}

TEST_CASE("UTF-16 with its mark is read") {
  using namespace std::string_view_literals;
  REQUIRE(decode("\xFF\xFEi\0d\0"sv).text == "id");
  REQUIRE(decode("\xFE\xFF\0i\0d"sv).text == "id");
}

TEST_CASE("bytes that are no text are refused") {
  REQUIRE_THROWS_AS(decode("id\xFF\xFF\x80"), Refusal);
}

TEST_CASE("what only looks like UTF-8 is not") {
  REQUIRE(is_utf8("a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"));
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80",
                          "\xF0\x80\x80\x80", "\xC3", "\x80", "\xF8\x88\x80\x80\x80"})
    REQUIRE_FALSE(is_utf8(bad));
}
