// SPDX-License-Identifier: MIT
//
// Puts a scene together: cards and links with their points, kept inside the scene's borders.
#pragma once
#include <inroad/messages/call_generated.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "layout/geometry.h"

namespace inroad::views {

// The size of a person's card as the host measured it.
layout::Size card_size(const msg::ViewRequest& request, std::uint32_t person);

// Where the user pinned people in this view. One entry a person.
std::vector<std::optional<layout::Point>> pinned_places(const msg::ViewRequest& request);

struct LinkLook {
  std::uint32_t from = 0, to = 0;
  int tie = -1;
  msg::LinkRole role{};
  msg::Arrow arrow = msg::Arrow::none;
  bool is_assumed = false;
  std::uint8_t route_step = 0;
  msg::Change change = msg::Change::unset;
  float weight = 0;
};

class SceneWriter {
 public:
  static constexpr double kMargin = 28;

  // folded: how many others the card stands for.
  void card(std::uint32_t person, const layout::Box& box, std::uint32_t folded = 0,
            msg::Change change = msg::Change::unset);
  void link(const LinkLook& look, msg::LinkShape shape, std::span<const layout::Point> points);
  // Texts longer than the host takes are cut, with "…" behind them. What is given back may be
  // changed until the next call.
  msg::RegionT& region(msg::RegionRole role, int unit, const layout::Box& box,
                       std::string_view text);
  msg::LabelT& label(msg::TextRole role, layout::Point at, double max_width, std::string_view text,
                     msg::Anchor anchor = msg::Anchor::start);
  // Written from bottom to top around its middle.
  msg::LabelT& upright(msg::TextRole role, layout::Point middle, double max_width,
                       std::string_view text);
  msg::MarkT& mark(msg::MarkKind kind, msg::ThemeRole role, std::span<const layout::Point> points,
                   std::string_view text = {});
  // A line of the legend with a sample of 20 x 12 points.
  msg::MarkT& key(msg::MarkKind kind, msg::ThemeRole role, std::span<const layout::Point> points,
                  std::string_view text);
  void subtitle(std::string_view text);
  void remark(std::string_view sentence);

  // How far the drawing reaches beyond the left and the upper border so far.
  layout::Point overhang() const { return {std::max(0.0, -left_), std::max(0.0, -top_)}; }

  // From now on nothing moves: what reaches beyond the left and the upper border is bent to it.
  void hold() { is_held_ = true; }

  // The finished scene: as large as what it holds, moved so that nothing lies outside.
  msg::SceneT finish();

 private:
  void cover(double left, double top, double right, double bottom);

  msg::SceneT scene_;
  bool is_empty_ = true, is_held_ = false;
  double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

// A scene of nobody, with the reason in the picture and as a remark: an empty one would look like a
// belief.
msg::SceneT scene_of_nobody(std::string_view why);

}  // namespace inroad::views
