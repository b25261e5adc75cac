// SPDX-License-Identifier: MIT
//
// A file descriptor with one owner; closed with it.
#pragma once
#include <unistd.h>

#include <utility>

namespace inroad::plugins {

class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() {
    if (fd_ >= 0) ::close(fd_);
  }

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  void close() { Fd().swap(*this); }

 private:
  void swap(Fd& other) noexcept { std::swap(fd_, other.fd_); }
  int fd_ = -1;
};

}  // namespace inroad::plugins
