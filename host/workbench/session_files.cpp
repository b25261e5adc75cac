// SPDX-License-Identifier: MIT
//
// The session's files: pictures and accounts written, other data brought in. Each is a job of its
// own, made from the state at the time it was asked for.
#include "app/files.h"
#include "model/error.h"
#include "model/interchange.h"
#include "model/profile.h"
#include "workbench/picture_job.h"
#include "workbench/session.h"

namespace inroad::workbench {

void Session::write_picture(const std::string& view, const std::string& profile,
                            const std::string& path, std::function<void()> done) {
  files_.in_order(
      [this, job = picture_job(view), profile, path](const plugins::Watch& watch) {
        PictureJob shared = job;
        shared.profile = profile_named(profile, job.state->account.settings);
        shared.snapshot = nullptr;
        shared.is_for_file = true;
        const app::Drawn drawn = draw(calls_, shared, watch);
        app::Timings timings;
        app::FileForm form;
        form.like = job.state->source;
        app::write_picture(calls_, drawn, path, form, timings);
      },
      std::move(done));
  say(Topic::busy);
}

void Session::write_interchange(const std::string& profile, const std::string& path,
                                std::function<void()> done) {
  files_.in_order(
      [state = state_, profile, path](const plugins::Watch&) {
        app::replace_file(path,
                          inroad::write_interchange(redacted(
                              state->account, profile_named(profile, state->account.settings))),
                          state->source);
      },
      std::move(done));
  say(Topic::busy);
}

void Session::plan_import(const app::ImportRequest& request,
                          std::function<void(std::shared_ptr<const app::ImportResult>)> done) {
  files_.in_order(
      [this, state = state_, request](const plugins::Watch&) {
        app::Timings timings;
        app::ImportRequest asked = request;
        asked.tombstones = state->tombstones;
        return std::make_shared<const app::ImportResult>(
            app::plan_import(calls_, &state->account, {}, asked, timings));
      },
      std::move(done));
  say(Topic::busy);
}

void Session::apply_import(std::shared_ptr<const app::ImportResult> result) {
  on_ledger([result = std::move(result), me = me_](Ledger& ledger) {
    ledger.apply_import(result->changes, me);
  });
}

void Session::write_copy(const std::string& path, std::function<void()> done) {
  documents_.in_order([ledger = ledger_, path](const plugins::Watch&) { ledger->write_copy(path); },
                      std::move(done));
  say(Topic::busy);
}

void Session::save_as_account(const std::string& path, std::function<void()> done) {
  files_.in_order(
      [this, source = state_->source, path](const plugins::Watch&) {
        app::Timings timings;
        app::ImportRequest request;
        request.source = source;
        app::apply_import(path, app::plan_import(calls_, nullptr, {}, request, timings));
      },
      std::move(done));
  say(Topic::busy);
}

}  // namespace inroad::workbench
