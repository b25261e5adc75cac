// SPDX-License-Identifier: MIT
//
// The check `records`: what was entered twice or contradicts itself, whatever the deal.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "common/finding_list.h"

namespace inroad::checks {
namespace {

using sdk::tr;
using Indexes = std::vector<std::uint32_t>;

std::string text_of(const flatbuffers::String* text) { return text ? text->str() : std::string(); }

// Small letters and single blanks, so that "Li  na" and "Li Na" are the same. Only ASCII letters
// have another size here; other scripts are compared as they stand.
std::string compared(const flatbuffers::String* text) {
  std::string plain;
  for (const char c : text_of(text)) {
    const bool is_blank = c == ' ' || c == '\t';
    if (is_blank && (plain.empty() || plain.back() == ' ')) continue;
    plain += is_blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::string removal(const char* record, const std::string& id) {
  nlohmann::json changes;
  changes["remove"] = {nlohmann::json{{"record", record}, {"id", id}}};
  return changes.dump();
}

class Look {
 public:
  Look(const msg::Snapshot& snapshot, FindingList& found) : snapshot_(snapshot), found_(found) {}

  // By address, and by name within one unit: elsewhere namesakes are common.
  void same_person_twice() {
    std::map<std::tuple<std::string, msg::Side, int>, Indexes> by_name, by_email;
    for (std::uint32_t i = 0; i < people(); ++i) {
      const msg::Person& person = *snapshot_.people()->Get(i);
      if (person.kind() == msg::PersonKind::placeholder) continue;
      if (const std::string name = compared(person.name()); !name.empty())
        by_name[{name, person.side(), person.unit()}].push_back(i);
      if (const std::string email = compared(person.email()); !email.empty())
        by_email[{email, person.side(), -1}].push_back(i);
    }
    std::set<Indexes> told;
    for (const auto& [key, who] : by_email)
      if (who.size() > 1 && told.insert(who).second)
        tell_people(who, "same_email", msg::Severity::warning,
                    tr("{0} and {1} have the same e-mail address.", name(who[0]), name(who[1])));
    for (const auto& [key, who] : by_name)
      if (who.size() > 1 && told.insert(who).second)
        tell_people(who, "same_name", msg::Severity::note,
                    tr("{0} is entered {1} times.", name(who[0]), who.size()));
  }

  void same_tie_twice() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, msg::TieKind>, Indexes> same;
    for (std::uint32_t i = 0; i < ties(); ++i) {
      const msg::TieEnds& ends = *snapshot_.ties()->ends()->Get(i);
      auto from = ends.from(), to = ends.to();
      if (ends.kind() == msg::TieKind::conflicts && to < from) std::swap(from, to);
      same[{from, to, ends.kind()}].push_back(i);
    }
    for (const auto& [key, which] : same) {
      if (which.size() < 2) continue;
      const auto [from, to, kind] = key;
      std::vector<msg::Subject> about;
      for (const std::uint32_t tie : which) about.emplace_back(msg::RecordList::ties, tie);
      found_.add("same_tie", msg::Severity::note,
                 tr("Between {0} and {1} the same tie is entered {2} times; only the strongest "
                    "counts.",
                    name(from), name(to), which.size()),
                 std::move(about));
      // The one that says least goes: nothing believed of it, and no conflict, which has a degree.
      if (const int spare = tie_without_claims(which);
          spare >= 0 && kind != msg::TieKind::conflicts)
        found_.mend(tr("Remove the one that nothing is said about."),
                    removal("ties", id_of_tie(static_cast<std::uint32_t>(spare))));
    }
  }

  void ties_to_oneself() {
    for (std::uint32_t i = 0; i < ties(); ++i) {
      const msg::TieEnds& ends = *snapshot_.ties()->ends()->Get(i);
      if (ends.from() != ends.to()) continue;
      found_.add("self_tie", msg::Severity::fault,
                 tr("A tie leads from {} to the same person.", name(ends.from())),
                 {{msg::RecordList::ties, i}, {msg::RecordList::people, ends.from()}});
      found_.mend(tr("Remove this tie."), removal("ties", id_of_tie(i)));
    }
  }

  // Each circle of reporting lines once, found by walking up from everybody in turn.
  void reporting_circles() {
    std::vector<Indexes> managers(people());
    for (std::uint32_t i = 0; i < ties(); ++i) {
      const msg::TieEnds& ends = *snapshot_.ties()->ends()->Get(i);
      if (ends.kind() == msg::TieKind::reports_to && ends.from() != ends.to())
        managers[ends.from()].push_back(ends.to());
    }
    enum class Mark : char { unseen, on_way, done };
    std::vector<Mark> marks(people(), Mark::unseen);
    struct Step {
      std::uint32_t person;
      std::size_t next;
    };
    for (std::uint32_t start = 0; start < people(); ++start) {
      std::vector<Step> way;
      if (marks[start] == Mark::unseen) way.push_back({start, 0});
      while (!way.empty()) {
        const std::uint32_t person = way.back().person;
        marks[person] = Mark::on_way;
        if (way.back().next == managers[person].size()) {
          marks[person] = Mark::done;
          way.pop_back();
          continue;
        }
        const std::uint32_t manager = managers[person][way.back().next++];
        if (marks[manager] == Mark::unseen) way.push_back({manager, 0});
        if (marks[manager] != Mark::on_way) continue;
        Indexes circle;
        for (auto step = way.rbegin(); step != way.rend(); ++step) {
          circle.push_back(step->person);
          if (step->person == manager) break;
        }
        std::ranges::reverse(circle);
        tell_circle(circle);
      }
    }
  }

 private:
  std::uint32_t people() const { return snapshot_.people() ? snapshot_.people()->size() : 0; }
  std::uint32_t ties() const {
    const bool has_any = snapshot_.ties() != nullptr && snapshot_.ties()->ends() != nullptr;
    return has_any ? snapshot_.ties()->ends()->size() : 0;
  }
  std::string name(std::uint32_t person) const {
    const msg::Person& one = *snapshot_.people()->Get(person);
    return text_of(one.name()->size() > 0 ? one.name() : one.id());
  }
  std::string id_of_tie(std::uint32_t tie) const {
    return text_of(snapshot_.ties()->id()->Get(tie));
  }

  void tell_people(const Indexes& who, const char* kind, msg::Severity severity, std::string text) {
    std::vector<msg::Subject> about;
    for (const std::uint32_t person : who) about.emplace_back(msg::RecordList::people, person);
    found_.add(kind, severity, std::move(text), std::move(about));
    for (const std::uint32_t person : who)
      if (is_bare(person)) {
        found_.mend(tr("Remove the entry that nothing hangs on."),
                    removal("people", text_of(snapshot_.people()->Get(person)->id())));
        return;
      }
  }

  // Nobody but the unit's list knows of the person: nothing is lost with the entry.
  bool is_bare(std::uint32_t person) {
    if (known_.empty()) {
      known_.assign(people(), false);
      for (std::uint32_t i = 0; i < ties(); ++i) {
        const msg::TieEnds& ends = *snapshot_.ties()->ends()->Get(i);
        known_[ends.from()] = known_[ends.to()] = true;
      }
      mark(snapshot_.claims(), [](const auto& c) { return std::vector{c.person(), c.by()}; });
      mark(snapshot_.actions(), [](const auto& a) { return std::vector{a.owner()}; });
      mark(snapshot_.needs(), [](const auto& n) { return std::vector{n.person()}; });
      mark_lists(snapshot_.notes(), [](const auto& n) { return n.people(); });
      mark_lists(snapshot_.actions(), [](const auto& a) { return a.with(); });
      mark_lists(snapshot_.budgets(), [](const auto& b) { return b.decided_by(); });
      mark_lists(snapshot_.deals(), [](const auto& d) { return d.decision_makers(); });
      if (snapshot_.deals() != nullptr)
        for (const msg::Deal* deal : *snapshot_.deals())
          if (deal->targets() != nullptr)
            for (const msg::Target* target : *deal->targets()) known_[target->person()] = true;
    }
    return !known_[person];
  }
  template <class List, class People>
  void mark(const List* list, People people_of) {
    if (list == nullptr) return;
    for (const auto* record : *list)
      for (const int person : people_of(*record))
        if (person >= 0) known_[static_cast<std::size_t>(person)] = true;
  }
  template <class List, class People>
  void mark_lists(const List* list, People people_of) {
    if (list == nullptr) return;
    for (const auto* record : *list)
      if (const auto* who = people_of(*record))
        for (const std::uint32_t person : *who) known_[person] = true;
  }

  int tie_without_claims(const Indexes& which) const {
    std::set<int> believed;
    if (snapshot_.claims() != nullptr)
      for (const msg::Claim* claim : *snapshot_.claims()) believed.insert(claim->tie());
    for (const std::uint32_t tie : which)
      if (!believed.contains(static_cast<int>(tie))) return static_cast<int>(tie);
    return -1;
  }

  void tell_circle(const Indexes& circle) {
    std::string names;
    std::vector<msg::Subject> about;
    for (const std::uint32_t person : circle) {
      about.emplace_back(msg::RecordList::people, person);
      if (about.size() <= most_named) names += name(person) + " → ";
    }
    names += circle.size() > most_named ? "…" : name(circle.front());
    found_.add("reporting_circle", msg::Severity::fault,
               tr("Reporting lines go in a circle: {}.", names), std::move(about));
  }

  static constexpr std::size_t most_named = 6;
  const msg::Snapshot& snapshot_;
  FindingList& found_;
  std::vector<bool> known_;
};

class Records : public sdk::Check {
 public:
  msg::FindingsT check(const sdk::Call& call, const msg::CheckRequest&) override {
    FindingList found;
    Look look(call.snapshot(), found);
    look.ties_to_oneself();
    look.reporting_circles();
    look.same_person_twice();
    look.same_tie_twice();
    return found.take();
  }
};

}  // namespace
}  // namespace inroad::checks

using inroad::checks::Records;
INROAD_PLUGIN(Records)
