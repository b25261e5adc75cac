// SPDX-License-Identifier: MIT
//
// Notes in columns.
#include "sentences.h"

#include "common/paper.h"

#include <inroad/plugin.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace inroad::views {
namespace {

constexpr double kSize = 12, kLine = 17, kNoteGap = 9;
constexpr double kColumnWidths[] = {330, 280, 400}, kIndent = 30, kColumnGap = 30;
constexpr double kSafety = 1.08;
constexpr double kMapGap = 52, kLeastBottom = 420;
// How much larger a picture must become for notes both beside the map and below it.
constexpr double kWorthParting = 1.04;

struct Letter {
  std::string_view bytes;
  double width;  // for a text size of 1
  bool is_han;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  const bool is_han = first >= 0xE3;  // E2 leads general punctuation
  const bool is_narrow =
      std::string_view(" .,:;!|'ijlt()").find(text[at]) != std::string_view::npos;
  const bool is_wide = (text[at] >= 'A' && text[at] <= 'Z') || text[at] == 'm' || text[at] == 'w';
  const double width = is_han ? 1 : size > 1 ? 0.8 : is_narrow ? 0.34 : is_wide ? 0.78 : 0.57;
  return {text.substr(at, size), width, is_han};
}

msg::ThemeRole role_of(msg::Change change) {
  return change == msg::Change::came   ? msg::ThemeRole::accent
         : change == msg::Change::went ? msg::ThemeRole::faint
                                       : msg::ThemeRole::warning;
}

double height_of(const std::vector<std::string>& lines) {
  return static_cast<double>(std::max<std::size_t>(1, lines.size())) * kLine;
}

bool is_one_of(const Letter& letter, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), letter.bytes) != list.end();
}

// Marks that no line begins with, and those that none ends with.
bool is_closing(const Letter& letter) {
  return is_one_of(letter, {",",  ".",  ";",  ":",  "!",  "?",  ")",  "]",  "%",  "’",  "”",  "，",
                            "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "】", "·"});
}
bool is_opening(const Letter& letter) {
  return is_one_of(letter, {"(", "[", "‘", "“", "（", "《", "「", "『", "【"});
}

// Where notes may stand: to the right of the map, and below it.
struct Columns {
  std::vector<layout::Point> tops = {};  // left ends, in the order in which they fill
  double bottom = 0;
};

// Columns right of the map, then, if wished, columns below it.
Columns columns_for(const layout::Size& map, double width, std::size_t beside, bool is_below) {
  const double step = width + kColumnGap;
  Columns columns;
  for (std::size_t i = 0; i < beside; ++i)
    columns.tops.push_back(
        {map.width + kMapGap + static_cast<double>(i) * step, SceneWriter::kMargin});
  for (double x = SceneWriter::kMargin; is_below && x + width <= map.width; x += step)
    columns.tops.push_back({x, map.height + kMapGap});
  return columns;
}

// Where each note begins; empty when the columns are too short. A note is never parted.
std::vector<layout::Point> filled(const Columns& columns, const std::vector<double>& heights) {
  std::vector<layout::Point> places;
  std::size_t column = 0;
  double y = columns.tops.empty() ? 0 : columns.tops[0].y;
  for (const double height : heights) {
    while (column < columns.tops.size() && y + height > columns.bottom)
      if (++column < columns.tops.size()) y = columns.tops[column].y;
    if (column == columns.tops.size()) return {};
    places.push_back({columns.tops[column].x, y});
    y += height + kNoteGap;
  }
  return places;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text, double width) {
  const double room = width / kSize / kSafety;
  std::vector<std::string> lines;
  std::string line, word;
  double line_width = 0, word_width = 0;
  const auto end_line = [&] {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
    line_width = 0;
  };
  const auto end_word = [&] {
    if (line_width + word_width > room) end_line();
    line += word;
    line_width += word_width;
    word.clear();
    word_width = 0;
  };
  Letter last{};
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes.size();
    const bool is_break = (letter.is_han || last.is_han || last.bytes == " ") &&
                          !is_closing(letter) && !is_opening(last);
    if (is_break || word_width + letter.width > room) end_word();
    word += letter.bytes;
    word_width += letter.width;
    last = letter;
  }
  end_word();
  end_line();
  return lines;
}

void add_number(SceneWriter& scene, int number, msg::Change change, layout::Point middle,
                int person, int tie) {
  const double radius = number < 100 ? 9.5 : 12.5;
  msg::MarkT& ground = scene.mark(msg::MarkKind::ellipse, role_of(change),
                                  std::array{layout::Point{middle.x - radius, middle.y - radius},
                                             layout::Point{middle.x + radius, middle.y + radius}});
  ground.is_filled = true;
  ground.person = person;
  ground.tie = tie;
  msg::MarkT& text = scene.mark(msg::MarkKind::text, msg::ThemeRole::surface, std::array{middle},
                                std::to_string(number));
  text.person = person;
  text.tie = tie;
}

NoteColumns::NoteColumns(std::vector<NumberedNote> notes, double wished)
    : notes_(std::move(notes)), wished_(wished) {
  std::size_t longest = 1;
  for (const NumberedNote& note : notes_) longest = std::max(longest, note.sentences.size());
  for (const std::size_t most : {longest, std::size_t{12}, std::size_t{8}, std::size_t{5},
                                 std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
    if (!forms_.empty() && most >= longest) continue;
    forms_.emplace_back();
    for (const double width : kColumnWidths) forms_.back().push_back(wrapped(most, width));
  }
}

NoteColumns::Wrapped NoteColumns::wrapped(std::size_t most, double width) const {
  Wrapped result;
  result.width = width;
  for (const NumberedNote& note : notes_) {
    std::vector<std::string>& lines = result.lines.emplace_back();
    const std::size_t told = std::min(most, note.sentences.size());
    for (std::size_t i = 0; i < told; ++i)
      for (std::string& line : lines_of(note.sentences[i], width - kIndent))
        lines.push_back(std::move(line));
    if (told < note.sentences.size())
      lines.push_back(sdk::tr("… and {} more", note.sentences.size() - told));
    result.heights.push_back(height_of(lines));
    result.height += result.heights.back() + kNoteGap;
  }
  return result;
}

NoteColumns::Choice NoteColumns::best(layout::Size map) const {
  if (notes_.empty()) return {scale_on_a3(map), 0, &forms_.front().front(), {}};
  Choice best;
  std::size_t form = 0;
  const auto attempt = [&](const Wrapped& wrapped, std::size_t beside, bool is_below) {
    Columns columns = columns_for(map, wrapped.width, beside, is_below);
    if (columns.tops.empty()) return;
    double all = wrapped.height;
    for (const layout::Point& top : columns.tops) all += top.y;
    columns.bottom = std::max(
        {map.height, kLeastBottom, all / static_cast<double>(columns.tops.size()) - kNoteGap});
    std::vector<layout::Point> places;
    while (places = filled(columns, wrapped.heights), places.empty()) columns.bottom += kLine;
    double width = map.width;
    if (beside > 0) width += kMapGap + static_cast<double>(beside) * (wrapped.width + kColumnGap);
    const double scale = scale_on_a3({width, columns.bottom});
    const bool is_parted = beside > 0 && is_below;
    if (scale > best.scale * (is_parted ? kWorthParting : 1.01))
      best = {scale, form, &wrapped, std::move(places)};
  };
  for (; form < forms_.size() && best.scale < wished_; ++form)
    for (const bool is_parted : {false, true})
      for (const Wrapped& wrapped : forms_[form]) {
        if (!is_parted) attempt(wrapped, 0, true);
        const auto most = 1 + static_cast<std::size_t>(wrapped.height / map.height);
        for (std::size_t beside = 1; beside <= most; ++beside) attempt(wrapped, beside, is_parted);
      }
  return best;
}

bool NoteColumns::write(SceneWriter& scene, layout::Size map) const {
  const Choice chosen = best(map);
  const Wrapped& wrapped = *chosen.wrapped;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    const layout::Point at = chosen.places[i];
    add_number(scene, notes_[i].number, notes_[i].change, {at.x + 10, at.y + kLine / 2}, -1, -1);
    for (std::size_t k = 0; k < wrapped.lines[i].size(); ++k)
      scene.label(msg::TextRole::caption,
                  {at.x + kIndent, at.y + (static_cast<double>(k) + 0.5) * kLine},
                  wrapped.width - kIndent, wrapped.lines[i][k]);
  }
  return chosen.form == 0;
}

}  // namespace inroad::views
