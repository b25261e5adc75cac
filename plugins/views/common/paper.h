// SPDX-License-Identifier: MIT
//
// How large a scene may be so that its words stay legible when the picture is printed on A3.
#pragma once
#include <cstddef>

#include "layout/geometry.h"

namespace inroad::views {

// Up to how many people the words keep 7 points; cards are lower above, see `crowd` in plugin.json.
inline constexpr std::size_t kFewPeople = 60;
// From here on they have 5 points.
inline constexpr std::size_t kManyOnPaper = 200;

// Beyond 200 people, where words have 5 points, they shrink with the room a person has. What title,
// legend and margins of the picture take of the sheet is already off.
layout::Size legible_size(std::size_t people);

// How much of its size a picture with that scene keeps, on the sheet as it lies or stands.
double scale_on_a3(layout::Size scene);

}  // namespace inroad::views
