// SPDX-License-Identifier: MIT
//
// The matrix of contacts, read from `covers` ties and notes.
#include "matrix.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace inroad::views {
namespace {

constexpr int kQuietDays = 90;

std::string_view view_of(const flatbuffers::String* text) {
  return text != nullptr ? text->string_view() : std::string_view();
}

// none .1, met .4, occasional .7, regular 1; numbers go to the nearest.
int level_of(double strength) {
  if (!std::isfinite(strength)) return 1;
  return std::clamp(static_cast<int>(std::lround((strength - 0.1) / 0.3)), 0, 3);
}

// As JSON text: a word in quotes, or a number.
int level_named(std::string_view json) {
  if (json == "\"regular\"") return 3;
  if (json == "\"occasional\"") return 2;
  if (json == "\"met\"") return 1;
  double strength = 0.1;
  std::from_chars(json.data(), json.data() + json.size(), strength);
  return level_of(strength);
}

// Per tie: the contact wanted.
std::map<std::uint32_t, int> wanted_levels(const msg::Ties& ties) {
  std::map<std::uint32_t, int> wanted;
  if (ties.extra() == nullptr) return wanted;
  for (const msg::TieExtra* more : *ties.extra())
    if (more->extra() != nullptr)
      for (const msg::Extra* one : *more->extra())
        if (view_of(one->key()) == "wanted")
          wanted[more->tie()] = level_named(view_of(one->value()));
  return wanted;
}

std::optional<std::chrono::sys_days> day_of(std::string_view date) {
  if (date.size() != 10) return std::nullopt;
  int year = 0;
  unsigned month = 0, day = 0;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  std::from_chars(date.data() + 8, date.data() + 10, day);
  const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(month),
                                          std::chrono::day(day)};
  return found.ok() ? std::optional(std::chrono::sys_days(found)) : std::nullopt;
}

void take_nearer(int& days, int other) {
  if (other >= 0 && (days < 0 || other < days)) days = other;
}

class Reader {
 public:
  Reader(const msg::Snapshot& snapshot, const Beliefs& beliefs, const Cast& cast)
      : snapshot_(snapshot), beliefs_(beliefs), row_of_(beliefs.of.size(), -1) {
    for (const std::uint32_t person : cast.drawn) {
      const msg::Side side = side_of(person);
      if (side == msg::Side::us || side == msg::Side::rival) continue;
      row_of_[person] = static_cast<int>(matrix_.rows.size());
      matrix_.rows.push_back({.person = person});
    }
    choose_columns(cast);
  }

  Matrix read(std::size_t most_ours) {
    read_ties();
    read_notes();
    keep_columns(most_ours);
    for (MatrixRow& row : matrix_.rows) row.gap = gap_of(row);
    std::stable_sort(
        matrix_.rows.begin(), matrix_.rows.end(),
        [&](const MatrixRow& a, const MatrixRow& b) { return importance(a) > importance(b); });
    return std::move(matrix_);
  }

 private:
  msg::Side side_of(std::uint32_t person) const { return snapshot_.people()->Get(person)->side(); }
  bool is_placeholder(std::uint32_t person) const {
    return snapshot_.people()->Get(person)->kind() == msg::PersonKind::placeholder;
  }

  void choose_columns(const Cast& cast) {
    for (const std::uint32_t person : cast.drawn)
      if (side_of(person) == msg::Side::us) matrix_.ours.push_back(person);
    if (matrix_.ours.empty())
      for (std::uint32_t person = 0; person < row_of_.size(); ++person)
        if (side_of(person) == msg::Side::us) matrix_.ours.push_back(person);
    for (MatrixRow& row : matrix_.rows) row.with.resize(matrix_.ours.size());
  }

  void read_ties() {
    const msg::Ties* ties = snapshot_.ties();
    if (ties == nullptr || ties->ends() == nullptr) return;
    const std::map<std::uint32_t, int> wanted = wanted_levels(*ties);
    for (std::uint32_t tie = 0; tie < ties->ends()->size(); ++tie) {
      const msg::TieEnds& line = *ties->ends()->Get(tie);
      if (line.kind() != msg::TieKind::covers) continue;
      matrix_.has_contacts = true;
      const auto column = std::find(matrix_.ours.begin(), matrix_.ours.end(), line.from());
      if (row_of_[line.to()] < 0 || column == matrix_.ours.end()) continue;
      MatrixRow& row = matrix_.rows[row_of_[line.to()]];
      Contact& contact = row.with[static_cast<std::size_t>(column - matrix_.ours.begin())];
      contact.tie = static_cast<int>(tie);
      contact.now = std::max(contact.now, level_of(ties->strength()->Get(tie)));
      if (const auto wish = wanted.find(tie); wish != wanted.end())
        contact.wanted = std::max(contact.wanted, wish->second);
      if (contact.now == 0) continue;
      take_nearer(contact.days, ties->age_days()->Get(tie));
      take_nearer(row.days, contact.days);
    }
  }

  // A meeting is a contact of the whole team, and of those of us who are named.
  void read_notes() {
    const auto today = day_of(view_of(snapshot_.today()));
    if (snapshot_.notes() == nullptr || !today) return;
    for (const msg::Note* note : *snapshot_.notes()) {
      const auto day = day_of(view_of(note->date()));
      if (!day || note->people() == nullptr || *day > *today) continue;
      const int days = static_cast<int>((*today - *day).count());
      for (const std::uint32_t person : *note->people()) {
        if (row_of_[person] < 0) continue;
        MatrixRow& row = matrix_.rows[row_of_[person]];
        take_nearer(row.days, days);
        for (std::size_t i = 0; i < matrix_.ours.size(); ++i)
          if (row.with[i].now > 0 && std::find(note->people()->begin(), note->people()->end(),
                                               matrix_.ours[i]) != note->people()->end())
            take_nearer(row.with[i].days, days);
      }
    }
  }

  void keep_columns(std::size_t most) {
    std::vector<std::size_t> known(matrix_.ours.size()), order;
    for (std::size_t i = 0; i < known.size(); ++i) {
      order.push_back(i);
      for (const MatrixRow& row : matrix_.rows) known[i] += row.with[i].tie >= 0;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return known[a] > known[b]; });
    if (order.size() > most) {
      matrix_.ours_left_out = order.size() - most;
      order.resize(most);
    }
    std::vector<std::uint32_t> ours;
    for (const std::size_t i : order) ours.push_back(matrix_.ours[i]);
    matrix_.ours = std::move(ours);
    for (MatrixRow& row : matrix_.rows) {
      std::vector<Contact> with;
      for (const std::size_t i : order) with.push_back(row.with[i]);
      for (const Contact& contact : row.with)
        best_[row.person] = std::max(best_[row.person], contact.now);
      row.with = std::move(with);
    }
  }

  Gap gap_of(const MatrixRow& row) {
    if (is_placeholder(row.person)) return Gap::none;
    const Belief& belief = beliefs_.of[row.person];
    const bool is_important =
        belief.is_decider || belief.influence == Influence::high || belief.part == Part::approver;
    const int best = best_[row.person];
    if (is_important && best < 2) return best == 0 ? Gap::nobody : Gap::distant;
    if (is_important && row.days > kQuietDays) return Gap::quiet;
    const bool is_short = std::any_of(row.with.begin(), row.with.end(),
                                      [](const Contact& one) { return one.wanted > one.now; });
    return is_short ? Gap::closer : Gap::none;
  }

  std::tuple<bool, Influence, Part, bool, bool> importance(const MatrixRow& row) const {
    const Belief& belief = beliefs_.of[row.person];
    const bool is_known = std::any_of(row.with.begin(), row.with.end(),
                                      [](const Contact& one) { return one.tie >= 0; });
    return {belief.is_decider, belief.influence, belief.part, is_known,
            !is_placeholder(row.person)};
  }

  const msg::Snapshot& snapshot_;
  const Beliefs& beliefs_;
  std::vector<int> row_of_;            // per person
  std::map<std::uint32_t, int> best_;  // the best level of any of us, by person
  Matrix matrix_;
};

}  // namespace

Matrix matrix_of(const msg::Snapshot& snapshot, const Beliefs& beliefs, const Cast& cast,
                 std::size_t most_ours) {
  return Reader(snapshot, beliefs, cast).read(most_ours);
}

}  // namespace inroad::views
