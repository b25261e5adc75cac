// SPDX-License-Identifier: MIT
//
// Tables of people: headings, ids, units, managers, claims.
#include "people.h"

#include "catch.h"

using namespace inroad::csv;
using nlohmann::json;

namespace {

Result read(const std::string& text, const std::string& evidence = {}) {
  return read_people(read_table(text), evidence);
}
// All that was put into one list.
std::vector<json> put(const Result& result, const std::string& record) {
  std::vector<json> values;
  for (const Put& put : result.puts)
    if (put.record == record) values.push_back(put.value);
  return values;
}

}  // namespace

TEST_CASE("the id column is the id, and without a name none is said") {
  const Result result = read("id,name,city\n7,Li Na,Xi'an\n8,,\n");
  REQUIRE(put(result, "people") ==
          std::vector<json>{{{"id", "7"}, {"name", "Li Na"}, {"city", "Xi'an"}}, {{"id", "8"}}});
  REQUIRE(result.puts[1].row == 3);
}

TEST_CASE("without an id the mail address, else the name stands for it") {
  const auto people = put(read("name,email\nLi,Li@x.example\nWu,\n"), "people");
  REQUIRE(people.at(0)["id"] == "Li@x.example");
  REQUIRE(people.at(1)["id"] == "Wu");
}

TEST_CASE("headings are understood in English and Chinese, whatever their dress") {
  const std::string headings =
      GENERATE(as<std::string>{}, "id,Full Name,JOB_TITLE,Department,E-mail,Phone,Location",
               "工号,姓名,职务,部门,邮箱,手机,办公地点",
               "ID *,Name [Required],title (job),unit,mail,mobile-phone,office");
  const Result result = read(headings + "\n1,Li,Head,Law,l@x,123,Xi'an\n");
  REQUIRE(put(result, "people").at(0) == json{{"id", "1"},
                                              {"name", "Li"},
                                              {"title", "Head"},
                                              {"unit", "unit:Law"},
                                              {"email", "l@x"},
                                              {"phone", "123"},
                                              {"location", "Xi'an"}});
  REQUIRE(put(result, "units") == std::vector<json>{{{"id", "unit:Law"}, {"name", "Law"}}});
}

TEST_CASE("the plainest heading has the role, the other stays a column") {
  const json person = put(read("Employee ID,id\nE1,7\n"), "people").at(0);
  REQUIRE(person["id"] == "7");
  REQUIRE(person["Employee ID"] == "E1");
}

TEST_CASE("first and last names are put together as the script does") {
  const auto people = put(read("id,First Name,Last Name\n1,Ann,Lee\n2,娜,李\n3,Bo,\n"), "people");
  REQUIRE(people.at(0)["name"] == "Ann Lee");
  REQUIRE(people.at(1)["name"] == "李娜");
  REQUIRE(people.at(2)["name"] == "Bo");
}

TEST_CASE("a unit stands once however many are in it") {
  REQUIRE(put(read("id,unit\n1,Law\n2,Law\n3,\n"), "units").size() == 1);
}

TEST_CASE("managers are found by id, mail address or unique name, in any order of rows") {
  const Result result =
      read("id,name,email,manager\n1,Li,l@x,Wu\n2,Bo,b@x,L@X\n3,Wu,w@x,\n4,An,a@x,3\n5,Ed,e@x,5\n");
  std::vector<std::string> ids;
  for (const json& tie : put(result, "ties")) ids.push_back(tie["id"]);
  REQUIRE(ids == std::vector<std::string>{"1>3:reports_to", "2>1:reports_to", "4>3:reports_to",
                                          "5>5:reports_to"});
  REQUIRE(result.problems.empty());
}

TEST_CASE("a manager not found or not unique is never guessed") {
  const Result result = read("id,name,上级\n1,Li,\n2,Li,\n3,Wu,Li\n4,An,Nobody\n");
  REQUIRE(put(result, "ties").empty());
  REQUIRE(result.problems.size() == 2);
  REQUIRE(result.problems[0].row == 4);
  REQUIRE(result.problems[1].row == 5);
}

TEST_CASE("a column named like a facet makes claims") {
  const auto claims = put(
      read("id,attitude,political_status,采购角色\n1,Supporter,Inner Circle,user; buyer\n2,,,\n"),
      "claims");
  REQUIRE(
      claims ==
      std::vector<json>{
          {{"id", "1:attitude"}, {"person", "1"}, {"facet", "attitude"}, {"value", "supporter"}},
          {{"id", "1:political_status"},
           {"person", "1"},
           {"facet", "political_status"},
           {"value", "inner_circle"}},
          {{"id", "1:buying_role"},
           {"person", "1"},
           {"facet", "buying_role"},
           {"value", {"user", "buyer"}}}});
}

TEST_CASE("attitudes are understood as people write them") {
  const auto [written, meant] = GENERATE(
      Catch::Generators::table<std::string, std::string>({{"mentor", "mentor"},
                                                          {"Non-Supporter", "non-supporter"},
                                                          {"enemy", "opponent"},
                                                          {"unknown", "unknown"},
                                                          {"中立", "neutral"},
                                                          {"-2", "opponent"},
                                                          {"+1", "supporter"}}));
  const Result result = read("id,attitude\n1," + written + "\n");
  REQUIRE(put(result, "claims").at(0)["value"] == meant);
  REQUIRE(result.problems.empty());
}

TEST_CASE("an attitude nobody knows is taken as unknown and said") {
  const Result result = read("id,attitude\n1,lukewarm\n");
  REQUIRE(put(result, "claims").at(0)["value"] == "unknown");
  REQUIRE(result.problems.size() == 1);
}

TEST_CASE("the evidence asked for is given to every claim") {
  REQUIRE(put(read("id,attitude\n1,mentor\n", "hint"), "claims").at(0)["evidence"] == "hint");
}

TEST_CASE("side and kind take their words, and anything else is left out and said") {
  const Result result = read("id,side,kind\n1,US,placeholder\n2,them,robot\n");
  REQUIRE(put(result, "people").at(0) ==
          json{{"id", "1"}, {"side", "us"}, {"kind", "placeholder"}});
  REQUIRE(put(result, "people").at(1) == json{{"id", "2"}});
  REQUIRE(result.problems.size() == 2);
}

TEST_CASE("an id that stands twice counts once, rows about nobody not at all") {
  const Result result = read("id,city\n1,a\n1,b\n,c\n");
  REQUIRE(put(result, "people").size() == 1);
  REQUIRE(put(result, "people")[0]["city"] == "a");
  REQUIRE(result.problems.size() == 2);
}

TEST_CASE("cells beyond the headings are left out and said") {
  const Result result = read("id,city\n1,a,b\n");
  REQUIRE(put(result, "people").at(0) == json{{"id", "1"}, {"city", "a"}});
  REQUIRE(result.problems.at(0).kind == "too_many_cells");
}

TEST_CASE("a table about nobody is refused with its headings") {
  REQUIRE_THROWS_WITH(read("city,size\nXi'an,3\n"), Catch::Matchers::Contains("city, size"));
}
