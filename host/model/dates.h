// SPDX-License-Identifier: MIT
//
// Dates and times as text: "YYYY-MM-DD" and "YYYY-MM-DDTHH:MM:SSZ", always UTC, always the C
// locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace inroad {

// Whether the text is a real day of the calendar, years 0001 to 9999.
bool is_date(std::string_view text);
bool is_time(std::string_view text);

// Whether the time a is before b, to whatever part of a second they say. Both must be times.
bool is_before(std::string_view a, std::string_view b);
// The day a time lies in.
std::string_view day_of(std::string_view time);

// Days from a to b; negative when b is earlier. Both must be dates.
std::int64_t days_between(std::string_view a, std::string_view b);
// The date that many days later, or earlier for a negative number.
std::string date_after(std::string_view date, std::int64_t days);

// Now, from SOURCE_DATE_EPOCH when set, else the clock.
std::string now_utc();
// The day ages count to when nothing else says: the day of now_utc().
std::string today_utc();

}  // namespace inroad
