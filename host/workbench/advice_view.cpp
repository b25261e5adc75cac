// SPDX-License-Identifier: MIT
#include "workbench/advice_view.h"

#include <cmath>

#include "app/advice_words.h"
#include "model/words.h"
#include "workbench/survey.h"

namespace inroad::workbench {
namespace {

class Teller {
 public:
  explicit Teller(const app::Advised& advised)
      : snapshot_(*advised.snapshot), advice_(advised.advice()) {}

  AdviceView view() {
    AdviceView view;
    const auto* deciders = snapshot_.root().decision_makers();
    const std::string whom = deciders == nullptr ? std::string() : names(*deciders, _(", "));
    view.heading = whom.empty() ? std::string(_("Who can speak for us"))
                                : format(_("Who can speak for us to {}"), whom);
    if (advice_.refusal() != nullptr) view.refusal = text(advice_.refusal()->text());
    if (advice_.carriers() != nullptr) {
      for (const msg::Carrier* carrier : *advice_.carriers()) view.voices.push_back(voice(*carrier));
    }
    tell_coalition(view, whom);
    tell_what_it_hangs_on(view);
    add(view.risks, advice_.risks());
    add(view.barred, advice_.barred());
    if (advice_.questions() != nullptr) {
      for (const msg::Question* question : *advice_.questions()) view.ask_next.push_back(ask(*question));
    }
    return view;
  }

 private:
  static std::string text(const flatbuffers::String* string) {
    return string == nullptr ? std::string() : string->str();
  }
  std::string name(std::uint32_t person) const { return app::name_of(snapshot_, person); }
  Id person_id(int person) const {
    return person < 0 ? Id() : Id(snapshot_.person_id(static_cast<std::uint32_t>(person)));
  }
  Id tie_id(int tie) const {
    return tie < 0 ? Id() : Id(snapshot_.tie_id(static_cast<std::uint32_t>(tie)));
  }
  std::string names(const flatbuffers::Vector<std::uint32_t>& people, const char* between) const {
    return app::names_of(snapshot_, people, between);
  }

  Voice voice(const msg::Carrier& carrier) const {
    Voice voice;
    voice.person = person_id(static_cast<int>(carrier.person()));
    voice.rank = carrier.rank();
    voice.name = name(carrier.person());
    voice.chance = carrier.value();
    voice.chance_words = app::chance_in_words(carrier.value());
    if (carrier.routes() != nullptr && carrier.routes()->size() > 0) {
      const msg::Route& best = *carrier.routes()->Get(0);
      for (const std::uint32_t person : *best.people()) {
        voice.path.people.emplace_back(snapshot_.person_id(person));
      }
      for (const std::uint32_t tie : *best.ties()) voice.path.ties.emplace_back(snapshot_.tie_id(tie));
      voice.path_words = names(*best.people(), " → ");
    }
    if (carrier.is_conditional()) voice.path_words += format(" · {}", _("if we get to them"));
    return voice;
  }

  void tell_coalition(AdviceView& view, const std::string& whom) const {
    const msg::Coalition* together = advice_.coalition();
    if (together != nullptr && together->people() != nullptr && together->people()->size() > 1) {
      view.summary.push_back(format(_("Together {}: {} % that {} hears the case (not that we win)."),
                                    names(*together->people(), " + "),
                                    std::lround(together->reach() * 100), whom));
    }
    if (advice_.carriers() == nullptr || advice_.carriers()->size() == 0) return;
    const auto share = advice_.carriers()->Get(0)->first_share();
    if (share) {
      view.summary.push_back(
          format(_("Still first in {} of 10 readings of your notes."), std::lround(*share * 10)));
    }
  }

  // The weakest tie of the best path, unless a risk says it already.
  void tell_what_it_hangs_on(AdviceView& view) const {
    if (advice_.risks() != nullptr) {
      for (const msg::Reason* risk : *advice_.risks()) {
        if (text(risk->kind()) == "single_point") view.hangs_on.push_back(remark(*risk));
      }
    }
    if (!view.hangs_on.empty() || advice_.carriers() == nullptr) return;
    if (advice_.carriers()->size() == 0) return;
    const auto* routes = advice_.carriers()->Get(0)->routes();
    if (routes == nullptr || routes->size() == 0 || routes->Get(0)->weakest() < 0) return;
    const int weakest = routes->Get(0)->weakest();
    const auto* ends = snapshot_.root().ties()->ends()->Get(static_cast<std::uint32_t>(weakest));
    view.hangs_on.push_back({format(_("The weakest link of the best path: {} and {}."),
                                    name(ends->from()), name(ends->to())),
                             {},
                             tie_id(weakest)});
  }

  Remark remark(const msg::Reason& reason) const {
    return {text(reason.text()), person_id(reason.person()), tie_id(reason.tie())};
  }
  template <class Reasons>
  void add(std::vector<Remark>& remarks, const Reasons* reasons) const {
    if (reasons == nullptr) return;
    for (const msg::Reason* reason : *reasons) {
      if (text(reason->kind()) != "single_point") remarks.push_back(remark(*reason));
    }
  }

  Remark ask(const msg::Question& question) const {
    std::string words = text(question.text());
    const auto share = question.changes_advice();
    if (share && *share >= 0.05) {
      const long answers = std::max(2L, std::lround(1 / *share));
      words += " " + format(_("Changes the advice in 1 of {} answers."), answers);
    }
    return {std::move(words), person_id(question.person()), tie_id(question.tie())};
  }

  const Snapshot& snapshot_;
  const msg::Advice& advice_;
};

}  // namespace

AdviceView advice_view(const app::Advised& advised) { return Teller(advised).view(); }

msg::ChosenRouteT to_route(const Path& path, const Snapshot& snapshot) {
  msg::ChosenRouteT route;
  for (const Id& id : path.people) {
    const auto index = person_index(snapshot, id);
    if (!index) return {};
    route.people.push_back(*index);
  }
  for (const Id& id : path.ties) {
    const auto index = tie_index(snapshot, id);
    if (!index) return {};
    route.ties.push_back(*index);
  }
  return route;
}

}  // namespace inroad::workbench
