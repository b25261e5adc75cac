// SPDX-License-Identifier: MIT
#include "model/belief.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/dates.h"
#include "model/rules.h"

namespace inroad {
namespace {

// One belief there may be: in the order they are shown.
struct Key {
  std::size_t facet_place;
  std::string_view facet;
  Aspect aspect;
  int toward_place;  // us, the status quo, rivals
  std::string_view toward;

  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.facet_place, a.facet, a.toward_place, a.toward, a.aspect) <
           std::tie(b.facet_place, b.facet, b.toward_place, b.toward, b.aspect);
  }
};

Key key_of(std::string_view facet, Aspect aspect, std::string_view toward, const FacetBook& book) {
  const Facet* known = book.find(facet);
  const std::size_t place =
      known == nullptr ? book.all().size() : static_cast<std::size_t>(known - book.all().data());
  return {place, facet, aspect, toward.empty() ? 0 : toward == status_quo ? 1 : 2, toward};
}

Key key_of(const Claim& claim, const FacetBook& book) {
  return key_of(claim.facet, claim.aspect, claim.toward, book);
}

// Works out one belief from the claims in the running.
class Teller {
 public:
  Teller(std::span<const Said> said, const Tie* tie, const ClaimQuestion& question)
      : said_(said), tie_(tie), question_(question) {}

  Belief tell() const {
    Belief belief{std::string(question_.facet),
                  question_.aspect,
                  std::string(question_.toward),
                  question_.book.is_many(question_.facet),
                  {},
                  {}};
    for (const Standing& standing : ranked(said_, tie_, question_)) {
      belief.opinions.push_back(opinion(standing));
    }
    if (belief.opinions.empty()) return belief;
    compare(belief);
    if (!belief.is_many) belief.flips = flips();
    return belief;
  }

 private:
  Opinion opinion(const Standing& standing) const {
    Opinion opinion;
    opinion.claim = standing.claim;
    opinion.id = standing.id;
    opinion.value = standing.value;
    opinion.evidence = standing.evidence;
    opinion.weight = standing.weight;
    opinion.by = standing.claim ? standing.claim->by : tie_->by;
    opinion.note = standing.claim ? standing.claim->note : tie_->note;
    opinion.date = standing.date;
    if (is_date(standing.date)) {
      opinion.age_days = days_between(standing.date, question_.today);
    }
    opinion.holds = standing.is_current;
    return opinion;
  }

  void compare(Belief& belief) const {
    std::map<std::string_view, Opinion*> last;
    for (Opinion& opinion : belief.opinions) {
      Opinion*& latest = last[opinion.by];
      if (latest == nullptr ||
          std::tie(latest->date, latest->id) < std::tie(opinion.date, opinion.id)) {
        latest = &opinion;
      }
    }
    for (const auto& [by, opinion] : last) opinion->is_last_word = true;
    const Opinion& held = belief.best();
    for (Opinion& opinion : belief.opinions) {
      // Several words at once stand beside each other, not against each other.
      opinion.agrees = belief.is_many || says_the_same(opinion.value, held.value, tie_, question_);
      opinion.is_newer =
          !belief.is_many && is_newer_and_other({opinion.value, opinion.date},
                                                {held.value, held.date}, tie_, question_);
    }
  }

  // What was said by the end of a day; future dates count as said today, as the rule has it.
  bool is_said_by(const Date& date, std::string_view day) const {
    return !is_date(date) || std::min<std::string_view>(date, question_.today) <= day;
  }
  // day empty: only what is undated.
  std::optional<Standing> held_on(std::string_view day) const {
    std::vector<Said> by_then;
    for (const Said& said : said_) {
      if (is_said_by(said.claim->date, day)) by_then.push_back(said);
    }
    ClaimQuestion then = question_;
    if (!day.empty()) then.today = day;
    const bool is_tie_told = tie_ != nullptr && says_anything(*tie_) && is_said_by(tie_->date, day);
    const auto standings = ranked(by_then, is_tie_told ? tie_ : nullptr, then);
    if (standings.empty()) return std::nullopt;
    return standings.front();
  }

  std::set<Date> days_of_claims() const {
    std::set<Date> days;
    const auto note = [&](const Date& date) {
      if (is_date(date))
        days.insert(std::string(std::min<std::string_view>(date, question_.today)));
    };
    for (const Said& said : said_) {
      if (is_in_running(*said.claim)) note(said.claim->date);
    }
    if (tie_ != nullptr) note(tie_->date);
    return days;
  }
  bool is_in_running(const Claim& claim) const {
    return claim.facet == question_.facet && claim.aspect == question_.aspect &&
           claim.toward == question_.toward && (claim.deal.empty() || claim.deal == question_.deal);
  }

  bool is_other(const std::optional<Standing>& a, const std::optional<Standing>& b) const {
    return a && b && !says_the_same(a->value, b->value, tie_, question_);
  }

  // Between two claims only evidence fades, all dated evidence alike: what is undated can win,
  // once.
  std::vector<Flip> flips() const {
    std::vector<Flip> flips;
    const std::set<Date> days = days_of_claims();
    std::optional<Standing> held = held_on({});
    const auto turn = [&](const Date& day) {
      const auto now = held_on(day);
      if (is_other(held, now)) {
        flips.push_back(
            {held->value, now->value, day, now->id, now->claim ? now->claim->by : tie_->by});
      }
      if (now) held = now;
    };
    for (auto day = days.begin(); day != days.end(); ++day) {
      turn(*day);
      const Date last =
          std::next(day) == days.end() ? Date(question_.today) : date_after(*std::next(day), -1);
      if (is_other(held, held_on(last))) turn(first_other_day(*day, last, held));
    }
    return flips;
  }

  // The first day after `from`, up to `to`, on which another value holds; on `to` it does.
  Date first_other_day(const Date& from, const Date& to,
                       const std::optional<Standing>& held) const {
    std::int64_t least = 1, most = days_between(from, to);
    while (least < most) {
      const auto middle = least + (most - least) / 2;
      if (is_other(held, held_on(date_after(from, middle)))) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    return date_after(from, most);
  }

  std::span<const Said> said_;
  const Tie* tie_;
  const ClaimQuestion& question_;
};

std::vector<Belief> beliefs(std::span<const Said> said, const Tie* tie,
                            const BeliefQuestion& question) {
  std::set<Key> keys;
  for (const Said& one : said) keys.insert(key_of(*one.claim, question.book));
  if (tie != nullptr && says_anything(*tie)) {
    keys.insert(key_of("strength", Aspect::now, {}, question.book));
  }
  std::vector<Belief> list;
  for (const Key& key : keys) {
    const ClaimQuestion asked{key.facet,     question.deal, question.today, question.settings,
                              question.book, key.aspect,    key.toward};
    Belief belief = Teller(said, tie, asked).tell();
    const bool is_said = std::ranges::any_of(belief.opinions, [&](const Opinion& opinion) {
      return opinion.claim != nullptr || says_anything(*tie);
    });
    if (is_said) list.push_back(std::move(belief));
  }
  return list;
}

}  // namespace

std::size_t Belief::agreeing() const {
  return static_cast<std::size_t>(std::ranges::count_if(opinions, &Opinion::agrees));
}
bool Belief::is_disputed() const { return std::ranges::any_of(opinions, &Opinion::disagrees); }
bool Belief::has_newer_that_lost() const {
  return std::ranges::any_of(opinions, &Opinion::is_newer);
}

std::vector<Belief> beliefs_of_person(const Account&, const ClaimIndex& index, const Id& person,
                                      const BeliefQuestion& question) {
  return beliefs(index.about_person(person), nullptr, question);
}

std::vector<Belief> beliefs_of_tie(const Account& account, const ClaimIndex& index, const Id& tie,
                                   const BeliefQuestion& question) {
  return beliefs(index.about_tie(tie), account.find<Tie>(tie), question);
}

}  // namespace inroad
