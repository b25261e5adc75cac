// SPDX-License-Identifier: MIT
//
// A random history about several people in which every text is a token of its own, and the record
// of which of them belong to one person, the victim: his own fields now and before, and those of
// records that are about him alone. For tests of forgetting.
#pragma once
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "model/changes.h"

namespace inroad::test {

class CanaryStory {
 public:
  explicit CanaryStory(std::uint64_t seed) : random_(seed) {}

  Id victim;
  // What must be gone after the victim is forgotten, and what must still be there, as long as the
  // log keeps everything.
  std::vector<std::string> his, others;

  // The first edit: units, deals, people.
  Changes beginning() {
    Changes changes;
    const std::size_t count = 3 + below(4);
    for (std::size_t i = 0; i < count; ++i) people_.push_back(token());
    victim = people_[below(count)];
    his.push_back(victim);
    const Id unit = other(), rival = other(), deal = other();
    deal_ = deal;
    create(changes, RecordKind::units, {{"id", unit}, {"name", other()}});
    create(changes, RecordKind::units, {{"id", rival}, {"name", other()}, {"side", "rival"}});
    for (const Id& id : people_) {
      const bool is_his = id == victim;
      if (!is_his) others.push_back(id);
      Value person = {{"id", id},
                      {"name", is_his ? name() : other()},
                      {"title", mine(is_his)},
                      {"unit", chance(50)   ? unit
                               : chance(50) ? rival
                                            : Id()},
                      {"email", is_his ? email() : other()},
                      {"phone", is_his ? phone() : other()},
                      {"location", mine(is_his)},
                      {"x-" + mine(is_his), {{mine(is_his), {1, mine(is_his)}}}}};
      if (chance(40)) person["side"] = pick({"us", "rival", "partner"});
      create(changes, RecordKind::people, person);
    }
    create(changes, RecordKind::deals,
           {{"id", deal},
            {"name", other()},
            {"decision_makers", some_people()},
            {"targets", {{{"person", victim}, {"step", "criteria"}, {"why", his_token()}}}}});
    return changes;
  }

  // Any later edit: lawful for the account by itself.
  Changes next(const Account& account) {
    Changes changes;
    renamed_ = false;
    for (std::size_t i = 1 + below(3); i > 0 && changes.remove.empty(); --i) one(account, changes);
    if (chance(30)) changes.by = chance(50) ? victim : pick(people_);
    return changes;
  }

  // A text of somebody else's that names the victim.
  std::string mentioning() {
    const std::string front = other(), back = other();
    const std::string named = pick(names_);
    switch (below(4)) {
      case 0:
        return front + " (" + named + ") " + back;
      case 1:
        return front + " 和" + named + ", " + back;
      case 2:
        return named + "\n" + front + " " + back;
      default:
        return front + " <" + pick(addresses_) + ">, \"" + pick(phones_) + "\" " + back;
    }
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  // One word that is nowhere else; his ids are looked for inside it by nobody.
  std::string token() {
    std::string text = "CNRY";
    for (int i = 0; i < 12; ++i) text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[below(32)];
    return text;
  }
  std::string his_token() { return his.emplace_back(token()); }
  std::string other() { return others.emplace_back(token()); }
  std::string mine(bool is_his) { return is_his ? his_token() : other(); }
  std::string name() {
    const std::string word = his_token();
    names_.push_back(chance(50) ? word : chance(50) ? word + " Li" : "李" + word);
    return names_.back();
  }
  std::string email() { return addresses_.emplace_back(his_token() + "@example.org"); }
  std::string phone() {
    std::string digits = "+";
    for (int i = 0; i < 13; ++i) digits += static_cast<char>('1' + below(9));
    his.push_back(digits.substr(1));
    return phones_.emplace_back(digits);
  }

  Value some_people() {
    Value list = Value::array();
    for (const Id& id : people_)
      if (chance(50)) list.push_back(id);
    return list;
  }
  // Two or more, the victim among them or not.
  Value company() {
    Value list = some_people();
    for (const Id& id : people_)
      if (list.size() < 2 && id != victim && std::find(list.begin(), list.end(), id) == list.end())
        list.push_back(id);
    return list;
  }

  static void create(Changes& changes, RecordKind kind, Value value) {
    changes.create.push_back({kind, std::move(value)});
  }
  void set(Changes& changes, RecordKind kind, const Id& id, const std::string& field, Value value) {
    if (!id.empty()) changes.set.push_back({kind, id, field, std::move(value), {}, {}});
  }

  template <class Record>
  Id some(const Account& account) {
    const auto& table = account.all<Record>();
    if (table.empty()) return {};
    return std::next(table.begin(), static_cast<std::ptrdiff_t>(below(table.size())))->first;
  }

  void one(const Account& account, Changes& changes) {
    const bool is_there = account.find<Person>(victim) != nullptr;
    const bool is_his = is_there && chance(60);
    const Id person = is_his ? victim : other_person(account);
    const Id deal = account.find<Deal>(deal_) ? deal_ : Id();
    if (person.empty()) return;
    switch (below(is_there ? 14 : 9)) {
      case 0:
        return create(changes, RecordKind::claims,
                      {{"id", mine(is_his)},
                       {"person", person},
                       {"facet", mine(is_his)},
                       {"value", {mine(is_his), mine(is_his)}},
                       {"by", pick(people_)},
                       {"deal", deal},
                       {"x-why", mine(is_his)}});
      case 1: {
        const Id to = other_person(account);
        const bool is_out = chance(50);
        return create(changes, RecordKind::ties,
                      {{"id", mine(is_his)},
                       {"from", is_out ? person : to},
                       {"to", is_out ? to : person},
                       {"kind", pick({"reports_to", "influences", "conflicts"})},
                       {"x-" + mine(is_his), mine(is_his)}});
      }
      case 2: {
        const Id tie = some<Tie>(account);
        if (tie.empty()) return;
        const Tie& about = *account.find<Tie>(tie);
        const bool is_about = about.from == victim || about.to == victim;
        return create(changes, RecordKind::claims,
                      {{"id", mine(is_about)},
                       {"tie", tie},
                       {"facet", "basis"},
                       {"value", mine(is_about)},
                       {"x-why", mine(is_about)}});
      }
      case 3:
        return create(changes, RecordKind::notes,
                      {{"id", mine(is_his)},
                       {"kind", mine(is_his)},
                       {"text", mine(is_his)},
                       {"people", Value::array({person})}});
      case 4:
        return create(changes, RecordKind::notes,
                      {{"id", other()},
                       {"people", is_there ? company() : Value()},
                       {"text", mentioning()},
                       {"x-note", mentioning()}});
      case 5:
        return create(changes, RecordKind::actions,
                      {{"id", other()},
                       {"what", mentioning()},
                       {"purpose", mentioning()},
                       {"with", is_there ? company() : Value()},
                       {"owner", is_there && chance(50) ? Value(victim) : Value()}});
      case 6:
        return create(changes, RecordKind::needs,
                      {{"id", mine(is_his)},
                       {"person", person},
                       {"statement", mine(is_his)},
                       {"whys", {mine(is_his), mine(is_his)}}});
      case 7:
        return set(changes, RecordKind::account, Id(top_level_id), "x-top",
                   {{victim, his_token()},
                    {"list", {victim, other()}},
                    {mentioning(), {{"one", pick(names_)}}},
                    {"one", victim}});
      case 8:
        return set(changes, RecordKind::settings, "",
                   "advice.half_life_days." + (chance(50) ? other() : pick(names_)), 30);
      case 9:
        return create(changes, RecordKind::positions,
                      {{"id", mine(is_his)}, {"view", mine(is_his)}, {"person", person}, {"x", 7}});
      case 10:
        return set(changes, RecordKind::people, victim, pick({"title", "location", "x-more"}),
                   his_token());
      case 11:
        // Once an edit: a name that is replaced in the same edit was never his.
        if (std::exchange(renamed_, true)) return;
        switch (below(3)) {
          case 0:
            return set(changes, RecordKind::people, victim, "name", name());
          case 1:
            return set(changes, RecordKind::people, victim, "email", email());
          default:
            return set(changes, RecordKind::people, victim, "phone", phone());
        }
      case 12:
        if (!deal.empty())
          changes.set.push_back({RecordKind::deals,
                                 deal,
                                 "decision_makers",
                                 {},
                                 some_people(),
                                 Value::array({victim})});
        return;
      default:
        if (chance(60))
          return set(changes, RecordKind::notes, note_of_others(account), "text", mentioning());
        if (const Id tie = some<Tie>(account); chance(50) && !tie.empty())
          changes.remove.push_back({RecordKind::ties, tie});
        else if (chance(20) && changes.set.empty() && changes.create.empty())
          changes.remove.push_back({RecordKind::people, victim});
    }
  }

  Id other_person(const Account& account) {
    std::vector<Id> there;
    for (const Id& id : people_)
      if (id != victim && account.find<Person>(id)) there.push_back(id);
    return there.empty() ? Id() : pick(there);
  }

  Id note_of_others(const Account& account) {
    for (const auto& [id, note] : account.all<Note>())
      if (note.people.size() > 1 && chance(50)) return id;
    return {};
  }

  std::mt19937_64 random_;
  std::vector<Id> people_;
  Id deal_;
  bool renamed_ = false;
  std::vector<std::string> names_, addresses_, phones_;
};

}  // namespace inroad::test
