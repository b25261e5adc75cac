// SPDX-License-Identifier: MIT
//
// Work off the GUI thread. One Jobs object is one worker thread that runs its jobs one after another;
// their results are handed back to the thread that owns the object, and dropped when the object is
// gone or a newer request replaced them. Knows nothing of wx: `deliver` is how a call reaches the owner.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

#include "plugins/call.h"

namespace inroad::workbench {

// Carries a call to the owner's thread, in the order given. Called from any thread.
using Deliver = std::function<void(std::function<void()>)>;

class Jobs {
 public:
  // failed: gets the sentence of a job that threw, on the owner's thread. settled: called there after
  // each job's end, whatever it was.
  Jobs(Deliver deliver, std::function<void(const std::string&)> failed,
       std::function<void()> settled = [] {});
  // Cancels what may be dropped, finishes what was posted in order, joins the thread.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Runs after everything posted before; never dropped before it ran. work(watch) on the worker's
  // thread, done(result) on the owner's.
  template <class Work, class Done>
  void in_order(Work work, Done done) {
    post(false, packed(std::move(work), std::move(done)));
  }
  // Replaces what was posted this way before: waiting jobs are dropped, the running one is cancelled
  // and its result never delivered.
  template <class Work, class Done>
  void newest(Work work, Done done) {
    post(true, packed(std::move(work), std::move(done)));
  }
  // Cancels all that is under way or waiting. Cancelled jobs are not failures.
  void cancel();

  // Jobs posted and neither delivered nor dropped. Owner's thread only.
  bool is_busy() const { return pending_ > 0; }

 private:
  using Result = std::function<void()>;
  using Packed = std::function<Result(const plugins::Watch&)>;
  struct Job {
    Packed run;
    bool is_replaceable = false;
    std::uint64_t request = 0;  // counts the replaceable ones
    std::shared_ptr<std::atomic<bool>> cancelled;
  };

  // A result may be movable only, a std::function must be copyable: it travels behind a pointer.
  template <class Work, class Done>
  static Packed packed(Work work, Done done) {
    using Made = std::invoke_result_t<Work&, const plugins::Watch&>;
    return [work = std::move(work), done = std::move(done)](const plugins::Watch& watch) -> Result {
      if constexpr (std::is_void_v<Made>) {
        std::invoke(work, watch);
        return done;
      } else {
        auto made = std::make_shared<Made>(std::invoke(work, watch));
        return [done, made] { done(std::move(*made)); };
      }
    };
  }

  void post(bool is_replaceable, Packed run);
  void work_through();
  void run(Job& job);
  void settle(const Job& job, const Result& result);

  Deliver deliver_;
  std::function<void(const std::string&)> failed_;
  std::function<void()> settled_;
  int pending_ = 0;
  std::uint64_t newest_request_ = 0;  // what was asked before does not count any more
  std::shared_ptr<Jobs*> self_;  // null inside once this object is gone; owner's thread only

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  std::shared_ptr<std::atomic<bool>> running_;  // `cancelled` of the job under way
  bool is_running_replaceable_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace inroad::workbench
