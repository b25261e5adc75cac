// SPDX-License-Identifier: MIT
#include "app/forget.h"

#include <algorithm>
#include <functional>
#include <map>

#include "model/change_words.h"
#include "model/diff.h"
#include "model/forget_subject.h"
#include "model/one_line.h"
#include "model/record_words.h"
#include "model/replay.h"
#include "model/words.h"
#include "store/account_file.h"

namespace inroad::app {
namespace {

constexpr const char* codes[] = {"", "own", "about", "reference", "mention", "author", "possible"};

std::string heading(HeldAs as, RecordKind kind) {
  switch (as) {
    case HeldAs::own:
      return kind == RecordKind::people ? _("The person's own record") : _("The record itself");
    case HeldAs::about:
      return _("Records about nobody else: they go too");
    case HeldAs::reference:
      return _("Records that point there: they stay without it");
    case HeldAs::mention:
      return _("Texts that name it: they stay, the name is struck");
    case HeldAs::possible:
      return _("For you to look at: parts of the name; they stay unless given with --also");
    default:
      return _("Edits made by this person: they stay without an author");
  }
}

// "people p1, name"
std::string place(const Held& held) {
  std::string text = list_word(held.key.record);
  if (!held.key.is_single()) text += " " + held.key.id;
  return held.field.empty() ? text : text + comma() + field_word(held.key.record, held.field);
}

// How the places of a report are told: beliefs in the method packs' words.
class Telling {
 public:
  Telling(const HeldReport& report, const FacetBook& facets)
      : places_(report.forgetting.places), words_({}, &facets) {
    for (const Held& held : places_)
      if (held.key.record == RecordKind::claims && held.field == "facet" && held.edit == 0)
        facet_of_[held.key.id] = held.value;
  }

  void append_section(std::string& text, const std::string& title,
                      const std::function<bool(const Held&)>& belongs) const {
    bool is_first = true;
    for (const Held& held : places_) {
      if (!belongs(held)) continue;
      if (is_first) text += "\n" + title + "\n";
      is_first = false;
      text += "  " + one_line(line_of(held)) + "\n";
    }
  }

 private:
  std::string line_of(const Held& held) const {
    if (held.edit == 0) return format(_("{}: {}"), place(held), shown(held, held.value));
    std::string text = format(_("edit {}, {}: {}"), held.edit, held.time, place(held));
    if (held.as == HeldAs::author) return text;
    if (!held.before.is_null()) text += format(_("; before: {}"), shown(held, held.before));
    if (!held.value.is_null()) text += format(_("; after: {}"), shown(held, held.value));
    return text;
  }

  std::string shown(const Held& held, const Value& value) const {
    if (held.key.record == RecordKind::claims && held.field == "facet" && value.is_string())
      return words_.facet(value.get<std::string>());
    if (held.key.record == RecordKind::claims && held.field == "value") {
      const auto facet = facet_of_.find(held.key.id);
      if (facet != facet_of_.end() && facet->second.is_string())
        return words_.belief(facet->second.get<std::string>(), value);
    }
    if (!value.is_string()) return to_text(value);
    return closed_word(closed_list(held.key.record, held.field), value.get<std::string>());
  }

  const std::vector<Held>& places_;
  const ChangeWords words_;
  std::map<Id, Value> facet_of_;
};

// As a shell takes it for one word.
std::string shell_word(const std::string& text) {
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace

std::size_t HeldReport::certain() const {
  return static_cast<std::size_t>(
      std::count_if(forgetting.places.begin(), forgetting.places.end(),
                    [](const Held& held) { return held.as != HeldAs::possible; }));
}

namespace {

// What is held in an account whose rows are not what its log leads to: what damage did to them is
// taken for one more edit, about which nothing is told.
Forgetting held_in_damaged(const Account& rows, std::vector<Edit> log, const Subject& subject,
                           const std::vector<std::string>& also) {
  const std::optional<Account> led = led_to(rows, log, log.size());
  if (!led) return plan_forgetting(rows, {}, subject, also);
  Edit damage;
  damage.sequence = log.empty() ? 1 : log.back().sequence + 1;
  damage.changes = changes_between(*led, rows);
  log.push_back(damage);
  Forgetting held = plan_forgetting(rows, log, subject, also);
  std::erase_if(held.places, [&](const Held& one) { return one.edit == damage.sequence; });
  return held;
}

}  // namespace

HeldReport held_report(const Document& document, const Subject& subject,
                       const std::vector<std::string>& also) {
  const std::vector<Edit> log = document.log();
  const Account& account = document.as_stored();
  HeldReport report;
  report.subject = subject;
  report.forgetting = document.missing().empty() ? plan_forgetting(account, log, subject, also)
                                                 : held_in_damaged(account, log, subject, also);
  if (subject.record == RecordKind::people) {
    const auto names = texts_ever(account, log, subject.key(), "name");
    if (!names.empty()) report.name = names.front();
  }
  for (const store::Version& version : document.versions())
    if (!report.forgetting.mentions.find(version.name).empty() ||
        (subject.record == RecordKind::people && version.author == subject.id))
      report.versions.push_back(version.name);
  return report;
}

std::string title_of(const HeldReport& report) {
  const Subject& subject = report.subject;
  std::string text = report.name.empty() ? list_word(subject.record) + " " + subject.id
                                         : format(_("{} ({})"), report.name, subject.id);
  if (!subject.field.empty()) text += comma() + field_word(subject.record, subject.field);
  return one_line(text);
}

std::vector<std::string> texts_to_review(const HeldReport& report) {
  std::vector<std::string> texts;
  const Mentions& possible = report.forgetting.possible;
  const std::function<void(const Value&)> look = [&](const Value& value) {
    if (value.is_structured())
      for (const Value& member : value) look(member);
    if (!value.is_string()) return;
    for (std::string& text : possible.texts_in(value.get_ref<const std::string&>()))
      if (std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
  };
  // Ids are not struck, nor are the names of others, which are their own.
  const auto is_text = [](const RecordKey& key, const std::string& field) {
    const bool is_own = key.record == RecordKind::people && (field == "name" || field == "email");
    return field != "id" && !is_own && !is_reference(key.record, field);
  };
  for (const Held& held : report.forgetting.places) {
    if (held.as != HeldAs::possible) continue;
    for (const Value* value : {&held.value, &held.before}) {
      if (!held.field.empty()) {
        if (is_text(held.key, held.field)) look(*value);
      } else if (value->is_object()) {
        for (const auto& [field, member] : value->get_ref<const Value::object_t&>())
          if (is_text(held.key, field)) look(member);
      }
    }
  }
  return texts;
}

std::string review_text(const HeldReport& report, const FacetBook& facets,
                        const std::string& file) {
  const auto is_possible = [](const Held& held) { return held.as == HeldAs::possible; };
  std::string text;
  Telling(report, facets)
      .append_section(text, heading(HeldAs::possible, report.subject.record), is_possible);
  const std::vector<std::string> texts = texts_to_review(report);
  if (texts.empty()) return text;
  std::string command = "inroad forget " + shell_word(file) + " " + shell_word(report.subject.id);
  for (const std::string& one : texts) command += " --also " + shell_word(one);
  return text + "\n" + _("To strike them, leave out what is somebody else's and run:") + "\n  " +
         command + "\n";
}

std::string held_text(const HeldReport& report, const FacetBook& facets) {
  std::string text = format(_("{}: what this account holds"), title_of(report)) + "\n";
  const Telling telling(report, facets);
  for (const HeldAs as : {HeldAs::own, HeldAs::about, HeldAs::reference, HeldAs::mention})
    telling.append_section(text, heading(as, report.subject.record),
                           [&](const Held& held) { return held.as == as && held.edit == 0; });
  telling.append_section(text, _("In the history"), [](const Held& held) {
    return held.edit > 0 && held.as != HeldAs::author && held.as != HeldAs::possible;
  });
  telling.append_section(text, heading(HeldAs::author, report.subject.record),
                         [](const Held& held) { return held.as == HeldAs::author; });
  if (!report.versions.empty()) {
    text += std::string("\n") + _("Names of versions") + "\n";
    for (const std::string& name : report.versions) text += "  " + one_line(name) + "\n";
  }
  return text;
}

Value held_json(const HeldReport& report) {
  Value json = {{"record", word(report.subject.record)},
                {"id", report.subject.id},
                {"places", Value::array()},
                {"records", report.forgetting.gone.size()}};
  if (!report.subject.field.empty()) json["field"] = report.subject.field;
  if (!report.name.empty()) json["name"] = report.name;
  if (!report.versions.empty()) json["versions"] = report.versions;
  if (const auto texts = texts_to_review(report); !texts.empty()) json["review"] = texts;
  for (const Held& held : report.forgetting.places) {
    Value one = {{"as", codes[static_cast<std::size_t>(held.as)]},
                 {"record", word(held.key.record)},
                 {"id", held.key.id}};
    if (!held.field.empty()) one["field"] = held.field;
    if (!held.value.is_null()) one["value"] = held.value;
    if (!held.before.is_null()) one["before"] = held.before;
    if (held.edit > 0) {
      one["edit"] = held.edit;
      one["time"] = held.time;
    }
    json["places"].push_back(std::move(one));
  }
  return json;
}

}  // namespace inroad::app
