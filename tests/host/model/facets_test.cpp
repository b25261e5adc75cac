// SPDX-License-Identifier: MIT
//
// Method packs: what is read, what is refused, and the words for people.
#include "model/facets.h"

#include "catch.h"
#include "model/error.h"

using namespace inroad;

namespace {

FacetBook book_of(const std::string& facets) {
  FacetBook book;
  book.add_pack(Value::parse("{\"facets\": [" + facets + "]}"), "pack.json");
  return book;
}

}  // namespace

TEST_CASE("a pack's facet is read with all its parts") {
  const FacetBook book =
      book_of(R"({"id": "role", "about": "person", "kind": "choice", "group": "deal",
    "many": true, "half_life_days": 90, "title": {"en": "Role", "zh_CN": "角色"}, "question": "Who?",
    "values": [{"code": "user", "label": {"en": "User"}, "colour": "#1b7F4d", "glyph": "circle"}]})");
  const Facet* facet = book.find("role");
  REQUIRE(facet != nullptr);
  REQUIRE(facet->is_many);
  REQUIRE(facet->group == "deal");
  REQUIRE(facet->title.at("zh_CN") == "角色");
  REQUIRE(facet->question.at("en") == "Who?");
  REQUIRE(facet->values.at(0).colour == 0x1b7f4du);
  REQUIRE(facet->values.at(0).glyph == "circle");
  REQUIRE(book.half_life_days("role") == 90);
  REQUIRE(book.is_many("role"));
}

TEST_CASE("half-lives without a pack: attitude 180, strength 720, others 360") {
  const FacetBook book;
  REQUIRE(book.half_life_days("attitude") == 180);
  REQUIRE(book.half_life_days("strength") == 720);
  REQUIRE(book.half_life_days("anything") == 360);
}

TEST_CASE("a pack that says no half-life keeps the usual one") {
  REQUIRE(book_of(R"({"id": "attitude", "title": "Attitude"})").half_life_days("attitude") == 180);
}

TEST_CASE("a pack cannot lower a facet's sensitivity") {
  const FacetBook book = book_of(R"({"id": "role", "title": "Role", "sensitivity": "public"})");
  REQUIRE(book.find("role")->sensitivity == Sensitivity::private_);
}

TEST_CASE("a pack cannot replace an earlier facet, and is then not added at all") {
  FacetBook book = book_of(R"({"id": "role", "title": "Role"})");
  const Value other = Value::parse(R"({"facets": [{"id": "new", "title": "New"},
                                                  {"id": "role", "title": "Mine"}]})");
  REQUIRE_THROWS_AS(book.add_pack(other, "other.json"), Error);
  REQUIRE(book.all().size() == 1);
  REQUIRE(book.title("role") == "Role");
}

TEST_CASE("titles and labels fall back to the code") {
  const FacetBook book =
      book_of(R"({"id": "role", "title": "Role", "values": [{"code": "user", "label": "User"}]})");
  REQUIRE(book.label("role", "user") == "User");
  REQUIRE(book.label("role", "pilot") == "pilot");
  REQUIRE(book.label("mood", "sad") == "sad");
  REQUIRE(book.title("mood") == "mood");
}

TEST_CASE("a broken pack is bad input that names the place") {
  const auto [facet, place] = GENERATE(Catch::Generators::table<std::string, std::string>(
      {{R"({"title": "No id"})", "pack.json: facets[0]"},
       {R"({"id": "x"})", "pack.json: facets[0]"},
       {R"(7)", "pack.json: facets[0]"},
       {R"({"id": "x", "title": {"zh_CN": "某"}})", "pack.json: facets[0]"},
       {R"({"id": "x", "title": "X", "half_life_days": -3})", "pack.json: facets[0]"},
       {R"({"id": "x", "title": "X", "about": "deal"})", "pack.json: facets[0]"},
       {R"({"id": "x", "title": "X", "many": "yes"})", "pack.json: facets[0]"},
       {R"({"id": "x", "title": "X", "sensitivity": "secret"})", "pack.json: facets[0]"},
       {R"({"id": "x", "title": "X", "values": [{"label": "L"}]})",
        "pack.json: facets[0] values[0]"},
       {R"({"id": "x", "title": "X", "values": [{"code": "c", "colour": "#12345g"}]})",
        "pack.json: facets[0] values[0]"},
       {R"({"id": "x", "title": "X", "values": [{"code": "c"}, {"code": "c"}]})",
        "pack.json: facets[0] values[1]"}}));
  INFO(facet);
  try {
    book_of(facet);
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::bad_input);
    REQUIRE(error.where == place);
  }
}

TEST_CASE("attitudes are read as the interchange form writes them") {
  REQUIRE(attitude_of("mentor") == msg::Attitude::mentor);
  REQUIRE(attitude_of("non-supporter") == msg::Attitude::non_supporter);
  REQUIRE(attitude_of("unknown") == msg::Attitude::unknown);
  REQUIRE(attitude_of("non_supporter") == msg::Attitude::unset);
  REQUIRE(attitude_of("unset") == msg::Attitude::unset);
  REQUIRE(attitude_of("enemy") == msg::Attitude::unset);
}
