// SPDX-License-Identifier: MIT
//
// The history of an account, told: its edits, and the versions named along the way.
#pragma once
#include <string>
#include <vector>

#include "app/document.h"
#include "model/facets.h"

namespace inroad::app {

// A line an edit: its number, time, who made it and what it did; versions between them. edits:
// those asked for, in order. People are named as the account names them now, else by their ids.
std::string log_text(const Document& document, const std::vector<Edit>& edits,
                     const FacetBook& facets);

// Each edit as the file holds it, with its title, its author's name and the versions named then.
std::string log_json(const Document& document, const std::vector<Edit>& edits,
                     const FacetBook& facets);

}  // namespace inroad::app
