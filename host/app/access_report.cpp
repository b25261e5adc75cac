// SPDX-License-Identifier: MIT
#include "app/access_report.h"

#include <functional>
#include <map>
#include <set>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/forget_subject.h"
#include "model/one_line.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

class Report {
 public:
  Report(const HeldReport& report, const Account& account, const FacetBook& facets)
      : report_(report),
        account_(account),
        words_([this](RecordKind kind, const Id& id) { return find(kind, id); }, &facets) {
    for (const Held& held : report.forgetting.places)
      for (const Value* record : {&held.before, &held.value})
        if (held.edit > 0 && held.field.empty() && record->is_object()) logged_[held.key] = *record;
  }
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  std::string text() const {
    std::string text = format(_("{}: what this account holds"),
                              one_line(report_.name.empty() ? report_.subject.id : report_.name)) +
                       "\n";
    append(text, _("Who this is"), now(HeldAs::own),
           [&](const Held& held) { return field_of(held); });
    append(text, _("What is believed and noted, and ties"), now(HeldAs::about),
           [&](const Held& held) { return record_in_words(held.key); });
    append(text, _("Where others' entries name this person"), now(HeldAs::reference),
           [&](const Held& held) { return in_entry(held); });
    append(text, _("Texts with the name"), now(HeldAs::mention),
           [&](const Held& held) { return in_entry(held); });
    append(text, _("Texts with a part of the name: perhaps somebody else"), now(HeldAs::possible),
           [&](const Held& held) { return in_entry(held); });
    append(
        text, _("How it came to be, and what was there before"),
        [](const Held& held) {
          return held.edit > 0 && held.as != HeldAs::author && held.as != HeldAs::possible;
        },
        [&](const Held& held) { return said_day(day_of(held)) + ": " + step_in_words(held); });
    append(
        text, _("Texts of earlier with a part of the name"),
        [](const Held& held) { return held.edit > 0 && held.as == HeldAs::possible; },
        [&](const Held& held) { return said_day(day_of(held)) + ": " + step_in_words(held); });
    append(
        text, _("Days on which this person changed the account"),
        [](const Held& held) { return held.as == HeldAs::author; },
        [&](const Held& held) { return said_day(day_of(held)); });
    if (report_.versions.empty()) return text;
    text += std::string("\n") + _("Names of versions") + "\n";
    for (const std::string& name : report_.versions) text += "  " + one_line(name) + "\n";
    return text;
  }

 private:
  using Wanted = std::function<bool(const Held&)>;

  static Wanted now(HeldAs as) {
    return [as](const Held& held) { return held.as == as && held.edit == 0; };
  }
  static std::string day_of(const Held& held) {
    return held.time.substr(0, std::string_view("YYYY-MM-DD").size());
  }

  // Each line once: a record falls field by field, and a day may see several edits.
  void append(std::string& text, const std::string& title, const Wanted& is_wanted,
              const std::function<std::string(const Held&)>& line_of) const {
    std::set<std::string> told;
    for (const Held& held : report_.forgetting.places) {
      if (!is_wanted(held)) continue;
      const std::string line = one_line(line_of(held));
      if (line.empty() || !told.insert(line).second) continue;
      if (told.size() == 1) text += "\n" + title + "\n";
      text += "  " + line + "\n";
    }
  }

  Value find(RecordKind kind, const Id& id) const {
    Value record = record_to_json(account_, kind, id);
    if (!record.is_null()) return record;
    const auto logged = logged_.find({kind, id});
    return logged == logged_.end() ? Value() : logged->second;
  }

  std::string said(const Held& held, const Value& value) const {
    return words_.said(held.key.record, held.key.id, held.field, value);
  }

  std::string field_of(const Held& held) const {
    if (held.field == "id") return {};
    return format(_("{}: {}"), field_word(held.key.record, held.field), said(held, held.value));
  }

  std::string record_in_words(const RecordKey& key) const {
    return record_in_words(key, record_of(account_, key));
  }

  // "Per Lund: attitude opponent, evidence inferred, date 10 Nov 2026"
  std::string record_in_words(const RecordKey& key, const Value& record) const {
    if (!record.is_object()) return words_.name(key.record, key.id);
    const bool is_claim = key.record == RecordKind::claims;
    const std::string name = is_claim ? words_.claim(record) : words_.name(key.record, key.id);
    const std::string details = words_.details(key.record, record);
    if (details.empty()) return name;
    return is_claim ? name + comma() + details : format(_("{}: {}"), name, details);
  }

  std::string in_entry(const Held& held) const {
    const std::string entry = words_.name(held.key.record, held.key.id);
    if (held.field.empty()) return entry;
    return format(_("{}: {} {}"), entry, field_word(held.key.record, held.field),
                  said(held, held.value));
  }

  std::string step_in_words(const Held& held) const {
    if (held.field.empty())
      return held.value.is_null() ? format(_("Removed: {}"), record_in_words(held.key, held.before))
                                  : format(_("Added: {}"), record_in_words(held.key, held.value));
    FieldChange change;
    change.record = held.key.record;
    change.id = held.key.id;
    change.field = held.field;
    change.before = held.before;
    change.after = held.value;
    return words_.step(change);
  }

  const HeldReport& report_;
  const Account& account_;
  std::map<RecordKey, Value> logged_;  // whatever is no longer there
  const ChangeWords words_;
};

}  // namespace

std::string access_text(const HeldReport& report, const Account& account, const FacetBook& facets) {
  return Report(report, account, facets).text();
}

}  // namespace inroad::app
