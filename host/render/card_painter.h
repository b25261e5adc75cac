// SPDX-License-Identifier: MIT
//
// One card: its soft shadow, its box and the runs of its face; what the scene says of it beyond its
// face: how many others it stands for, what became of the person between two dates.
#pragma once
#include <inroad/messages/face_generated.h>

#include <string>

#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

void paint_card(Pen& pen, const Box& box, const msg::FaceT& face, const Theme& theme,
                Detail detail);

// The number of people folded into the card, at its lower edge.
void paint_fold(Pen& pen, const Box& box, std::uint32_t folded, const Theme& theme);

// Whether the scene compares two dates and has found a difference.
bool has_changes(const msg::SceneT& scene);
// Over a painted card of such a scene: new, gone and changed stand out, everybody else steps back.
void paint_change(Pen& pen, const Box& box, const msg::FaceT& face, msg::Change change,
                  const Theme& theme, Detail detail);
// The word for a change: "new", "gone", "changed"; "" for none.
std::string change_word(msg::Change change);

// The line that says the card aloud.
std::string spoken_of(const msg::Card& card, const msg::FaceT& face);

}  // namespace inroad::render
