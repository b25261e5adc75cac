// SPDX-License-Identifier: MIT
//
// The thread of a test as the owner of jobs: calls delivered to it wait until the test runs them.
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "workbench/jobs.h"

namespace inroad::test {

class OwnerThread {
 public:
  workbench::Deliver deliver() {
    return [calls = calls_](std::function<void()> call) {
      const std::lock_guard lock(calls->mutex);
      calls->waiting.push_back(std::move(call));
      calls->arrived.notify_all();
    };
  }

  // Runs delivered calls until the condition holds; throws when it does not within a minute.
  template <class Condition>
  void run_until(Condition holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!holds()) {
      if (!run_one(end)) throw std::runtime_error("nothing more was delivered");
    }
  }
  void run_what_is_there() {
    while (run_one(std::chrono::steady_clock::now())) {}
  }
  void wait_for_call() {
    std::unique_lock lock(calls_->mutex);
    calls_->arrived.wait(lock, [this] { return !calls_->waiting.empty(); });
  }

 private:
  struct Calls {
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<std::function<void()>> waiting;
  };

  bool run_one(std::chrono::steady_clock::time_point end) {
    std::function<void()> call;
    {
      std::unique_lock lock(calls_->mutex);
      if (!calls_->arrived.wait_until(lock, end, [this] { return !calls_->waiting.empty(); })) return false;
      call = std::move(calls_->waiting.front());
      calls_->waiting.pop_front();
    }
    call();
    return true;
  }

  std::shared_ptr<Calls> calls_ = std::make_shared<Calls>();
};

}  // namespace inroad::test
