// SPDX-License-Identifier: MIT
#include "app/suggest.h"

#include <map>

#include "model/error.h"
#include "model/words.h"
#include "plugins/verify.h"

namespace inroad::app {
namespace {

std::vector<std::uint32_t> indexes_of(const Snapshot& snapshot, const std::vector<Id>& ids) {
  std::map<std::string_view, std::uint32_t> index;
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i)
    index.emplace(snapshot.person_id(i), i);
  std::vector<std::uint32_t> found;
  for (const Id& id : ids) {
    const auto at = index.find(id);
    if (at == index.end())
      throw Error(ErrorKind::bad_input,
                  format(_("There is nobody with the id \"{}\" in this account."), id), {},
                  _("Give ids as the account has them."));
    found.push_back(at->second);
  }
  return found;
}

}  // namespace

Advised suggest(Calls& calls, std::shared_ptr<const Snapshot> snapshot,
                const SuggestRequest& request, Timings& timings, const plugins::Watch& watch) {
  const plugins::Bundle& bundle =
      calls.toolbox().catalogue().find(plugins::Kind::advisor, request.plugin);
  msg::AdviceRequestT ask;
  ask.only = indexes_of(*snapshot, request.carriers);
  ask.is_restricted = request.is_restricted;
  ask.coalition = request.coalition;
  ask.routes = request.routes;
  ask.parts = request.parts;
  msg::RequestT message;
  message.lang = language();
  message.ask.Set(std::move(ask));

  Advised advised{std::move(snapshot), {}};
  advised.bytes = calls.call(bundle, advised.snapshot.get(), message, {}, timings, watch);
  const StopWatch verifying(timings.verify_ms);
  calls.judged(bundle, [&]() -> decltype(auto) {
    return plugins::verified_advice(bundle, advised.bytes, advised.snapshot->root());
  });
  return advised;
}

}  // namespace inroad::app
