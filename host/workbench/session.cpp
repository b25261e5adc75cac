// SPDX-License-Identifier: MIT
#include "workbench/session.h"

#include <algorithm>

#include "app/files.h"
#include "model/error.h"
#include "model/interchange.h"
#include "model/snapshot.h"
#include "model/words.h"

namespace inroad::workbench {

Session::Session(const app::Toolbox& toolbox, Deliver deliver, Hooks hooks)
    : toolbox_(toolbox),
      hooks_(std::move(hooks)),
      calls_(toolbox),
      documents_(deliver, hooks_.failed, [this] { say(Topic::busy); }),
      surveys_(deliver, hooks_.failed, [this] { say(Topic::busy); }),
      advisors_(
          deliver,
          [this](const std::string& sentence) {
            advice_refusal_ = sentence;
            select_at_first();
            say(Topic::advice);
          },
          [this] { say(Topic::busy); }),
      pictures_(deliver, hooks_.failed, [this] { say(Topic::busy); }),
      files_(deliver, hooks_.failed, [this] { say(Topic::busy); }) {}

Session::~Session() { cancel(); }

void Session::start(Maker make_ledger, std::function<void()> ready) {
  struct Opened {
    std::shared_ptr<Ledger> ledger;
    State state;
  };
  documents_.in_order(
      [make = std::move(make_ledger), &book = toolbox_.facets()](const plugins::Watch&) {
        Opened opened{make(), nullptr};
        opened.state = opened.ledger->state(book);
        return opened;
      },
      [this, ready = std::move(ready)](Opened opened) {
        ledger_ = std::move(opened.ledger);
        state_ = std::move(opened.state);
        const auto& deals = account().all<Deal>();
        if (!deals.empty()) deal_ = deals.rbegin()->first;
        settle_me();
        ready();
        say(Topic::account);
        make_survey();
      });
}

void Session::adopt(State state) {
  state_ = std::move(state);
  const Selection before = selection_;
  keep_choices();
  keep_filters();
  say(Topic::account);
  if (selection_ != before) say(Topic::selection);
  make_survey();
}

// What was chosen may have been removed by the edit, or not yet be there on the day that is looked at:
// then it is chosen again once it is there. Says nothing: panels learn of the account first.
void Session::keep_choices() {
  const bool is_past = !state_->as_of.empty();
  if (account().find<Deal>(deal_) == nullptr) {
    if (is_past && next_deal_.empty()) next_deal_ = deal_;
    const auto& deals = account().all<Deal>();
    deal_ = deals.empty() ? Id() : deals.rbegin()->first;
  }
  settle_me();
  if (account().find<Deal>(next_deal_) != nullptr) deal_ = std::exchange(next_deal_, {});
  Selection kept = selection_;
  if (account().find<Person>(next_selection_.person) != nullptr) {
    kept = std::exchange(next_selection_, {});
  }
  if (account().find<Person>(kept.person) == nullptr) {
    if (is_past && next_selection_.person.empty()) next_selection_.person = kept.person;
    kept.person.clear();
  }
  if (account().find<Tie>(kept.tie) == nullptr) kept.tie.clear();
  if (kept == selection_) return;
  selection_ = std::move(kept);
  has_selected_ = true;
  is_selection_chosen_ = false;
}

void Session::remember_me(const Id& person) {
  remembered_me_ = person;
  settle_me();
}

void Session::settle_me() {
  const std::vector<Id> ours = our_people(account());
  const bool is_there = std::ranges::find(ours, remembered_me_) != ours.end();
  me_ = is_there ? remembered_me_ : ours.size() == 1 ? ours.front() : Id();
}

bool Session::is_me_open() const { return me_.empty() && our_people(account()).size() > 1; }

void Session::choose_deal(const Id& deal) {
  if (deal == deal_) return;
  deal_ = deal;
  chosen_voice_.clear();
  say(Topic::deal);
  make_survey();
}

void Session::select(Selection selection) {
  has_selected_ = is_selection_chosen_ = true;
  // A view that compares dates shows people and ties that are gone.
  if (account().find<Person>(selection.person) == nullptr) selection.person.clear();
  if (account().find<Tie>(selection.tie) == nullptr) selection.tie.clear();
  if (selection == selection_) return;
  selection_ = std::move(selection);
  say(Topic::selection);
}

// An account opens on the person it is about: our best voice, else who decides.
void Session::select_at_first() {
  if (has_selected_) return;
  Id person = advice_ && !advice_->voices.empty() ? advice_->voices.front().person : Id();
  const std::vector<Id> deciders = decision_makers(account(), deal_, {});
  if (person.empty() && !deciders.empty()) person = deciders.front();
  if (account().find<Person>(person) == nullptr) return;
  select({person, {}});
  is_selection_chosen_ = false;
}

void Session::make_survey() {
  surveys_.newest([state = state_, deal = deal_, &book = toolbox_.facets(), day = today()](const plugins::Watch&) {
                    return workbench::survey(state, book, deal, day);
                  },
                  [this](Survey made) {
                    survey_ = std::move(made);
                    say(Topic::survey);
                    draw_again();
                    make_advice();
                  });
  say(Topic::busy);
}

void Session::make_advice() {
  if (deal_.empty()) {
    advisors_.cancel();
    advice_.reset();
    lit_ = {};
    advice_refusal_ = _("Add a deal and say who decides, to see who can speak for us.");
    say(Topic::advice);
    return;
  }
  advisors_.newest(
      [this, snapshot = survey_->snapshot](const plugins::Watch& watch) {
        app::Timings timings;
        return advice_view(app::suggest(calls_, snapshot, {}, timings, watch));
      },
      [this](AdviceView made) {
        advice_refusal_ = made.refusal;
        advice_ = std::move(made);
        choose_voice(chosen_voice_);
        select_at_first();
        say(Topic::advice);
      });
}

void Session::choose_voice(const Id& person) {
  if (!advice_) return;
  auto voice = std::ranges::find(advice_->voices, person, &Voice::person);
  if (voice == advice_->voices.end()) voice = advice_->voices.begin();
  const bool is_there = voice != advice_->voices.end();
  chosen_voice_ = is_there ? voice->person : Id();
  const Path path = is_there ? voice->path : Path();
  if (path == lit_) return;
  lit_ = path;
  say(Topic::path);
  draw_again();
}

void Session::on_ledger(std::function<void(Ledger&)> work) {
  documents_.in_order(
      [ledger = ledger_, work = std::move(work), &book = toolbox_.facets()](const plugins::Watch&) {
        work(*ledger);
        return ledger->state(book);
      },
      [this](State state) { adopt(std::move(state)); });
}

namespace {

// Of a refused edit the place in its JSON says nothing to people; of a failed one the file does.
std::string refusal_now() {
  try {
    throw;
  } catch (const Error& error) {
    if (error.kind == ErrorKind::bad_input || error.kind == ErrorKind::usage) {
      return error.remedy.empty() ? error.what() : format(_("{} {}"), error.what(), error.remedy);
    }
    return describe_current_exception().sentence;
  } catch (...) {
    return describe_current_exception().sentence;
  }
}

}  // namespace

void Session::edit(Changes changes, Told told) {
  struct Outcome {
    State state;
    std::string refusal;
  };
  if (changes.by.empty()) changes.by = me_;
  documents_.in_order(
      [ledger = ledger_, changes = std::move(changes), &book = toolbox_.facets()](const plugins::Watch&) {
        try {
          ledger->apply(changes);
        } catch (...) {
          return Outcome{nullptr, refusal_now()};
        }
        return Outcome{ledger->state(book), {}};
      },
      [this, told = std::move(told)](Outcome outcome) {
        if (outcome.state) adopt(std::move(outcome.state));
        if (told) return told(outcome.refusal);
        if (!outcome.refusal.empty()) hooks_.failed(outcome.refusal);
      });
}

void Session::undo() {
  on_ledger([me = me_](Ledger& ledger) { ledger.undo(me); });
}

void Session::redo() {
  on_ledger([me = me_](Ledger& ledger) { ledger.redo(me); });
}

bool Session::is_busy() const {
  return documents_.is_busy() || surveys_.is_busy() || advisors_.is_busy() || pictures_.is_busy() ||
         files_.is_busy();
}

void Session::cancel() {
  surveys_.cancel();
  advisors_.cancel();
  pictures_.cancel();
  files_.cancel();
}

}  // namespace inroad::workbench
