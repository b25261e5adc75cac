// SPDX-License-Identifier: MIT
#include "columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace inroad::csv {
namespace {

struct Alias {
  std::string_view heading;
  Role role;
};

constexpr std::array people_headings{Alias{"id", Role::id},
                                     Alias{"person id", Role::id},
                                     Alias{"personid", Role::id},
                                     Alias{"employee id", Role::id},
                                     Alias{"employee number", Role::id},
                                     Alias{"user id", Role::id},
                                     Alias{"userid", Role::id},
                                     Alias{"uid", Role::id},
                                     Alias{"unique id", Role::id},
                                     Alias{"编号", Role::id},
                                     Alias{"工号", Role::id},
                                     Alias{"帐号", Role::id},
                                     Alias{"账号", Role::id},
                                     Alias{"员工userid", Role::id},
                                     Alias{"name", Role::name},
                                     Alias{"full name", Role::name},
                                     Alias{"display name", Role::name},
                                     Alias{"displayname", Role::name},
                                     Alias{"姓名", Role::name},
                                     Alias{"名字", Role::name},
                                     Alias{"first name", Role::first_name},
                                     Alias{"given name", Role::first_name},
                                     Alias{"givenname", Role::first_name},
                                     Alias{"last name", Role::last_name},
                                     Alias{"surname", Role::last_name},
                                     Alias{"family name", Role::last_name},
                                     Alias{"title", Role::title},
                                     Alias{"job title", Role::title},
                                     Alias{"jobtitle", Role::title},
                                     Alias{"employee title", Role::title},
                                     Alias{"position", Role::title},
                                     Alias{"职位", Role::title},
                                     Alias{"职务", Role::title},
                                     Alias{"岗位", Role::title},
                                     Alias{"unit", Role::unit},
                                     Alias{"department", Role::unit},
                                     Alias{"division", Role::unit},
                                     Alias{"部门", Role::unit},
                                     Alias{"所在部门", Role::unit},
                                     Alias{"单位", Role::unit},
                                     Alias{"side", Role::side},
                                     Alias{"kind", Role::kind},
                                     Alias{"email", Role::email},
                                     Alias{"e mail", Role::email},
                                     Alias{"mail", Role::email},
                                     Alias{"email address", Role::email},
                                     Alias{"work email", Role::email},
                                     Alias{"邮箱", Role::email},
                                     Alias{"电子邮箱", Role::email},
                                     Alias{"企业邮箱", Role::email},
                                     Alias{"phone", Role::phone},
                                     Alias{"telephone", Role::phone},
                                     Alias{"mobile", Role::phone},
                                     Alias{"mobile phone", Role::phone},
                                     Alias{"mobilephone", Role::phone},
                                     Alias{"电话", Role::phone},
                                     Alias{"手机", Role::phone},
                                     Alias{"手机号", Role::phone},
                                     Alias{"location", Role::location},
                                     Alias{"office", Role::location},
                                     Alias{"office location", Role::location},
                                     Alias{"地点", Role::location},
                                     Alias{"办公地点", Role::location},
                                     Alias{"地址", Role::location},
                                     Alias{"manager", Role::manager},
                                     Alias{"manager id", Role::manager},
                                     Alias{"manager email", Role::manager},
                                     Alias{"manager's email", Role::manager},
                                     Alias{"reports to", Role::manager},
                                     Alias{"supervisor", Role::manager},
                                     Alias{"supervisor id", Role::manager},
                                     Alias{"supervisorid", Role::manager},
                                     Alias{"supervisor email", Role::manager},
                                     Alias{"boss", Role::manager},
                                     Alias{"boss id", Role::manager},
                                     Alias{"上级", Role::manager},
                                     Alias{"直属上级", Role::manager},
                                     Alias{"直属主管", Role::manager},
                                     Alias{"汇报对象", Role::manager}};

constexpr std::array tie_headings{Alias{"id", Role::id},
                                  Alias{"from", Role::from},
                                  Alias{"source", Role::from},
                                  Alias{"从", Role::from},
                                  Alias{"to", Role::to},
                                  Alias{"target", Role::to},
                                  Alias{"到", Role::to},
                                  Alias{"relation", Role::relation},
                                  Alias{"kind", Role::relation},
                                  Alias{"type", Role::relation},
                                  Alias{"关系", Role::relation},
                                  Alias{"类型", Role::relation},
                                  Alias{"strength", Role::strength},
                                  Alias{"强度", Role::strength},
                                  Alias{"wanted", Role::wanted},
                                  Alias{"evidence", Role::evidence},
                                  Alias{"依据", Role::evidence},
                                  Alias{"date", Role::date},
                                  Alias{"日期", Role::date},
                                  Alias{"note", Role::note},
                                  Alias{"备注", Role::note},
                                  Alias{"by", Role::by}};

// The facets of the default method pack, with the headings that mean them.
struct FacetHeading {
  std::string_view heading, facet;
  bool is_many = false;
};
constexpr std::array facet_headings{FacetHeading{"attitude", "attitude"},
                                    FacetHeading{"态度", "attitude"},
                                    FacetHeading{"buying role", "buying_role", true},
                                    FacetHeading{"采购角色", "buying_role", true},
                                    FacetHeading{"political status", "political_status"},
                                    FacetHeading{"权力地位", "political_status"},
                                    FacetHeading{"formal authority", "formal_authority"},
                                    FacetHeading{"职权", "formal_authority"},
                                    FacetHeading{"influence", "influence"},
                                    FacetHeading{"影响力", "influence"},
                                    FacetHeading{"engagement", "engagement"},
                                    FacetHeading{"参与度", "engagement"},
                                    FacetHeading{"relationship level", "relationship_level"},
                                    FacetHeading{"关系层级", "relationship_level"},
                                    FacetHeading{"adaptability", "adaptability"},
                                    FacetHeading{"变革适应性", "adaptability"},
                                    FacetHeading{"decision orientation", "decision_orientation"},
                                    FacetHeading{"决策取向", "decision_orientation"},
                                    FacetHeading{"response mode", "response_mode"},
                                    FacetHeading{"反应模式", "response_mode"},
                                    FacetHeading{"motive company", "motive_company", true},
                                    FacetHeading{"组织结果", "motive_company", true},
                                    FacetHeading{"motive personal", "motive_personal", true},
                                    FacetHeading{"个人的赢", "motive_personal", true},
                                    FacetHeading{"criteria", "criteria", true},
                                    FacetHeading{"buying criteria", "criteria", true},
                                    FacetHeading{"social style", "social_style"},
                                    FacetHeading{"社交风格", "social_style"},
                                    FacetHeading{"mobilizer profile", "mobilizer_profile"},
                                    FacetHeading{"推动者类型", "mobilizer_profile"},
                                    FacetHeading{"relationship basis", "relationship_basis"},
                                    FacetHeading{"关系基础", "relationship_basis"}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> attitude_words{
    {{"mentor", "mentor"},
     {"supporter", "supporter"},
     {"neutral", "neutral"},
     {"non supporter", "non-supporter"},
     {"nonsupporter", "non-supporter"},
     {"opponent", "opponent"},
     {"enemy", "opponent"},
     {"unknown", "unknown"},
     {"铁杆支持", "mentor"},
     {"支持", "supporter"},
     {"中立", "neutral"},
     {"不支持", "non-supporter"},
     {"反对", "opponent"},
     {"未知", "unknown"},
     {"+2", "mentor"},
     {"+1", "supporter"},
     {"2", "mentor"},
     {"1", "supporter"},
     {"0", "neutral"},
     {"−1", "non-supporter"},
     {"−2", "opponent"},
     {"?", "unknown"}}};

constexpr std::array<std::string_view, 5> evidence_levels{"assumption", "hint", "inferred",
                                                          "stated", "confirmed"};

template <class Headings>
Role role_in(const Headings& headings, std::string_view heading) {
  const auto found = std::find_if(headings.begin(), headings.end(),
                                  [&](const Alias& alias) { return alias.heading == heading; });
  return found == headings.end() ? Role::other : found->role;
}

// Which column has which role: the one with the role's first name, else the first with any.
template <class Headings>
std::map<Role, std::size_t> owners_in(const Headings& headings,
                                      const std::vector<std::string>& known) {
  std::map<Role, std::size_t> owners;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (const Role role = role_in(headings, known[i]); role != Role::other) {
      const auto first = std::find_if(headings.begin(), headings.end(),
                                      [&](const Alias& alias) { return alias.role == role; });
      const auto [owner, is_new] = owners.emplace(role, i);
      if (!is_new && known[owner->second] != first->heading && known[i] == first->heading)
        owner->second = i;
    }
  return owners;
}

const FacetHeading* facet_of(std::string_view heading) {
  const auto found =
      std::find_if(facet_headings.begin(), facet_headings.end(),
                   [&](const FacetHeading& facet) { return facet.heading == heading; });
  return found == facet_headings.end() ? nullptr : &*found;
}

std::string distinct(std::string key, std::size_t place, std::set<std::string>& taken) {
  if (key.empty()) key = "column " + std::to_string(place + 1);
  std::string candidate = key;
  for (int again = 2; !taken.insert(candidate).second; ++again)
    candidate = key + " (" + std::to_string(again) + ")";
  return candidate;
}

}  // namespace

std::string plain(std::string_view heading) {
  std::string result;
  int depth = 0;
  bool is_gap = false;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const char c = heading[i];
    const std::string_view wide = heading.substr(i, 3);
    if (c == '[' || c == '(' || wide == "（") ++depth;
    if (depth == 0 && wide != "）") {
      if (c == ' ' || c == '_' || c == '-' || c == '*') {
        is_gap = !result.empty();
      } else {
        if (is_gap) result += ' ';
        is_gap = false;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    if (depth > 0 && (c == ']' || c == ')' || wide == "）")) --depth;
    if (wide == "（" || wide == "）") i += 2;
  }
  return result;
}

Subject subject_of(const Table& table) {
  bool has_from = false, has_to = false;
  for (const std::string& heading : table.headings) {
    const Role role = role_in(tie_headings, plain(heading));
    has_from |= role == Role::from;
    has_to |= role == Role::to;
  }
  return has_from && has_to ? Subject::ties : Subject::people;
}

std::vector<Column> columns_of(const Table& table, Subject subject) {
  const bool is_about_ties = subject == Subject::ties;
  std::vector<std::string> known;
  for (const std::string& heading : table.headings) known.push_back(plain(heading));
  const auto owners =
      is_about_ties ? owners_in(tie_headings, known) : owners_in(people_headings, known);

  // Names that mean something in a record are not free for other columns.
  std::set<std::string> taken =
      is_about_ties
          ? std::set<std::string>{"id",     "from",     "to",   "kind", "relation", "strength",
                                  "wanted", "evidence", "note", "by",   "date"}
          : std::set<std::string>{"id",   "name",  "title", "unit",    "side",
                                  "kind", "email", "phone", "location"};
  std::vector<Column> columns;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const auto owner = std::find_if(owners.begin(), owners.end(),
                                    [&](const auto& owned) { return owned.second == i; });
    const FacetHeading* facet = is_about_ties ? nullptr : facet_of(known[i]);
    if (owner != owners.end())
      columns.push_back({owner->first, {}});
    else if (facet != nullptr && taken.insert(std::string(facet->facet)).second)
      columns.push_back({Role::facet, std::string(facet->facet)});
    else
      columns.push_back({Role::other, distinct(table.headings[i], i, taken)});
  }
  return columns;
}

std::string_view cell_of(const Row& row, const std::vector<Column>& columns, Role role) {
  for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i)
    if (columns[i].role == role) return row.cells[i];
  return {};
}

bool has_role(const std::vector<Column>& columns, Role role) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.role == role; });
}

bool is_many(std::string_view facet) {
  return std::any_of(
      facet_headings.begin(), facet_headings.end(),
      [&](const FacetHeading& heading) { return heading.facet == facet && heading.is_many; });
}

std::optional<std::string> attitude_word(std::string_view cell) {
  if (cell == "-1") return "non-supporter";
  if (cell == "-2") return "opponent";
  const std::string word = plain(cell);
  for (const auto& [written, meant] : attitude_words)
    if (written == word) return std::string(meant);
  return std::nullopt;
}

bool is_evidence_level(std::string_view word) {
  return std::find(evidence_levels.begin(), evidence_levels.end(), word) != evidence_levels.end();
}

}  // namespace inroad::csv
