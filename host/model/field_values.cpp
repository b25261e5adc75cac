// SPDX-License-Identifier: MIT
#include "model/field_values.h"

#include <cmath>

#include "model/dates.h"
#include "model/error.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

[[noreturn]] void refuse_type(const Place& place, const char* what, const char* remedy) {
  refuse(what, place.text(), remedy);
}

double finite_number(const Value& value, const Place& place) {
  if (!value.is_number() || !std::isfinite(value.get<double>())) {
    refuse_type(place, _("This is not a number."), _("Write a number, without quotes."));
  }
  return value.get<double>();
}

const std::string& text_of(const Value& value, const Place& place) {
  if (!value.is_string()) {
    refuse_type(place, _("This is not text."), _("Write text between double quotes."));
  }
  return value.get_ref<const std::string&>();
}

}  // namespace

std::string Place::text() const {
  if (field.empty()) return record;
  return record.empty() ? std::string(field) : record + "." + std::string(field);
}

void refuse(const std::string& what, const std::string& place, const std::string& remedy) {
  throw Error(ErrorKind::bad_input, what, place, remedy);
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (const auto word : words) {
    if (!text.empty()) text += comma();
    text += word;
  }
  return text;
}

Value to_value(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value to_value(const SmallText& text) { return to_value(text.text()); }
Value to_value(const std::optional<double>& number) { return number ? Value(*number) : Value(); }
Value to_value(double number) { return number; }
Value to_value(bool is_so) { return is_so; }
Value to_value(const Strength& strength) {
  return strength.number ? Value(*strength.number) : to_value(strength.word.text());
}
Value to_value(const std::vector<std::string>& texts) {
  return texts.empty() ? Value() : Value(texts);
}
Value to_value(const Target& target) {
  Value value = target.extra;
  value["person"] = target.person;
  if (target.step != ClientStep::unset) value["step"] = word(target.step);
  return value;
}
Value to_value(const std::vector<Target>& targets) {
  Value value;
  for (const Target& target : targets) value.push_back(to_value(target));
  return value;
}

void from_value(const Value& value, const Place& place, std::string& text) {
  text = text_of(value, place);
}

void from_value(const Value& value, const Place& place, SmallText& text) {
  text = text_of(value, place);
}

void from_value(const Value& value, const Place& place, std::optional<double>& number) {
  number = finite_number(value, place);
}

void from_value(const Value& value, const Place& place, double& number) {
  number = finite_number(value, place);
}

void from_value(const Value& value, const Place& place, bool& is_so) {
  if (!value.is_boolean()) {
    refuse_type(place, _("This is neither true nor false."),
                _("Write true or false, without quotes."));
  }
  is_so = value.get<bool>();
}

// Which words the kind of tie has is checked with the record (rules.h).
void from_value(const Value& value, const Place& place, Strength& strength) {
  strength = {};
  if (value.is_string()) {
    strength.word = value.get_ref<const std::string&>();
    return;
  }
  const double number = finite_number(value, place);
  if (number < 0 || number > 1) {
    refuse(format(_("The strength {} is outside 0 to 1."), to_text(value)), place.text(),
           _("Write a number from 0 to 1, or a word."));
  }
  strength.number = number;
}

void from_value(const Value& value, const Place& place, std::vector<std::string>& texts) {
  if (!value.is_array()) {
    refuse_type(place, _("This is not a list."), _("Write a list of texts: [\"a\", \"b\"]."));
  }
  texts.clear();
  for (const Value& element : value) texts.push_back(text_of(element, place));
}

void from_value(const Value& value, const Place& place, std::vector<Target>& targets) {
  const auto form = _("Write a list of targets: [{\"person\": \"p1\", \"step\": \"criteria\"}].");
  if (!value.is_array()) refuse_type(place, _("This is not a list."), form);
  targets.clear();
  for (const Value& element : value) {
    if (!element.is_object()) refuse_type(place, _("This is not a list of targets."), form);
    Target& target = targets.emplace_back();
    for (const auto& [key, member] : element.get_ref<const Value::object_t&>()) {
      if (member.is_null()) continue;
      if (key == "person") {
        from_value(member, place, target.person);
      } else if (key == "step") {
        from_value(member, place, target.step);
      } else {
        target.extra[key] = member;
      }
    }
  }
}

std::size_t place_of_word(const Value& value, const Place& place, const char* const* words) {
  std::vector<std::string_view> known;
  for (const char* const* known_word = words; *known_word != nullptr; ++known_word) {
    if (value.is_string() && value.get_ref<const std::string&>() == *known_word) {
      return static_cast<std::size_t>(known_word - words) + 1;
    }
    known.push_back(*known_word);
  }
  refuse(format(_("{} is not a word known here."), to_text(value)), place.text(),
         format(_("Use one of: {}."), listed(known)));
}

void check_date(std::string_view text, const Place& place) {
  if (!text.empty() && !is_date(text)) {
    refuse(format(_("{} is not a day of the calendar."), to_text(text)), place.text(),
           _("Write it as YYYY-MM-DD."));
  }
}

void make_set(std::vector<std::string>& ids, const Place& place) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (!ids.empty() && ids.front().empty()) {
    refuse(_("An id in the list is empty."), place.text(), _("Give the id, or take it out."));
  }
}

void make_set(std::vector<Target>& targets, const Place& place) {
  const auto key = [](const Target& target) {
    return std::tuple(std::string_view(target.person), target.step);
  };
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    return key(a) != key(b) ? key(a) < key(b) : to_text(a.extra) < to_text(b.extra);
  });
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  if (!targets.empty() && targets.front().person.empty()) {
    refuse(_("A target names no person."), place.text(), _("Give the person's id."));
  }
}

}  // namespace inroad
