// SPDX-License-Identifier: MIT
//
// The sentence that names an edit, made from its changes in the reader's language. People are named
// by the account as it is, or by the edit itself when it creates or removes them.
#include <algorithm>
#include <array>

#include "model/codec.h"
#include "model/edit.h"
#include "model/facets.h"
#include "model/record_fields.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

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

std::string shown(const Value& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return to_text(value);
  std::string text;
  for (const Value& member : value) text += (text.empty() ? "" : comma()) + shown(member);
  return text;
}

class Title {
 public:
  Title(const std::vector<FieldChange>& changes, const Account& account, const FacetBook* facets)
      : changes_(changes), account_(account), facets_(facets) {}

  std::string text() const {
    if (changes_.empty()) return _("No change");
    if (only(RecordKind::positions) && subjects(any).size() > 1) return _("New arrangement");
    if (const auto created = subjects(is_created); !created.empty()) return added(created);
    if (const auto removed = subjects(is_removed); !removed.empty()) return taken_out(removed);
    return changed();
  }

  // "128 people, 300 ties"
  std::string counts() const { return counts_of(subjects(any)); }

 private:
  using Subjects = std::vector<const FieldChange*>;

  static bool any(const FieldChange&) { return true; }
  static bool is_created(const FieldChange& change) {
    return change.field.empty() && change.before.is_null();
  }
  static bool is_removed(const FieldChange& change) {
    return change.field.empty() && change.after.is_null();
  }

  bool only(RecordKind kind) const {
    return std::all_of(changes_.begin(), changes_.end(),
                       [&](const FieldChange& change) { return change.record == kind; });
  }

  // One change of each record concerned, by kind and id.
  template <class Wanted>
  Subjects subjects(Wanted&& wanted) const {
    const auto key = [](const FieldChange* change) {
      return std::pair(change->record, std::string_view(change->id));
    };
    Subjects found;
    for (const FieldChange& change : changes_) {
      if (wanted(change)) found.push_back(&change);
    }
    std::stable_sort(found.begin(), found.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
    found.erase(
        std::unique(found.begin(), found.end(), [&](auto* a, auto* b) { return key(a) == key(b); }),
        found.end());
    return found;
  }

  static std::string counts_of(const Subjects& subjects) {
    std::string text;
    for (auto first = subjects.begin(); first != subjects.end();) {
      const auto end = std::find_if(first, subjects.end(), [&](const FieldChange* change) {
        return change->record != (*first)->record;
      });
      text += (text.empty() ? "" : comma()) +
              counted((*first)->record, static_cast<std::size_t>(end - first));
      first = end;
    }
    return text;
  }

  // What was removed in the first place: all else fell with it.
  static Subjects chief(const Subjects& removed) {
    constexpr std::array order{RecordKind::people, RecordKind::units, RecordKind::deals,
                               RecordKind::ties, RecordKind::notes};
    for (const RecordKind kind : order) {
      Subjects found;
      std::copy_if(removed.begin(), removed.end(), std::back_inserter(found),
                   [&](const FieldChange* change) { return change->record == kind; });
      if (!found.empty()) return found;
    }
    return removed;
  }

  std::string added(const Subjects& created) const {
    if (created.size() != 1) return format(_("Add {}"), counts_of(created));
    const FieldChange& change = *created.front();
    if (change.record == RecordKind::claims) return claim_sentence(change.after);
    return format(_("Add {}"), name(change.record, change.id));
  }

  std::string taken_out(const Subjects& removed) const {
    const Subjects first = chief(removed);
    return first.size() == 1
               ? format(_("Remove {}"), name(first.front()->record, first.front()->id))
               : format(_("Remove {}"), counts_of(first));
  }

  std::string changed() const {
    const Subjects all = subjects(any);
    if (all.size() > 1) return format(_("Change {}"), counts_of(all));
    const FieldChange& change = changes_.front();
    const std::string subject = name(change.record, change.id);
    if (changes_.size() > 1) return format(_("Change {}"), subject);
    if (change.record == RecordKind::positions) return format(_("Move {}"), subject);
    if (change.is_set_change) return set_sentence(subject, change);
    return step_sentence(subject, change);
  }

  std::string step_sentence(const std::string& subject, const FieldChange& change) const {
    const bool is_belief = change.record == RecordKind::claims && change.field == "value";
    const std::string about =
        is_belief ? subject : format(_("{}: {}"), subject, field_word(change.field));
    const std::string before = said(change, change.before), after = said(change, change.after);
    if (change.before.is_null()) return format(_("{} {}"), about, after);
    if (change.after.is_null()) return format(_("{} {} cleared"), about, before);
    return format(_("{} {} -> {}"), about, before, after);
  }

  // A value of the changed field: other records by name, words as people say them.
  std::string said(const FieldChange& change, const Value& value) const {
    if (change.record == RecordKind::claims && change.field == "value")
      return label(facet_of(change.id), value);
    if (!value.is_string()) return shown(value);
    const std::string& word = value.get_ref<const std::string&>();
    constexpr std::array references{
        std::pair{"unit", RecordKind::units},    std::pair{"parent", RecordKind::units},
        std::pair{"person", RecordKind::people}, std::pair{"owner", RecordKind::people},
        std::pair{"from", RecordKind::people},   std::pair{"to", RecordKind::people},
        std::pair{"by", RecordKind::people},     std::pair{"deal", RecordKind::deals}};
    for (const auto& [field, kind] : references) {
      if (change.field == field) return name(kind, word);
    }
    return closed_word(change.field, word);
  }

  std::string facet_of(const Id& claim) const {
    const Value record = find(RecordKind::claims, claim);
    return record.is_object() ? shown_text(key_of(record, "facet")) : std::string();
  }

  std::string facet_title(const std::string& facet) const {
    return facets_ != nullptr ? facets_->title(facet) : facet;
  }

  // A belief's value: one word of the facet, or several.
  std::string label(const std::string& facet, const Value& value) const {
    if (value.is_string() && facets_ != nullptr)
      return facets_->label(facet, value.get_ref<const std::string&>());
    if (!value.is_array()) return shown(value);
    std::string text;
    for (const Value& member : value) text += (text.empty() ? "" : comma()) + label(facet, member);
    return text;
  }

  std::string set_sentence(const std::string& subject, const FieldChange& change) const {
    const std::string in = members(change.after), out = members(change.before);
    const std::string field = field_word(change.field);
    if (out.empty()) return format(_("{}: {} with {}"), subject, field, in);
    if (in.empty()) return format(_("{}: {} without {}"), subject, field, out);
    return format(_("{}: {} with {}, without {}"), subject, field, in, out);
  }

  // The members of a set are people, by themselves or as targets.
  std::string members(const Value& list) const {
    std::string text;
    for (const Value& member : list) {
      const Value id = member.is_object() ? key_of(member, "person") : member;
      text += (text.empty() ? "" : comma()) + name(RecordKind::people, shown(id));
    }
    return text;
  }

  // "Li Na: attitude supporter"
  std::string claim_sentence(const Value& claim) const {
    const std::string facet = shown(key_of(claim, "facet"));
    return format(_("{}: {} {}"), subject_of(claim), facet_title(facet),
                  label(facet, key_of(claim, "value")));
  }

  std::string subject_of(const Value& claim) const {
    const Value tie = key_of(claim, "tie");
    return tie.is_null() ? name(RecordKind::people, shown(key_of(claim, "person")))
                         : name(RecordKind::ties, shown(tie));
  }

  std::string name(RecordKind kind, const Id& id) const {
    const Value record = find(kind, id);
    const auto field = [&](const char* key) {
      return record.is_object() ? shown_text(key_of(record, key)) : std::string();
    };
    const auto person = [&](const char* key) { return name(RecordKind::people, field(key)); };
    std::string text;
    switch (kind) {
      case RecordKind::account:
        return counted(kind, 1);
      case RecordKind::settings:
        return counted(kind, 1);
      case RecordKind::ties:
        if (record.is_null()) return id;
        return tie_sentence(field("kind"), person("from"), person("to"));
      case RecordKind::claims:
        if (record.is_null()) return id;
        return format(_("{}: {}"), subject_of(record), facet_title(field("facet")));
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
        text = field("date");
        break;
      case RecordKind::budgets:
        text = field("state");
        break;
      default:
        text = field("name");
    }
    return text.empty() ? id : text;
  }

  static std::string shown_text(const Value& value) {
    return value.is_null() ? std::string() : shown(value);
  }

  // As it is now, else as the edit has it.
  Value find(RecordKind kind, const Id& id) const {
    Value record = record_to_json(account_, kind, id);
    if (!record.is_null()) return record;
    for (const FieldChange& change : changes_) {
      if (change.record == kind && change.id == id && change.field.empty()) {
        return change.after.is_null() ? change.before : change.after;
      }
    }
    return record;
  }

  const std::vector<FieldChange>& changes_;
  const Account& account_;
  const FacetBook* facets_;  // may be null
};

}  // namespace

std::string title_of(const Edit& edit, const Account& account, const FacetBook* facets) {
  if (edit.cause.kind == "undo") {
    return format(_("Undo: {}"), Title(inverse(edit.changes), account, facets).text());
  }
  const Title title(edit.changes, account, facets);
  if (edit.cause.kind == "redo") return format(_("Redo: {}"), title.text());
  if (edit.cause.kind == "import") return format(_("Import: {}"), title.counts());
  if (edit.cause.kind == "merge") return format(_("Merge: {}"), title.counts());
  return title.text();
}

}  // namespace inroad
