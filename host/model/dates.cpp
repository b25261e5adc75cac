// SPDX-License-Identifier: MIT
#include "model/dates.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <fmt/format.h>

namespace inroad {
namespace {

using std::chrono::sys_days;

// The number in all of `text`, which must be digits only.
std::optional<unsigned> digits(std::string_view text) {
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

std::string text_of(const std::chrono::year_month_day& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || *year == 0 || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

// SOURCE_DATE_EPOCH makes runs repeatable; a value that is no number is as good as none.
std::chrono::sys_seconds now() {
  if (const char* set = std::getenv("SOURCE_DATE_EPOCH")) {
    std::int64_t seconds = 0;
    const char* end = set + std::strlen(set);
    const auto [rest, error] = std::from_chars(set, end, seconds);
    constexpr std::int64_t end_of_9999 = 253402300799;
    if (error == std::errc{} && rest == end && set != end && seconds >= 0 &&
        seconds <= end_of_9999) {
      return std::chrono::sys_seconds(std::chrono::seconds(seconds));
    }
  }
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

bool is_date(std::string_view text) { return parse_date(text).has_value(); }

bool is_time(std::string_view text) {
  if (text.size() < 20 || !is_date(text.substr(0, 10)) || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || text.back() != 'Z') {
    return false;
  }
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return false;
  const auto fraction = text.substr(19, text.size() - 20);  // "" or ".123"
  if (fraction.empty()) return true;
  return fraction[0] == '.' && fraction.size() > 1 &&
         fraction.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool is_before(std::string_view a, std::string_view b) {
  constexpr std::size_t whole_seconds = 19;
  // As texts ".5Z" would come before "Z", and "Z" after all digits.
  const auto fraction = [](std::string_view time) {
    if (time.size() <= whole_seconds) return std::string_view();
    return time.substr(whole_seconds, time.find_last_not_of(".0Z") + 1 - whole_seconds);
  };
  const int order = a.substr(0, whole_seconds).compare(b.substr(0, whole_seconds));
  return order != 0 ? order < 0 : fraction(a) < fraction(b);
}

std::string_view day_of(std::string_view time) { return time.substr(0, 10); }

std::int64_t days_between(std::string_view a, std::string_view b) {
  return (sys_days(parse_date(b).value()) - sys_days(parse_date(a).value())).count();
}

std::string date_after(std::string_view date, std::int64_t days) {
  return text_of(sys_days(parse_date(date).value()) + std::chrono::days(days));
}

std::string now_utc() {
  const auto time = now();
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", text_of(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string today_utc() { return now_utc().substr(0, 10); }

}  // namespace inroad
