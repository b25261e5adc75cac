// SPDX-License-Identifier: MIT
#include "tie_words.h"

#include <algorithm>
#include <array>
#include <inroad/words.hpp>
#include <utility>

#include "columns.h"
#include "result.h"

namespace inroad::csv {
namespace {

constexpr std::array<std::string_view, 8> kinds{"reports_to", "dotted",    "influences", "trusts",
                                                "conflicts",  "gatekeeps", "introduces", "covers"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> chinese_kinds{
    {{"汇报", "reports_to"},
     {"虚线汇报", "dotted"},
     {"影响", "influences"},
     {"信任", "trusts"},
     {"冲突", "conflicts"},
     {"把关", "gatekeeps"},
     {"引见", "introduces"},
     {"我方对口", "covers"},
     {"对口", "covers"}}};

bool is_kind(std::string_view word) {
  return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

Meaning meaning_of(std::string_view said, const std::string& option) {
  Meaning meaning;
  if (said == "skip") return meaning;
  const auto colon = said.find(':');
  meaning.kind = said.substr(0, colon);
  const auto way = colon == std::string_view::npos ? std::string_view{} : said.substr(colon);
  meaning.is_reversed = way == ":reverse";
  meaning.is_both = way == ":both";
  if (!is_kind(meaning.kind) || (!way.empty() && !meaning.is_reversed && !meaning.is_both))
    throw Refusal(
        sdk::tr("\"{0}\" does not say what a word for ties means. Write WORD=KIND, "
                "WORD=KIND:reverse, WORD=KIND:both or WORD=skip. The kinds are {1}.",
                option, known_kinds()));
  return meaning;
}

}  // namespace

TieWords::TieWords(const std::vector<std::string>& options) {
  for (const std::string& option : options) {
    const auto equals = option.rfind('=');
    const bool has_word = equals != std::string::npos;
    said_[has_word ? option.substr(0, equals) : option] = meaning_of(
        has_word ? std::string_view(option).substr(equals + 1) : std::string_view{}, option);
  }
}

std::optional<Meaning> TieWords::find(std::string_view word) const {
  if (const auto said = said_.find(word); said != said_.end()) return said->second;
  std::string kind = plain(word);
  std::replace(kind.begin(), kind.end(), ' ', '_');
  if (is_kind(kind)) return Meaning{kind};
  for (const auto& [written, meant] : chinese_kinds)
    if (written == word) return Meaning{std::string(meant)};
  return std::nullopt;
}

std::string known_kinds() {
  std::string list;
  for (const std::string_view kind : kinds) list.append(list.empty() ? "" : ", ").append(kind);
  return list;
}

}  // namespace inroad::csv
