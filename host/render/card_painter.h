// SPDX-License-Identifier: MIT
//
// One card: its soft shadow, its box and the runs of its face.
#pragma once
#include <inroad/messages/face_generated.h>

#include "render/pen.h"

namespace inroad::render {

enum class Detail { boxes, names, everything };

void paint_card(Pen& pen, const Box& box, const msg::FaceT& face, const Theme& theme,
                Detail detail);

}  // namespace inroad::render
