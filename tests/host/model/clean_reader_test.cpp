// SPDX-License-Identifier: MIT
//
// The quick way through an interchange file against the careful one: whatever the text, they must
// never differ in what they accept or make of it.
#include "model/clean_reader.h"

#include <random>

#include "catch.h"
#include "model/error.h"
#include "model/interchange.h"
#include "run_length.h"

namespace inroad {
namespace {

// The canonical text of what was read, or the refusal.
std::string outcome(const std::string& text,
                    Account (*read)(std::string_view, const std::string&)) {
  try {
    return write_interchange(read(text, "a.json"));
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.where + " | " + error.remedy;
  }
}

void check_alike(const std::string& text) {
  INFO(text);
  const std::string careful = outcome(text, read_carefully);
  REQUIRE(outcome(text, read_interchange) == careful);
  if (const auto clean = read_clean_interchange(text))
    REQUIRE(write_interchange(*clean) == careful);
}

// By two threads, wherever they try to meet: what one alone makes of it.
void check_meeting(const std::string& text, std::size_t middle) {
  INFO(text << "\nmiddle " << middle);
  const auto alone = read_clean_interchange(text, std::nullopt);
  const auto together = read_clean_interchange(text, middle);
  REQUIRE(together.has_value() == alone.has_value());
  if (alone) REQUIRE(write_interchange(*together) == write_interchange(*alone));
}

std::string file_with(const std::string& rest) { return R"({"format": "inroad/1", )" + rest + "}"; }

const std::string full = R"({"format": "inroad/1",
 "account": {"id": "a", "name": "Eastline", "x": 1},
 "units": [{"id": "u"}, {"id": "u2", "name": "Rail", "parent": "u", "kind": "organisation", "side": "rival"}],
 "people": [{"id": "p", "name": "Li \"Na\"", "title": "é\u00e9\n", "unit": "u", "email": "a@b", "z": {"k": [null, 1.5]}},
  {"id": "p2", "side": "us", "kind": "placeholder"}, {"id": "a-long-id-0123456789", "phone": "1", "location": "x"}],
 "ties": [{"id": "t", "from": "p", "to": "p2", "kind": "influences", "strength": 0.5, "evidence": "hint", "date": "2026-02-28"},
  {"id": "s", "from": "p2", "to": "p", "kind": "covers", "strength": "met", "wanted": "regular", "note": "n", "by": "p2"},
  {"id": "c", "from": "p", "to": "p2", "kind": "conflicts", "strength": "open"}],
 "deals": [{"id": "d", "stage": "tender", "value": -1e3, "decision_makers": ["p2", "p"], "targets": [{"person": "p", "step": "need", "k": 1}]}],
 "claims": [{"id": "c1", "person": "p", "facet": "attitude", "value": "neutral", "deal": "d", "toward": "u2"},
  {"id": "c2", "tie": "t", "facet": "strength", "value": 0.25, "aspect": "wanted"}, {"id": "c3", "person": "p", "facet": "f", "value": ["a", "b"]}],
 "notes": [{"id": "n", "date": "2026-01-31", "people": ["p"], "text": "said \\ so"}],
 "actions": [{"id": "ac", "what": "w", "with": ["p"], "owner": "p2", "due": "2026-12-01", "deal": "d"}],
 "needs": [{"id": "ne", "deal": "d", "person": "p", "statement": "s", "whys": ["b", "a"]}],
 "budgets": [{"id": "b", "deal": "d", "side": "us", "amount": 12, "decided_by": ["p"]}],
 "positions": [{"id": "po", "view": "v", "person": "p", "x": -0.5, "y": 1e2, "pinned": true}],
 "settings": {"advice": {"seed": 7}}, "x-top": [1, 2]})";

}  // namespace

TEST_CASE("a faultless file goes the quick way and gives the same account") {
  const auto clean = read_clean_interchange(full);
  REQUIRE(clean);
  CHECK(write_interchange(*clean) == write_interchange(read_carefully(full, "a.json")));
  const std::string canonical = write_interchange(*clean);
  REQUIRE(read_clean_interchange(canonical));
  CHECK(write_interchange(*read_clean_interchange(canonical)) == canonical);
}

TEST_CASE("the quick way takes no file the careful one refuses, and no other meaning from any") {
  const auto text =
      GENERATE(as<std::string>{}, "", "{}", "[]", "null", R"({"format": "inroad/2"})",
               R"({"format": "inroad/1"} x)", R"({"format": "inroad/1", "format": "inroad/1"})",
               "\xef\xbb\xbf{\"format\": \"inroad/1\"}", R"({"format": "inroad/1",})",
               R"({"format": null})");
  check_alike(text);
  const auto rest = GENERATE(
      as<std::string>{}, R"("people": {})", R"("people": [1])", R"("people": [{}])",
      R"("people": [{"id": ""}])", R"("people": [{"id": null}])",
      R"("people": [{"id": "p"}, {"id": "p"}])", R"("people": [{"id": "p", "id": "q"}])",
      R"("people": [{"id": "p", "x": null, "x": 1}])", R"("people": [{"id": "p", "x": 1, "x": 1}])",
      R"("people": [{"id": "p", "name": null, "name": "n"}])",
      R"("people": [{"id": "p", "": null}])", R"("people": [{"id": "p", "name": 1}])",
      R"("people": [{"id": "p", "side": "them"}])", R"("people": [{"id": "p", "side": ""}])",
      R"("people": [{"id": "p", "unit": "u"}])", R"("people": [{"id": "p", "name": "\ud800"}])",
      R"("people": [{"id": "p", "name": "\ud83d\ude00\u0000"}])",
      "\"people\": [{\"id\": \"p\", \"name\": \"\xff\"}]",
      "\"people\": [{\"id\": \"p\", \"na\tme\": \"\"}]", R"("people": [{"id": "p", "name": "\x"}])",
      R"("people": [{"id": "p"}, ])", R"("people": [{"id": "p" "a": 1}])",
      R"("people": null, "people": [])", R"("people": [{"id": "p", "n\u0061me": "n"}])",
      R"("x": 01)", R"("x": 1.)", R"("x": -)", R"("x": 1e999)", R"("x": 1e-999)",
      R"("x": 123456789012345678901234567890)", R"("x": [1,])", R"("x": tru)",
      R"("units": [{"id": "u", "parent": "v"}, {"id": "v", "parent": "u"}])",
      R"("settings": {"advice": {"seed": -1}})", R"("settings": [])", R"("account": {"name": 1})");
  check_alike(file_with(rest));
  const std::string people = R"("people": [{"id": "p"}, {"id": "q"}], )";
  const auto about = GENERATE(
      as<std::string>{}, R"("ties": [{"id": "t", "from": "p", "to": "q"}])",
      R"("ties": [{"id": "t", "from": "p", "to": "r", "kind": "trusts"}])",
      R"("ties": [{"id": "t", "from": "p", "kind": "trusts"}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "strength": 1.1}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "strength": -0}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "strength": "huge"}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "strength": ""}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "conflicts", "strength": 0.5}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "wanted": "met"}])",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "trusts", "date": "2026-02-30"}])",
      R"("claims": [{"id": "c", "person": "p", "facet": "attitude", "value": "fond"}])",
      R"("claims": [{"id": "c", "person": "p", "facet": "f"}])",
      R"("claims": [{"id": "c", "facet": "f", "value": "v"}])",
      R"("claims": [{"id": "c", "person": "p", "facet": "f", "value": -0.0}])",
      R"("claims": [{"id": "c", "person": "p", "facet": "f", "value": 18446744073709551615}])",
      R"("claims": [{"id": "c", "person": "p", "facet": "f", "value": "v", "toward": "r"}])",
      R"("positions": [{"id": "x", "view": "v", "person": "p", "x": -0, "y": 12345678901234567890, "pinned": 1}])",
      R"("positions": [{"id": "x", "view": "v", "person": "p", "x": -0, "y": 12345678901234567890}])");
  check_alike(file_with(people + about));
}

TEST_CASE("two threads may try to meet anywhere in a file") {
  for (std::size_t middle = 0; middle <= full.size(); ++middle) check_meeting(full, middle);
}

TEST_CASE("where two threads can meet is only where a record of that list begins") {
  // Texts, lists in records, unknown lists and other lists that look like the records sought.
  const std::string text = R"({"x": [{"id": "p1", "name": "n"}, {"id": "p2", "name": "n"}],
    "people": [{"id": "p", "name": "}, {\"id\": \"q\", \"name\": \"n\"}, {"},
               {"id": "p2", "name": "n", "z": [{"id": "p3", "email": "e"}, {"id": "p4", "email": "e"}]},
               {"id": "p5", "name": "]}, {\\"}, {"id": "p6", "name": "n"}],
    "units": [{"id": "u1", "name": "n"}, {"id": "u2", "name": "n"}, {"name": "n", "id": "u3"}],
    "deals": [{"id": "d", "targets": [{"person": "p", "id": "t"}, {"person": "p2", "id": "s"}]}, {"id": "d2", "name": "n"}],
    "format": "inroad/1"})";
  REQUIRE(read_clean_interchange(text, std::nullopt));
  for (std::size_t middle = 0; middle <= text.size(); ++middle) check_meeting(text, middle);
}

TEST_CASE("what stands twice is found though two threads read it") {
  const std::string records = R"([{"id": "p1", "name": "n"}, {"id": "p2", "name": "n"}])";
  const auto text = GENERATE_COPY(
      as<std::string>{}, file_with("\"people\": " + records + ", \"people\": " + records),
      file_with(
          R"("people": [{"id": "p1", "name": "n"}, {"id": "p2", "name": "n"}, {"id": "p1", "name": "n"}])"),
      file_with("\"people\": " + records + R"(, "format": "inroad/1")"),
      file_with("\"x\": 1, \"people\": " + records + ", \"x\": 1"));
  for (std::size_t middle = 0; middle <= text.size(); ++middle)
    REQUIRE_FALSE(read_clean_interchange(text, middle));
}

TEST_CASE("members may come in any order, spaced in any way") {
  const auto person = GENERATE(
      as<std::string>{}, R"({"side":"us","name":"n","id":"p"})", R"({ "id" : "p" , "name" : "n" })",
      "{\"id\"\n:\t\"p\"\r\n,\"x\" :1,\"name\":\"n\"}", R"({"id":"p","id ":"q","i":"r","idx":"s"})",
      R"({"name":"n","id":"p","name":"m"})", R"({"id":"p","name""n"})", R"({"id":"p","name"})",
      R"({"id":"p","name":})", R"({"id":"p",})", R"({,"id":"p"})", R"({"id":"p" "name":"n"})",
      R"({"\u0069d":"p","n\u0061me":"n"})", R"({"id":"p","\u0069d":"p"})", R"({"id)", R"({"id")",
      R"({"id":)", R"({"id":"p","name":nul})", R"({"id":"p","name":null,"name":null})");
  check_alike(file_with("\"people\":[" + person + "]"));
  check_alike(file_with("\"people\":[" + person));
}

TEST_CASE("what a record refers to is sought whichever piece of a long list it lies in") {
  constexpr int size = 3000;
  const auto text_of = [](int broken) {
    std::string people, ties;
    for (int i = 0; i < size; ++i) {
      const std::string n = std::to_string(i), comma = i == 0 ? "" : ",";
      people += comma + R"({"id":"p)" + n + "\"}";
      ties += comma + R"({"id":"t)" + n + R"(","from":"p)" + n + R"(","to":")" +
              (i == broken ? "x" : "p") + n + R"(","kind":"trusts"})";
    }
    return file_with("\"ties\":[" + ties + "],\"people\":[" + people + "]");
  };
  const std::string sound = text_of(-1);
  REQUIRE(read_clean_interchange(sound, sound.size() / 2));
  check_alike(sound);
  for (const int broken : {0, 511, 512, 1500, 2047, 2048, size - 1}) {
    const std::string text = text_of(broken);
    INFO(broken);
    CHECK_FALSE(read_clean_interchange(text, std::nullopt));
    CHECK_FALSE(read_clean_interchange(text, text.size() / 2));
  }
}

TEST_CASE("brackets may be nested as deep on the quick way as on the careful one") {
  for (const int depth : {195, 196, 197, 198, 199, 200, 201}) {
    const std::string nested = std::string(static_cast<std::size_t>(depth), '[') +
                               std::string(static_cast<std::size_t>(depth), ']');
    check_alike(file_with("\"x\": " + nested));
    check_alike(file_with(R"("people": [{"id": "p", "x": )" + nested + "}]"));
  }
}

TEST_CASE("whatever is done to a file, both ways say the same of it") {
  std::mt19937_64 random(3);
  const auto below = [&](std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
  };
  const std::string bits = "{}[],:\"\\ 019-+.eEnultrfas\n\x01\xc3\xa9\xff";
  int kept = 0;
  for (int round = test::rounds(3000, 200000); round > 0; --round) {
    std::string text = full;
    for (std::size_t changes = 1 + below(2); changes > 0; --changes) {
      const std::size_t at = below(text.size()), size = 1 + below(6);
      switch (below(4)) {
        case 0:
          text[at] = bits[below(bits.size())];
          break;
        case 1:
          text.erase(at, size);
          break;
        case 2:
          text.insert(at, 1, bits[below(bits.size())]);
          break;
        default:
          text.insert(at, full.substr(below(full.size()), size));
      }
    }
    check_alike(text);
    check_meeting(text, below(text.size() + 1));
    kept += read_clean_interchange(text).has_value();
  }
  CHECK(kept > 0);  // or nothing was compared
}

}  // namespace inroad
