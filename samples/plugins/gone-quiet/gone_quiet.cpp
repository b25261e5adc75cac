// SPDX-License-Identifier: MIT
//
// An annotator: people of whom we have learned nothing for half a year.
#include <inroad/plugin.hpp>

#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

// "2026-03-31" as a day that can be counted with; nothing for what is no date.
static std::optional<std::chrono::sys_days> day_of(std::string_view date) {
  if (date.size() < 10) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    std::from_chars(date.data() + from, date.data() + from + size, value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day);
}

class GoneQuiet : public sdk::Annotator {
  msg::AnnotationsT annotate(const sdk::Call& call, const msg::AnnotationRequest&) override {
    constexpr int quiet_days = 180;
    const sdk::Map map = call.map();
    const auto today = day_of(map.today());
    sdk::AnnotationsBuilder notes;
    if (!today) return notes.finish();

    std::vector<std::optional<std::chrono::sys_days>> latest(map.people().size());
    for (const sdk::Claim claim : map.claims())
      if (const auto person = claim.person())
        latest[person->index()] = std::max(latest[person->index()], day_of(claim.date()));
    for (const sdk::Person person : map.people()) {
      const auto& last = latest[person.index()];
      if (!last || person.side() != msg::Side::client) continue;
      if (const auto days = (*today - *last).count(); days > quiet_days)
        notes.note(person, "gone_quiet", "yes", 1,
                   sdk::tr("The last we learned of {0} is {1} days old.", person.name(), days));
    }
    return notes.finish();
  }
};
INROAD_PLUGIN(GoneQuiet)
