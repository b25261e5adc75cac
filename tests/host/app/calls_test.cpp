// SPDX-License-Identifier: MIT
//
// A plugin process serves one bundle, one account and one share profile: what it saw it could
// repeat. The plugin here answers with the number of its process.
#include "app/calls.h"

#include <inroad/messages/call_generated.h>

#include <set>

#include "catch.h"
#include "model/interchange.h"
#include "model/profile.h"

using namespace inroad;

namespace {

plugins::Bundle teller_of_its_process() {
  plugins::Bundle bundle;
  bundle.id = "views/wicked";
  bundle.name = "wicked";
  bundle.kind = plugins::Kind::view;
  bundle.title = {{"en", "Wicked"}};
  bundle.folder = INROAD_BAD_FOLDER;
  bundle.library = bundle.folder / "wicked.so";
  bundle.deadline_ms = 60'000;
  return bundle;
}

Account account(const std::string& id, const std::string& share) {
  return read_interchange(
      R"({"format": "inroad/1", "account": {"id": ")" + id +
          R"("}, "people": [{"id": "p", "name": "Zhao"}], "settings": {"share": )" + share + "}}",
      "test.json");
}

Snapshot taken(const Account& account, const std::string& profile_name) {
  const ShareProfile profile = profile_named(profile_name, account.settings);
  SnapshotRequest request;
  request.today = "2026-11-23";
  request.profile = &profile;
  return make_snapshot(account, {}, request);
}

const char* const board = R"({"board": {"classes": ["public"]}})";
const char* const open_board = R"({"board": {"classes": ["public", "internal"]}})";

}  // namespace

TEST_CASE("a plugin process is kept for its account and profile and reused for no other") {
  const app::Toolbox toolbox({INROAD_BIN_FOLDER, "2026-11-23", "en", false});
  app::Calls calls(toolbox);
  app::Timings timings;
  const plugins::Bundle bundle = teller_of_its_process();
  const auto process_for = [&](const Snapshot* snapshot) {
    const std::string wish = "pid";
    const plugins::Input more[] = {
        {INROAD_INPUT_ATTACHMENT,
         {reinterpret_cast<const std::uint8_t*>(wish.data()), wish.size()}}};
    const auto answer = calls.call(bundle, snapshot, {}, more, timings);
    return std::string(answer.begin(), answer.end());
  };

  const Account one = account("one", board), other = account("other", board);
  const Account edited = account("one", open_board);
  std::vector<Snapshot> apart;
  for (const char* profile : {"team", "client-safe", "board", "names-only"})
    apart.push_back(taken(one, profile));
  apart.push_back(taken(edited, "board"));
  apart.push_back(taken(other, "board"));
  apart.push_back(taken(other, "team"));
  std::vector<std::string> processes;
  for (const Snapshot& snapshot : apart) processes.push_back(process_for(&snapshot));
  REQUIRE(std::set<std::string>(processes.begin(), processes.end()).size() == apart.size());
  for (std::size_t i = 0; i < apart.size(); ++i) CHECK(process_for(&apart[i]) == processes[i]);

  // The same account later, the same profile: the process may keep what it has.
  Account later = one;
  later.all<Person>().at("p").name = "Zhao Min";
  const Snapshot again = taken(later, "board");
  CHECK(process_for(&again) == processes[2]);

  // Nobody can tell whose data an importer gets: each call has a process of its own.
  CHECK(process_for(nullptr) != process_for(nullptr));
}
