// SPDX-License-Identifier: MIT
#include "model/fields.h"

#include "model/account.h"

namespace inroad {
namespace {

// In the order of RecordKind, from 1.
constexpr std::array<std::string_view, 12> kind_words{
    N_("account"), N_("units"),   N_("people"), N_("ties"),    N_("deals"),     N_("claims"),
    N_("notes"),   N_("actions"), N_("needs"),  N_("budgets"), N_("positions"), N_("settings")};

}  // namespace

std::string_view word(RecordKind kind) {
  const auto place = static_cast<std::size_t>(kind);
  return place == 0 || place > kind_words.size() ? std::string_view{} : kind_words[place - 1];
}

RecordKind record_kind_of(std::string_view list) {
  for (std::size_t i = 0; i < kind_words.size(); ++i) {
    if (kind_words[i] == list) return static_cast<RecordKind>(i + 1);
  }
  return RecordKind{};
}

Side side_of(const Account& account, const Person& person) {
  if (person.side != Side::unset) return person.side;
  const Unit* unit = account.find<Unit>(person.unit);
  return unit == nullptr ? Side::client : unit->side;
}

}  // namespace inroad
