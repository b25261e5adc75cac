// SPDX-License-Identifier: MIT
//
// What stands above and below a picture: whose it is, what it shows, who may see it, of what day.
#pragma once
#include "app/draw.h"
#include "plugins/bundle.h"

namespace inroad::app {

// Title, subtitle, badge and footer, of the snapshot and the scene already in `picture`. said: how
// the picture was asked for (a period, a filter).
void write_captions(render::Picture& picture, const msg::Snapshot& snapshot,
                    const plugins::Bundle& view, const std::string& said);

}  // namespace inroad::app
