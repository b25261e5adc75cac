// SPDX-License-Identifier: MIT
//
// The worker thread and the way back. Two rules keep it simple: only the worker runs jobs, only the
// owner's thread looks at `cancelled` to decide whether a result still counts.
#include "workbench/jobs.h"

#include <algorithm>

#include "model/error.h"

namespace inroad::workbench {

Jobs::Jobs(Deliver deliver, std::function<void(const std::string&)> failed,
           std::function<void()> settled)
    : deliver_(std::move(deliver)),
      failed_(std::move(failed)),
      settled_(std::move(settled)),
      self_(std::make_shared<Jobs*>(this)),
      thread_([this] { work_through(); }) {}

Jobs::~Jobs() {
  *self_ = nullptr;
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    std::erase_if(waiting_, [](const Job& job) { return job.is_replaceable; });
    if (running_) *running_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Jobs::post(bool is_replaceable, Packed run) {
  ++pending_;
  {
    const std::lock_guard lock(mutex_);
    if (is_replaceable) {
      pending_ -= static_cast<int>(
          std::erase_if(waiting_, [](const Job& job) { return job.is_replaceable; }));
      if (running_ && is_running_replaceable_) *running_ = true;
    }
    if (is_replaceable) ++newest_request_;
    waiting_.push_back({std::move(run), is_replaceable, newest_request_, std::make_shared<std::atomic<bool>>(false)});
  }
  wake_.notify_one();
}

void Jobs::cancel() {
  const std::lock_guard lock(mutex_);
  ++newest_request_;
  pending_ -= static_cast<int>(waiting_.size());
  waiting_.clear();
  if (running_) *running_ = true;
}

void Jobs::work_through() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
      running_ = job.cancelled;
      is_running_replaceable_ = job.is_replaceable;
    }
    run(job);
    const std::lock_guard lock(mutex_);
    running_.reset();
  }
}

void Jobs::run(Job& job) {
  plugins::Watch watch;
  watch.cancelled = job.cancelled.get();
  Result result;
  try {
    result = job.run(watch);
  } catch (...) {
    result = [this, sentence = describe_current_exception().sentence] { failed_(sentence); };
  }
  // `this` may be gone when the call arrives; self tells, and is looked at on the owner's thread only.
  deliver_([self = self_, job, result = std::move(result)] {
    if (*self) (*self)->settle(job, result);
  });
}

void Jobs::settle(const Job& job, const Result& result) {
  --pending_;
  const auto self = self_;
  const bool is_outdated = job.is_replaceable && job.request != newest_request_;
  if (!*job.cancelled && !is_outdated) result();
  // The result may have closed the account, and this object with it.
  if (*self) settled_();
}

}  // namespace inroad::workbench
