// SPDX-License-Identifier: MIT
#include "host/render/sample_picture.h"

#include <limits>
#include <memory>
#include <utility>

namespace inroad::test {
namespace {

using msg::Arrow;
using msg::LinkRole;
using msg::LinkShape;

constexpr double card_width = 176, card_height = 78;

struct Spot {
  Who who;
  double x, y;
};
constexpr Spot spots[] = {{wei, 470, 30},         {henrik, 120, 180}, {ma, 470, 180},
                          {ruth, 820, 180},       {li, 0, 340},       {omar, 200, 340},
                          {zhao, 400, 340},       {tom, 600, 340},    {chen, 800, 340},
                          {head_of_it, 1000, 340}};

class SceneMaker {
 public:
  SceneMaker() {
    scene.width = 1176, scene.height = 440;
    for (const Spot& spot : spots)
      scene.cards.emplace_back(spot.who, spot.x, spot.y, card_width, card_height, 0,
                               msg::Change::unset);
  }
  static msg::Point top(Who who) { return at(who, 0.5, 0); }
  static msg::Point bottom(Who who) { return at(who, 0.5, 1); }
  static msg::Point left(Who who) { return at(who, 0, 0.5); }
  static msg::Point right(Who who) { return at(who, 1, 0.5); }

  void add(Who from, Who to, LinkRole role, LinkShape shape, std::vector<msg::Point> points,
           float weight, Arrow arrow, bool is_assumed = false, std::uint8_t step = 0) {
    const auto first = static_cast<std::uint32_t>(scene.points.size());
    scene.points.insert(scene.points.end(), points.begin(), points.end());
    scene.links.emplace_back(from, to, static_cast<int>(scene.links.size()), first,
                             static_cast<std::uint32_t>(points.size()), role, shape, arrow,
                             is_assumed, step, msg::Change::unset, weight);
  }
  void report(Who from, Who to) {
    const msg::Point a = bottom(to), b = top(from);
    const double y = (a.y() + b.y()) / 2;
    add(from, to, LinkRole::reporting, LinkShape::line, {a, {a.x(), y}, {b.x(), y}, b}, 0,
        Arrow::none);
  }
  void rise(Who from, Who to, float weight, bool is_assumed = false, std::uint8_t step = 0) {
    const msg::Point a = top(from), b = bottom(to);
    const double y = (a.y() + b.y()) / 2;
    add(from, to, LinkRole::influence, LinkShape::curve, {a, {a.x(), y}, {b.x(), y}, b}, weight,
        Arrow::at_end, is_assumed, step);
  }

  msg::SceneT scene;

 private:
  static msg::Point at(Who who, double dx, double dy) {
    for (const Spot& spot : spots)
      if (spot.who == who) return {spot.x + dx * card_width, spot.y + dy * card_height};
    return {0, 0};
  }
};

}  // namespace

SampleAccount::SampleAccount() {
  const struct {
    const char *name, *title;
    msg::Side side;
    msg::PersonKind kind;
    msg::Attitude attitude;
    const char *role, *influence;
  } rows[who_count] = {
      {"Wei Lan 魏岚", "General Manager", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::neutral, "", "high"},
      {"Henrik Dahl", "CFO", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::non_supporter, "approver", "high"},
      {"Ma Yue 马越", "Chief Engineer", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::supporter, "evaluator", "high"},
      {"Ruth Okafor", "Operations Director", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::opponent, "evaluator", "high"},
      {"Li Na 李娜", "Cost Controller", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::neutral, "gatekeeper", "medium"},
      {"Omar Said", "Purchasing Manager", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::neutral, "gatekeeper", "medium"},
      {"Zhao Min 赵敏", "Systems Architect", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::mentor, "coach", "medium"},
      {"Tom Eriksen", "Test Lab Lead", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::supporter, "user", "low"},
      {"Chen Bo 陈波", "Maintenance Manager", msg::Side::client, msg::PersonKind::person,
       msg::Attitude::supporter, "user", "low"},
      {"Head of IT ?", "", msg::Side::client, msg::PersonKind::placeholder, msg::Attitude::unset,
       "", "medium"},
      {"Lin Kai", "Account Manager", msg::Side::us, msg::PersonKind::person, msg::Attitude::unset,
       "", ""},
      {"Sara Bond", "Solution Engineer", msg::Side::us, msg::PersonKind::person,
       msg::Attitude::unset, "", ""},
      {"Raj Menon", "Service Manager", msg::Side::us, msg::PersonKind::person, msg::Attitude::unset,
       "", ""},
      {"Kurt Weiss", "Sales Director", msg::Side::rival, msg::PersonKind::person,
       msg::Attitude::unset, "", ""},
  };
  snapshot.account_name = "Eastline Rail";
  snapshot.today = snapshot.as_of = "2026-11-18";
  snapshot.profile = "team";
  snapshot.standings = std::make_unique<msg::StandingsT>();
  snapshot.ties = std::make_unique<msg::TiesT>();
  snapshot.decision_makers = {wei};
  for (int i = 0; i < static_cast<int>(who_count); ++i) {
    auto made = std::make_unique<msg::PersonT>();
    made->id = "p" + std::to_string(i);
    made->name = rows[i].name, made->title = rows[i].title;
    made->side = rows[i].side, made->kind = rows[i].kind;
    snapshot.people.push_back(std::move(made));
    snapshot.standings->attitude.push_back(rows[i].attitude);
    if (rows[i].attitude != msg::Attitude::unset) add_claim(i, "attitude", "as standings say");
    if (*rows[i].role) add_claim(i, "buying_role", rows[i].role);
    if (*rows[i].influence) add_claim(i, "influence", rows[i].influence);
  }
  const auto covers = msg::TieKind::covers;
  add_tie(lin, wei, covers, 0.4, 62);
  add_tie(lin, henrik, covers, 0.4, 40);
  add_tie(sara, ma, covers, 0.7, 5);
  add_tie(lin, li, covers, 0.7, 5);
  add_tie(lin, omar, covers, 0.7, 22);
  add_tie(sara, zhao, covers, 1, 30);
  add_tie(sara, tom, covers, 0.7, 9);
  add_tie(raj, chen, covers, 0.7, 15);
  add_tie(raj, ruth, covers, 0.1, 3);
  auto note = std::make_unique<msg::NoteT>();
  note->id = "n1", note->date = "2026-11-16", note->people = {zhao};
  snapshot.notes.push_back(std::move(note));
}

void SampleAccount::add_claim(int person, const char* facet, const char* value, msg::Aspect aspect,
                              const char* toward) {
  auto claim = std::make_unique<msg::ClaimT>();
  claim->id = "c" + std::to_string(snapshot.claims.size());
  claim->person = person, claim->facet = facet, claim->value = value;
  claim->aspect = aspect, claim->toward = toward, claim->is_current = true;
  snapshot.claims.push_back(std::move(claim));
}

void SampleAccount::add_tie(unsigned from, unsigned to, msg::TieKind kind, double strength,
                            int age_days) {
  msg::TiesT& ties = *snapshot.ties;
  ties.id.push_back("t" + std::to_string(ties.id.size()));
  ties.ends.emplace_back(from, to, kind);
  ties.strength.push_back(strength);
  ties.evidence.push_back(1);
  ties.level.push_back(msg::Evidence::stated);
  ties.conflict.push_back(msg::Conflict::unset);
  ties.age_days.push_back(age_days);
}

const msg::Snapshot& SampleAccount::packed(std::vector<std::uint8_t>& bytes) const {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(msg::Snapshot::Pack(builder, &snapshot), msg::SnapshotIdentifier());
  bytes.assign(builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize());
  return *msg::GetSnapshot(bytes.data());
}

msg::SceneT sample_scene() {
  SceneMaker m;
  for (const auto& [from, to] : {std::pair{henrik, wei},
                                 {ma, wei},
                                 {ruth, wei},
                                 {li, henrik},
                                 {omar, henrik},
                                 {zhao, ma},
                                 {tom, ma},
                                 {chen, ruth},
                                 {head_of_it, ruth}})
    m.report(from, to);
  const msg::Point h = m.right(henrik), w = m.left(wei), r = m.top(ruth), v = m.right(wei);
  m.add(henrik, wei, LinkRole::influence, LinkShape::curve,
        {h, {h.x() + 90, h.y()}, {w.x() - 90, w.y()}, w}, 0.75F, Arrow::at_end);
  m.add(ruth, wei, LinkRole::influence, LinkShape::curve,
        {r, {r.x(), r.y() - 60}, {v.x() + 120, v.y()}, v}, 0.4F, Arrow::at_end);
  m.rise(li, henrik, 0.5F);
  m.rise(omar, henrik, 0.5F);
  m.rise(chen, ruth, 0.2F, true);
  m.add(zhao, omar, LinkRole::influence, LinkShape::line, {m.left(zhao), m.right(omar)}, 0.2F,
        Arrow::at_end, true);
  m.add(tom, zhao, LinkRole::influence, LinkShape::line, {m.left(tom), m.right(zhao)}, 0.4F,
        Arrow::at_end);
  m.add(chen, tom, LinkRole::influence, LinkShape::line, {m.left(chen), m.right(tom)}, 0.2F,
        Arrow::at_end);
  m.add(ma, ruth, LinkRole::conflict, LinkShape::line, {m.right(ma), m.left(ruth)}, 0, Arrow::none);
  m.rise(zhao, ma, 0.8F, false, 1);
  m.rise(ma, wei, 0.9F, false, 2);
  return std::move(m.scene);
}

std::vector<msg::FaceT> sample_faces(const render::Theme& theme, const render::CardSpec& spec) {
  SampleAccount account;
  std::vector<std::uint8_t> bytes;
  render::CardSpec said = spec;
  if (!said.label)
    said.label = [](std::string_view, std::string_view code) {
      std::string word(code);
      if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
      return word;
    };
  return render::faces(account.packed(bytes), said, theme, render::thread_ruler(theme.font));
}

render::Picture sample_picture(const char* theme) {
  render::Picture picture;
  picture.theme = &render::theme_named(theme);
  picture.scene = sample_scene();
  picture.faces = sample_faces(*picture.theme);
  for (std::size_t i = 0; i < who_count; ++i) picture.person_ids.push_back("p" + std::to_string(i));
  for (std::size_t i = 0; i < picture.scene.links.size(); ++i)
    picture.tie_ids.push_back("t" + std::to_string(i));
  picture.title = "Eastline Rail — influence map";
  picture.subtitle = "Signalling renewal · client step 3 Criteria";
  picture.badge = "Team · confidential";
  picture.footer = "Data as of 18 Nov 2026 · 10 people · shared as Team";
  picture.legend = render::legend_of(picture.scene, picture.faces);
  return picture;
}

std::vector<std::string> sample_names() {
  SampleAccount account;
  std::vector<std::string> names;
  for (const Spot& spot : spots) names.push_back(account.person(spot.who).name);
  return names;
}

}  // namespace inroad::test
