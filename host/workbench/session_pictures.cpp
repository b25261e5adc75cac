// SPDX-License-Identifier: MIT
//
// The session's pictures: which view, of whom, since when; each made from the one before, so that an
// edit does not move people about.
#include <algorithm>

#include "workbench/picture_job.h"
#include "workbench/session.h"

namespace inroad::workbench {

void Session::look_at(const std::string& view) {
  view_ = view;
  make_picture();
}

void Session::set_theme(const std::string& theme) {
  if (theme == theme_) return;
  theme_ = theme;
  draw_again();
}

void Session::set_filters(app::Filters filters) {
  if (filters == filters_) return;
  filters_ = std::move(filters);
  draw_again();
}

bool Session::is_folded(const Id& person) const {
  return std::ranges::find(filters_.folds, person) != filters_.folds.end();
}

void Session::toggle_fold(const Id& person) {
  app::Filters filters = filters_;
  if (std::erase(filters.folds, person) == 0) filters.folds.push_back(person);
  set_filters(std::move(filters));
}

void Session::compare_since(int days) {
  if (days == days_compared_) return;
  days_compared_ = days;
  earlier_ = {};
  draw_again();
}

void Session::new_layout() {
  Changes stored;
  for (const auto& [id, position] : account().all<Position>()) {
    const bool is_seen = position.deal.empty() || position.deal == deal_;
    if (position.view == view_ && is_seen && !position.pinned)
      stored.remove.push_back({RecordKind::positions, id});
  }
  views_[view_].is_fresh = views_[view_].is_stale = true;
  if (!stored.remove.empty() && state_->is_writable)
    edit(std::move(stored));  // the picture follows it
  else
    make_picture();
}

void Session::release(const Id& person) { views_[view_].released = person; }

std::shared_ptr<const app::Drawn> Session::drawn(const std::string& view) const {
  const auto found = views_.find(view);
  return found == views_.end() ? nullptr : found->second.drawn;
}

PictureJob Session::picture_job(const std::string& view) const {
  PictureJob job{.state = state_, .deal = deal_, .day = today(), .view = view, .lit = lit_, .filters = filters_};
  const auto shown = views_.find(view);
  if (shown != views_.end() && shown->second.deal == deal_ && shown->second.filters == filters_ &&
      !shown->second.is_fresh) {
    job.last = shown->second.drawn;
    job.released = shown->second.released;
  }
  if (compares_dates(view)) job.earlier = earlier_.account;
  return job;
}

bool Session::compares_dates(const std::string& view) const {
  const auto& bundles = toolbox_.catalogue().bundles;
  return std::ranges::any_of(bundles, [&](const plugins::Bundle& bundle) {
    return bundle.kind == plugins::Kind::view && bundle.name == view && bundle.compares_dates;
  });
}

void Session::draw_again() {
  for (auto& [name, view] : views_) view.is_stale = true;
  make_picture();
}

void Session::make_picture() {
  if (!survey_ || view_.empty() || !views_[view_].is_stale) return;
  if (compares_dates(view_) && earlier_.of != survey_->state) return read_earlier();
  // A picture under way for another view is given up.
  if (!making_.empty() && making_ != view_) views_[making_].is_stale = true;
  making_ = view_;
  views_[view_].is_stale = false;
  PictureJob job = picture_job(view_);
  job.state = survey_->state;
  job.theme = theme_;
  job.snapshot = survey_->snapshot;
  pictures_.newest(
      [this, job](const plugins::Watch& watch) {
        return std::make_shared<const app::Drawn>(draw(calls_, job, watch));
      },
      [this, view = view_, deal = deal_, filters = filters_](std::shared_ptr<const app::Drawn> made) {
        making_.clear();
        View& shown = views_[view];
        shown.drawn = std::move(made);
        shown.deal = deal;
        shown.filters = filters;
        shown.is_fresh = false;
        shown.released.clear();
        say(Topic::picture);
      });
  say(Topic::busy);
}

void Session::read_earlier() {
  documents_.in_order(
      [ledger = ledger_, state = survey_->state, day = today(), days = days_compared_](const plugins::Watch&) {
        return std::make_shared<const app::Earlier>(ledger->earlier(state->account, day, days));
      },
      [this, state = survey_->state, days = days_compared_](std::shared_ptr<const app::Earlier> read) {
        if (days == days_compared_) earlier_ = {state, std::move(read)};
        make_picture();
      });
  say(Topic::busy);
}

// What is gone can neither be filtered by nor folded.
void Session::keep_filters() {
  std::erase_if(filters_.units, [&](const Id& unit) { return account().find<Unit>(unit) == nullptr; });
  std::erase_if(filters_.folds, [&](const Id& person) { return account().find<Person>(person) == nullptr; });
}

}  // namespace inroad::workbench
