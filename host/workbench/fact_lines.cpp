// SPDX-License-Identifier: MIT
#include "workbench/fact_lines.h"

#include "model/record_words.h"
#include "model/snapshot.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

// A note's beginning, cut between letters.
std::string start_of(const std::string& note) {
  constexpr std::size_t longest = 72;
  if (note.size() <= longest) return note;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(note[end]) & 0xC0) == 0x80) --end;
  return note.substr(0, end) + "…";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  }
  return text;
}

class Paragraph {
 public:
  explicit Paragraph(const Fact& fact) : fact_(fact) {}

  TextLine::Content content() {
    content_.label = fact_.toward.empty() ? fact_.title : format(_("{} toward {}"), fact_.title, fact_.toward);
    for (const Said& said : fact_.current) add_current(said);
    if (!fact_.turns.empty()) add_turns();
    if (!fact_.others.empty()) add_others();
    if (!fact_.wanted.empty()) add_wanted();
    return std::move(content_);
  }

 private:
  void add(const std::string& text, render::Colour ink, bool is_bold = false, double scale = 1) {
    content_.runs.push_back({text, ink, is_bold, scale});
  }
  void add_line(const std::string& text, render::Colour ink, double scale, bool is_bold = false) {
    add((content_.runs.empty() ? "" : "\n") + text, ink, is_bold, scale);
  }

  void add_value(const Said& said, render::Colour ink) {
    if (fact_.facet == "attitude") {
      const msg::Attitude attitude = inroad::attitude_of(said.code);
      add(glyph_of(attitude) + " ", theme_.attitude[static_cast<std::size_t>(attitude)]);
    }
    add(said.words + " ", ink);
  }

  void add_current(const Said& said) {
    if (!content_.runs.empty()) add("\n", theme_.ink);
    add_value(said, said.is_faded ? theme_.soft_ink : theme_.ink);
    add(dots_of(said.evidence), theme_.accent, false, 0.75);
    const bool is_repeated = fact_.current.size() == 1 && fact_.agreeing > 1;
    add_line(joined({say_age(said.age_days), said.by, said.is_faded ? _("faded") : "",
                     is_repeated ? format(NG_("said {} time", "said {} times", fact_.agreeing), fact_.agreeing) : ""}),
             said.is_faded ? theme_.warning : theme_.faint, 0.82);
    if (!said.note.empty()) add_line(format(_("“{}”"), start_of(said.note)), theme_.soft_ink, 0.82);
  }

  // A belief that turned lately is news, one that turned long ago is history.
  void add_turns() {
    const Turn& last = fact_.turns.front();
    add_line(format(_("⇄ was {} until {}"), last.before, said_day(last.day)),
             last.is_recent ? theme_.warning : theme_.soft_ink, last.is_recent ? 0.95 : 0.85, last.is_recent);
    if (fact_.turns.size() > 1) {
      add_line(format(_("has changed {} times"), fact_.turns.size()), theme_.soft_ink, 0.85);
    }
  }

  void add_others() {
    const auto count = fact_.others.size();
    add_line(format(NG_("≠ {} says otherwise", "≠ {} say otherwise", count), count), theme_.warning, 0.95, true);
    for (const Said& other : fact_.others) {
      const std::string who = other.by.empty() ? std::string(_("somebody")) : other.by;
      add_line(format(_("{}: {} ({}, {})"), who, other.words, say(other.evidence), say_age(other.age_days)),
               other.is_newer ? theme_.warning : theme_.soft_ink, 0.85);
      if (other.is_newer) add(" " + std::string(_("newer, but weaker")), theme_.warning, false, 0.82);
      if (!other.note.empty()) add_line(format(_("“{}”"), start_of(other.note)), theme_.faint, 0.82);
    }
  }

  void add_wanted() {
    if (!content_.runs.empty()) add("\n", theme_.ink);
    add(_("wanted:"), theme_.soft_ink, false, 0.85);
    for (const Said& said : fact_.wanted) {
      add(" ", theme_.ink);
      add_value(said, theme_.accent);
    }
  }

  const Fact& fact_;
  const render::Theme& theme_ = theme_now();
  TextLine::Content content_;
};

}  // namespace

TextLine::Content content_of(const Fact& fact) { return Paragraph(fact).content(); }

}  // namespace inroad::workbench
