// SPDX-License-Identifier: MIT
//
// Errors as sentences, dates, ids, JSON lines and the choice of language.
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>

#include "catch.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/value.h"
#include "model/words.h"

namespace inroad {
namespace {

template <class Thrown>
Failure failure_of(const Thrown& thrown) {
  try {
    throw thrown;
  } catch (...) {
    return describe_current_exception();
  }
}

// Sets a variable of the environment, and puts it back.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    setenv(name, value, 1);
  }
  ~Environment() { old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("every exception becomes a sentence and an exit code") {
  const auto ours =
      failure_of(Error(ErrorKind::conflicts, "It changed.", "a.inroad", "Open it again."));
  CHECK(ours.sentence == "a.inroad: It changed. Open it again.");
  CHECK(ours.exit_code == 4);
  CHECK(failure_of(Error(ErrorKind::usage, "Nobody.")).sentence == "Nobody.");
  CHECK(failure_of(std::bad_alloc()).exit_code == 1);
  CHECK_THAT(failure_of(std::bad_alloc()).sentence, Catch::Contains("memory"));
  const std::filesystem::filesystem_error lost("open", "/x/y",
                                               std::make_error_code(std::errc::no_space_on_device));
  CHECK(failure_of(lost).sentence == "/x/y: No space left on device");
  CHECK(failure_of(std::system_error(std::make_error_code(std::errc::timed_out))).exit_code == 1);
  CHECK_THAT(failure_of(std::runtime_error("odd")).sentence, Catch::Contains("odd"));
  CHECK(failure_of(3).exit_code == 1);
  try {
    static_cast<void>(Value().at("x"));
    FAIL("null has no members");
  } catch (...) {
    CHECK(describe_current_exception().exit_code == 3);
  }
}

TEST_CASE("days of the calendar are told from other texts") {
  for (const char* good : {"2026-11-23", "2024-02-29", "0001-01-01", "9999-12-31"})
    CHECK(is_date(good));
  for (const char* bad : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01",
                          "2026-11-31", "2026/11/23", "2026-11-23 ", "+026-11-23", "10000-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_date(bad));
  }
  for (const char* good : {"2026-11-23T00:00:00Z", "2026-11-23T23:59:59.125Z"})
    CHECK(is_time(good));
  for (const char* bad :
       {"2026-11-23", "2026-11-23T24:00:00Z", "2026-11-23T00:60:00Z", "2026-11-23T00:00:60Z",
        "2026-11-23T00:00:00", "2026-11-23T00:00:00.Z", "2026-11-23T00:00:00+01:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_time(bad));
  }
}

TEST_CASE("times are in order to whatever part of a second they say") {
  const char* const in_order[] = {"2026-11-23T23:59:58.9Z", "2026-11-23T23:59:59Z",
                                  "2026-11-23T23:59:59.05Z", "2026-11-23T23:59:59.5Z",
                                  "2026-11-23T23:59:59.51Z", "2026-11-24T00:00:00Z"};
  for (std::size_t i = 0; i < std::size(in_order); ++i)
    for (std::size_t j = 0; j < std::size(in_order); ++j)
      CHECK(is_before(in_order[i], in_order[j]) == (i < j));
  CHECK_FALSE(is_before("2026-11-23T23:59:59Z", "2026-11-23T23:59:59.000Z"));
  CHECK_FALSE(is_before("2026-11-23T23:59:59.50Z", "2026-11-23T23:59:59.5Z"));
  CHECK(day_of(in_order[1]) == "2026-11-23");
}

TEST_CASE("days are counted over leap years and backwards") {
  CHECK(days_between("2024-02-28", "2024-03-01") == 2);
  CHECK(days_between("2023-02-28", "2023-03-01") == 1);
  CHECK(days_between("2026-01-01", "2025-01-01") == -365);
  CHECK(days_between("0001-01-01", "9999-12-31") == 3652058);
}

TEST_CASE("SOURCE_DATE_EPOCH is the clock when set") {
  const Environment epoch("SOURCE_DATE_EPOCH", "1700000000");
  CHECK(now_utc() == "2023-11-14T22:13:20Z");
  CHECK(today_utc() == "2023-11-14");
  const Environment nonsense("SOURCE_DATE_EPOCH", "12x");
  CHECK(is_time(now_utc()));
  CHECK(now_utc() != "2023-11-14T22:13:20Z");
}

TEST_CASE("ids are UUIDs of version 7, rising and distinct over threads") {
  std::vector<std::vector<std::string>> made(4);
  std::vector<std::thread> threads;
  for (auto& ids : made) {
    threads.emplace_back([&ids] {
      for (int i = 0; i < 10'000; ++i) ids.push_back(new_id());
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& ids : made) {
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    all.insert(ids.begin(), ids.end());
  }
  CHECK(all.size() == 40'000);
  const std::string& id = *all.begin();
  REQUIRE(id.size() == 36);
  CHECK(id[14] == '7');
  CHECK_THAT(std::string("89ab"), Catch::Contains(id.substr(19, 1)));
}

TEST_CASE("a pseudonym is the same for the same, and another for any other") {
  const auto one = pseudonym("a1", "names-only", "p1");
  CHECK(one.size() == 17);
  CHECK(one.front() == 'x');
  CHECK(one.find_first_not_of("0123456789abcdef", 1) == std::string::npos);
  CHECK(one == pseudonym("a1", "names-only", "p1"));
  CHECK(std::set{one, pseudonym("a2", "names-only", "p1"), pseudonym("a1", "team", "p1"),
                 pseudonym("a1", "names-only", "p2"), pseudonym("a1n", "ames-only", "p1")}
            .size() == 5);
}

TEST_CASE("a value's line sorts keys, spares UTF-8 and keeps whole numbers whole") {
  const Value value = {{"b", 1.0}, {"a", {true, nullptr, "李\t"}}, {"c", -0.0}, {"d", 1e16}};
  CHECK(to_text(value) == R"({"a": [true, null, "李\t"], "b": 1, "c": 0, "d": 1e+16})");
  CHECK(parse_text(to_text(value), "") == value);
}

TEST_CASE("text that is no UTF-8 is told apart") {
  for (const char* good :
       {"", "plain", "é", "李娜", "\U0001F600", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"}) {
    CHECK(is_utf8(good));
  }
  for (const char* bad : {"\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                          "\xf4\x90\x80\x80", "\xf0\x8f\xbf\xbf", "a\x80", "\xe6\x9d"}) {
    CHECK_FALSE(is_utf8(bad));
    CHECK_FALSE(is_utf8(Value{{bad, 1}}));
    CHECK_FALSE(is_utf8(Value::array({"x", bad})));
  }
}

TEST_CASE("each record kind has its word") {
  for (int i = 1; i <= 12; ++i) {
    const auto kind = static_cast<RecordKind>(i);
    CHECK(record_kind_of(word(kind)) == kind);
  }
  CHECK(word(RecordKind{}).empty());
  CHECK(record_kind_of("robots") == RecordKind{});
}

TEST_CASE("the language comes from the option, else from the environment") {
  const Environment first("LANGUAGE", "zh_CN:en");
  set_language("", "/nowhere");
  CHECK(language() == "zh_CN");
  set_language("en", "/nowhere");
  CHECK(language() == "en");
  CHECK(std::string(std::getenv("LANGUAGE")) == "en");
  CHECK(format("{:.1f}", 0.5) == "0.5");
  unsetenv("LANGUAGE");
  {
    const Environment all("LC_ALL", "zh_CN.UTF-8");
    set_language("", "/nowhere");
    CHECK(language() == "zh_CN");
  }
  set_language("en", "/nowhere");
}

TEST_CASE("a translation with wrong places is shown unfilled") {
  CHECK(format("{} of {}", 1) == "{} of {}");
}

}  // namespace inroad
