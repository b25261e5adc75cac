// SPDX-License-Identifier: MIT
//
// A table of people: a row a person, their units, their managers and what is believed about them.
#pragma once
#include <string>

#include "result.h"
#include "table.h"

namespace inroad::csv {

// Ids: the id column's, else the mail address, else the name. Units: "unit:<name>". Claims:
// "<person>:<facet>". Managers are found in the same table by id, mail address or unique name.
// evidence
// empty: not said. Throws Refusal when no column says who a row is about.
Result read_people(const Table& table, const std::string& evidence);

}  // namespace inroad::csv
