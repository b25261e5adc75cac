// SPDX-License-Identifier: MIT
//
// Share profiles an account defines for itself, as settings.share has them:
//
//   {"board": {"classes": ["public"], "records": ["people", "units", "ties"],
//              "fields": ["people.email"], "without": ["people.title"], "ties": ["reports_to"],
//              "sides": ["client", "us"], "facets": ["attitude"], "names": "as roles"}}
//
// What leaves: the fields of `classes` (of the record kinds in `records`, else of all) and those in
// `fields`, but none in `without`. `ties`: kinds of ties, else reports_to and dotted. `sides`:
// client, us, partner, else all three. `facets`: which beliefs, where fields of claims leave; else
// none. `names`: "as they are" or "as roles".
#pragma once
#include <string>
#include <string_view>

#include "model/profile.h"
#include "model/value.h"

namespace inroad {

// Throws Error(bad_input) naming `place` for a name of a built-in profile, and for a key, class,
// record kind, field or word that does not exist: a misspelt "without" must not let anything out.
ShareProfile share_profile(std::string_view name, const Value& said, const std::string& place);

}  // namespace inroad
