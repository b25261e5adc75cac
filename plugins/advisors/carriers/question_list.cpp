// SPDX-License-Identifier: MIT
//
// What to find out next: what each answer is worth, and who of our side can ask for it.
#include <algorithm>

#include "advice_maker.h"
#include "askers.h"
#include "engine/questions.h"
#include "sentences.h"

namespace inroad::carriers {
namespace {

constexpr std::uint32_t default_question_set_size = 1;

}  // namespace

/// Somebody of ours who talks with one of those the question is about or, failing that, with
/// somebody who knows one of them. Nobody: the question stands alone.
void AdviceMaker::add_asker(msg::QuestionT& question, const std::optional<Asker>& asker) const {
  if (!asker) return;
  question.asker = asker->ours;
  question.asked = asker->asked;
  question.text +=
      " " +
      (asker->asked == asker->about
           ? sentences::may_ask(case_.name(asker->ours), case_.name(asker->about))
           : sentences::may_ask_somebody_near(case_.name(asker->ours), case_.name(asker->asked),
                                              case_.name(asker->about)));
}

void AdviceMaker::add_questions() {
  const int size = static_cast<int>(
      std::min(request_.coalition() > 0 ? request_.coalition() : default_question_set_size, 16u));
  const auto uncertain = case_.uncertain(network_);
  const Askers askers(snapshot_);
  const auto [set_size, worth] = value_answers(network_, *reach_, uncertain, size);
  for (std::size_t i = 0; i < worth.size(); ++i) {
    const Uncertain& asked = uncertain[i];
    const bool is_due = asked.person >= 0 && case_.is_unknown(asked.person);
    const double gain = worth[i].gain > 1e-12 ? std::min(1.0, worth[i].gain) : 0;
    if (gain == 0 && !is_due) continue;
    auto question = std::make_unique<msg::QuestionT>();
    question->gain = gain;
    question->changes_advice = std::clamp(worth[i].changes_advice, 0.0, 1.0);
    if (asked.person >= 0) {
      const bool is_seat =
          snapshot_.people()->Get(static_cast<flatbuffers::uoffset_t>(asked.person))->kind() ==
          msg::PersonKind::placeholder;
      question->person = asked.person;
      question->facet = "attitude";
      question->text = is_seat ? sentences::ask_seat(case_.name(asked.person))
                               : sentences::ask_attitude(case_.name(asked.person));
      add_asker(*question, askers.of({asked.person}));
    } else {
      const Arc& arc = network_.arcs[asked.arc];
      question->tie = case_.tie_of(arc);
      question->facet = "strength";
      question->text = sentences::ask_tie(case_.name(arc.from), case_.name(arc.to));
      add_asker(*question, askers.of({arc.to, arc.from}));
    }
    if (set_size < size) question->text += " " + sentences::valued_for(set_size);
    advice_.questions.push_back(std::move(question));
  }
  std::stable_sort(advice_.questions.begin(), advice_.questions.end(),
                   [](const auto& a, const auto& b) { return a->gain > b->gain; });
}

}  // namespace inroad::carriers
