// SPDX-License-Identifier: MIT
//
// The session's past: the log, versions, the account as of another day, what others wrote meanwhile, and
// what is forgotten.
#include "workbench/session.h"

namespace inroad::workbench {

void Session::read_history(std::function<void(std::vector<HistoryLine>)> done) {
  documents_.in_order(
      [ledger = ledger_, &book = toolbox_.facets()](const plugins::Watch&) { return ledger->history(book); },
      std::move(done));
  say(Topic::busy);
}

void Session::name_version(const std::string& name, std::function<void()> done) {
  documents_.in_order(
      [ledger = ledger_, name, me = me_](const plugins::Watch&) { ledger->name_version(name, me); },
      std::move(done));
  say(Topic::busy);
}

void Session::look_back(const HistoryLine& line) {
  documents_.in_order(
      [ledger = ledger_, line](const plugins::Watch&) { return ledger->state_as_of(line); },
      [this](State state) { adopt(std::move(state)); });
  say(Topic::busy);
}

void Session::look_at_today() {
  on_ledger([](Ledger&) {});
}

void Session::read_access_report(const Id& person, std::function<void(std::string)> done) {
  documents_.in_order(
      [ledger = ledger_, person, &facets = toolbox_.facets()](const plugins::Watch&) {
        return app::held_text(ledger->held_on(person, {}), facets);
      },
      std::move(done));
  say(Topic::busy);
}

void Session::plan_forgetting(const Id& person, std::function<void(ForgetView)> done) {
  documents_.in_order(
      [ledger = ledger_, state = state_, person, &book = toolbox_.facets()](const plugins::Watch&) {
        return forget_view(ledger->held_on(person, {}), state->account, &book);
      },
      std::move(done));
  say(Topic::busy);
}

void Session::forget(const Id& person, const std::vector<std::string>& also,
                     std::function<void(bool is_finished)> done) {
  struct Forgotten {
    bool is_finished;
    State state;
  };
  documents_.in_order(
      [ledger = ledger_, person, also, &book = toolbox_.facets()](const plugins::Watch&) {
        const bool is_finished = ledger->forget(person, also);
        return Forgotten{is_finished, ledger->state(book)};
      },
      [this, done = std::move(done)](Forgotten forgotten) {
        adopt(std::move(forgotten.state));
        done(forgotten.is_finished);
      });
  say(Topic::busy);
}

void Session::read_again() {
  if (state_->is_writable || state_->is_exchange_file || !state_->as_of.empty()) return;
  documents_.in_order(
      [ledger = ledger_, &book = toolbox_.facets()](const plugins::Watch&) {
        return ledger->read_again() ? ledger->state(book) : State();
      },
      [this](State state) {
        if (state) adopt(std::move(state));
      });
}

}  // namespace inroad::workbench
