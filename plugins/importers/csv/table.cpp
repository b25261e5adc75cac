// SPDX-License-Identifier: MIT
#include "table.h"

#include <algorithm>
#include <array>
#include <inroad/words.hpp>

#include "result.h"

namespace inroad::csv {
namespace {

constexpr std::array separators{',', ';', '\t', '|'};
constexpr std::size_t lines_looked_at = 20;

// How often the separator stands outside quotes in each of the first lines.
std::vector<std::size_t> counts_of(std::string_view text, char separator) {
  std::vector<std::size_t> counts{0};
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == separator) ++counts.back();
    if (c == '\n' || c == '\r') {
      if (counts.size() == lines_looked_at) break;
      counts.push_back(0);
    }
  }
  return counts;
}

// The one that cuts most lines like the first; of equals the one that cuts it finer.
char separator_of(std::string_view text) {
  char best = ',';
  std::size_t most_alike = 0, most_cells = 0;
  for (const char separator : separators) {
    const auto counts = counts_of(text, separator);
    if (counts.front() == 0) continue;
    const auto alike =
        static_cast<std::size_t>(std::count(counts.begin(), counts.end(), counts.front()));
    if (alike < most_alike || (alike == most_alike && counts.front() <= most_cells)) continue;
    best = separator;
    most_alike = alike;
    most_cells = counts.front();
  }
  return best;
}

// Reads row after row; line counts line ends, quoted ones too, for messages.
class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool is_at_end() const { return at_ == text_.size(); }

  std::vector<std::string> row() {
    std::vector<std::string> cells;
    do cells.push_back(cell());
    while (take(separator_));
    end_line();
    return cells;
  }

 private:
  bool take(char c) {
    if (is_at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void end_line() {
    const bool is_return = take('\r');
    if (take('\n') || is_return) ++line_;
  }
  bool is_in_cell() const {
    return !is_at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r';
  }

  std::string cell() {
    std::string content;
    if (take('"')) quoted(content);
    while (is_in_cell()) content += text_[at_++];
    return content;
  }
  void quoted(std::string& content) {
    const std::size_t opened_in = line_;
    while (!is_at_end()) {
      if (take('"')) {
        if (!take('"')) return;
        content += '"';
        continue;
      }
      const char c = text_[at_++];
      const bool is_pair = c == '\r' && !is_at_end() && text_[at_] == '\n';
      if (c == '\n' || (c == '\r' && !is_pair)) ++line_;
      content += c;
    }
    throw Refusal(
        sdk::tr("Line {} opens a quote (\") that is never closed. Close it, or double the quotes "
                "inside it.",
                opened_in));
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, line_ = 1;
};

void trim(std::string& cell) {
  constexpr const char* blank = " \t\r\n";
  const auto first = cell.find_first_not_of(blank);
  if (first == std::string::npos) return cell.clear();
  cell = cell.substr(first, cell.find_last_not_of(blank) - first + 1);
}

bool is_blank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

// No program writes longer cells (a spreadsheet's hold 32,767 letters); one is a quote gone astray.
constexpr std::size_t longest_cell_kib = 128;

void check_lengths(const std::vector<std::string>& cells, std::size_t row) {
  const auto found = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.size() > longest_cell_kib << 10;
  });
  if (found != cells.end())
    throw Refusal(
        sdk::tr("The cell in row {0}, column {1} is longer than {2} KiB. Shorten it, or "
                "close a quote (\") left open before it.",
                row, found - cells.begin() + 1, longest_cell_kib));
}

}  // namespace

Table read_table(std::string_view text) {
  Table table;
  const bool says_separator = text.size() > 4 && text.starts_with("sep=") &&
                              (text.size() == 5 || text[5] == '\n' || text[5] == '\r');
  table.separator = says_separator ? text[4] : separator_of(text);
  Reader reader(text, table.separator);
  for (std::size_t number = 1; !reader.is_at_end(); ++number) {
    auto cells = reader.row();
    std::for_each(cells.begin(), cells.end(), trim);
    check_lengths(cells, number);
    if (is_blank(cells) || (says_separator && number == 1)) continue;
    if (table.headings.empty())
      table.headings = std::move(cells);
    else
      table.rows.push_back({number, std::move(cells)});
  }
  if (table.headings.empty())
    throw Refusal(sdk::tr("The file is empty. Its first row must be the headings."));
  return table;
}

}  // namespace inroad::csv
