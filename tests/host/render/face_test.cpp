// SPDX-License-Identifier: MIT
#include "render/face.h"

#include <algorithm>

#include "catch.h"
#include "host/render/sample_picture.h"
#include "render/text.h"

using namespace inroad;
using namespace inroad::test;
using msg::RunKind;

namespace {

const render::Theme& light() { return render::theme_named("light"); }

std::vector<msg::FaceT> faces_of(const SampleAccount& account, const render::CardSpec& spec = {}) {
  std::vector<std::uint8_t> bytes;
  return render::faces(account.packed(bytes), spec, light(), render::thread_ruler(light().font));
}

std::vector<std::string> texts(const msg::FaceT& face, RunKind kind) {
  std::vector<std::string> found;
  for (const auto& run : face.runs)
    if (run->kind == kind) found.push_back(run->text);
  return found;
}
bool has(const msg::FaceT& face, RunKind kind, const std::string& text) {
  const auto found = texts(face, kind);
  return std::find(found.begin(), found.end(), text) != found.end();
}
std::size_t count(const msg::FaceT& face, RunKind kind) { return texts(face, kind).size(); }

void check_inside(const msg::FaceT& face) {
  const auto& ruler = render::thread_ruler(light().font);
  for (const auto& run : face.runs) {
    INFO(face.spoken << ": " << run->text);
    const double width =
        run->kind == RunKind::text ? ruler.width(run->text, run->size, run->is_bold) : run->width;
    CHECK(run->x >= 0);
    CHECK(run->x + width <= face.width + 0.01);
    CHECK(run->y >= 0);
    CHECK(run->y + (run->kind == RunKind::text ? 0 : run->height) <= face.height + 0.01);
    if (run->kind == RunKind::chip) CHECK(ruler.width(run->text, run->size, false) <= run->width);
  }
}

// No text runs into a sign on its row.
void check_apart(const msg::FaceT& face) {
  const auto& ruler = render::thread_ruler(light().font);
  for (const auto& text : face.runs)
    for (const auto& sign : face.runs) {
      if (text->kind != RunKind::text) continue;
      if (sign->kind != RunKind::glyph && sign->kind != RunKind::bar && sign->kind != RunKind::chip)
        continue;
      const double middle = text->y - 0.36 * text->size;
      if (middle < sign->y || middle > sign->y + sign->height) continue;
      INFO(face.spoken << ": " << text->text << " and " << sign->text);
      const double end = text->x + ruler.width(text->text, text->size, text->is_bold);
      CHECK((end <= sign->x + 0.01 || text->x >= sign->x + sign->width));
    }
}

}  // namespace

TEST_CASE("a card says name, title, role, contact and attitude") {
  const auto faces = faces_of(SampleAccount());
  const msg::FaceT& face = faces[zhao];
  CHECK(has(face, RunKind::text, "Zhao Min 赵敏"));
  CHECK(has(face, RunKind::text, "Systems Architect"));
  CHECK(has(face, RunKind::chip, "coach"));
  CHECK(has(face, RunKind::text, "Sara · 2 d"));
  CHECK(texts(face, RunKind::glyph) == std::vector<std::string>{"mentor"});
  CHECK(count(face, RunKind::stripe) == 1);
  CHECK(count(face, RunKind::bar) == 3);
  CHECK(face.spoken.find("Zhao Min 赵敏") == 0);
  CHECK(face.spoken.find("mentor") != std::string::npos);
}

TEST_CASE("who decides carries the dark chip and a dark edge") {
  const auto faces = faces_of(SampleAccount());
  CHECK(has(faces[wei], RunKind::chip, "★ Decides"));
  CHECK(faces[wei].stroke == light().ink);
  CHECK(faces[wei].stroke_width > faces[ma].stroke_width);
  CHECK_FALSE(has(faces[ma], RunKind::chip, "★ Decides"));
}

TEST_CASE("nobody's contacts are marked, but only where coverage is known") {
  SampleAccount account;
  const auto with = faces_of(account);
  CHECK(has(with[ruth], RunKind::text, "nobody"));  // covered with strength "none" only
  CHECK(has(with[head_of_it], RunKind::text, "nobody"));
  CHECK_FALSE(has(with[kurt], RunKind::text, "nobody"));
  for (const auto& run : with[ruth].runs)
    if (run->text == "nobody") CHECK(run->ink == light().warning);

  *account.snapshot.ties = msg::TiesT();
  const auto without = faces_of(account);
  CHECK_FALSE(has(without[ruth], RunKind::text, "nobody"));
}

TEST_CASE("a placeholder has a dashed edge and a question mark") {
  const auto faces = faces_of(SampleAccount());
  CHECK(faces[head_of_it].is_dashed);
  CHECK(has(faces[head_of_it], RunKind::glyph, "unknown"));
  CHECK(has(faces[head_of_it], RunKind::text, "unknown seat"));
  CHECK_FALSE(faces[tom].is_dashed);
}

TEST_CASE("an unknown attitude never looks like a neutral one") {
  SampleAccount account;
  account.snapshot.standings->attitude[tom] = msg::Attitude::unknown;
  const auto faces = faces_of(account);
  CHECK(has(faces[tom], RunKind::glyph, "unknown"));
  const auto stripe = [](const msg::FaceT& face) {
    for (const auto& run : face.runs)
      if (run->kind == RunKind::stripe) return run->fill;
    return 0U;
  };
  CHECK(stripe(faces[tom]) != stripe(faces[omar]));
  CHECK(stripe(faces[tom]) == faces[tom].fill);
}

TEST_CASE("what the profile keeps back does not appear at all") {
  SampleAccount account;
  account.snapshot.claims.clear();
  *account.snapshot.ties = msg::TiesT();
  account.snapshot.notes.clear();
  account.snapshot.decision_makers.clear();
  for (const msg::FaceT& face : faces_of(account)) {
    CHECK(count(face, RunKind::stripe) == 0);
    CHECK(count(face, RunKind::glyph) == 0);
    CHECK(count(face, RunKind::bar) == 0);
    CHECK(face.stroke_width == 1);
    for (const std::string& chip : texts(face, RunKind::chip))
      CHECK((chip == "Us" || chip == "Rival"));
  }
}

TEST_CASE("attitudes that hold for no deal asked about are not shown, not even as unknown") {
  SampleAccount account;
  for (auto& claim : account.snapshot.claims)
    if (claim->facet == "attitude") claim->is_current = false;
  for (const msg::FaceT& face : faces_of(account)) CHECK(count(face, RunKind::glyph) == 0);
}

TEST_CASE("where only names may be seen, they stand in the middle of their cards") {
  SampleAccount account;
  account.snapshot.claims.clear();
  *account.snapshot.ties = msg::TiesT();
  account.snapshot.decision_makers.clear();
  for (auto& person : account.snapshot.people)
    person->title.clear(), person->side = msg::Side::client;
  for (const msg::FaceT& face : faces_of(account)) {
    REQUIRE(face.runs.size() == 1);
    CHECK(face.runs[0]->y - 0.36 * face.runs[0]->size == Approx(face.height / 2));
  }
}

TEST_CASE("wanted claims and claims toward a rival are not shown as ours") {
  SampleAccount account;
  account.snapshot.claims.clear();
  account.add_claim(tom, "influence", "high", msg::Aspect::wanted);
  account.add_claim(tom, "buying_role", "approver", msg::Aspect::now, "u-rival");
  const auto faces = faces_of(account);
  CHECK(count(faces[tom], RunKind::bar) == 0);
  CHECK(count(faces[tom], RunKind::chip) == 0);
}

TEST_CASE("people of ours and of a rival are told apart from the client's") {
  const auto faces = faces_of(SampleAccount());
  CHECK(has(faces[lin], RunKind::chip, "Us"));
  CHECK(has(faces[kurt], RunKind::chip, "Rival"));
  CHECK(faces[lin].fill != faces[tom].fill);
  CHECK(faces[kurt].fill != faces[lin].fill);
  CHECK(count(faces[lin], RunKind::glyph) == 0);
}

TEST_CASE("two of ours with the same first word in their name are named in full") {
  SampleAccount account;
  account.person(raj).name = "Sara Berg";
  render::CardSpec spec;
  spec.width = 300;
  const auto faces = faces_of(account, spec);
  CHECK(has(faces[ma], RunKind::text, "Sara Bond · 5 d"));
}

TEST_CASE("everything stays on the card, however long the words and small the card") {
  SampleAccount account;
  account.person(wei).name =
      "Prof. Dr. Wilhelmina Alexandra Featherstonehaugh-Cholmondeley 魏岚魏岚魏岚";
  account.person(wei).title = std::string(5000, 'W');
  account.person(ma).name = "马越马越马越马越马越马越马越马越马越马越";
  account.person(tom).name = "";
  account.person(sara).name = "Bartholomew-Constantine";
  account.add_claim(wei, "buying_role", "approver and initiator of everything");
  account.add_claim(zhao, "buying_role", "x");
  for (auto& claim : account.snapshot.claims)
    if (claim->facet == "buying_role" && claim->person == static_cast<int>(zhao))
      claim->value = "keeper of the whole gate";
  for (const auto& [width, height] :
       {std::pair{176.0, 78.0}, {140.0, 62.0}, {120.0, 40.0}, {300.0, 120.0}, {60.0, 24.0}})
    for (const std::vector<std::string>& lines : {std::vector<std::string>{},
                                                  {"name"},
                                                  {"name", "title"},
                                                  {"name", "role", "coverage"},
                                                  {"name", "influence"}}) {
      render::CardSpec spec;
      spec.width = width, spec.height = height, spec.lines = lines;
      for (const msg::FaceT& face : faces_of(account, spec)) {
        check_inside(face);
        check_apart(face);
      }
    }
}

TEST_CASE("only the lines the view names stand on the card") {
  render::CardSpec spec;
  spec.lines = {"name", "title"};
  const auto faces = faces_of(SampleAccount(), spec);
  CHECK(has(faces[zhao], RunKind::text, "Systems Architect"));
  CHECK(count(faces[zhao], RunKind::chip) == 0);
  CHECK(count(faces[zhao], RunKind::bar) == 0);
  CHECK_FALSE(has(faces[ruth], RunKind::text, "nobody"));
}

TEST_CASE("a face without a frame has no edge but keeps its stripe, and says who decides") {
  render::CardSpec spec;
  spec.width = 196, spec.height = 40, spec.lines = {"name", "title"}, spec.has_frame = false;
  const auto faces = faces_of(SampleAccount(), spec);
  for (const msg::FaceT& face : faces) CHECK(face.stroke_width == 0);
  CHECK(count(faces[head_of_it], RunKind::stripe) == 1);
  CHECK(has(faces[wei], RunKind::text, "★ Wei Lan 魏岚"));
  check_inside(faces[wei]);
}
