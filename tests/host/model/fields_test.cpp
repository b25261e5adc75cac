// SPDX-License-Identifier: MIT
//
// The promises of the field tables: every field of every record says how sensitive it is, and for
// every record somebody has decided what the built-in share profiles do with it. A new field or
// record fails here until that is done.
#include "model/fields.h"

#include <map>
#include <set>

#include "catch.h"
#include "model/account.h"
#include "model/profile.h"

using namespace inroad;

namespace {

// The fields of a table that do not say how sensitive they are.
template <class Table>
std::vector<std::string> unclassified(const Table& table) {
  std::vector<std::string> names;
  const auto look = [&](const auto& field) {
    const bool is_classified = field.sensitivity == Sensitivity::public_ ||
                               field.sensitivity == Sensitivity::internal ||
                               field.sensitivity == Sensitivity::private_;
    if (!is_classified) names.emplace_back(field.name);
  };
  std::apply([&](const auto&... field) { (look(field), ...); }, table);
  return names;
}

// Left out altogether it does not even compile.
template <class Member>
constexpr bool compiles_without_class = requires(Member member) {
  Field{"linkedin", member, "profile"};
};
static_assert(!compiles_without_class<std::string Person::*>);

}  // namespace

TEST_CASE("every field says how sensitive it is") {
  std::size_t fields_seen = 0;
  for_each_record([&]<class Record>(std::type_identity<Record>) {
    INFO(word(record_kind<Record>));
    CHECK(unclassified(fields<Record>) == std::vector<std::string>{});
    fields_seen += std::tuple_size_v<std::remove_cvref_t<decltype(fields<Record>)>>;
  });
  REQUIRE(fields_seen > 60);
  // The test can fail: a field whose class is none is found here.
  const auto forgotten = std::tuple{Field{"name", &Person::name, Sensitivity::public_, "name"},
                                    Field{"linkedin", &Person::email, Sensitivity{}, "profile"}};
  REQUIRE(unclassified(forgotten) == std::vector<std::string>{"linkedin"});
}

TEST_CASE("every kind of record has a table and a word, and is a record of its own") {
  std::set<RecordKind> kinds;
  for_each_record([&]<class Record>(std::type_identity<Record>) {
    REQUIRE(record_kind<Record> != RecordKind{});
    REQUIRE(std::tuple_size_v<std::remove_cvref_t<decltype(fields<Record>)>> > 0);
    REQUIRE(record_kind_of(word(record_kind<Record>)) == record_kind<Record>);
    REQUIRE(kinds.insert(record_kind<Record>).second);
  });
  REQUIRE(kinds.size() == static_cast<std::size_t>(RecordKind::settings));
}

TEST_CASE("for every kind of record it is decided what the built-in profiles let through") {
  using Fields = std::set<std::string>;
  struct Decided {
    Fields client_safe, names_only;
  };
  const std::map<std::string, Decided> decided{
      {"account", {{"name"}, {"name"}}},
      {"units", {{"name", "parent", "kind"}, {}}},
      {"people", {{"name", "title", "unit", "kind"}, {"name", "kind"}}},
      {"ties", {{"from", "to", "kind"}, {"from", "to", "kind"}}},
      {"deals", {}},
      {"claims", {}},
      {"notes", {}},
      {"actions", {{"what", "with", "owner", "due", "done"}, {}}},
      {"needs", {}},
      {"budgets", {}},
      {"positions", {}},
      {"settings", {}}};
  const auto let_through = [](const char* profile, const std::string& kind) {
    Fields fields;
    for (const std::string& path : profile_named(profile, {}).allowed)
      if (path.starts_with(kind + ".")) fields.insert(path.substr(kind.size() + 1));
    return fields;
  };
  for_each_record([&]<class Record>(std::type_identity<Record>) {
    const std::string kind(word(record_kind<Record>));
    INFO("what do the share profiles do with " << kind << "?");
    REQUIRE(decided.contains(kind));
    CHECK(let_through("client-safe", kind) == decided.at(kind).client_safe);
    CHECK(let_through("names-only", kind) == decided.at(kind).names_only);
    // Nothing that is private by its class is in a built-in profile.
    for_each_field<Record>([&](const auto& field) {
      if (field.sensitivity == Sensitivity::private_) {
        CHECK(!let_through("client-safe", kind).contains(std::string(field.name)));
        CHECK(!let_through("names-only", kind).contains(std::string(field.name)));
      }
    });
  });
}
