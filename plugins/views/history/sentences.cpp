// SPDX-License-Identifier: MIT
//
// Notes in columns.
#include "sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inroad::views {
namespace {

constexpr double kSize = 12, kLine = 17, kNoteGap = 9;
constexpr double kColumn = 330, kIndent = 30, kColumnGap = 36;
constexpr double kSafety = 1.08;

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

// As high as the map, or higher where the picture would else become flatter than a sheet of paper.
double column_height(double all, layout::Point corner, double least) {
  constexpr double kPaperAspect = 1.41;
  double best = least, best_extent = 0;
  for (double columns = std::ceil(all / least); columns >= 1; --columns) {
    // Notes are not cut, so that a column may end a little earlier.
    const double height = std::max(least, all / columns + 3 * kLine);
    const double width = corner.x + columns * (kColumn + kColumnGap);
    const double extent = std::max(width / kPaperAspect, height);
    if (best_extent == 0 || extent < best_extent) best_extent = extent, best = height;
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
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes.size();
    if (letter.is_han || word_width + letter.width > room) end_word();
    word += letter.bytes;
    word_width += letter.width;
    if (letter.bytes == " " || letter.is_han) end_word();
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

void write_notes(SceneWriter& scene, const std::vector<NumberedNote>& notes, layout::Point corner,
                 double height) {
  std::vector<std::vector<std::string>> lines;
  double all = 0;
  for (const NumberedNote& note : notes) {
    lines.emplace_back();
    for (const std::string& sentence : note.sentences)
      for (std::string& line : lines_of(sentence, kColumn - kIndent))
        lines.back().push_back(std::move(line));
    all += height_of(lines.back()) + kNoteGap;
  }
  height = column_height(all, corner, height);
  layout::Point at = corner;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const double need = height_of(lines[i]);
    if (at.y > corner.y && at.y + need > corner.y + height)
      at = {at.x + kColumn + kColumnGap, corner.y};
    add_number(scene, notes[i].number, notes[i].change, {at.x + 10, at.y + kLine / 2}, -1, -1);
    for (std::size_t k = 0; k < lines[i].size(); ++k)
      scene.label(msg::TextRole::caption,
                  {at.x + kIndent, at.y + (static_cast<double>(k) + 0.5) * kLine},
                  kColumn - kIndent, lines[i][k]);
    at.y += need + kNoteGap;
  }
}

}  // namespace inroad::views
