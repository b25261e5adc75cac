// SPDX-License-Identifier: MIT
//
// Tables of ties: what words mean, strengths, ids.
#include "ties.h"

#include "catch.h"

using namespace inroad::csv;
using nlohmann::json;

namespace {

Result read(const std::string& text, const std::vector<std::string>& words = {},
            const std::string& strength = {}, double max = 1, const std::string& evidence = {}) {
  return read_ties(read_table(text), TieOptions{TieWords(words), strength, max, evidence});
}
std::vector<std::string> ids(const Result& result) {
  std::vector<std::string> ids;
  for (const Put& put : result.puts) ids.push_back(put.value["id"]);
  return ids;
}
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a known kind needs no option") {
  const Result result = read("from,to,relation\na,b,reports_to\nb,c,Reports to\nc,d,影响\n");
  REQUIRE(ids(result) == Ids{"a>b:reports_to", "b>c:reports_to", "c>d:influences"});
  REQUIRE(result.puts[0].value ==
          json{{"id", "a>b:reports_to"}, {"from", "a"}, {"to", "b"}, {"kind", "reports_to"}});
  REQUIRE(result.puts[1].row == 3);
  REQUIRE(result.problems.empty());
}

TEST_CASE("a word means what the user says: forward, reverse, both or nothing") {
  const std::string text = "from,to,relation\na,b,w\n";
  REQUIRE(ids(read(text, {"w=influences"})) == Ids{"a>b:influences"});
  REQUIRE(ids(read(text, {"w=influences:reverse"})) == Ids{"b>a:influences"});
  REQUIRE(ids(read(text, {"w=influences:both"})) == Ids{"a>b:influences", "b>a:influences"});
  REQUIRE(ids(read(text, {"w=skip"})).empty());
  REQUIRE(read(text, {"w=influences:reverse"}).puts[0].value["relation"] == "w");
}

TEST_CASE("what the user says of a kind's own name wins") {
  REQUIRE(ids(read("from,to,relation\na,b,trusts\n", {"trusts=influences:reverse"})) ==
          Ids{"b>a:influences"});
}

TEST_CASE("a conflict has no direction: both stands once") {
  REQUIRE(ids(read("from,to,relation\na,b,w\n", {"w=conflicts:both"})) == Ids{"a>b:conflicts"});
}

TEST_CASE("unknown words are refused together, with how often and the option that maps them") {
  REQUIRE_THROWS_WITH(read("from,to,relation\na,b,friend\nb,c,friend\nc,d,advice\nd,e,trusts\n"),
                      Catch::Matchers::Contains("\"advice\" (1), \"friend\" (2)") &&
                          Catch::Matchers::Contains("--tie advice=influences") &&
                          Catch::Matchers::Contains("gatekeeps"));
}

TEST_CASE("ties without a word can be mapped as the empty word") {
  REQUIRE_THROWS_AS(read("from,to\na,b\n"), Refusal);
  REQUIRE(ids(read("from,to\na,b\n", {"=influences"})) == Ids{"a>b:influences"});
}

TEST_CASE("an option that says nothing is refused") {
  const std::string option = GENERATE(as<std::string>{}, "friend", "friend=", "friend=likes",
                                      "friend=influences:twice", "friend=skip:both");
  REQUIRE_THROWS_AS(TieWords({option}), Refusal);
}

TEST_CASE("the same tie again gets a number, and an id column is the id") {
  REQUIRE(ids(read("from,to,relation\na,b,trusts\na,b,trusts\na,b,influences\n")) ==
          Ids{"a>b:trusts", "a>b:trusts#2", "a>b:influences"});
  REQUIRE(ids(read("id,from,to,relation\nt7,a,b,w\n", {"w=influences:both"})) == Ids{"t7", "t7#2"});
}

TEST_CASE("the strength column is scaled by its largest value") {
  const Result result =
      read("from,to,relation,value\na,b,influences,3\nb,c,influences,5\nc,d,influences,\n", {},
           "value", 5);
  REQUIRE(result.puts[0].value["strength"] == .6);
  REQUIRE(result.puts[1].value["strength"] == 1.);
  REQUIRE_FALSE(result.puts[2].value.contains("strength"));
  REQUIRE_FALSE(result.puts[0].value.contains("value"));
}

TEST_CASE("a strength outside its range or no number leaves the row out and says so") {
  const std::string bad = GENERATE(as<std::string>{}, "6", "-1", "much", "nan", "1e999");
  const Result result = read(
      "from,to,relation,value\na,b,influences," + bad + "\nb,c,influences,1\n", {}, "value", 5);
  REQUIRE(ids(result) == Ids{"b>c:influences"});
  REQUIRE(result.problems.size() == 1);
  REQUIRE(result.problems[0].row == 2);
  REQUIRE_THAT(result.problems[0].text, Catch::Matchers::Contains(bad));
}

TEST_CASE("reporting lines and conflicts take no number for their strength") {
  const Result result =
      read("from,to,relation,value\na,b,reports_to,3\na,b,conflicts,9\n", {}, "value", 20);
  REQUIRE(result.problems.empty());
  for (const Put& put : result.puts) REQUIRE_FALSE(put.value.contains("strength"));
}

TEST_CASE("a strength column that is not there is refused with the columns there are") {
  REQUIRE_THROWS_WITH(read("from,to,relation,value\na,b,trusts,1\n", {}, "weight", 5),
                      Catch::Matchers::Contains("from, to, relation, value"));
}

TEST_CASE("strengths may be words where the kind has them") {
  const Result result = read(
      "from,to,kind,strength\na,b,influences,strong\na,b,covers,met\na,b,conflicts,strained\na,b,"
      "influences,met\n");
  REQUIRE(result.puts.size() == 3);
  REQUIRE(result.puts[0].value["strength"] == "strong");
  REQUIRE(result.puts[1].value["strength"] == "met");
  REQUIRE(result.puts[2].value["strength"] == "strained");
  REQUIRE(result.problems.size() == 1);
}

TEST_CASE("evidence, date, by and note are the tie's, and other columns stay as they are") {
  const Result result = read(
      "from,to,relation,evidence,date,by,note,Since when\na,b,trusts,hint,2026-02-28,u,said "
      "so,1999\n");
  REQUIRE(result.puts.size() == 2);
  REQUIRE(result.puts[0].record == "notes");
  REQUIRE(result.puts[0].value["text"] == "said so");
  REQUIRE(result.puts[1].value == json{{"id", "a>b:trusts"},
                                       {"from", "a"},
                                       {"to", "b"},
                                       {"kind", "trusts"},
                                       {"evidence", "hint"},
                                       {"date", "2026-02-28"},
                                       {"by", "u"},
                                       {"note", "note:a>b:trusts"},
                                       {"Since when", "1999"}});
}

TEST_CASE("a bad date or level is left out and said") {
  const Result result = read("from,to,relation,evidence,date\na,b,trusts,sure,2026-02-30\n");
  REQUIRE_FALSE(result.puts.at(0).value.contains("date"));
  REQUIRE_FALSE(result.puts.at(0).value.contains("evidence"));
  REQUIRE(result.problems.size() == 2);
}

TEST_CASE("the evidence asked for is given to every tie") {
  REQUIRE(read("from,to,relation\na,b,trusts\n", {}, {}, 1, "hint").puts[0].value["evidence"] ==
          "hint");
}

TEST_CASE("a row without an end is left out and said") {
  const Result result = read("from,to,relation\na,,trusts\n");
  REQUIRE(result.puts.empty());
  REQUIRE(result.problems.at(0).row == 2);
}

TEST_CASE("a column that would be taken for a field of the tie keeps its heading with a number") {
  const Result result = read("from,to,relation,kind,value\na,b,trusts,x,1\n");
  REQUIRE(result.puts[0].value["kind"] == "trusts");
  REQUIRE(result.puts[0].value["kind (2)"] == "x");
  REQUIRE(result.puts[0].value["value"] == "1");
}
