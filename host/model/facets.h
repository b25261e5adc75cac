// SPDX-License-Identifier: MIT
//
// The facets people hold beliefs about: their values, labels and half-lives, from method packs
// (JSON):
//
//   {"facets": [{"id": "attitude", "about": "person", "kind": "choice", "group": "standing",
//                "many": false, "half_life_days": 180, "sensitivity": "private",
//                "title": {"en": "Attitude", "zh_CN": "态度"}, "question": {"en": "…", "zh_CN":
//                "…"}, "values": [{"code": "mentor", "label": {"en": "Mentor", "zh_CN":
//                "铁杆支持"},
//                            "colour": "#1b7f4d", "glyph": "mentor"}]}]}
//
// Only id and title are needed; unknown keys are passed over. A text may also be a plain string:
// English.
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

// The word as the interchange form writes it; unset for a word that is no attitude.
msg::Attitude attitude_of(std::string_view word);

class FacetBook {
 public:
  // Adds a pack's facets, all or none; a pack cannot replace a facet of an earlier one. Whatever it
  // says, its facets stay private: only the user may let claims out. Throws Error(bad_input) naming
  // `where` and the facet.
  void add_pack(const Value& pack, const std::string& where);

  const Facet* find(std::string_view id) const;
  const std::vector<Facet>& all() const { return facets_; }

  // Days in which evidence halves: attitude 180, strength 720, others 360 unless a pack says
  // otherwise.
  double half_life_days(std::string_view facet) const;
  bool is_many(std::string_view facet) const;

  // The words for people, in the language in force; the code itself where the book has none.
  std::string title(std::string_view facet) const;
  std::string label(std::string_view facet, std::string_view code) const;

 private:
  std::vector<Facet> facets_;  // in the order of the packs; a few dozen
};

}  // namespace inroad
