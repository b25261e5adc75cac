// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "plugins/answer_check.h"
#include "plugins/verify.h"

#include "model/words.h"

namespace inroad::plugins {

namespace {

constexpr std::size_t max_routes = 1000, max_reasons = 100'000;
constexpr double max_number = 1e12;

class AdviceCheck {
 public:
  AdviceCheck(const AnswerCheck& check, const msg::Advice& advice)
      : check_(check), advice_(advice) {}

  void run() const {
    check_.word(advice_.method(), {"advice", 0, "method"});
    check_.probability(advice_.interval(), {"advice", 0, "interval"});
    check_.probability(advice_.level(), {"advice", 0, "level"});
    check_.probability(advice_.counter(), {"advice", 0, "counter"});
    if (advice_.lead().has_value()) check_.number(*advice_.lead(), {-1, 1}, {"advice", 0, "lead"});
    carriers();
    coalition();
    questions();
    reasons(advice_.barred(), "barred");
    reasons(advice_.risks(), "risks");
    reasons(advice_.dissent(), "dissent");
    if (advice_.refusal() != nullptr) reason(*advice_.refusal(), "refusal", 0);
  }

 private:
  using People = flatbuffers::Vector<std::uint32_t>;
  using Reasons = flatbuffers::Vector<flatbuffers::Offset<msg::Reason>>;

  static flatbuffers::uoffset_t at(std::size_t i) { return static_cast<flatbuffers::uoffset_t>(i); }

  // People of the account, none of them twice.
  std::size_t distinct_people(const People* people, const Place& place) const {
    const std::size_t count = check_.count(people, check_.people(), place.field);
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 0; i < count; ++i) {
      check_.person(people->Get(at(i)), place);
      seen.push_back(people->Get(at(i)));
    }
    std::ranges::sort(seen);
    if (std::ranges::adjacent_find(seen) != seen.end())
      check_.wrong(place, _("a person stands there twice."));
    return count;
  }

  void reason(const msg::Reason& reason, const char* list, std::size_t i) const {
    check_.text(reason.kind(), max_word_size, {list, i, "kind"});
    check_.text(reason.text(), max_sentence_size, {list, i, "text"});
    check_.optional_person(reason.person(), {list, i, "person"});
    check_.optional_tie(reason.tie(), {list, i, "tie"});
    check_.optional_claim(reason.claim(), {list, i, "claim"});
    if (reason.value().has_value())
      check_.number(*reason.value(), {-max_number, max_number}, {list, i, "value"});
  }
  void reasons(const Reasons* list, const char* name) const {
    const std::size_t count = check_.count(list, max_reasons, name);
    for (std::size_t i = 0; i < count; ++i) reason(*list->Get(at(i)), name, i);
  }

  void carriers() const {
    const std::size_t count = check_.count(advice_.carriers(), check_.people(), "carriers");
    std::vector<bool> is_listed(check_.people());
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Carrier& carrier = *advice_.carriers()->Get(at(i));
      check_.person(carrier.person(), {"carriers", i, "person"});
      if (is_listed[carrier.person()])
        check_.wrong({"carriers", i, "person"}, _("a person stands there twice."));
      is_listed[carrier.person()] = true;
      if (carrier.rank() < 1 || carrier.rank() > count)
        check_.wrong({"carriers", i, "rank"}, _("the rank is not a place in the list."));
      check_.probability(carrier.value(), {"carriers", i, "value"});
      check_.probability(carrier.access(), {"carriers", i, "access"});
      check_.probability(carrier.voice(), {"carriers", i, "voice"});
      check_.probability(carrier.reach(), {"carriers", i, "reach"});
      check_.probability(carrier.first_share(), {"carriers", i, "first_share"});
      check_.probability(carrier.exposure(), {"carriers", i, "exposure"});
      voters(carrier, i);
      routes(carrier, i);
      reasons(carrier.why(), "carriers.why");
      reasons(carrier.risks(), "carriers.risks");
      reasons(carrier.lift(), "carriers.lift");
    }
  }

  void voters(const msg::Carrier& carrier, std::size_t i) const {
    const std::size_t count = check_.count(carrier.voters(), check_.people(), "carriers.voters");
    for (std::size_t k = 0; k < count; ++k) {
      check_.person(carrier.voters()->Get(at(k))->person(), {"carriers", i, "voters"});
      check_.probability(carrier.voters()->Get(at(k))->reach(), {"carriers", i, "voters"});
    }
  }

  // A route begins with its carrier, and tie k joins its people k and k + 1.
  void routes(const msg::Carrier& carrier, std::size_t i) const {
    const Place place{"carriers", i, "routes"};
    const std::size_t count = check_.count(carrier.routes(), max_routes, "carriers.routes");
    for (std::size_t r = 0; r < count; ++r) {
      const msg::Route& route = *carrier.routes()->Get(at(r));
      const std::size_t people = distinct_people(route.people(), place);
      const std::size_t ties = check_.count(route.ties(), check_.people(), "carriers.routes.ties");
      if (people < 2 || ties != people - 1 || route.people()->Get(0) != carrier.person())
        check_.wrong(
            place,
            _("a route must start with the carrier and have a tie between each two people."));
      bool has_weakest = route.weakest() == -1;
      for (std::size_t k = 0; k < ties; ++k) {
        const std::uint32_t tie = route.ties()->Get(at(k));
        check_.tie_joins(tie, route.people()->Get(at(k)), route.people()->Get(at(k + 1)), place);
        has_weakest |= route.weakest() >= 0 && tie == static_cast<std::uint32_t>(route.weakest());
      }
      if (!has_weakest) check_.wrong(place, _("the weakest tie is not one of the route's ties."));
      check_.probability(route.value(), place);
    }
  }

  void coalition() const {
    if (advice_.coalition() == nullptr) return;
    const msg::Coalition& coalition = *advice_.coalition();
    const std::size_t people = distinct_people(coalition.people(), {"coalition", 0, "people"});
    distinct_people(coalition.next_people(), {"coalition", 0, "next_people"});
    check_.probability(coalition.reach(), {"coalition", 0, "reach"});
    check_.probability(coalition.next_reach(), {"coalition", 0, "next_reach"});
    check_.probability(coalition.two_voices(), {"coalition", 0, "two_voices"});
    check_.probability(coalition.two_voices_interval(), {"coalition", 0, "two_voices_interval"});
    check_.probability(coalition.at_least(), {"coalition", 0, "at_least"});
    check_.probability(coalition.at_most(), {"coalition", 0, "at_most"});
    const std::size_t gains = check_.count(coalition.gains(), people, "coalition.gains");
    for (std::size_t i = 0; i < gains; ++i)
      check_.probability(coalition.gains()->Get(at(i)), {"coalition", 0, "gains"});
  }

  void questions() const {
    const std::size_t count = check_.count(advice_.questions(), max_reasons, "questions");
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Question& question = *advice_.questions()->Get(at(i));
      check_.person_or_tie(question.person(), question.tie(), "questions", i);
      check_.needed_text(question.facet(), max_word_size, {"questions", i, "facet"});
      check_.text(question.text(), max_sentence_size, {"questions", i, "text"});
      check_.number(question.gain(), {-1, 1}, {"questions", i, "gain"});
      check_.probability(question.changes_advice(), {"questions", i, "changes_advice"});
      check_.optional_person(question.asker(), {"questions", i, "asker"});
      check_.optional_person(question.asked(), {"questions", i, "asked"});
    }
  }

  const AnswerCheck& check_;
  const msg::Advice& advice_;
};

}  // namespace

const msg::Advice& verified_advice(const Bundle& bundle, Bytes answer,
                                   const msg::Snapshot& snapshot) {
  const AnswerCheck check(bundle, snapshot);
  const auto& advice = check.root<msg::Advice>(answer, msg::AdviceIdentifier(), "Advice");
  AdviceCheck(check, advice).run();
  return advice;
}

}  // namespace inroad::plugins
