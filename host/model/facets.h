// SPDX-License-Identifier: MIT
//
// The facets people hold beliefs about: their values, labels and half-lives, from method packs (JSON).
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fields.h"
#include "model/value.h"

namespace inroad {

// Texts by language ("en", "zh_CN"); English is always there.
using Texts = std::map<std::string, std::string, std::less<>>;

struct FacetValue {
  std::string code;
  Texts label;
  std::optional<unsigned> colour;  // 0xRRGGBB
  std::string glyph;
};

// about: "person" or "tie". kind: "choice", "text", "number". many: several values hold at once.
struct Facet {
  std::string id, about, kind, group;
  bool is_many = false;
  double half_life_days = 360;
  Sensitivity sensitivity = Sensitivity::private_;
  Texts title, question;
  std::vector<FacetValue> values;
};


class FacetBook {
 public:
  // Adds a pack's facets; a pack cannot replace a facet of an earlier one nor lower its sensitivity.
  // Throws Error(bad_input) naming `where`.
  void add_pack(const Value& pack, const std::string& where);

  const Facet* find(std::string_view id) const;
  const std::vector<Facet>& all() const { return facets_; }

  // Days in which evidence halves: attitude 180, strength 720, others 360 unless a pack says otherwise.
  double half_life_days(std::string_view facet) const;
  bool is_many(std::string_view facet) const;

  // The words for people, in the language in force; the code itself where the book has none.
  std::string title(std::string_view facet) const;
  std::string label(std::string_view facet, std::string_view code) const;

 private:
  std::vector<Facet> facets_;
};

}  // namespace inroad
