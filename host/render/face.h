// SPDX-License-Identifier: MIT
//
// What stands on a card: composed from a snapshot (so never more than the profile lets through) in
// the lines a view's template names, measured, cut to fit, in the theme's colours.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "render/picture.h"
#include "render/text.h"
#include "render/theme.h"

namespace inroad::render {

// The template of a view, and how codes are said to people ("buying_role","evaluator" ->
// "Evaluator"). detail: of Detail::plain the faces hold a name and a title only, and no spoken
// words.
struct CardSpec {
  double width = 176, height = 78;
  std::vector<std::string> lines;
  std::function<std::string(std::string_view facet, std::string_view code)> label;
  Detail detail = Detail::everything;
  bool has_frame = true;  // false: only the stripe and the words, on any ground
};

// One face per person of the snapshot, in its order. See look/workbench.png for what a card shows:
// attitude stripe at the left and glyph at the right, name bold, title, chips (Decides star, role,
// who of us knows them and how long ago), influence bars; dashed outline for placeholders.
std::vector<msg::FaceT> faces(const msg::Snapshot& snapshot, const CardSpec& spec,
                              const Theme& theme, const TextRuler& ruler);

}  // namespace inroad::render
