// SPDX-License-Identifier: MIT
#include "ties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <inroad/words.hpp>
#include <map>
#include <set>

#include "columns.h"

namespace inroad::csv {
namespace {

using nlohmann::json;

std::optional<double> number_of(std::string_view cell) {
  double number = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stopped, fault] = std::from_chars(cell.data(), end, number);
  if (fault != std::errc{} || stopped != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

// A day of the calendar as the interchange form writes it; other forms are the user's business.
bool looks_like_date(std::string_view cell) {
  if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-') return false;
  int year = 0, month = 0, day = 0;
  const auto part = [&](std::size_t at, std::size_t length, int& number) {
    const char* const end = cell.data() + at + length;
    return std::from_chars(cell.data() + at, end, number).ptr == end;
  };
  if (!part(0, 4, year) || !part(5, 2, month) || !part(8, 2, day)) return false;
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

bool has_strength_word(std::string_view kind, std::string_view word) {
  using Words = std::vector<std::string_view>;
  const Words words = kind == "covers"      ? Words{"none", "met", "occasional", "regular"}
                      : kind == "conflicts" ? Words{"strained", "open"}
                                            : Words{"weak", "medium", "strong", "decisive"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TieReader {
 public:
  TieReader(const Table& table, const TieOptions& options)
      : table_(table), options_(options), columns_(columns_of(table, Subject::ties)) {
    take_strength_column();
    refuse_unknown_words();
  }

  Result read() {
    for (const Row& row : table_.rows) read_row(row);
    return std::move(result_);
  }

 private:
  std::string cell(const Row& row, Role role) const {
    return std::string(cell_of(row, columns_, role));
  }

  // The column the user names takes the place of one that is called strength.
  void take_strength_column() {
    if (options_.strength_column.empty()) return;
    const auto named =
        std::find(table_.headings.begin(), table_.headings.end(), options_.strength_column);
    if (named == table_.headings.end()) {
      std::string headings;
      for (const std::string& heading : table_.headings)
        headings.append(headings.empty() ? "" : ", ").append(heading);
      throw Refusal(sdk::tr("There is no column \"{0}\" for the strength. The columns are {1}.",
                            options_.strength_column, headings));
    }
    const auto place = static_cast<std::size_t>(named - table_.headings.begin());
    for (Column& column : columns_)
      if (column.role == Role::strength) column = {Role::other, "strength (2)"};
    columns_[place] = {Role::strength, {}};
  }

  void refuse_unknown_words() const {
    std::map<std::string, std::size_t> unknown;
    for (const Row& row : table_.rows)
      if (const std::string word = cell(row, Role::relation); !options_.words.find(word))
        ++unknown[word];
    if (unknown.empty()) return;
    std::string list;
    for (const auto& [word, count] : unknown)
      list += (list.empty() ? "" : ", ") + ('"' + word + "\" (" + std::to_string(count) + ')');
    throw Refusal(sdk::tr(
        "These words for ties are not known: {0}. Say what each means with --tie {1}=influences "
        "(or :reverse, :both), or leave its rows out with --tie {1}=skip. The kinds are {2}.",
        list, unknown.begin()->first, known_kinds()));
  }

  void report(const Row& row, const char* kind, std::string text) {
    result_.problems.push_back({kind, row.number, std::move(text)});
  }

  void read_row(const Row& row) {
    const Meaning meaning = *options_.words.find(cell(row, Role::relation));
    if (meaning.kind.empty()) return;
    const std::string from = cell(row, Role::from), to = cell(row, Role::to);
    if (from.empty() || to.empty())
      return report(row, "no_person",
                    sdk::tr("The tie does not say who and whom; the row is left out."));
    if (row.cells.size() > columns_.size())
      report(row, "too_many_cells",
             sdk::tr("There are more cells than headings; the rest is left out."));
    json tie = {{"kind", meaning.kind}};
    if (!add_strength(tie, row, meaning.kind)) return;
    add_other_fields(tie, row, meaning.kind);
    // A conflict has no direction and stands once.
    const bool is_once = !meaning.is_both || meaning.kind == "conflicts";
    if (is_once || meaning.is_both)
      put(tie, row, meaning.is_reversed ? to : from, meaning.is_reversed ? from : to);
    if (!is_once) put(tie, row, to, from);
  }

  // Whether the row can be used.
  bool add_strength(json& tie, const Row& row, const std::string& kind) {
    const std::string said = cell(row, Role::strength);
    const bool has_none = kind == "reports_to" || kind == "dotted";
    if (said.empty() || has_none) return true;
    const bool is_scaled = !options_.strength_column.empty();
    if (!is_scaled && has_strength_word(kind, said)) {
      tie["strength"] = said;
      return true;
    }
    const auto number = number_of(said);
    if (number && kind == "conflicts") return true;  // a conflict's strength is a word
    const double strength = number.value_or(-1) / (is_scaled ? options_.strength_max : 1);
    if (!(strength >= 0 && strength <= 1)) {
      report(row, "strength",
             is_scaled ? sdk::tr("\"{0}\" is not a strength from 0 to {1}; the row is left out.",
                                 said, options_.strength_max)
                       : sdk::tr("\"{}\" is not a strength; the row is left out.", said));
      return false;
    }
    tie["strength"] = strength;
    return true;
  }

  void add_other_fields(json& tie, const Row& row, const std::string& kind) {
    // doubt: what to say of a cell that is no good.
    const auto add = [&](Role role, const char* key, bool is_good, auto&& doubt) {
      const std::string said = cell(row, role);
      if (said.empty()) return;
      if (is_good)
        tie[key] = said;
      else
        report(row, key, doubt(said));
    };
    const std::string wanted = cell(row, Role::wanted);
    add(Role::wanted, "wanted", kind == "covers" && has_strength_word(kind, wanted),
        [](const std::string& said) {
          return sdk::tr("\"{}\" is not a wanted contact; it is left out.", said);
        });
    add(Role::evidence, "evidence", is_evidence_level(cell(row, Role::evidence)),
        [](const std::string& said) {
          return sdk::tr("\"{}\" is not a level of evidence; it is left out.", said);
        });
    add(Role::date, "date", looks_like_date(cell(row, Role::date)), [](const std::string& said) {
      return sdk::tr("\"{}\" is not a date like 2026-11-23; it is left out.", said);
    });
    if (const std::string by = cell(row, Role::by); !by.empty()) tie["by"] = by;
    if (!options_.evidence.empty()) tie["evidence"] = options_.evidence;
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i)
      if (columns_[i].role == Role::other && !row.cells[i].empty())
        tie[columns_[i].key] = row.cells[i];
    if (const std::string word = cell(row, Role::relation); word != kind && !word.empty())
      tie["relation"] = word;
  }

  void put(json tie, const Row& row, const std::string& from, const std::string& to) {
    tie["from"] = from;
    tie["to"] = to;
    const std::string own = cell(row, Role::id);
    const std::string base =
        own.empty() ? from + '>' + to + ':' + tie["kind"].get<std::string>() : own;
    const int again = ++used_[base];
    const std::string id = again == 1 ? base : base + '#' + std::to_string(again);
    tie["id"] = id;
    if (const std::string text = cell(row, Role::note); !text.empty()) {
      result_.puts.push_back(
          {"notes", {{"id", "note:" + id}, {"text", text}, {"people", {from, to}}}, row.number});
      tie["note"] = "note:" + id;
    }
    result_.puts.push_back({"ties", std::move(tie), row.number});
  }

  const Table& table_;
  const TieOptions& options_;
  std::vector<Column> columns_;
  std::map<std::string, int> used_;
  Result result_;
};

}  // namespace

Result read_ties(const Table& table, const TieOptions& options) {
  return TieReader(table, options).read();
}

}  // namespace inroad::csv
