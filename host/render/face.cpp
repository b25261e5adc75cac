// SPDX-License-Identifier: MIT
//
// Lays out a card at its natural size (176 points wide) and scales that down or up to the size the
// view asked for: name with influence bars, title, then a row of chips with the attitude's glyph at
// its end.
#include "render/face.h"

#include <algorithm>
#include <map>
#include <optional>

#include "model/words.h"
#include "render/contact.h"
#include "render/shapes.h"

namespace inroad::render {
namespace {

constexpr double natural_width = 176;
constexpr double name_size = 14, title_size = 12.2, chip_size = 11.7;
constexpr double name_row = 20, title_row = 17, chip_row = 23;
constexpr double plain_size = 13;
// Above and below the rows; chips need more of it than words, which bring their own.
constexpr double frame_room = 14, low_frame_room = 9, frameless_room = 3;

std::string_view view_of(const flatbuffers::String* text) {
  return text != nullptr ? text->string_view() : std::string_view();
}

bool holds_now(const msg::Claim& claim) {
  return claim.is_current() && claim.aspect() != msg::Aspect::wanted &&
         view_of(claim.toward()).empty();
}

// What the current claims say of each person, so that no card searches all claims.
struct Believed {
  std::vector<std::string_view> roles;
  std::string_view influence;
};

std::vector<Believed> believed_of(const msg::Snapshot& snapshot) {
  std::vector<Believed> people(snapshot.people()->size());
  if (snapshot.claims() == nullptr) return people;
  for (const msg::Claim* claim : *snapshot.claims()) {
    if (claim->person() < 0 || !holds_now(*claim)) continue;
    Believed& person = people[static_cast<std::size_t>(claim->person())];
    if (view_of(claim->facet()) == "buying_role") person.roles.push_back(view_of(claim->value()));
    if (view_of(claim->facet()) == "influence") person.influence = view_of(claim->value());
  }
  return people;
}

// Attitudes belong to a deal, and a profile may keep them back. Where none holds, no card shows
// one, not even "unknown".
bool are_attitudes_known(const msg::Snapshot& snapshot) {
  if (snapshot.claims() == nullptr) return false;
  return std::any_of(snapshot.claims()->begin(), snapshot.claims()->end(),
                     [](const msg::Claim* claim) {
                       return view_of(claim->facet()) == "attitude" && holds_now(*claim);
                     });
}

bool has_titles(const msg::Snapshot& snapshot) {
  return std::any_of(snapshot.people()->begin(), snapshot.people()->end(),
                     [](const msg::Person* person) { return !view_of(person->title()).empty(); });
}

int level_of(std::string_view influence) {
  return influence == "high" ? 3 : influence == "medium" ? 2 : influence == "low" ? 1 : 0;
}

std::string side_word(msg::Side side) {
  switch (side) {
    case msg::Side::us:
      return _("Us");
    case msg::Side::partner:
      return _("Partner");
    case msg::Side::rival:
      return _("Rival");
    default:
      return {};
  }
}

class Composer {
 public:
  Composer(const msg::Snapshot& snapshot, const CardSpec& spec, const Theme& theme,
           const TextRuler& ruler)
      : snapshot_(snapshot),
        spec_(spec),
        theme_(theme),
        ruler_(ruler),
        decides_(snapshot.people()->size()),
        are_attitudes_known_(are_attitudes_known(snapshot)) {
    if (spec.detail == Detail::everything) {  // searching all claims and ties for nothing is slow
      contacts_.emplace(snapshot);
      believed_ = believed_of(snapshot);
    }
    if (snapshot.decision_makers() != nullptr)
      for (const std::uint32_t person : *snapshot.decision_makers()) decides_[person] = true;
    // Rows that nobody has anything for take no room: under a narrow profile names stand alone.
    has_title_ = shows("title") && has_titles(snapshot);
    has_chips_ =
        spec.detail == Detail::everything && (shows("role") || shows("coverage")) && has_chips();
    content_ = name_row + (has_title_ ? title_row : 0) + (has_chips_ ? chip_row : 0);
    const double room = spec.height - (!spec.has_frame ? frameless_room : has_chips_ ? frame_room : low_frame_room);
    k_ = std::clamp(std::min(spec.width / natural_width, room / content_), 0.3, 2.0);
  }

  msg::FaceT compose(std::uint32_t person);
  msg::FaceT compose_plain(std::uint32_t person);

 private:
  bool shows(std::string_view line) const {
    return spec_.lines.empty() ||
           std::find(spec_.lines.begin(), spec_.lines.end(), line) != spec_.lines.end();
  }
  bool has_chips() const {
    if (are_attitudes_known_ || contacts_->are_known()) return true;
    for (std::uint32_t i = 0; i < decides_.size(); ++i)
      if (decides_[i] || !believed_[i].roles.empty() ||
          !side_word(snapshot_.people()->Get(i)->side()).empty())
        return true;
    return false;
  }
  std::string label(std::string_view facet, std::string_view code) const {
    return spec_.label ? spec_.label(facet, code) : std::string(code);
  }

  void say(const std::string& text) {
    if (text.empty()) return;
    face_->spoken = face_->spoken.empty() ? text : format(_("{}, {}"), face_->spoken, text);
  }
  msg::RunT& add(msg::RunKind kind, double x, double y, double width, double height) {
    auto run = std::make_unique<msg::RunT>();
    run->kind = kind;
    run->x = x, run->y = y, run->width = width, run->height = height;
    face_->runs.push_back(std::move(run));
    return *face_->runs.back();
  }
  // A line of text whose middle is at y. The run's width is the room it has.
  void add_text(std::string_view text, double x, double y, double size, bool is_bold, Colour ink,
                double room) {
    const std::string fitted = ruler_.fitted(text, size, is_bold, room);
    if (fitted.empty()) return;
    msg::RunT& run = add(msg::RunKind::text, x, baseline(y, size), room, size);
    run.text = fitted, run.size = size, run.is_bold = is_bold, run.ink = ink;
  }
  double chip_width(std::string_view text) const {
    return ruler_.width(text, chip_size * k_, false) + 14 * k_;
  }
  double add_chip(std::string_view text, double x, double y, double room, Colour fill, Colour ink) {
    const double size = chip_size * k_, width = std::min(chip_width(text), room);
    const std::string fitted = ruler_.fitted(text, size, false, width - 13 * k_);
    if (fitted.empty()) return 0;
    msg::RunT& run = add(msg::RunKind::chip, x, y - 8.5 * k_, width, 17 * k_);
    run.text = fitted, run.size = size, run.fill = fill, run.ink = ink;
    return width;
  }

  void set_edge(const msg::Person& person, bool decides);
  double add_attitude(msg::Attitude attitude, double middle);
  double add_bars(int level, double right, double middle);
  void add_chip_row(std::uint32_t index, const msg::Person& person, double left, double right,
                    double y);

  const msg::Snapshot& snapshot_;
  const CardSpec& spec_;
  const Theme& theme_;
  const TextRuler& ruler_;
  std::optional<Contacts> contacts_;
  std::vector<Believed> believed_;
  std::vector<bool> decides_;
  bool are_attitudes_known_, has_title_ = false, has_chips_ = false;
  double content_ = 0, k_ = 1;  // height of the rows at natural size; the scale
  msg::FaceT* face_ = nullptr;  // being composed
};

void Composer::set_edge(const msg::Person& person, bool decides) {
  const auto side =
      std::min<std::size_t>(static_cast<std::size_t>(person.side()), theme_.side.size() - 1);
  face_->fill = theme_.side[side];
  face_->stroke = decides ? theme_.ink : theme_.card_line;
  face_->stroke_width = decides ? 2 : 1;
  face_->is_dashed = person.kind() == msg::PersonKind::placeholder;
  face_->radius = 7 * k_;
  if (!spec_.has_frame) face_->stroke_width = 0;
}

// The stripe, and the glyph at the right end; gives the room the glyph takes.
double Composer::add_attitude(msg::Attitude attitude, double middle) {
  const bool is_unknown = attitude == msg::Attitude::unknown;
  const Colour colour = theme_.attitude[static_cast<std::size_t>(attitude)];
  if (!face_->is_dashed || !spec_.has_frame) {
    msg::RunT& stripe = add(msg::RunKind::stripe, 0, 0, 7 * k_, spec_.height);
    stripe.fill = is_unknown ? face_->fill : colour;
    stripe.ink = is_unknown ? theme_.card_line : colour;
  }
  const std::string_view shape = glyph_of(attitude);
  const double height = 9 * k_, width = glyph_width(shape, height);
  msg::RunT& glyph =
      add(msg::RunKind::glyph, spec_.width - 12 * k_ - width, middle - height / 2, width, height);
  glyph.text = shape, glyph.ink = is_unknown ? theme_.faint : colour;
  return width + 6 * k_;
}

// The influence bars at the right end of the name; gives the room they take.
double Composer::add_bars(int level, double right, double middle) {
  const double width = 3.6 * k_, height = 8.5 * k_;
  for (int i = 0; i < 3; ++i) {
    msg::RunT& bar = add(msg::RunKind::bar, right - (3 - i) * 5.2 * k_ + 1.6 * k_,
                         middle - height / 2, width, height);
    bar.fill = i < level ? theme_.soft_ink : theme_.grid;
  }
  return 21 * k_;
}

// Decides first; then a role and the contact side by side when both fit. A decision maker rather
// goes without the role, anybody else has it shortened.
void Composer::add_chip_row(std::uint32_t index, const msg::Person& person, double left,
                            double right, double y) {
  const double size = chip_size * k_, gap = 6 * k_;
  double x = left;
  const bool decides = decides_[index];
  if (decides) {
    const std::string word = format("★ {}", _("Decides"));
    x += add_chip(word, x, y, right - x, theme_.ink, theme_.card) + gap;
    say(_("decides"));
  }
  const std::string side = side_word(person.side());
  std::string role = side;
  if (role.empty() && shows("role") && !believed_[index].roles.empty())
    role = label("buying_role", believed_[index].roles.front());
  for (const std::string_view code : believed_[index].roles) say(label("buying_role", code));

  Contact contact;
  const bool is_asked = shows("coverage") && contacts_->are_known() &&
                        (person.side() == msg::Side::client || person.side() == msg::Side::partner);
  if (is_asked) contact = contacts_->of(index);
  const bool is_nobody = is_asked && contact.name.empty() && person.side() == msg::Side::client;
  std::string whole = contact.name, brief = contact.age.empty() ? contact.name : contact.age;
  if (!contact.name.empty() && !contact.age.empty())
    whole = format("{} · {}", contact.name, contact.age);
  if (is_nobody) whole = brief = _("nobody");
  if (!whole.empty()) say(is_nobody ? std::string(_("nobody of us knows them")) : whole);

  const auto width = [&](const std::string& text) { return ruler_.width(text, size, false); };
  const double with_role = role.empty() ? 0 : chip_width(role) + gap;
  const bool fits_whole = x + with_role + width(whole) <= right;
  const std::string& said = fits_whole ? whole : brief;
  const double for_said = said.empty() ? 0 : width(said);
  if (!role.empty() && (!decides || x + with_role + for_said <= right)) {
    const double used =
        add_chip(role, x, y, std::max(right - x - (said.empty() ? 0 : for_said + gap), 30 * k_),
                 side.empty() ? theme_.chip : theme_.paper, theme_.chip_ink);
    if (used > 0) x += used + gap;
  }
  const std::string& last = x + width(whole) <= right ? whole : said;
  add_text(last, x, y, size, false, is_nobody ? theme_.warning : theme_.faint, right - x);
}

msg::FaceT Composer::compose(std::uint32_t index) {
  const msg::Person& person = *snapshot_.people()->Get(index);
  msg::FaceT face;
  face_ = &face;
  face.person = index, face.width = spec_.width, face.height = spec_.height;
  set_edge(person, decides_[index]);

  const bool is_placeholder = person.kind() == msg::PersonKind::placeholder;
  std::string name(view_of(person.name())), title(view_of(person.title()));
  if (name.empty()) name = _("(no name)");
  if (title.empty() && is_placeholder) title = _("unknown seat");
  say(harmless(name));
  say(harmless(title));

  const double left = 15 * k_, right = spec_.width - 12 * k_;
  double y = (spec_.height - content_ * k_) / 2;
  const double name_y = y + name_row * k_ / 2;
  const double title_y = name_y + (name_row + title_row) * k_ / 2;
  const double chips_y = y + (content_ - chip_row / 2) * k_;

  // The glyph ends the last row, whichever that is.
  const bool is_name_only = !has_title_ && !has_chips_;
  const double last_y = has_chips_ ? chips_y : has_title_ ? title_y : name_y;
  double glyph_room = 0;
  const bool has_attitude = are_attitudes_known_ && (person.side() == msg::Side::client ||
                                                     person.side() == msg::Side::partner);
  if (has_attitude && snapshot_.standings() != nullptr &&
      snapshot_.standings()->attitude() != nullptr) {
    auto attitude = static_cast<msg::Attitude>(snapshot_.standings()->attitude()->Get(index));
    if (attitude == msg::Attitude::unset) attitude = msg::Attitude::unknown;
    glyph_room = add_attitude(attitude, last_y);
    say(label("attitude", glyph_of(attitude)));
  }
  const int level = shows("influence") ? level_of(believed_[index].influence) : 0;
  double name_right = right - (is_name_only ? glyph_room : 0);
  if (level > 0) name_right -= add_bars(level, name_right, name_y - 1 * k_);
  if (level > 0) say(format(_("influence: {}"), label("influence", believed_[index].influence)));

  if (decides_[index] && !has_chips_) {
    name = format("★ {}", name);
    say(_("decides"));
  }
  add_text(name, left, name_y, name_size * k_, true, theme_.ink, name_right - left);
  if (has_title_)
    add_text(title, left, title_y, title_size * k_, false, theme_.soft_ink,
             right - left - (has_chips_ ? 0 : glyph_room));
  if (has_chips_) add_chip_row(index, person, left, right - glyph_room, chips_y);
  return face;
}

// Name and title in one size and ink, so that a file need not say them a hundred thousand times.
msg::FaceT Composer::compose_plain(std::uint32_t index) {
  const msg::Person& person = *snapshot_.people()->Get(index);
  msg::FaceT face;
  face_ = &face;
  face.person = index, face.width = spec_.width, face.height = spec_.height;
  set_edge(person, decides_[index]);
  const double left = 12 * k_, room = spec_.width - 2 * left;
  const std::string_view title = has_title_ ? view_of(person.title()) : std::string_view();
  const double name_y = (spec_.height - (title.empty() ? 0 : title_row * k_)) / 2;
  const std::string_view name = view_of(person.name());
  add_text(name.empty() ? std::string_view(_("(no name)")) : name, left, name_y, plain_size * k_,
           true, theme_.ink, room);
  add_text(title, left, name_y + title_row * k_, plain_size * k_, false, theme_.ink, room);
  return face;
}

}  // namespace

std::vector<msg::FaceT> faces(const msg::Snapshot& snapshot, const CardSpec& spec,
                              const Theme& theme, const TextRuler& ruler) {
  std::vector<msg::FaceT> result;
  if (snapshot.people() == nullptr) return result;
  Composer composer(snapshot, spec, theme, ruler);
  result.reserve(snapshot.people()->size());
  const bool is_plain = spec.detail <= Detail::plain;
  for (std::uint32_t i = 0; i < snapshot.people()->size(); ++i)
    result.push_back(is_plain ? composer.compose_plain(i) : composer.compose(i));
  return result;
}

}  // namespace inroad::render
