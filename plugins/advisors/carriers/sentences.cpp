// SPDX-License-Identifier: MIT
#include "sentences.h"

#include <inroad/words.hpp>

#include <utility>

namespace inroad::carriers::sentences {

using sdk::tr;

msg::ReasonT reason(const char* kind, std::string text, int person, int tie) {
  msg::ReasonT result;
  result.kind = kind;
  result.text = std::move(text);
  result.person = person;
  result.tie = tie;
  return result;
}

std::string no_decision_maker() {
  return tr("Nobody is named who decides. Name the decision maker of the deal, then ask again.");
}
std::string nobody_may_speak() {
  return tr("We know of nobody who could speak for us yet. Find out how people stand towards us.");
}
std::string no_way() {
  return tr(
      "Those who could speak for us have no path to the decision maker. Find out whose word the "
      "decision maker heeds.");
}
std::string not_shared() {
  return tr("What is shared here does not say how people stand towards us.");
}

std::string open_conflict(const std::string& name) {
  return tr("{} is in open conflict with the decision maker: do not send them.", name);
}

std::string stands(const std::string& name, msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::mentor:
      return tr("{} speaks for us also when we are not in the room.", name);
    case msg::Attitude::supporter:
      return tr("{} supports us.", name);
    case msg::Attitude::non_supporter:
      return tr("{} does not support us, yet is not against us.", name);
    default:
      return tr("{} is neutral towards us.", name);
  }
}

std::string talk_often(const std::string& name, double access) {
  if (access >= 1) return tr("We talk with {} regularly.", name);
  if (access >= .7) return tr("We talk with {} now and then.", name);
  if (access >= .4) return tr("We have met {}.", name);
  return tr("We hardly get to talk with {}.", name);
}

std::string has_the_ear(const std::string& name, const std::string& of, bool decides) {
  if (decides) return tr("{0} has the ear of {1}, who decides.", name, of);
  return tr("{0} has the ear of {1}.", name, of);
}

std::string without_tie(const Fall& fall) {
  const auto digits = [](double chance) { return fmt::format("{:.2f}", chance); };
  if (fall.first_then.empty())
    return tr("If {0} does not have the ear of {1}, {2} falls from {3} to {4}.", fall.from, fall.to,
              fall.speaker, digits(fall.with), digits(fall.without));
  return tr("If {0} does not have the ear of {1}, {2} falls from {3} to {4}, and {5} comes first.",
            fall.from, fall.to, fall.speaker, digits(fall.with), digits(fall.without),
            fall.first_then);
}

std::string no_coverage(const std::string& name) {
  return tr("Nobody of ours is in touch with {}: first find a way to them.", name);
}
std::string opponent_hears(const std::string& name, const std::string& opponent) {
  return tr("If {0} speaks for us, {1} may hear of it.", name, opponent);
}
std::string over_limit(const std::string& name) {
  return tr("If {} speaks for us, opponents are more likely to hear of it than you allow.", name);
}
std::string not_trusted(const std::string& name, const std::string& by) {
  return tr("{1} listens to {0} but is not known to trust {0}.", name, by);
}
std::string torn(const std::string& name, const std::string& opponent) {
  return tr("{0} is close to {1}, who is against us, and may feel torn.", name, opponent);
}

std::string everything_hangs_on(const std::string& name, const std::string& speaker) {
  return tr("Everything hangs on {0}: without {0}, nothing from {1} is heard.", name, speaker);
}
std::string everything_hangs_on_tie(const std::string& from, const std::string& to,
                                    const std::string& speaker) {
  return tr(
      "Everything hangs on one tie: unless {0} has the ear of {1}, nothing from {2} is heard.",
      from, to, speaker);
}
std::string rests_on_a_guess(const std::string& from, const std::string& to) {
  return tr("Much rests on {0} having the ear of {1}, and we do not know that for sure.", from, to);
}
std::string speaks_against(const std::string& name) {
  return tr("{} can be heard by the decision maker with the case against us.", name);
}
std::string decider_is(const std::string& name, msg::Attitude attitude) {
  if (attitude == msg::Attitude::mentor)
    return tr("{}, who decides, is on our side already: make sure the others are heard.", name);
  return tr("{}, who decides, is against us: being heard is not being agreed with.", name);
}

std::string talk_more(const std::string& name) {
  return tr("It would help most to talk with {} regularly.", name);
}
std::string win_over(const std::string& name) {
  return tr("It would help most to win {} over to speak for us.", name);
}
std::string win_to_pass_on(const std::string& name, const std::string& speaker) {
  return tr("It would help most if {0} passed on what {1} says.", name, speaker);
}

std::string weighs_more(const std::string& name, const std::string& than) {
  return tr(
      "If opinions mix over time rather than a case being passed on, {0} weighs more with who "
      "decides than {1} does.",
      name, than);
}
std::string parts_them(const std::string& from, const std::string& to) {
  return tr("What parts the two answers most: {0} has the ear of {1}.", from, to);
}

std::string ask_attitude(const std::string& name) {
  return tr("How does {} stand towards us?", name);
}
std::string ask_seat(const std::string& name) {
  return tr("Who is behind “{}”, and how do they stand towards us?", name);
}
std::string ask_tie(const std::string& from, const std::string& to) {
  return tr("Does {0} really have the ear of {1}?", from, to);
}
std::string valued_for(int set_size) {
  return set_size == 1 ? tr("Its worth is worked out for one voice alone.")
                       : tr("Its worth is worked out for at most {} voices together.", set_size);
}
std::string may_ask(const std::string& ours, const std::string& name) {
  return tr("{0} can ask {1}.", ours, name);
}
std::string may_ask_somebody_near(const std::string& ours, const std::string& near,
                                  const std::string& name) {
  return tr("{0} can ask {1}, who knows {2}.", ours, near, name);
}

}  // namespace inroad::carriers::sentences
