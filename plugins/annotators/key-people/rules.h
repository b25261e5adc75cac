// SPDX-License-Identifier: MIT
//
// The rules of the pack: each looks at one person and says what follows from what is believed, with
// the reason as a sentence. Nothing here is a belief of its own.
#pragma once
#include <inroad/messages/annotations_generated.h>

#include "beliefs.h"

namespace inroad::annotators {

using Notes = msg::AnnotationsT;

// "contact": how well one of us knows the person, who, and what is wanted.
void note_contact(const Beliefs& beliefs, std::uint32_t person, Notes& notes);
// "help_role": champion, coach, friend, counter_champion, blocker; with the tests not yet met.
void note_help_role(const Beliefs& beliefs, std::uint32_t person, Notes& notes);
// "key_player": the first two of political status.
void note_key_player(const Beliefs& beliefs, std::uint32_t person, Notes& notes);
// "attitude": disputed (the notes disagree) or faded (older than its half-life).
void note_doubts(const Beliefs& beliefs, std::uint32_t person, Notes& notes);
// "ask": the first facet worth asking about, its id as the value.
void note_gap(const Beliefs& beliefs, std::uint32_t person, Notes& notes);

}  // namespace inroad::annotators
