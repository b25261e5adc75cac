// SPDX-License-Identifier: MIT
//
// Two answers side by side: people are matched by id, for the supposed account may have others.
#include <algorithm>
#include <map>

#include "app/advice_words.h"
#include "app/what_if.h"
#include "model/words.h"

namespace inroad::app {
namespace {

// How somebody stands in one answer; rank 0: not in it.
struct Standing {
  unsigned rank = 0;
  double value = 0;
  std::string name = {};
  bool is_chance = false;
};
using Standings = std::map<std::string, Standing, std::less<>>;

Standings standings_of(const Advised& advised) {
  Standings standings;
  if (advised.advice().carriers() == nullptr) return standings;
  for (const msg::Carrier* one : *advised.advice().carriers())
    standings[std::string(advised.snapshot->person_id(one->person()))] = {
        one->rank(), one->value(), name_of(*advised.snapshot, one->person()),
        one->reach().has_value()};
  return standings;
}

std::string words_of(const Standing& standing) {
  if (standing.rank == 0) return _("cannot speak for us");
  return std::to_string(standing.rank) + ". " +
         (standing.is_chance ? chance_with_digits(standing.value)
                             : fmt::format("{:.2f}", standing.value));
}

struct Row {
  Standing today, then;
};

// By rank in the supposed answer, then those only today's knows.
std::vector<Row> rows_of(const Advised& today, const Advised& then) {
  const Standings now = standings_of(today), later = standings_of(then);
  std::map<std::string, Row, std::less<>> by_id;
  for (const auto& [id, standing] : now) by_id[id].today = standing;
  for (const auto& [id, standing] : later) by_id[id].then = standing;
  std::vector<Row> rows;
  for (auto& [id, row] : by_id) rows.push_back(std::move(row));
  const auto place = [](const Row& row) {
    const bool is_gone = row.then.rank == 0;
    return std::pair(is_gone, is_gone ? row.today.rank : row.then.rank);
  };
  std::ranges::stable_sort(rows, {}, place);
  return rows;
}

const msg::Carrier* leader_of(const Advised& advised) {
  const auto* carriers = advised.advice().carriers();
  if (carriers == nullptr || carriers->size() == 0 || !(carriers->Get(0)->value() > 0)) return nullptr;
  return carriers->Get(0);
}

std::string lead_sentence(const Advised& today, const Advised& then) {
  const msg::Carrier *before = leader_of(today), *after = leader_of(then);
  if (after == nullptr) return _("Then nobody could speak for us.");
  const std::string name = name_of(*then.snapshot, after->person());
  if (before == nullptr) return format(_("Then {} could speak for us."), name);
  if (today.snapshot->person_id(before->person()) == then.snapshot->person_id(after->person()))
    return format(_("{} stays first."), name);
  return format(_("The lead passes from {} to {}."), name_of(*today.snapshot, before->person()), name);
}

}  // namespace

std::string what_if_text(const Supposition& supposed, const Advised& today, const Advised& then) {
  constexpr double worth_a_line = .05;
  constexpr unsigned always_told = 3;
  std::string text;
  const auto line = [&](const std::string& words) { text += words + "\n"; };
  line(_("What if"));
  for (const std::string& title : supposed.titles) line("  - " + title);
  line("");
  line(lead_sentence(today, then));
  for (const Row& row : rows_of(today, then)) {
    const auto is_told = [](const Standing& one) {
      return one.value >= worth_a_line || (one.rank > 0 && one.rank <= always_told);
    };
    if (!is_told(row.today) && !is_told(row.then)) continue;
    const std::string& name = row.then.rank > 0 ? row.then.name : row.today.name;
    line("  " + format(_("{}: {} → {}"), name, words_of(row.today), words_of(row.then)));
  }
  if (const msg::Carrier* leader = leader_of(then); leader && best_route(*leader)) {
    line("");
    line(format(_("Path then: {}"), names_of(*then.snapshot, *best_route(*leader)->people(), " → ")));
    const std::string weakest = weakest_link(*then.snapshot, *best_route(*leader));
    if (!weakest.empty()) line(weakest);
  }
  if (then.advice().refusal()) line(then.advice().refusal()->text()->str());
  const auto* questions = then.advice().questions();
  if (questions && questions->size() > 0)
    line(format(_("Then ask next: {}"), questions->Get(0)->text()->str()));
  return text;
}

}  // namespace inroad::app
