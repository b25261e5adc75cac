// SPDX-License-Identifier: MIT
#include "app/layout.h"

#include <cmath>
#include <map>
#include <set>

#include "model/ids.h"
#include "model/words.h"

namespace inroad::app {
namespace {

// Of one edit, no finer than a printed picture can show.
double rounded(double points) { return std::round(points * 100) / 100; }

std::map<Id, msg::Point> places_by_id(const Drawn& drawn) {
  std::map<Id, msg::Point> places;
  for (const msg::Card& card : drawn.picture.scene.cards)
    places.emplace(drawn.snapshot->person_id(card.person()),
                   msg::Point(rounded(card.x()), rounded(card.y())));
  return places;
}

Id deal_of(const msg::Snapshot& snapshot) {
  if (snapshot.deal() < 0) return {};
  return snapshot.deals()->Get(static_cast<unsigned>(snapshot.deal()))->id()->str();
}

std::string point_said(const msg::Point& point) {
  return format("{:.0f}, {:.0f}", point.x(), point.y());
}

}  // namespace

NewLayout new_layout(const Account& account, const std::string& view, const Drawn& before,
                     const Drawn& fresh) {
  std::set<Id> pinned;
  for (const msg::Place& place : fresh.places)
    if (place.is_pinned()) pinned.insert(Id(fresh.snapshot->person_id(place.person())));
  const Id deal = deal_of(fresh.snapshot->root());
  const std::map<Id, msg::Point> now = places_by_id(before), places = places_by_id(fresh);
  NewLayout layout;
  layout.drawn = places.size();
  std::map<Id, const Position*> stored;
  for (const auto& [id, position] : account.all<Position>())
    if (position.view == view && position.deal == deal && !position.pinned) {
      const bool is_first = stored.emplace(position.person, &position).second;
      if (!is_first || !places.contains(position.person))
        layout.changes.remove.push_back({RecordKind::positions, id});
    }
  for (const auto& [person, point] : places) {
    if (pinned.contains(person)) {
      ++layout.pinned;
      continue;
    }
    const auto old = now.find(person);
    if (old == now.end())
      layout.moved.push_back({person, std::nullopt, point});
    else if (old->second.x() != point.x() || old->second.y() != point.y())
      layout.moved.push_back({person, old->second, point});
    if (const auto known = stored.find(person); known != stored.end()) {
      for (const auto& [field, value] : {std::pair{"x", point.x()}, {"y", point.y()}})
        layout.changes.set.push_back(
            {RecordKind::positions, known->second->id, field, value, {}, {}});
      continue;
    }
    Value record = {{"id", new_id()}, {"view", view},   {"person", person},
                    {"x", point.x()}, {"y", point.y()}, {"pinned", false}};
    if (!deal.empty()) record["deal"] = deal;
    layout.changes.create.push_back({RecordKind::positions, std::move(record)});
  }
  return layout;
}

std::string layout_text(const NewLayout& layout, const Account& account) {
  std::string text =
      format(NG_("{0} of {1} person has moved.", "{0} of {1} people have moved.", layout.drawn),
             layout.moved.size(), layout.drawn) +
      "\n";
  if (layout.pinned > 0)
    text += format(NG_("{} pinned card stays.", "{} pinned cards stay.", layout.pinned),
                   layout.pinned) +
            "\n";
  for (const Moved& one : layout.moved) {
    const std::string name = account.all<Person>().at(one.person).name;
    text += (one.from ? format(_("{0}: from {1} to {2}"), name, point_said(*one.from),
                               point_said(one.to))
                      : format(_("{0}: to {1}"), name, point_said(one.to))) +
            "\n";
  }
  return text;
}

std::string layout_json(const NewLayout& layout, const std::string& view) {
  const auto json_of = [](const msg::Point& point) { return Value{point.x(), point.y()}; };
  Value moved = Value::array();
  for (const Moved& one : layout.moved)
    moved.push_back({{"person", one.person},
                     {"from", one.from ? json_of(*one.from) : Value()},
                     {"to", json_of(one.to)}});
  Value json = {{"view", view}, {"drawn", layout.drawn}, {"pinned", layout.pinned}};
  json["moved"] = std::move(moved);
  return to_text(json) + "\n";
}

}  // namespace inroad::app
