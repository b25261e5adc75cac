// SPDX-License-Identifier: MIT
//
// The job runner: what is delivered, what is dropped, and in which order.
#include "workbench/jobs.h"

#include <chrono>
#include <future>

#include "catch.h"
#include "model/error.h"
#include "workbench/owner_thread.h"

namespace inroad::workbench {
namespace {

using test::OwnerThread;

struct Heard {
  std::vector<int> results;
  std::vector<std::string> failures;
};

TEST_CASE("jobs posted in order are all delivered, in that order") {
  OwnerThread owner;
  Heard heard;
  Jobs jobs(owner.deliver(), [&](const std::string& s) { heard.failures.push_back(s); });
  for (int i = 0; i < 5; ++i) {
    jobs.in_order([i](const plugins::Watch&) { return i; }, [&](int made) { heard.results.push_back(made); });
  }
  CHECK(jobs.is_busy());
  owner.run_until([&] { return heard.results.size() == 5; });
  CHECK(heard.results == std::vector{0, 1, 2, 3, 4});
  owner.run_until([&] { return !jobs.is_busy(); });
}

TEST_CASE("a newer request drops the waiting one, cancels the running one and is the only one heard") {
  OwnerThread owner;
  Heard heard;
  std::promise<void> has_started;
  std::atomic<bool> was_cancelled = false;
  Jobs jobs(owner.deliver(), [&](const std::string& s) { heard.failures.push_back(s); });
  jobs.newest(
      [&](const plugins::Watch& watch) {
        has_started.set_value();
        while (!*watch.cancelled) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        was_cancelled = true;
        return 1;
      },
      [&](int made) { heard.results.push_back(made); });
  has_started.get_future().wait();
  jobs.newest([](const plugins::Watch&) { return 2; }, [&](int made) { heard.results.push_back(made); });
  jobs.newest([](const plugins::Watch&) { return 3; }, [&](int made) { heard.results.push_back(made); });
  owner.run_until([&] { return !jobs.is_busy(); });
  CHECK(was_cancelled);
  CHECK(heard.results == std::vector{3});
  CHECK(heard.failures.empty());
}

TEST_CASE("a result that arrives after a newer request was made is dropped on the owner's thread") {
  OwnerThread owner;
  Heard heard;
  Jobs jobs(owner.deliver(), [](const std::string&) {});
  jobs.newest([](const plugins::Watch&) { return 1; }, [&](int made) { heard.results.push_back(made); });
  owner.wait_for_call();  // the first result is on its way, not yet taken
  jobs.newest([](const plugins::Watch&) { return 2; }, [&](int made) { heard.results.push_back(made); });
  owner.run_until([&] { return !jobs.is_busy(); });
  CHECK(heard.results == std::vector{2});
}

TEST_CASE("a job that throws is a failure with its sentence, and the next one still runs") {
  OwnerThread owner;
  Heard heard;
  Jobs jobs(owner.deliver(), [&](const std::string& s) { heard.failures.push_back(s); });
  jobs.in_order([](const plugins::Watch&) -> int { throw Error(ErrorKind::failed, "No room left."); },
                [&](int made) { heard.results.push_back(made); });
  jobs.in_order([](const plugins::Watch&) { return 7; }, [&](int made) { heard.results.push_back(made); });
  owner.run_until([&] { return !jobs.is_busy(); });
  REQUIRE(heard.failures.size() == 1);
  CHECK(heard.failures.front().find("No room left.") != std::string::npos);
  CHECK(heard.results == std::vector{7});
}

TEST_CASE("closing finishes what was posted in order, delivers nothing") {
  OwnerThread owner;
  std::atomic<int> done = 0;
  int delivered = 0;
  {
    Jobs jobs(owner.deliver(), [](const std::string&) {});
    for (int i = 0; i < 3; ++i) {
      jobs.in_order([&](const plugins::Watch&) { ++done; }, [&] { ++delivered; });
    }
  }
  CHECK(done == 3);
  owner.run_what_is_there();
  CHECK(delivered == 0);
}

}  // namespace
}  // namespace inroad::workbench
