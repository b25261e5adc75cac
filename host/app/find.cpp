// SPDX-License-Identifier: MIT
#include "app/find.h"

#include <vector>

#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

// "d1 (Signalling renewal), d2 (Depot)"
template <class Record>
std::string listed(const std::vector<const Record*>& records) {
  constexpr std::size_t shown = 12;
  std::string list;
  for (std::size_t i = 0; i < records.size() && i < shown; ++i)
    list += (i ? comma() : "") + format(_("{} ({})"), records[i]->id, records[i]->name);
  return records.size() > shown ? list + ", …" : list;
}

template <class Record>
std::vector<const Record*> named(const Table<Record>& table, std::string_view name) {
  std::vector<const Record*> found;
  for (const auto& [id, record] : table)
    if (record.name == name) found.push_back(&record);
  return found;
}

template <class Record>
std::vector<const Record*> everyone(const Table<Record>& table) {
  std::vector<const Record*> all;
  for (const auto& [id, record] : table) all.push_back(&record);
  return all;
}

}  // namespace

Id person_meant(const Account& account, std::string_view typed, ErrorKind unknown) {
  if (account.find<Person>(typed)) return Id(typed);
  const auto found = named(account.all<Person>(), typed);
  if (found.size() == 1) return found.front()->id;
  if (found.empty())
    throw Error(unknown, format(_("There is nobody called \"{}\" in this account."), typed), {},
                _("Give the person's id or full name as the account has it."));
  throw Error(ErrorKind::usage,
              format(_("Several people are called \"{}\": {}."), typed, listed(found)), {},
              _("Give the id instead."));
}

Id deal_meant(const Account& account, std::string_view typed) {
  const auto& deals = account.all<Deal>();
  if (typed.empty()) {
    if (deals.empty()) return {};
    if (deals.size() == 1) return deals.begin()->first;
    throw Error(ErrorKind::usage,
                format(_("The account has several deals: {}."), listed(everyone(deals))), {},
                _("Say which one with --deal ID."));
  }
  if (account.find<Deal>(typed)) return Id(typed);
  const auto found = named(deals, typed);
  if (found.size() == 1) return found.front()->id;
  throw Error(ErrorKind::usage, format(_("There is no deal \"{}\" in this account."), typed), {},
              deals.empty() ? std::string(_("It has no deals; leave the deal out."))
                            : format(_("The deals are: {}."), listed(everyone(deals))));
}

}  // namespace inroad::app
