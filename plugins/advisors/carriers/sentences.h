// SPDX-License-Identifier: MIT
//
// What the advice says in words: each a whole sentence, translated, in the product's own words.
// Numbers only where two are set side by side; the front ends say chances in words of their own.
#pragma once
#include <inroad/messages/advice_generated.h>

#include <string>

#include "case.h"

namespace inroad::carriers::sentences {

/// A Reason with its kind, text and subject; a subject of -1 is none.
msg::ReasonT reason(const char* kind, std::string text, int person = -1, int tie = -1);

std::string no_decision_maker();
std::string nobody_may_speak();
std::string no_way();
std::string not_shared();

std::string open_conflict(const std::string& name);

std::string stands(const std::string& name, msg::Attitude attitude);
std::string talk_often(const std::string& name, double access);
std::string has_the_ear(const std::string& name, const std::string& of, bool decides);
/// What a tie carries: the chance with it and without, and who comes first then.
struct Fall {
  std::string from, to, speaker;
  double with = 0, without = 0;
  std::string first_then;  ///< empty: the speaker still
};
std::string without_tie(const Fall& fall);

std::string no_coverage(const std::string& name);
std::string opponent_hears(const std::string& name, const std::string& opponent);
std::string over_limit(const std::string& name);
std::string not_trusted(const std::string& name, const std::string& by);
std::string torn(const std::string& name, const std::string& opponent);

std::string everything_hangs_on(const std::string& name, const std::string& speaker);
std::string everything_hangs_on_tie(const std::string& from, const std::string& to,
                                    const std::string& speaker);
std::string rests_on_a_guess(const std::string& from, const std::string& to);
std::string speaks_against(const std::string& name);
std::string decider_is(const std::string& name, msg::Attitude attitude);

std::string talk_more(const std::string& name);
std::string win_over(const std::string& name);
std::string win_to_pass_on(const std::string& name, const std::string& speaker);

std::string weighs_more(const std::string& name, const std::string& than);
std::string parts_them(const std::string& from, const std::string& to);

std::string ask_attitude(const std::string& name);
std::string ask_seat(const std::string& name);
std::string ask_tie(const std::string& from, const std::string& to);
/// Of how many people the sets are that a question's worth was worked out for.
std::string valued_for(int set_size);
std::string may_ask(const std::string& ours, const std::string& name);
std::string may_ask_somebody_near(const std::string& ours, const std::string& near,
                                  const std::string& name);

}  // namespace inroad::carriers::sentences
