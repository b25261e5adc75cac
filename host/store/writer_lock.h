// SPDX-License-Identifier: MIT
//
// The one writer of an account: a file "<account>-lock" beside it, locked for as long as the
// account is open for writing, that tells others who it is. The lock goes with the process, so
// that nothing has to be cleaned up after a crash: a file left behind is taken over.
#pragma once
#include <string>

namespace inroad::store {

class WriterLock {
 public:
  // Holds nothing.
  WriterLock() = default;
  // path: the account's own name, links resolved. Waits at most wait_ms for another writer, then
  // throws Error(failed) saying who that is; or what keeps the lock from being made.
  WriterLock(const std::string& path, int wait_ms);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;

  bool is_held() const { return fd_ >= 0; }

 private:
  bool try_once();
  void introduce() const;
  void release() noexcept;

  std::string name_;
  int fd_ = -1;
};

}  // namespace inroad::store
