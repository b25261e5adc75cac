// SPDX-License-Identifier: MIT
#include "cli/real_account.h"

#include "catch.h"

namespace inroad::test {

void import_table(const std::string& table, const std::string& into,
                  const std::vector<std::string>& options) {
  std::vector<std::string> arguments{"import", table, "--into", into};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Ran ran = inroad(arguments);
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
}

std::string joined(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ",") + id;
  return list;
}

RealAccount::RealAccount(const std::string& name, const std::vector<std::string>& options)
    : file_(scratch_ / "a.inroad") {
  const std::string source = real_data_folder() + "/" + name;
  import_table(source + "/people.csv", file_, {});
  import_table(source + "/ties.csv", file_, options);
  people_ = rows_of(source + "/people.csv");
}

std::vector<std::string> RealAccount::ids(const std::string& column,
                                          const std::string& value) const {
  std::vector<std::string> found;
  for (const auto& row : people_)
    if (row.at(column) == value) found.push_back(row.at("id"));
  return found;
}

std::string RealAccount::id_of(const std::string& name) const { return ids("name", name).at(0); }

void RealAccount::apply(const std::string& changes) {
  const Ran ran = inroad({"apply", file_, "-"}, changes);
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
}

void RealAccount::attitude(const std::vector<std::string>& people, const std::string& value) {
  std::string changes;
  for (const std::string& person : people) {
    const Json claim = {
        {"person", person}, {"facet", "attitude"}, {"value", value}, {"evidence", "confirmed"}};
    changes += Json{{"create", {{{"record", "claims"}, {"value", claim}}}}}.dump() + "\n";
  }
  apply(changes);
}

void RealAccount::setting(const std::string& name, const Json& value) {
  const Json change = {
      {"record", "settings"}, {"id", "settings"}, {"field", "advice." + name}, {"value", value}};
  apply(Json{{"set", {change}}}.dump() + "\n");
}

void RealAccount::uniform(double strength) {
  setting("relay", {{"mentor", 1}, {"supporter", 1}, {"neutral", 1}, {"non-supporter", 1}});
  setting("evidence", {{"stated", 1}});
  setting("strength", {{"medium", strength}});
}

Json RealAccount::advice(const std::vector<std::string>& options) const {
  std::vector<std::string> arguments{"suggest", file_, "--json"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return parsed(inroad(arguments));
}

}  // namespace inroad::test
