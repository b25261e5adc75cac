// SPDX-License-Identifier: MIT
#include "app/advice_words.h"

#include "model/words.h"

namespace inroad::app {

std::string chance_in_words(double chance) {
  if (chance < .05) return _("hardly");
  if (chance < .20) return _("unlikely");
  if (chance < .40) return _("perhaps");
  if (chance < .60) return _("about even");
  if (chance < .80) return _("likely");
  return _("very likely");
}

std::string chance_with_digits(double chance) {
  return format(_("{0} ({1})"), chance_in_words(chance), fmt::format("{:.2f}", chance));
}

std::string name_of(const Snapshot& snapshot, std::uint32_t person) {
  const msg::Person& one = *snapshot.root().people()->Get(person);
  for (const auto* text : {one.name(), one.title()})
    if (text && text->size() > 0) return text->str();
  return one.id()->str();
}

std::string names_of(const Snapshot& snapshot, const flatbuffers::Vector<std::uint32_t>& people,
                     const char* between) {
  std::string joined;
  for (const std::uint32_t person : people)
    joined += (joined.empty() ? "" : between) + name_of(snapshot, person);
  return joined;
}

const msg::Route* best_route(const msg::Carrier& carrier) {
  const bool has_any = carrier.routes() != nullptr && carrier.routes()->size() > 0;
  return has_any ? carrier.routes()->Get(0) : nullptr;
}

std::string weakest_link(const Snapshot& snapshot, const msg::Route& route) {
  if (route.weakest() < 0) return {};
  const auto* ends =
      snapshot.root().ties()->ends()->Get(static_cast<std::uint32_t>(route.weakest()));
  return format(_("Weakest link: between {} and {}."), name_of(snapshot, ends->from()),
                name_of(snapshot, ends->to()));
}

}  // namespace inroad::app
