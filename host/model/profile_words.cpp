// SPDX-License-Identifier: MIT
#include "model/profile_words.h"

#include "model/words.h"

namespace inroad {

std::string title_of_profile(std::string_view name) {
  if (name == "team") return _("Team");
  if (name == "client-safe") return _("Client-safe");
  if (name == "names-only") return _("Names only");
  return std::string(name);
}

}  // namespace inroad
