// SPDX-License-Identifier: MIT
#include "people.h"

#include <algorithm>
#include <inroad/words.hpp>
#include <map>
#include <set>

#include "columns.h"

namespace inroad::csv {
namespace {

using nlohmann::json;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

// Codes are lower-case English with _; a word in another script stays as it is.
std::string code_of(const std::string& word) {
  if (!is_ascii(word)) return word;
  std::string code = plain(word);
  std::replace(code.begin(), code.end(), ' ', '_');
  return code.empty() ? word : code;
}

// Cut at , ; / and their Chinese sisters.
std::vector<std::string> words_in(std::string_view cell) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < cell.size();) {
    const std::string_view wide = cell.substr(i, 3);
    const bool is_wide_cut = wide == "、" || wide == "，" || wide == "；";
    const char c = cell[i];
    if (is_wide_cut || c == ',' || c == ';' || c == '/')
      words.emplace_back();
    else if (c != ' ' || !words.back().empty())
      words.back() += c;
    i += is_wide_cut ? 3 : 1;
  }
  for (std::string& word : words)
    while (word.ends_with(' ')) word.pop_back();
  std::erase(words, "");
  return words;
}

class PeopleReader {
 public:
  PeopleReader(const Table& table, const std::string& evidence)
      : table_(table), evidence_(evidence), columns_(columns_of(table, Subject::people)) {
    if (has_role(columns_, Role::id) || has_role(columns_, Role::name) ||
        has_role(columns_, Role::first_name) || has_role(columns_, Role::email))
      return;
    std::string headings;
    for (const std::string& heading : table.headings)
      headings.append(headings.empty() ? "" : ", ").append(heading);
    throw Refusal(sdk::tr(
        "The first row names no column that says who a row is about: {}. People need a column "
        "id or name, ties the columns from and to.",
        headings));
  }

  Result read() {
    for (const Row& row : table_.rows) read_row(row);
    for (const auto& [id, row] : people_) read_manager(id, *row);
    return std::move(result_);
  }

 private:
  std::string cell(const Row& row, Role role) const {
    return std::string(cell_of(row, columns_, role));
  }
  void report(const Row& row, const char* kind, std::string text) {
    result_.problems.push_back({kind, row.number, std::move(text)});
  }

  // First and last names are put together as their script does.
  std::string name_of(const Row& row) const {
    if (std::string name = cell(row, Role::name); !name.empty()) return name;
    const std::string first = cell(row, Role::first_name), last = cell(row, Role::last_name);
    if (first.empty() || last.empty()) return first + last;
    return is_ascii(first + last) ? first + ' ' + last : last + first;
  }

  void read_row(const Row& row) {
    const std::string name = name_of(row), email = cell(row, Role::email);
    std::string id = cell(row, Role::id);
    if (id.empty()) id = email.empty() ? name : email;
    if (id.empty())
      return report(row, "no_person",
                    sdk::tr("The row does not say who it is about; it is left out."));
    if (!ids_.insert(id).second)
      return report(row, "twice", sdk::tr("\"{}\" stands twice; this row is left out.", id));
    if (row.cells.size() > columns_.size())
      report(row, "too_many_cells",
             sdk::tr("There are more cells than headings; the rest is left out."));
    people_.emplace_back(id, &row);
    if (!name.empty()) by_name_[name].push_back(id);
    if (!email.empty()) by_mail_[lower(email)].push_back(id);

    json person = {{"id", id}};  // without a name the host calls the new by their ids
    if (!name.empty()) person["name"] = name;
    const auto add = [&](Role role, const char* key) {
      if (std::string said = cell(row, role); !said.empty()) person[key] = std::move(said);
    };
    add(Role::title, "title");
    add(Role::email, "email");
    add(Role::phone, "phone");
    add(Role::location, "location");
    add_word(person, row, Role::side, "side", {"client", "us", "partner", "rival"});
    add_word(person, row, Role::kind, "kind", {"person", "placeholder"});
    add_unit(person, row);
    const std::size_t place = result_.puts.size();
    result_.puts.push_back({"people", {}, row.number});
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i) {
      if (row.cells[i].empty()) continue;
      if (columns_[i].role == Role::other) person[columns_[i].key] = row.cells[i];
      if (columns_[i].role == Role::facet) add_claim(id, columns_[i].key, row.cells[i], row);
    }
    result_.puts[place].value = std::move(person);
  }

  void add_word(json& person, const Row& row, Role role, const char* key,
                std::initializer_list<std::string_view> words) {
    const std::string said = cell(row, role);
    if (said.empty()) return;
    const std::string word = lower(said);
    if (std::find(words.begin(), words.end(), word) != words.end())
      person[key] = word;
    else
      report(row, key, sdk::tr("\"{0}\" is not a word for \"{1}\"; it is left out.", said, key));
  }

  void add_unit(json& person, const Row& row) {
    const std::string unit = cell(row, Role::unit);
    if (unit.empty()) return;
    const std::string id = "unit:" + unit;
    if (units_.insert(id).second)
      result_.puts.push_back({"units", {{"id", id}, {"name", unit}}, row.number});
    person["unit"] = id;
  }

  void add_claim(const std::string& person, const std::string& facet, const std::string& said,
                 const Row& row) {
    json claim = {{"id", person + ':' + facet}, {"person", person}, {"facet", facet}};
    if (facet == "attitude") {
      const auto word = attitude_word(said);
      if (!word)
        report(row, "attitude",
               sdk::tr("\"{}\" is not an attitude; it is taken as unknown.", said));
      claim["value"] = word.value_or("unknown");
    } else if (is_many(facet)) {
      claim["value"] = json::array();
      for (const std::string& word : words_in(said)) claim["value"].push_back(code_of(word));
      if (claim["value"].empty()) return;
    } else {
      claim["value"] = code_of(said);
    }
    if (!evidence_.empty()) claim["evidence"] = evidence_;
    result_.puts.push_back({"claims", std::move(claim), row.number});
  }

  void read_manager(const std::string& person, const Row& row) {
    const std::string said = cell(row, Role::manager);
    if (said.empty()) return;
    std::string manager = ids_.contains(said) ? said : "";
    for (const auto* index : {&by_mail_, &by_name_}) {
      const auto found = index->find(index == &by_mail_ ? lower(said) : said);
      if (!manager.empty() || found == index->end()) continue;
      if (found->second.size() > 1)
        return report(row, "manager",
                      sdk::tr("Several people are called \"{}\"; the manager is left out.", said));
      manager = found->second.front();
    }
    if (manager.empty())
      return report(row, "manager",
                    sdk::tr("The manager \"{}\" is not in the table; he is left out.", said));
    result_.puts.push_back({"ties",
                            {{"id", person + '>' + manager + ":reports_to"},
                             {"from", person},
                             {"to", manager},
                             {"kind", "reports_to"}},
                            row.number});
  }

  const Table& table_;
  const std::string& evidence_;
  std::vector<Column> columns_;
  std::vector<std::pair<std::string, const Row*>> people_;
  std::set<std::string> ids_, units_;
  std::map<std::string, std::vector<std::string>> by_name_, by_mail_;
  Result result_;
};

}  // namespace

Result read_people(const Table& table, const std::string& evidence) {
  return PeopleReader(table, evidence).read();
}

}  // namespace inroad::csv
