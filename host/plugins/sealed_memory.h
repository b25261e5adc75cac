// SPDX-License-Identifier: MIT
//
// Memory that goes from one process to another and that nobody can change any more: a memfd with
// all seals set. Whoever reads it needs no lock and no copy; whoever distrusts the sender copies
// first.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "plugins/fd.h"

namespace inroad::plugins {

// A sealed copy of the bytes. Throws std::system_error, among others when there is no memory left.
Fd sealed_copy(std::span<const std::uint8_t> bytes, const char* name);

// A sealed copy of a whole file. Throws std::system_error; EFBIG above max_size.
Fd sealed_copy_of_file(const char* path, std::uint64_t max_size);

// The bytes of sealed memory, copied out. False when fd is not sealed memory of exactly this size.
bool copy_out(int fd, std::uint64_t size, std::vector<std::uint8_t>& bytes);

// Sealed memory mapped read-only at a page's start; the fd may be closed meanwhile.
class Mapping {
 public:
  // Throws std::system_error; EINVAL when fd is not sealed memory of at least this size.
  Mapping(int fd, std::uint64_t size);
  // All of it.
  explicit Mapping(int fd);
  Mapping(Mapping&& other) noexcept;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping();

  std::span<const std::uint8_t> bytes() const { return bytes_; }

 private:
  std::span<const std::uint8_t> bytes_;
};

}  // namespace inroad::plugins
