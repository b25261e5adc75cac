// SPDX-License-Identifier: MIT
//
// The scene as `draw --json` prints it, written by hand: a chart of 100,000 people is one pass.
#include <charconv>
#include <string>

#include "app/draw.h"
#include "model/value.h"

namespace inroad::app {
namespace {

void append(std::string& text, double number) {
  char digits[40];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}
void append_quoted(std::string& text, const std::string& s) { text += to_text(Value(s)); }

template <class List, class Each>
void append_list(std::string& text, const char* key, const List& list, const Each& each) {
  text += std::string("\"") + key + "\": [";
  const char* separator = "\n  ";
  for (const auto& item : list) {
    text += separator;
    each(item);
    separator = ",\n  ";
  }
  text += "]";
}

void append_box(std::string& text, double x, double y, double width, double height) {
  text += ", \"x\": ";
  append(text, x);
  text += ", \"y\": ";
  append(text, y);
  text += ", \"width\": ";
  append(text, width);
  text += ", \"height\": ";
  append(text, height);
}

void append_change(std::string& text, msg::Change change) {
  if (change == msg::Change::unset) return;
  text += std::string(", \"change\": \"") + msg::EnumNameChange(change) + "\"";
}

void append_points(std::string& text, const std::vector<msg::Point>& points) {
  text += "\"points\": [";
  for (std::size_t i = 0; i < points.size(); ++i) {
    text += i ? ", [" : "[";
    append(text, points[i].x());
    text += ", ";
    append(text, points[i].y());
    text += "]";
  }
  text += "]";
}

}  // namespace

std::string scene_json(const Drawn& drawn) {
  const msg::SceneT& scene = drawn.picture.scene;
  const auto& people = drawn.picture.person_ids;
  const auto& ties = drawn.picture.tie_ids;
  const auto& root = drawn.snapshot->root();
  std::string text = "{";
  append_list(text, "cards", scene.cards, [&](const msg::Card& card) {
    text += "{\"person\": ";
    append_quoted(text, people[card.person()]);
    append_box(text, card.x(), card.y(), card.width(), card.height());
    if (card.folded() > 0) text += ", \"folded\": " + std::to_string(card.folded());
    append_change(text, card.change());
    text += "}";
  });
  text += ",\n ";
  append_list(text, "links", scene.links, [&](const msg::Link& link) {
    text += "{\"tie\": ";
    if (link.tie() < 0)
      text += "null";
    else
      append_quoted(text, ties[static_cast<std::size_t>(link.tie())]);
    text += ", \"from\": ";
    append_quoted(text, people[link.from()]);
    text += ", \"to\": ";
    append_quoted(text, people[link.to()]);
    text += std::string(", \"role\": \"") + msg::EnumNameLinkRole(link.role()) + "\", ";
    if (link.change() != msg::Change::unset)
      text += std::string("\"change\": \"") + msg::EnumNameChange(link.change()) + "\", ";
    if (link.arrow() == msg::Arrow::at_both) text += "\"is_both_ways\": true, ";
    if (link.route_step() > 0)
      text += "\"route_step\": " + std::to_string(link.route_step()) + ", ";
    append_points(text, render::flattened(scene, link));
    text += "}";
  });
  text += ",\n ";
  append_list(text, "regions", scene.regions, [&](const auto& region) {
    text += "{\"unit\": ";
    if (region->unit < 0)
      text += "null";
    else
      append_quoted(text, root.units()->Get(static_cast<unsigned>(region->unit))->id()->str());
    append_box(text, region->x, region->y, region->width, region->height);
    text += ", \"text\": ";
    append_quoted(text, region->text);
    text += "}";
  });
  text += ",\n ";
  append_list(text, "labels", scene.labels, [&](const auto& label) {
    text += "{\"text\": ";
    append_quoted(text, label->text);
    append_box(text, label->x, label->y, label->max_width, 0);
    text += "}";
  });
  text += ",\n ";
  append_list(text, "marks", scene.marks, [&](const auto& mark) {
    text += std::string("{\"kind\": \"") + msg::EnumNameMarkKind(mark->kind) + "\", \"role\": \"" +
            msg::EnumNameThemeRole(mark->role) + "\", \"text\": ";
    append_quoted(text, mark->text);
    text += ", ";
    append_points(text, mark->points);
    text += "}";
  });
  return text + "}\n";
}

}  // namespace inroad::app
