// SPDX-License-Identifier: MIT
#include "render/contact.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>

#include "model/dates.h"
#include "model/words.h"

namespace inroad::render {
namespace {

constexpr double strength_of_none =
    0.1;  // `covers` with the word "none": wanted, but not there yet

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string month_name(int month) {
  const std::array<const char*, 12> names = {_("Jan"), _("Feb"), _("Mar"), _("Apr"),
                                             _("May"), _("Jun"), _("Jul"), _("Aug"),
                                             _("Sep"), _("Oct"), _("Nov"), _("Dec")};
  return names[static_cast<std::size_t>(month - 1)];
}

std::chrono::year_month_day day_of(std::string_view date) {
  const auto number = [date](std::size_t first, std::size_t count) {
    int value = 0;
    std::from_chars(date.data() + first, date.data() + first + count, value);
    return value;
  };
  return {std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
}

std::string_view name_of(const msg::Snapshot& snapshot, std::uint32_t person) {
  const auto* name = snapshot.people()->Get(person)->name();
  return name != nullptr ? name->string_view() : std::string_view();
}

bool is_nearer(std::int64_t days, std::int64_t than) {
  return days >= 0 && (than < 0 || days < than);
}

}  // namespace

std::string age_text(std::int64_t days, std::string_view today) {
  if (days < 0 || !is_date(today)) return {};
  if (days < 14) return format(_("{} d"), days);
  if (days < 35) return format(_("{} w"), days / 7);
  const auto then =
      std::chrono::year_month_day(std::chrono::sys_days(day_of(today)) - std::chrono::days(days));
  if (days >= 330) return std::to_string(static_cast<int>(then.year()));
  return month_name(static_cast<int>(static_cast<unsigned>(then.month())));
}

Contacts::Contacts(const msg::Snapshot& snapshot) : snapshot_(snapshot) {
  const auto* people = snapshot.people();
  if (people == nullptr) return;
  best_.resize(people->size());
  for (std::uint32_t i = 0; i < people->size(); ++i)
    if (people->Get(i)->side() == msg::Side::us) ++first_words_[first_word(name_of(snapshot, i))];
  const auto* ties = snapshot.ties();
  const auto* ends = ties != nullptr ? ties->ends() : nullptr;
  for (std::uint32_t i = 0; ends != nullptr && i < ends->size(); ++i) {
    const msg::TieEnds& tie = *ends->Get(i);
    if (tie.kind() != msg::TieKind::covers || people->Get(tie.from())->side() != msg::Side::us)
      continue;
    are_known_ = true;
    const double strength = ties->strength()->Get(i);
    Best& best = best_[tie.to()];
    const std::int64_t days = ties->age_days()->Get(i);
    if (strength <= strength_of_none) continue;
    if (strength > best.strength) best.us = tie.from(), best.strength = strength;
    if (is_nearer(days, best.days)) best.days = days;
  }
  if (snapshot.notes() == nullptr || snapshot.today() == nullptr) return;
  const std::string_view today = snapshot.today()->string_view();
  if (!is_date(today)) return;
  for (const msg::Note* note : *snapshot.notes()) {
    const std::string_view date = note->date() ? note->date()->string_view() : std::string_view();
    if (note->people() == nullptr || !is_date(date)) continue;
    const std::int64_t days = days_between(date, today);
    for (const std::uint32_t person : *note->people())
      if (is_nearer(days, best_[person].days)) best_[person].days = days;
  }
}

Contact Contacts::of(std::uint32_t person) const {
  const Best& best = best_[person];
  if (best.us < 0) return {};
  const auto* today = snapshot_.today();
  return {short_name(static_cast<std::uint32_t>(best.us)),
          today ? age_text(best.days, today->string_view()) : std::string()};
}

// The first word of the name when nobody else of us shares it.
std::string Contacts::short_name(std::uint32_t person) const {
  const std::string_view whole = name_of(snapshot_, person), first = first_word(whole);
  const auto found = first_words_.find(first);
  return std::string(found != first_words_.end() && found->second > 1 ? whole : first);
}

}  // namespace inroad::render
