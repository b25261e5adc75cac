// SPDX-License-Identifier: MIT
#include "model/change_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/facets.h"
#include "model/record_fields.h"
#include "model/record_words.h"
#include "model/rules.h"
#include "model/words.h"

namespace inroad {
namespace {

// Long texts are told by their start.
constexpr std::size_t longest_name = 60;

std::string shown(const Value& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return to_text(value);
  std::string text;
  for (const Value& member : value) text += (text.empty() ? "" : comma()) + shown(member);
  return text;
}

std::string shown_text(const Value& value) {
  return value.is_null() ? std::string() : shown(value);
}

// Two digits say enough of a number that was worked out.
double rounded(double number) {
  if (number == 0 || !std::isfinite(number)) return number;
  const double decimals = std::max(2.0, 1 - std::floor(std::log10(std::abs(number))));
  const double grain = std::pow(10, decimals);
  return std::isfinite(number * grain) ? std::round(number * grain) / grain : number;
}

Value with_short_numbers(Value record) {
  for (Value& value : record)
    if (value.is_number_float()) value = rounded(value.get<double>());
  return record;
}

// The text's first line, cut between two characters when it is long.
std::string start_of(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  if (line.size() <= longest_name) return line;
  std::size_t end = longest_name;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

// "Supporter" begins a label; inside a sentence it is "supporter". Only where a small letter
// follows: "KPI" stays.
std::string inside_sentence(std::string label) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (label.size() > 1 && is_upper(label[0]) && is_lower(label[1])) {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  return label;
}

// The fields a record's name is made of.
bool is_in_name(RecordKind kind, std::string_view field) {
  const auto is_one_of = [&](std::initializer_list<std::string_view> fields) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  switch (kind) {
    case RecordKind::ties:
      return is_one_of({"from", "to", "kind"});
    case RecordKind::claims:
      return is_one_of({"person", "tie", "facet", "value"});
    case RecordKind::notes:
      return field == "date";
    case RecordKind::actions:
      return field == "what";
    case RecordKind::needs:
      return field == "statement";
    case RecordKind::budgets:
      return field == "state";
    case RecordKind::positions:
      return field == "person";
    default:
      return field == "name";
  }
}

bool is_date_field(RecordKind kind, std::string_view field) {
  bool is_date = false;
  with_record(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& one) { is_date |= one.name == field && one.is_date; });
  });
  return is_date;
}

}  // namespace

std::string kind_word(RecordKind kind) {
  switch (kind) {
    case RecordKind::units:
      return _("unit");
    case RecordKind::people:
      return _("person");
    case RecordKind::ties:
      return _("tie");
    case RecordKind::deals:
      return _("deal");
    case RecordKind::claims:
      return _("claim");
    case RecordKind::notes:
      return _("note");
    case RecordKind::actions:
      return _("action");
    case RecordKind::needs:
      return _("need");
    case RecordKind::budgets:
      return _("budget");
    case RecordKind::positions:
      return _("position");
    default:
      return counted(kind, 1);
  }
}

std::string counted(RecordKind kind, std::size_t n) {
  switch (kind) {
    case RecordKind::units:
      return format(NG_("{} unit", "{} units", n), n);
    case RecordKind::people:
      return format(NG_("{} person", "{} people", n), n);
    case RecordKind::ties:
      return format(NG_("{} tie", "{} ties", n), n);
    case RecordKind::deals:
      return format(NG_("{} deal", "{} deals", n), n);
    case RecordKind::claims:
      return format(NG_("{} claim", "{} claims", n), n);
    case RecordKind::notes:
      return format(NG_("{} note", "{} notes", n), n);
    case RecordKind::actions:
      return format(NG_("{} action", "{} actions", n), n);
    case RecordKind::needs:
      return format(NG_("{} need", "{} needs", n), n);
    case RecordKind::budgets:
      return format(NG_("{} budget", "{} budgets", n), n);
    case RecordKind::positions:
      return format(NG_("{} position", "{} positions", n), n);
    case RecordKind::settings:
      return _("the settings");
    default:
      return _("the account");
  }
}

RecordKind referred_by(RecordKind record, std::string_view field) {
  RecordKind referred{};
  with_record(record, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& one) {
      if (one.name == field) referred = one.refers.kind;
    });
  });
  return referred;
}

std::string ChangeWords::name(RecordKind kind, const Id& id) const {
  if (kind == RecordKind::account || kind == RecordKind::settings) return counted(kind, 1);
  const Value record = find_(kind, id);
  if (!record.is_object()) return id;
  const auto field = [&](const char* key) { return shown_text(key_of(record, key)); };
  const auto person = [&](const char* key) { return name(RecordKind::people, field(key)); };
  std::string text;
  switch (kind) {
    case RecordKind::ties:
      return tie_sentence(field("kind"), person("from"), person("to"));
    case RecordKind::claims:
      return format(_("{}: {}"), subject_of(record), facet(field("facet")));
    case RecordKind::positions:
      text = field("person").empty() ? "" : person("person");
      break;
    case RecordKind::actions:
      text = field("what");
      break;
    case RecordKind::needs:
      text = field("statement");
      break;
    case RecordKind::notes:
      text = field("date").empty() ? start_of(field("text"))
                                   : format(_("note of {}"), said_day(field("date")));
      break;
    case RecordKind::budgets:
      text = field("state");
      break;
    default:
      text = field("name");
  }
  return text.empty() ? id : text;
}

std::string ChangeWords::step(const FieldChange& change) const {
  if (change.record == RecordKind::settings) {
    if (const std::string told = setting_step(change); !told.empty()) return told;
  }
  const std::string subject = name(change.record, change.id);
  if (change.is_set_change) return set_step(subject, change);
  const bool is_belief = change.record == RecordKind::claims && change.field == "value";
  const bool is_note = referred_by(change.record, change.field) == RecordKind::notes;
  const std::string about =
      is_belief ? subject
      : is_note ? format(_("{}:"), subject)  // "note of …" follows
                : format(_("{}: {}"), subject, field_word(change.record, change.field));
  const auto told = [&](const Value& value) {
    return said(change.record, change.id, change.field, value);
  };
  if (change.before.is_null()) return format(_("{} {}"), about, told(change.after));
  if (change.after.is_null()) return format(_("{} {} cleared"), about, told(change.before));
  return format(_("{} {} → {}"), about, told(change.before), told(change.after));
}

std::string ChangeWords::said(RecordKind kind, const Id& id, std::string_view field,
                              const Value& value) const {
  if (kind == RecordKind::claims && field == "value") return belief(facet_of(id), value);
  if (is_date_field(kind, field) && value.is_string()) return said_day(value.get<std::string>());
  const RecordKind referred = referred_by(kind, field);
  if (value.is_array() && referred != RecordKind{}) return members(value);
  if (!value.is_string()) return shown(value);
  const std::string& word = value.get_ref<const std::string&>();
  if (kind == RecordKind::claims && field == "toward" && word == status_quo)
    return _("the status quo");
  return referred != RecordKind{} ? name(referred, word)
                                  : closed_word(closed_list(kind, field), word);
}

std::vector<ChangeWords::Told> ChangeWords::told(
    RecordKind kind, const Value& record, std::initializer_list<std::string_view> without) const {
  std::vector<Told> told;
  const Id id(shown_text(key_of(record, "id")));
  with_record(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& field) {
      const Value value = key_of(record, field.name);
      const bool is_wanted = std::find(without.begin(), without.end(), field.name) == without.end();
      if (is_wanted && !value.is_null())
        told.push_back({std::string(field.name), said(kind, id, field.name, value)});
    });
  });
  return told;
}

std::string ChangeWords::details(RecordKind kind, const Value& exact) const {
  const Value record = with_short_numbers(exact);
  std::string text;
  const auto tell = [&](std::string_view field, const std::string& told) {
    if (!text.empty()) text += comma();
    // A note says itself that it is one.
    text += referred_by(kind, field) == RecordKind::notes
                ? told
                : format(_("{} {}"), field_word(kind, field), told);
  };
  for (const auto& [field, words] : told(kind, record))
    if (!is_in_name(kind, field)) tell(field, words);
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    for (const auto& [key, value] : record.get_ref<const Value::object_t&>()) {
      if (key != "id" && !is_table_field<Record>(key))
        tell(key, said(kind, shown_text(key_of(record, "id")), key, value));
    }
  });
  return text;
}

std::string ChangeWords::subject_of(const Value& claim) const {
  const Value tie = key_of(claim, "tie");
  return tie.is_null() ? name(RecordKind::people, shown_text(key_of(claim, "person")))
                       : name(RecordKind::ties, shown(tie));
}

std::string ChangeWords::facet(const std::string& id) const {
  return facets_ != nullptr ? inside_sentence(facets_->title(id)) : id;
}

std::string ChangeWords::belief(const std::string& facet, const Value& value) const {
  if (value.is_string()) {
    const std::string& code = value.get_ref<const std::string&>();
    const Facet* known = facets_ != nullptr ? facets_->find(facet) : nullptr;
    if (known == nullptr && facet == "strength") return closed_word("strength", code);
    return known != nullptr ? inside_sentence(facets_->label(facet, code)) : code;
  }
  if (!value.is_array()) return shown(value);
  std::string text;
  for (const Value& member : value) text += (text.empty() ? "" : comma()) + belief(facet, member);
  return text;
}

std::string ChangeWords::claim(const Value& claim) const {
  const std::string id = shown_text(key_of(claim, "facet"));
  return format(_("{}: {} {}"), subject_of(claim), facet(id), belief(id, key_of(claim, "value")));
}

// A share profile, or another setting of many parts, is no sentence; empty for what is one value.
std::string ChangeWords::setting_step(const FieldChange& change) const {
  constexpr std::string_view shares = "share.";
  if (change.field.starts_with(shares)) {
    const std::string profile = change.field.substr(shares.size());
    if (change.before.is_null()) return format(_("Share profile {} added"), profile);
    if (change.after.is_null()) return format(_("Share profile {} removed"), profile);
    return format(_("Share profile {} changed"), profile);
  }
  const bool is_one_value = !change.before.is_structured() && !change.after.is_structured();
  return is_one_value ? std::string() : format(_("Setting {} changed"), change.field);
}

std::string ChangeWords::set_step(const std::string& subject, const FieldChange& change) const {
  const std::string in = members(change.after), out = members(change.before);
  const std::string field = field_word(change.record, change.field);
  if (out.empty()) return format(_("{}: {} with {}"), subject, field, in);
  if (in.empty()) return format(_("{}: {} without {}"), subject, field, out);
  return format(_("{}: {} with {}, without {}"), subject, field, in, out);
}

// The members of a set are people, by themselves or as targets.
std::string ChangeWords::members(const Value& list) const {
  std::string text;
  for (const Value& member : list) {
    const Value id = member.is_object() ? key_of(member, "person") : member;
    std::string one = name(RecordKind::people, shown(id));
    const Value step = member.is_object() ? key_of(member, "step") : Value();
    if (step.is_string())
      one = format(_("{0} ({1})"), one, closed_word("client_step", step.get<std::string>()));
    text += (text.empty() ? "" : comma()) + one;
  }
  return text;
}

std::string ChangeWords::facet_of(const Id& claim) const {
  const Value record = find_(RecordKind::claims, claim);
  return record.is_object() ? shown_text(key_of(record, "facet")) : std::string();
}

}  // namespace inroad
