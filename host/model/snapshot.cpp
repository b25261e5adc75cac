// SPDX-License-Identifier: MIT
//
// From an account and a question about it to the bytes plugins see: redact, settle who decides,
// resolve, write.
#include "model/snapshot.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/dates.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/network.h"
#include "model/settings.h"
#include "model/snapshot_writer.h"
#include "model/words.h"

namespace inroad {
namespace {

void check_deal(const Account& account, const Id& deal) {
  if (!deal.empty() && account.find<Deal>(deal) == nullptr)
    throw Error(ErrorKind::bad_input, format(_("There is no deal \"{}\"."), deal),
                account.info.name, _("Name a deal of the account by its id."));
}

void check_people(const Account& account, const std::vector<Id>& people) {
  for (const Id& id : people)
    if (account.find<Person>(id) == nullptr)
      throw Error(ErrorKind::bad_input, format(_("There is no person \"{}\"."), id),
                  account.info.name, _("Name people of the account by their ids."));
}

std::vector<Id> each_once(std::vector<Id> ids) {
  std::vector<Id> once;
  for (Id& id : ids)
    if (std::find(once.begin(), once.end(), id) == once.end()) once.push_back(std::move(id));
  return once;
}

// In order of ids, as everything in a snapshot.
std::vector<std::uint32_t> places_of(const Account& account, std::vector<Id> people) {
  const auto& table = account.all<Person>();
  std::sort(people.begin(), people.end());
  std::vector<std::uint32_t> places;
  for (const Id& id : people)
    if (const auto found = table.find(id); found != table.end())
      places.push_back(static_cast<std::uint32_t>(std::distance(table.begin(), found)));
  return places;
}

flatbuffers::DetachedBuffer snapshot_of(const Account& account, const FacetBook& book,
                                        const SnapshotRequest& request) {
  SnapshotHead head;
  const Date today = request.today.empty() ? today_utc() : request.today;
  head.revision = request.revision;
  head.as_of = request.as_of.empty() ? std::string_view(today) : std::string_view(request.as_of);
  head.today = today;
  head.profile = request.profile->name;
  head.deal = request.deal;
  head.decision_makers = places_of(account, decision_makers(account, request.deal, request.to));
  const AdviceSettings settings = advice_settings(account.settings, account.info.name);
  const IdIndex records(account);
  const ClaimIndex claims(account, records);
  EffectiveNetwork network = effective_network(account, records, claims, head.deal,
                                               head.decision_makers, head.today, settings, book);
  return write_snapshot(account, records, claims, head, std::move(network), settings, book);
}

}  // namespace

std::vector<Id> decision_makers(const Account& account, const Id& deal, const std::vector<Id>& to) {
  check_deal(account, deal);
  check_people(account, to);
  if (!to.empty()) return each_once(to);
  const Deal* asked = account.find<Deal>(deal);
  if (asked == nullptr) return {};
  std::vector<Id> targets;
  for (const Target& target : asked->targets)
    if (target.step == asked->client_step && target.step != ClientStep::unset)
      targets.push_back(target.person);
  return each_once(targets.empty() ? asked->decision_makers : targets);
}

Snapshot make_snapshot(const Account& account, const FacetBook& book,
                       const SnapshotRequest& request) {
  const ShareProfile& profile = *request.profile;
  const std::string audience = to_text(Value{account.info.id, identity_of(profile)});
  if (profile.is_everything) return Snapshot(snapshot_of(account, book, request), audience);

  // Outside the team even the request's ids stand for something: they are replaced like all others,
  // and what is then not there was not asked about.
  check_deal(account, request.deal);
  check_people(account, request.to);
  const Account shown = redacted(account, profile);
  const auto stand_in = [&](const Id& id) { return pseudonym(account.info.id, profile.name, id); };
  SnapshotRequest outside = request;
  if (!request.revision.empty()) outside.revision = stand_in(request.revision);
  outside.deal = stand_in(request.deal);
  if (shown.find<Deal>(outside.deal) == nullptr) outside.deal.clear();
  outside.to.clear();
  for (const Id& id : request.to)
    if (shown.find<Person>(stand_in(id)) != nullptr) outside.to.push_back(stand_in(id));
  return Snapshot(snapshot_of(shown, book, outside), audience);
}

}  // namespace inroad
