// SPDX-License-Identifier: MIT
#include "plugins/text_check.h"

#include "catch.h"
#include "plugins/plugin_log.h"

using namespace inroad::plugins;

TEST_CASE("well-formed UTF-8 without NUL is clean, all else is not") {
  for (const char* good :
       {"", "plain", "线人", "é", "\U0001F600", "\uFFFD", "\U0010FFFF", "a\nb\t"})
    CHECK(is_clean_utf8(good));
  for (const char* bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE7\xBA", "a\xE7\xBAz"})
    CHECK(!is_clean_utf8(bad));
  CHECK(!is_clean_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("a shown text holds no controls and no broken characters, and is cut at a character") {
  CHECK(shown_text("  a\x1b[31mb\r\n", 100) == "a [31mb");
  CHECK(shown_text("a\nb", 100) == "a\nb");
  CHECK(shown_text("a\xC2\x9B"
                   "b",
                   100) == "a b");
  CHECK(shown_text("\xFFz\xE7\xBA", 100) == "\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(shown_text("线人", 5) == "线");
  CHECK(shown_text("", 5).empty());
  CHECK(shown_text(" \n ", 5).empty());
}

TEST_CASE("output becomes lines however it is cut into pieces") {
  PluginLog log;
  log.add_output("one\ntw");
  CHECK(log.last_line() == "tw");
  log.add_output("o\n\nthr");
  log.add_line("logged");
  log.add_output("ee");
  CHECK(log.last_line() == "three");
  CHECK(log.take() == std::vector<std::string>{"one", "two", "logged", "three"});
  CHECK(log.take().empty());
}
