// SPDX-License-Identifier: MIT
#include "model/rules.h"

#include "model/codec.h"
#include "model/error.h"
#include "model/id_index.h"
#include "model/words.h"

namespace inroad {
namespace {

// What is wrong with a number or word as the strength of a tie; throws.
void check_strength(const Strength& strength, TieKind kind, const Place& place) {
  if (!strength.is_set() || (strength.number && kind != TieKind::conflicts)) return;
  const auto words = strength_words(kind);
  if (strength.number) {
    refuse(_("The strength of a conflict is a word, not a number."), place.text(),
           format(_("Use one of: {}."), listed(words)));
  }
  if (std::find(words.begin(), words.end(), strength.word) == words.end()) {
    const auto remedy = kind == TieKind::conflicts
                            ? format(_("Use one of: {}."), listed(words))
                            : format(_("Use a number from 0 to 1 or one of: {}."), listed(words));
    refuse(format(_("{} is not a strength of a tie of the kind {}."), to_text(strength.word),
                  word(kind)),
           place.text(), remedy);
  }
}

// A word, a number, true or false, or a list of words.
bool is_claim_value(const Value& value) {
  if (value.is_string()) return !value.get_ref<const std::string&>().empty();
  if (value.is_number() || value.is_boolean()) return true;
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const Value& one) { return one.is_string(); });
}

const std::vector<std::string_view> attitudes{"mentor",        "supporter", "neutral",
                                              "non-supporter", "opponent",  "unknown"};

}  // namespace

std::vector<std::string_view> strength_words(TieKind kind) {
  if (kind == TieKind::covers) return {"none", "met", "occasional", "regular"};
  if (kind == TieKind::conflicts) return {"strained", "open"};
  return {"weak", "medium", "strong", "decisive"};
}

void check_record(const Tie& tie, const std::string& where) {
  if (tie.from.empty())
    refuse(_("The tie does not say from whom."), Place{where, "from"}.text(),
           _("Give a person's id."));
  if (tie.to.empty())
    refuse(_("The tie does not say to whom."), Place{where, "to"}.text(), _("Give a person's id."));
  if (tie.kind == TieKind::unset) {
    std::vector<std::string_view> kinds;
    for (const char* const* name = names(TieKind{}); *name != nullptr; ++name)
      kinds.push_back(*name);
    refuse(_("The tie has no kind."), Place{where, "kind"}.text(),
           format(_("Use one of: {}."), listed(kinds)));
  }
  check_strength(tie.strength, tie.kind, Place{where, "strength"});
  if (tie.wanted.is_set() && tie.kind != TieKind::covers) {
    refuse(_("Only a covers tie has a wanted contact."), Place{where, "wanted"}.text(),
           _("Leave it out, or make the tie one of the kind covers."));
  }
  check_strength(tie.wanted, tie.kind, Place{where, "wanted"});
}

void check_record(const Claim& claim, const std::string& where) {
  if (claim.person.empty() == claim.tie.empty()) {
    refuse(claim.tie.empty() ? _("The claim is about nobody.")
                             : _("The claim is about a person and a tie at once."),
           where, _("Give either person or tie."));
  }
  if (claim.facet.empty())
    refuse(_("The claim has no facet."), Place{where, "facet"}.text(),
           _("Say what it is about, such as attitude."));
  if (!is_claim_value(claim.value)) {
    refuse(
        claim.value.is_null() ? _("The claim has no value.") : _("The claim's value is of no use."),
        Place{where, "value"}.text(), _("Give a word, a number or a list of words."));
  }
  if (claim.facet != "attitude") return;
  if (!claim.value.is_string() ||
      std::find(attitudes.begin(), attitudes.end(), claim.value.get_ref<const std::string&>()) ==
          attitudes.end()) {
    refuse(format(_("{} is not an attitude."), to_text(claim.value)), Place{where, "value"}.text(),
           format(_("Use one of: {}."), listed(attitudes)));
  }
}

void check_toward(const Claim& claim, const Unit* rival, const std::string& where) {
  if (claim.toward.empty() || claim.toward == status_quo) return;
  if (rival == nullptr || rival->side != Side::rival) {
    refuse(format(_("{} is not a rival's unit."), to_text(claim.toward)),
           Place{where, "toward"}.text(),
           _("Give the id of a unit of the side rival, \"status quo\", or leave it out for us."));
  }
}

void check_strength_claim(const Claim& claim, const Tie& tie, const std::string& where) {
  const Place place{where, "value"};
  Strength strength;
  from_value(claim.value, place, strength);
  check_strength(strength, tie.kind, place);
}

void refuse_missing(RecordKind kind, const Id& id, const Place& place) {
  const auto name = to_text(id);
  switch (kind) {
    case RecordKind::people:
      refuse(format(_("There is no person {}."), name), place.text(),
             _("Add the person, or correct the id."));
    case RecordKind::units:
      refuse(format(_("There is no unit {}."), name), place.text(),
             _("Add the unit, or correct the id."));
    case RecordKind::ties:
      refuse(format(_("There is no tie {}."), name), place.text(),
             _("Add the tie, or correct the id."));
    case RecordKind::deals:
      refuse(format(_("There is no deal {}."), name), place.text(),
             _("Add the deal, or correct the id."));
    default:
      refuse(format(_("There is no record {} in {}."), name, word(kind)), place.text(),
             _("Add the record, or correct the id."));
  }
}

void refuse_parent_cycle(const Unit& unit, const std::string& where) {
  refuse(format(_("The unit {} is its own parent, directly or by others."), to_text(unit.id)),
         Place{where, "parent"}.text(), _("Give one of these units another parent, or none."));
}

bool has_sound_references(const Account& account) {
  const IdIndex index(account);
  const auto leads_somewhere = [&]<class Record>(const Record& record) {
    bool is_sound = true;
    for_each_field<Record>([&](const auto& field) {
      if (!is_strict(field.refers)) return;
      for_each_reference(record, field, [&](const Id& id) {
        is_sound = is_sound && has_record(index, field.refers.kind, id);
      });
    });
    return is_sound;
  };
  bool is_sound = true;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : account.all<Record>())
      is_sound = is_sound && leads_somewhere(record);
  });
  ParentWalk walk(index);
  for (const auto& [id, unit] : account.all<Unit>()) is_sound = is_sound && !walk.is_in_cycle(unit);
  if (!is_sound) return false;
  try {
    for (const auto& [id, claim] : account.all<Claim>()) check_fit(index, claim, {});
  } catch (const Error&) {
    return false;
  }
  return true;
}

void check_references(const Account& account, const std::string& where) {
  const std::string front = where.empty() ? "" : where + ": ";
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    const std::string list = front + std::string(word(record_kind<Record>)) + " ";
    for (const auto& [id, record] : account.all<Record>()) {
      check_links(account, record, list + to_text(id));
    }
  });
  ParentWalk walk(account);
  for (const auto& [id, unit] : account.all<Unit>()) {
    if (walk.is_in_cycle(unit)) refuse_parent_cycle(unit, front + "units " + to_text(id));
  }
}

}  // namespace inroad
