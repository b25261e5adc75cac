// SPDX-License-Identifier: MIT
#include "organisation.h"

#include <array>

#include "model/field_values.h"

namespace inroad::bench {
namespace {

// splitmix64: the same numbers everywhere.
class Random {
 public:
  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return (mixed ^ mixed >> 31) % end;
  }
  template <std::size_t size>
  std::string one_of(const std::array<const char*, size>& words) {
    return words[below(size)];
  }

 private:
  std::uint64_t state_ = 1;
};

constexpr std::array given_names{"Anna", "Carla", "Hugo", "Jonas", "Olga", "Zoë", "Wei", "Li"};
constexpr std::array family_names{"Smith", "Müller", "Novak", "Kowalski", "Na", "王", "Okafor"};
constexpr std::array titles{"Manager", "Specialist", "Senior Analyst", "Coordinator", "Engineer"};
constexpr std::array areas{"Operations", "Procurement", "Engineering", "Finance", "华东"};
constexpr std::array attitudes{"mentor", "supporter", "neutral", "non-supporter", "opponent"};

constexpr std::size_t span_of_control = 7, unit_size = 24;

Tie& add_tie(Account& account, const Id& id, std::size_t from, std::size_t to, TieKind kind) {
  Tie& tie = account.all<Tie>()[id];
  tie.from = "p" + std::to_string(from);
  tie.to = "p" + std::to_string(to);
  tie.kind = kind;
  return tie;
}

}  // namespace

Account make_organisation(std::size_t people) {
  Random random;
  Account account;
  account.info.id = "a";
  account.info.name = "Organisation of " + std::to_string(people);
  account.all<Deal>()["d1"].decision_makers = {"p0"};
  for (std::size_t i = 0; i * unit_size < people; ++i) {
    Unit& unit = account.all<Unit>()["u" + std::to_string(i)];
    unit.name = random.one_of(areas) + " " + std::to_string(i);
    if (i > 0) unit.parent = "u" + std::to_string((i - 1) / span_of_control);
  }
  for (std::size_t i = 0; i < people; ++i) {
    const std::string number = std::to_string(i);
    Person& person = account.all<Person>()["p" + number];
    person.name = random.one_of(given_names) + " " + random.one_of(family_names);
    person.title = random.one_of(areas) + " " + random.one_of(titles);
    person.unit = "u" + std::to_string(i / unit_size);
    person.side = Side::client;
    if (i > 0) add_tie(account, "r" + number, i, (i - 1) / span_of_control, TieKind::reports_to);
    for (std::size_t k = 0; k < 3; ++k) {
      Tie& tie = add_tie(account, "i" + number + "-" + std::to_string(k), i, random.below(people),
                         TieKind::influences);
      tie.strength.number = static_cast<double>(1 + random.below(99)) / 100;
      tie.evidence = static_cast<Evidence>(1 + random.below(5));
    }
    Claim& claim = account.all<Claim>()["c" + number];
    claim.person = person.id;
    claim.facet = "attitude";
    claim.deal = "d1";
    claim.value = random.one_of(attitudes);
    claim.evidence = static_cast<Evidence>(1 + random.below(5));
  }
  return account;
}

std::string graphml_of(const Account& account) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "<key id=\"title\" for=\"node\" attr.name=\"title\" attr.type=\"string\"/>\n"
      "<key id=\"unit\" for=\"node\" attr.name=\"unit\" attr.type=\"string\"/>\n"
      "<key id=\"kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "<key id=\"strength\" for=\"edge\" attr.name=\"strength\" attr.type=\"double\"/>\n"
      "<graph edgedefault=\"directed\">\n";
  const auto data = [&](const char* key, std::string_view value) {
    text += "<data key=\"" + std::string(key) + "\">" + std::string(value) + "</data>";
  };
  for (const auto& [id, person] : account.all<Person>()) {
    text += "<node id=\"" + id + "\">";
    data("name", person.name);
    data("title", person.title);
    data("unit", person.unit);
    text += "</node>\n";
  }
  for (const auto& [id, tie] : account.all<Tie>()) {
    text += "<edge source=\"" + tie.from + "\" target=\"" + tie.to + "\">";
    data("kind", word(tie.kind));
    if (tie.strength.number) data("strength", to_text(Value(*tie.strength.number)));
    text += "</edge>\n";
  }
  return text + "</graph>\n</graphml>\n";
}

}  // namespace inroad::bench
