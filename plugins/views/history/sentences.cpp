// SPDX-License-Identifier: MIT
//
// Notes in columns.
#include "sentences.h"

#include "common/paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace inroad::views {
namespace {

constexpr double kSize = 12, kLine = 17, kNoteGap = 9;
constexpr double kColumn = 330, kIndent = 30, kColumnGap = 36;
constexpr double kSafety = 1.08;
constexpr double kMapGap = 52, kLeastBottom = 420;

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
  std::vector<layout::Point> tops;  // left ends, in the order in which they fill
  double bottom = 0;
};

// Columns right of the map, then columns below it, all ending at `bottom`.
Columns columns_for(const layout::Size& map, std::size_t beside, double bottom) {
  constexpr double kStep = kColumn + kColumnGap;
  Columns columns{{}, bottom};
  for (std::size_t i = 0; i < beside; ++i)
    columns.tops.push_back(
        {map.width + kMapGap + static_cast<double>(i) * kStep, SceneWriter::kMargin});
  for (double x = SceneWriter::kMargin; x + kColumn <= map.width; x += kStep)
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

// The places with which the picture can be printed largest.
std::vector<layout::Point> best_places(const layout::Size& map,
                                       const std::vector<double>& heights) {
  double all = 0;
  for (const double height : heights) all += height + kNoteGap;
  std::vector<layout::Point> best;
  double largest = 0;
  for (std::size_t beside = 0; beside <= 1 + static_cast<std::size_t>(all / map.height); ++beside) {
    double bottom = std::max(map.height, kLeastBottom);
    std::vector<layout::Point> places;
    while (places = filled(columns_for(map, beside, bottom), heights), places.empty()) {
      if (beside == 0 && map.width < SceneWriter::kMargin + kColumn) break;  // no column at all
      bottom += kLine;
    }
    if (places.empty()) continue;
    const double width =
        beside == 0 ? map.width
                    : map.width + kMapGap + static_cast<double>(beside) * (kColumn + kColumnGap);
    const double scale = scale_on_a3({width, bottom});
    if (scale > largest * 1.01) largest = scale, best = std::move(places);
  }
  return best;
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

void write_notes(SceneWriter& scene, const std::vector<NumberedNote>& notes, layout::Size map) {
  std::vector<std::vector<std::string>> lines;
  std::vector<double> heights;
  for (const NumberedNote& note : notes) {
    lines.emplace_back();
    for (const std::string& sentence : note.sentences)
      for (std::string& line : lines_of(sentence, kColumn - kIndent))
        lines.back().push_back(std::move(line));
    heights.push_back(height_of(lines.back()));
  }
  const std::vector<layout::Point> places = best_places(map, heights);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const layout::Point at = places[i];
    add_number(scene, notes[i].number, notes[i].change, {at.x + 10, at.y + kLine / 2}, -1, -1);
    for (std::size_t k = 0; k < lines[i].size(); ++k)
      scene.label(msg::TextRole::caption,
                  {at.x + kIndent, at.y + (static_cast<double>(k) + 0.5) * kLine},
                  kColumn - kIndent, lines[i][k]);
  }
}

}  // namespace inroad::views
