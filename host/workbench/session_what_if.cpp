// SPDX-License-Identifier: MIT
//
// The session's "what if that is not so?": asked of a supposed account, so that nothing is edited.
#include "app/what_if.h"
#include "model/snapshot.h"
#include "workbench/session.h"

namespace inroad::workbench {

Changes Session::denial_of_selection() const {
  if (!selection_.tie.empty()) return app::denial_of_tie(selection_.tie);
  return app::denial_of_attitude(account(), selection_.person, deal_);
}

bool Session::can_ask_what_if() const {
  if (!survey_ || deal_.empty()) return false;
  if (!selection_.tie.empty()) return true;
  const msg::Attitude attitude = attitude_of(*survey_->snapshot, selection_.person);
  return attitude != msg::Attitude::unset && attitude != msg::Attitude::unknown;
}

void Session::read_what_if(std::function<void(std::string)> done) {
  files_.in_order(
      [this, state = state_, deal = deal_, day = today(),
       denial = denial_of_selection()](const plugins::Watch& watch) {
        const app::Supposition supposed = app::suppose(state->account, denial, toolbox_.facets());
        app::Timings timings;
        const auto answer = [&](const Account& account) {
          SnapshotRequest request;
          request.deal = deal;
          request.today = day;
          auto snapshot = std::make_shared<const Snapshot>(
              make_snapshot(account, toolbox_.facets(), request));
          return app::suggest(calls_, std::move(snapshot), {}, timings, watch);
        };
        return app::what_if_text(supposed, answer(state->account), answer(supposed.account));
      },
      std::move(done));
  say(Topic::busy);
}

}  // namespace inroad::workbench
