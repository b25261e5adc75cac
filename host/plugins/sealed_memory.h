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

// Memory that another process is to fill. Throws std::system_error.
Fd memory_to_fill(const char* name);
// What it was filled with, copied out; then it is emptied and can hold nothing any more, whoever
// still has it open. False when it is not of exactly this size. The bytes are a copy: who filled it
// may go on writing without harm.
bool take_out(int fd, std::uint64_t size, std::vector<std::uint8_t>& bytes);
// All bytes written to memory that is to be filled. Throws std::system_error.
void fill(int fd, std::span<const std::uint8_t> bytes);

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
