// SPDX-License-Identifier: MIT
//
// A stretch of a faultless interchange file, straight from the text into records: the whole of it,
// or what lies before or behind a meeting point in the middle, so that two threads can share the
// work. Whatever is wrong or unusual: Unclean.
#pragma once
#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/account.h"
#include "model/json_scanner.h"

namespace inroad {

// A guess: there a record of that list begins. It holds when the reader of what lies before comes
// there, in that list, where a record begins: then whoever began there has read the rest rightly.
struct MeetingPoint {
  std::size_t offset;
  RecordKind list;
};

// Guesses one at or behind the offset; nothing when nothing there looks like records.
std::optional<MeetingPoint> meeting_point(std::string_view text, std::size_t offset);

template <class>
struct OrdersOf;
template <class... Record>
struct OrdersOf<std::tuple<Table<Record>...>> {
  using Type = std::tuple<TableOrder<Record>...>;
};

// Members of the file as they came; lists not sorted, but their order found. is_met: it ends at the
// meeting point.
struct CleanPart {
  Account account;
  OrdersOf<decltype(Account::tables)>::Type orders;
  std::vector<std::string> keys;
  bool has_format = false, is_met = false;
};

// Up to the meeting point, when it comes there, else to the end.
CleanPart read_clean_front(std::string_view text, const std::optional<MeetingPoint>& meeting);
// From the meeting point to the end, unless it is no longer wanted.
CleanPart read_clean_rest(std::string_view text, const MeetingPoint& meeting,
                          const std::atomic<bool>& is_wanted);

}  // namespace inroad
