// SPDX-License-Identifier: MIT
//
// One card: its soft shadow, its box and the runs of its face.
#pragma once
#include <inroad/messages/face_generated.h>

#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

void paint_card(Pen& pen, const Box& box, const msg::FaceT& face, const Theme& theme,
                Detail detail);

}  // namespace inroad::render
