// SPDX-License-Identifier: MIT
#include "cli/parse_words.h"

#include <array>
#include <regex>

#include "model/field.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// What the library says, and the same as we say it; {0}, {1} … are what its parentheses hold.
struct Known {
  const char* said;
  const char* ours;
};
constexpr std::array known{
    Known{"A subcommand is required", N_("no command is given")},
    Known{"(.+) is required", N_("{0} is missing")},
    Known{"The following arguments? w(?:as|ere) not expected: (.+)",
          N_("nothing is known of: {0}")},
    Known{"(.+) excludes (.+)", N_("{0} and {1} cannot be given together")},
    Known{"(.+) requires (.+)", N_("{0} is of use only with {1}")},
    Known{"(.+): (\\d+) required .* missing", N_("{0} needs a value")},
    Known{"Expected exactly (\\d+) arguments? to (.+), got (\\d+)",
          N_("{1} takes {0} values, not {2}")},
    Known{"(.+): At [Ll]east (\\d+) required.*", N_("{0} needs {1} values or more")},
    Known{"(.+): At [Mm]ost (\\d+) required.*", N_("{0} takes {1} values at most")},
    Known{"(.+) was given a disallowed flag override", N_("{0} takes no value")},
    Known{"Could not convert: (.+) = (.*)", N_("{0} cannot be “{1}”")},
    Known{"(.+): (?:too many|Should be).*", N_("{0} takes no value")},
    Known{"(.+): Value (.+) not in range (.+) to (.+)", N_("{0} must be from {2} to {3}, not {1}")},
    Known{"(.+): (.*) not in \\{(.+)\\}", N_("{0} is “{1}” but can only be: {2}")},
};

}  // namespace

std::string worded(const CLI::Error& error) {
  const std::string said = error.what();
  for (const Known& one : known) {
    std::smatch parts;
    if (!std::regex_match(said, parts, std::regex(one.said))) continue;
    std::array<std::string, 4> holds;
    for (std::size_t i = 0; i < holds.size() && i + 1 < parts.size(); ++i) holds[i] = parts[i + 1];
    return format(_(one.ours), holds[0], holds[1], holds[2], holds[3]);
  }
  return said;
}

}  // namespace inroad::cli
