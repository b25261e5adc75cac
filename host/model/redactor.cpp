// SPDX-License-Identifier: MIT
#include "model/redactor.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

#include "model/ids.h"
#include "model/name_parts.h"
#include "model/words.h"

namespace inroad {
namespace {

template <class List, class One>
bool holds(const List& list, const One& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// Whether the copy has lost whom it was about; then it must not be shown at all.
template <class Record>
bool has_lost_owner(const Record& record, const Record& copy) {
  bool is_lost = false;
  for_each_field<Record>([&]<class Member>(const Field<Record, Member>& field) {
    if constexpr (Text<Member>)
      is_lost |= field.refers.on_removal == OnRemoval::remove_holder &&
                 !(record.*field.member).empty() && (copy.*field.member).empty();
  });
  return is_lost;
}

}  // namespace

Redactor::Redactor(const Account& account, const ShareProfile& profile)
    : account_(account), profile_(profile) {
  note_rivals();
  note_fields<AccountInfo>();
  note_fields<Settings>();
  std::apply([&](const auto&... table) { (note_table(table), ...); }, account.tables);
  note_names();
}

// Of rivals the organisations and the people; their departments are called as anybody's are. Under
// roles everybody, by first and last name and addresses too.
void Redactor::note_names() {
  for (const auto& [id, unit] : account_.all<Unit>())
    if (rival_units_.contains(id) && !rival_units_.contains(unit.parent))
      names_.add_organisation(unit.name);
  std::vector<std::string> struck_in_parts;
  for (const auto& [id, person] : account_.all<Person>()) {
    if (!profile_.has_names_as_roles && !rivals_.contains(id)) continue;
    names_.add_name(person.name);
    if (!person.email.empty()) names_.add_email(person.email);
    if (!person.phone.empty()) names_.add_phone(person.phone);
    if (profile_.has_names_as_roles) struck_in_parts.push_back(person.name);
  }
  names_.add(words_of_names(struck_in_parts));
}

Account Redactor::redact() {
  Account result;
  result.info = copy_of(account_.info);
  result.info.id = pseudonym(account_.info.id, profile_.name, account_.info.id);
  result.settings = copy_of(account_.settings);
  // In the order of the tables: whoever owns comes before what he owns.
  std::apply([&](const auto&... table) { (redact_table(table, result), ...); }, account_.tables);
  return result;
}

// A department of a rival is the rival's, whether or not anybody wrote it down. Each unit is walked
// once, however deep they lie.
void Redactor::note_rivals() {
  std::unordered_map<std::string_view, bool> is_rival_unit;
  for (const auto& [id, unit] : account_.all<Unit>()) {
    std::vector<std::string_view> path;
    bool is_rival = false;
    for (const Unit* above = &unit; above != nullptr; above = account_.find<Unit>(above->parent)) {
      const auto known = is_rival_unit.find(above->id);
      is_rival = known != is_rival_unit.end() ? known->second : above->side == Side::rival;
      if (known != is_rival_unit.end()) break;
      path.push_back(above->id);
      const bool is_circle = path.size() > account_.all<Unit>().size();
      if (is_rival || is_circle) break;
    }
    for (const std::string_view walked : path) is_rival_unit.emplace(walked, is_rival);
    if (is_rival) rival_units_.insert(unit.id);
  }
  for (const auto& [id, person] : account_.all<Person>()) {
    const bool is_rival = person.side == Side::unset ? rival_units_.contains(person.unit)
                                                     : person.side == Side::rival;
    if (is_rival) rivals_.insert(id);
  }
}

template <class Record>
void Redactor::note_fields() {
  constexpr RecordKind kind = record_kind<Record>;
  Allowed& noted = allowed(kind);
  for_each_field<Record>([&](const auto& field) {
    const std::string path = std::string(word(kind)) + '.' + std::string(field.name);
    noted.fields.push_back(may_leave_team(kind) && holds(profile_.allowed, path));
    noted.is_any |= noted.fields.back();
  });
}

template <class Record>
void Redactor::note_table(const Table<Record>& table) {
  note_fields<Record>();
  Allowed& noted = allowed(record_kind<Record>);
  if (!noted.is_any) return;
  for (const auto& [id, record] : table)
    if (may_be_seen(record))
      noted.stand_ins.emplace(id, pseudonym(account_.info.id, profile_.name, id));
}

bool Redactor::is_side_seen(Side side) const { return holds(profile_.sides, side); }

bool Redactor::has_rival(const std::vector<Id>& people) const {
  return std::any_of(people.begin(), people.end(),
                     [&](const Id& id) { return rivals_.contains(id); });
}

template <class Record>
bool Redactor::may_be_seen(const Record&) const {
  return true;
}
bool Redactor::may_be_seen(const Unit& unit) const {
  return !rival_units_.contains(unit.id) && is_side_seen(unit.side);
}
bool Redactor::may_be_seen(const Person& person) const {
  return !rivals_.contains(person.id) && is_side_seen(side_of(account_, person));
}
bool Redactor::may_be_seen(const Tie& tie) const { return holds(profile_.tie_kinds, tie.kind); }
bool Redactor::may_be_seen(const Claim& claim) const { return holds(profile_.facets, claim.facet); }
bool Redactor::may_be_seen(const Note& note) const { return !has_rival(note.people); }
bool Redactor::may_be_seen(const Need& need) const { return !rivals_.contains(need.person); }
bool Redactor::may_be_seen(const Budget& budget) const { return is_side_seen(budget.side); }

// A plan is ours alone; what was done with somebody of the client's side was agreed with him. A
// seat can agree to nothing.
bool Redactor::may_be_seen(const Action& action) const {
  if (action.done.empty()) return false;
  if (has_rival(action.with) || rivals_.contains(action.owner)) return false;
  return std::any_of(action.with.begin(), action.with.end(), [&](const Id& id) {
    const Person* person = account_.find<Person>(id);
    return person != nullptr && person->kind == PersonKind::person &&
           side_of(account_, *person) == Side::client && may_be_seen(*person);
  });
}

// Empty when what it points to is left out.
template <Text Reference>
void Redactor::redirect(Reference& id, const Refers& refers) {
  if (!refers.or_word.empty() && id == refers.or_word) return;
  const auto& stand_ins = allowed(refers.kind).stand_ins;
  const auto found = stand_ins.find(id);
  id = found == stand_ins.end() ? Id{} : found->second;
}
void Redactor::redirect(std::vector<Id>& ids, const Refers& refers) {
  for (Id& id : ids) redirect(id, refers);
  std::erase_if(ids, [](const Id& id) { return id.empty(); });
  std::sort(ids.begin(), ids.end());
}
void Redactor::redirect(std::vector<Target>& targets, const Refers& refers) {
  for (Target& target : targets) {
    redirect(target.person, refers);
    target.extra = nullptr;
  }
  std::erase_if(targets, [](const Target& target) { return target.person.empty(); });
  std::sort(targets.begin(), targets.end(), [](const Target& a, const Target& b) {
    return std::tie(a.person, a.step) < std::tie(b.person, b.step);
  });
}

template <class Record>
Record Redactor::copy_of(const Record& record) {
  Record copy;
  std::size_t place = 0;
  for_each_field<Record>([&](const auto& field) {
    if (!allowed(record_kind<Record>).fields[place++]) return;
    copy.*field.member = record.*field.member;
    constexpr bool has_own_name =
        std::is_same_v<Record, Person> || std::is_same_v<Record, AccountInfo>;
    const bool is_own_name = has_own_name && field.name == "name";
    if (field.refers.kind != RecordKind{})
      redirect(copy.*field.member, field.refers);
    else if (!is_own_name || profile_.has_names_as_roles)
      strike_names(copy.*field.member);
  });
  keep_side(record, copy);
  if constexpr (std::is_same_v<Record, Person>)
    if (profile_.has_names_as_roles) copy.name = role_of(copy);
  return copy;
}

// Nobody of ours or of a partner's may stand there as one of the client's.
template <class Record>
void Redactor::keep_side(const Record& record, Record& copy) const {
  if constexpr (std::is_same_v<Record, Person>) {
    const Side side = side_of(account_, record);
    if (side != Side::client) copy.side = side;
  } else if constexpr (std::is_same_v<Record, Unit>) {
    copy.side = record.side;
  }
}

// A belief about a rival must not turn into one about us, nor a wish into a fact.
template <class Record>
bool Redactor::keeps_meaning(const Record& record, Record& copy) {
  if constexpr (std::is_same_v<Record, Claim>) {
    if (copy.toward.empty() != record.toward.empty() || copy.aspect != record.aspect) return false;
  }
  return !has_lost_owner(record, copy);
}

template <class Record>
void Redactor::redact_table(const Table<Record>& table, Account& result) {
  auto& stand_ins = allowed(record_kind<Record>).stand_ins;
  for (const auto& [id, record] : table) {
    const auto stand_in = stand_ins.find(id);
    if (stand_in == stand_ins.end()) continue;
    Record copy = copy_of(record);
    if (!keeps_meaning(record, copy)) {
      stand_ins.erase(stand_in);
      continue;
    }
    copy.id = stand_in->second;
    result.all<Record>().emplace(stand_in->second, std::move(copy));
  }
}

template <Text Member>
void Redactor::strike_names(Member& text) {
  if (text.empty() || names_.empty()) return;
  const auto [known, is_new] = struck_.try_emplace(text);
  if (is_new) known->second = names_.strike(text);
  text = known->second;
}
void Redactor::strike_names(std::vector<std::string>& texts) {
  for (std::string& text : texts) strike_names(text);
}
void Redactor::strike_names(Value& value) {
  if (value.is_string()) strike_names(value.get_ref<std::string&>());
  if (value.is_structured())
    for (Value& member : value) strike_names(member);
}

// Counted among those shown, in the order of their own ids: stable, and no gap tells of the hidden.
std::string Redactor::role_of(const Person& copy) {
  const std::string role = !copy.title.empty()                    ? copy.title
                           : copy.kind == PersonKind::placeholder ? _("Unknown seat")
                                                                  : _("Person");
  return format(_("{0} {1}"), role, ++roles_[role]);
}

}  // namespace inroad
