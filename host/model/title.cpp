// SPDX-License-Identifier: MIT
//
// The sentence that names an edit, made from its changes in the reader's language. People are named
// by the account as it is, or by the edit itself when it creates or removes them.
#include <algorithm>
#include <array>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/record_fields.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

class Title {
 public:
  Title(const std::vector<FieldChange>& changes, const Account& account, const FacetBook* facets)
      : changes_(changes),
        account_(account),
        words_([this](RecordKind kind, const Id& id) { return find(kind, id); }, facets) {}
  Title(const Title&) = delete;
  Title& operator=(const Title&) = delete;

  std::string text() const {
    if (changes_.empty()) return _("No change");
    if (only(RecordKind::positions) && subjects(any).size() > 1) return _("New arrangement");
    if (only(RecordKind::positions)) return placed();
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

  static Subjects of_kind(const Subjects& subjects, RecordKind kind) {
    Subjects found;
    std::copy_if(subjects.begin(), subjects.end(), std::back_inserter(found),
                 [&](const FieldChange* change) { return change->record == kind; });
    return found;
  }

  // What was removed in the first place: all else fell with it.
  static Subjects chief(const Subjects& removed) {
    constexpr std::array order{RecordKind::people, RecordKind::units, RecordKind::deals,
                               RecordKind::ties, RecordKind::notes};
    for (const RecordKind kind : order) {
      if (const Subjects found = of_kind(removed, kind); !found.empty()) return found;
    }
    return removed;
  }

  std::string added(const Subjects& created) const {
    if (created.size() != 1) {
      const std::string told = added_together(created);
      return told.empty() ? format(_("Add {}"), counts_of(created)) : told;
    }
    const FieldChange& change = *created.front();
    if (change.record == RecordKind::claims) return words_.claim(change.after);
    return format(_("Add {}"), words_.name(change.record, change.id));
  }

  // What one form makes at once: a person with the place he has, a belief with the note it rests
  // on. Empty for anything else.
  std::string added_together(const Subjects& created) const {
    const Subjects people = of_kind(created, RecordKind::people),
                   ties = of_kind(created, RecordKind::ties),
                   units = of_kind(created, RecordKind::units),
                   notes = of_kind(created, RecordKind::notes),
                   claims = of_kind(created, RecordKind::claims);
    if (people.size() == 1 && ties.size() <= 1 && units.size() <= 1 &&
        created.size() == 1 + ties.size() + units.size())
      return added_person(*people.front(), ties, units);
    if (claims.empty() || notes.size() > 1 || created.size() != claims.size() + notes.size())
      return {};
    const std::string belief = one_belief(claims);
    return belief.empty() || notes.empty() ? belief : format(_("{}, with a note"), belief);
  }

  std::string added_person(const FieldChange& person, const Subjects& ties,
                           const Subjects& units) const {
    const std::string name = words_.name(person.record, person.id);
    const std::string unit = units.empty() ? "" : words_.name(RecordKind::units, units.front()->id);
    if (ties.empty()) return format(_("Add {} and the unit {}"), name, unit);
    const Value& tie = ties.front()->after;
    if (key_of(tie, "kind") != "reports_to" || key_of(tie, "from") != person.id) return {};
    const std::string manager = words_.said(RecordKind::ties, {}, "to", key_of(tie, "to"));
    return unit.empty()
               ? format(_("Add {}, reports to {}"), name, manager)
               : format(_("Add {0} and the unit {2}, reports to {1}"), name, manager, unit);
  }

  // Several values of one facet about the same are one belief; empty when the claims are more than
  // one.
  std::string one_belief(const Subjects& claims) const {
    Value belief = claims.front()->after;
    Value values = Value::array();
    for (const FieldChange* claim : claims) {
      for (const char* key : {"person", "tie", "facet", "aspect", "toward", "deal"}) {
        if (key_of(claim->after, key) != key_of(belief, key)) return {};
      }
      values.push_back(key_of(claim->after, "value"));
    }
    belief["value"] = values;
    return words_.claim(belief);
  }

  std::string taken_out(const Subjects& removed) const {
    const Subjects first = chief(removed);
    return first.size() == 1
               ? format(_("Remove {}"), words_.name(first.front()->record, first.front()->id))
               : format(_("Remove {}"), counts_of(first));
  }

  std::string changed() const {
    const Subjects all = subjects(any);
    if (all.size() > 1) return format(_("Change {}"), counts_of(all));
    const FieldChange& change = changes_.front();
    const std::string subject = words_.name(change.record, change.id);
    if (changes_.size() > 1) return format(_("Change {}"), subject);
    return words_.step(change);
  }

  // One card put somewhere for good, moved, or let go of.
  std::string placed() const {
    const FieldChange& change = changes_.front();
    const std::string subject = words_.name(RecordKind::positions, change.id);
    if (is_removed(change)) return format(_("Unpin {}"), subject);
    return is_created(change) ? format(_("Pin {}"), subject) : format(_("Move {}"), subject);
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
  const ChangeWords words_;
};

}  // namespace

std::string title_of(const Edit& edit, const Account& account, const FacetBook* facets) {
  if (edit.changes.empty() && edit.sequence > 0) return _("Forgotten");
  if (edit.cause.kind == CauseKind::undo) return title_of(Edit(edit), account, facets);
  const Title title(edit.changes, account, facets);
  if (edit.cause.kind == CauseKind::redo) return format(_("Redo: {}"), title.text());
  if (edit.cause.kind == CauseKind::import) return format(_("Import: {}"), title.counts());
  if (edit.cause.kind == CauseKind::merge) return format(_("Merge: {}"), title.counts());
  return title.text();
}

std::string title_of(Edit&& edit, const Account& account, const FacetBook* facets) {
  if (edit.cause.kind != CauseKind::undo || (edit.changes.empty() && edit.sequence > 0)) {
    const Edit& kept = edit;
    return title_of(kept, account, facets);
  }
  edit.changes = inverse(std::move(edit.changes));
  return format(_("Undo: {}"), Title(edit.changes, account, facets).text());
}

}  // namespace inroad
