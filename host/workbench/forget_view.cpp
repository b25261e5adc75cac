// SPDX-License-Identifier: MIT
#include "workbench/forget_view.h"

#include <algorithm>

#include "model/mentions.h"
#include "model/record_words.h"
#include "model/words.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

constexpr std::size_t day_length = 10;

std::string said_value(const Value& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_object()) return value.is_null() ? std::string() : to_text(value);
  for (const char* key : {"name", "text", "what", "statement", "value", "kind"}) {
    if (value.contains(key)) return said_value(value[key]);
  }
  return to_text(value);
}

std::string reason(HeldAs as) {
  switch (as) {
    case HeldAs::own: return _("goes");
    case HeldAs::about: return _("about nobody else: goes");
    case HeldAs::reference: return _("stays without the person");
    case HeldAs::mention: return _("stays, the name is struck");
    case HeldAs::author: return _("stays without an author");
    default: return {};
  }
}

// "notes, text", "history, entry 12 of 18 Nov 2026: notes, text"
std::string where(const Held& held) {
  std::string place = say_list(std::string(word(held.key.record)));
  if (!held.field.empty()) place = format(_("{}, {}"), place, field_word(held.field));
  if (held.edit == 0) return place;
  return format(_("history, entry {} of {}: {}"), held.edit, said_day(held.time.substr(0, day_length)), place);
}

std::string what(const Held& held) {
  const std::string value = said_value(held.value.is_null() ? held.before : held.value);
  return value.empty() ? reason(held.as) : format(_("{} — {}"), reason(held.as), value);
}

// Each part of the names that stands there.
std::vector<std::string> parts_in(const std::string& text, const Mentions& parts) {
  std::vector<std::string> found;
  for (const Mentions::Span& span : parts.find(text)) {
    const std::string part = text.substr(span.begin, span.end - span.begin);
    if (std::ranges::find(found, part) == found.end()) found.push_back(part);
  }
  return found;
}

}  // namespace

ForgetView forget_view(const app::HeldReport& report) {
  ForgetView view;
  view.name = report.name.empty() ? report.subject.id : report.name;
  const Mentions parts = parts_of_names({view.name});
  for (const Held& held : report.forgetting.places) {
    if (held.as != HeldAs::possible) {
      view.places.push_back({where(held), what(held)});
      continue;
    }
    for (const Value& value : {held.value, held.before}) {
      for (const std::string& part : parts_in(report.forgetting.mentions.strike(said_value(value)), parts)) {
        if (std::ranges::find(view.possible, part, &ForgetView::Possible::text) != view.possible.end()) continue;
        view.possible.push_back({part, format(_("{}: {}"), where(held), said_value(value))});
      }
    }
  }
  for (const std::string& version : report.versions) {
    view.places.push_back({_("names of versions"), version});
  }
  return view;
}

}  // namespace inroad::workbench
