// SPDX-License-Identifier: MIT
#include "workbench/forget_view.h"

#include <algorithm>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/mentions.h"
#include "model/name_parts.h"
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

class Teller {
 public:
  Teller(const app::HeldReport& report, const Account& account, const FacetBook* book)
      : places_(report.forgetting.places),
        account_(account),
        words_([this](RecordKind kind, const Id& id) { return find(kind, id); }, book) {}

  // "note of 18 Nov 2026", "history, entry 12 of 18 Nov 2026: Li Na"
  std::string where(const Held& held) const {
    std::string place = words_.name(held.key.record, held.key.id);
    if (place.empty() || place == held.key.id) place = say_list(std::string(word(held.key.record)));
    if (held.edit == 0) return place;
    return format(_("history, entry {} of {}: {}"), held.edit, said_day(held.time.substr(0, day_length)), place);
  }

  // "email min@eastline.example"; empty for what only a program needs.
  std::string part(const Held& held) const {
    const Value& value = held.value.is_null() ? held.before : held.value;
    if (held.field == "id" || value.is_null()) return {};
    if (held.field.empty()) return value.is_object() ? words_.details(held.key.record, value) : said_value(value);
    return format(_("{} {}"), field_word(held.key.record, held.field), words_.said(held.key.record, held.key.id, held.field, value));
  }

 private:
  // As it is now, else as the log last had it.
  Value find(RecordKind kind, const Id& id) const {
    Value record = record_to_json(account_, kind, id);
    for (auto held = places_.rbegin(); record.is_null() && held != places_.rend(); ++held) {
      if (held->key.record != kind || held->key.id != id || !held->field.empty()) continue;
      record = held->value.is_object() ? held->value : held->before;
    }
    return record;
  }

  const std::vector<Held>& places_;
  const Account& account_;
  const ChangeWords words_;
};

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

ForgetView forget_view(const app::HeldReport& report, const Account& account, const FacetBook* book) {
  ForgetView view;
  view.name = report.name.empty() ? report.subject.id : report.name;
  const Teller teller(report, account, book);
  const Mentions parts = parts_of_names({view.name});
  const Held* last = nullptr;  // what is held of one record at one time is one place
  for (const Held& held : report.forgetting.places) {
    if (held.as != HeldAs::possible) {
      const std::string part = teller.part(held);
      const bool is_same = last != nullptr && last->key == held.key && last->edit == held.edit && last->as == held.as;
      if (!is_same) {
        view.places.push_back({teller.where(held), part.empty() ? reason(held.as) : format(_("{}: {}"), reason(held.as), part)});
      } else if (!part.empty()) {
        std::string& what = view.places.back().what;
        what = what == reason(held.as) ? format(_("{}: {}"), what, part) : what + comma() + part;
      }
      last = &held;
      continue;
    }
    for (const Value& value : {held.value, held.before}) {
      for (const std::string& part : parts_in(report.forgetting.mentions.strike(said_value(value)), parts)) {
        if (std::ranges::find(view.possible, part, &ForgetView::Possible::text) != view.possible.end()) continue;
        view.possible.push_back({part, format(_("{}: {}"), teller.where(held), said_value(value))});
      }
    }
  }
  for (const std::string& version : report.versions) {
    view.places.push_back({_("names of versions"), version});
  }
  return view;
}

}  // namespace inroad::workbench
