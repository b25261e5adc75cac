// SPDX-License-Identifier: MIT
//
// What an account holds on a person or a record, in words and as JSON: the access report, and what
// forgetting would take out.
#pragma once
#include <string>
#include <vector>

#include "app/document.h"
#include "model/facets.h"
#include "model/forget.h"

namespace inroad::app {

struct HeldReport {
  Subject subject;
  std::string name;  // of a person, as far as known
  Forgetting forgetting;
  std::vector<std::string> versions;  // names of versions that name the subject or are by it

  // Places that forgetting changes: all but the possible ones.
  std::size_t certain() const;
};

// also: further texts to look for. Of a damaged account whose log does not fit what is left: the
// present only.
HeldReport held_report(const Document& document, const Subject& subject,
                       const std::vector<std::string>& also = {});

// What --also would strike at the possible places, each text once.
std::vector<std::string> texts_to_review(const HeldReport& report);
// Those places, and the command that strikes these texts; empty when there is nothing to review.
std::string review_text(const HeldReport& report, const FacetBook& facets, const std::string& file);

// "Zhao Min (p1)", "notes n1", "people p1, email".
std::string title_of(const HeldReport& report);

std::string held_text(const HeldReport& report, const FacetBook& facets);
// {"record", "id", "field", "name", "places": [{"as", "record", "id", "field", "value", "before",
// "edit", "time"}], "versions": [name], "review": [text]}; what is empty is left out.
Value held_json(const HeldReport& report);

}  // namespace inroad::app
