// SPDX-License-Identifier: MIT
#include "plugins/sealed_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace inroad::plugins {

namespace {

constexpr int all_seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;

[[noreturn]] void throw_errno(const char* doing, int error = errno) {
  throw std::system_error(error, std::generic_category(), doing);
}

Fd new_memory(const char* name) {
  Fd memory(memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!memory) throw_errno("memfd_create");
  return memory;
}

void seal(const Fd& memory) {
  if (fcntl(memory.get(), F_ADD_SEALS, all_seals) != 0) throw_errno("F_ADD_SEALS");
}

// The size of sealed memory; -1 when it is anything else (a pipe, a device, memory still open to
// change).
std::int64_t sealed_size(int fd) {
  constexpr int needed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  const int seals = fcntl(fd, F_GET_SEALS);
  struct stat status {};
  if (seals < 0 || (seals & needed) != needed || fstat(fd, &status) != 0) return -1;
  return status.st_size;
}

}  // namespace

// Written, not mapped: when memory runs out write() says so, where a mapping would kill the
// process.
void fill(int fd, std::span<const std::uint8_t> bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t wrote =
        pwrite(fd, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) throw_errno("write", wrote == 0 ? ENOSPC : errno);
    done += static_cast<std::size_t>(wrote);
  }
}

Fd sealed_copy(std::span<const std::uint8_t> bytes, const char* name) {
  Fd memory = new_memory(name);
  fill(memory.get(), bytes);
  seal(memory);
  return memory;
}

Fd sealed_copy_of_file(const char* path, std::uint64_t max_size) {
  // Non-blocking, so that a pipe in the file's place cannot hold us up.
  const Fd file(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) throw_errno(path);
  struct stat status {};
  if (fstat(file.get(), &status) != 0) throw_errno(path);
  if (!S_ISREG(status.st_mode)) throw_errno(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);

  Fd memory = new_memory("inroad-library");
  for (std::uint64_t done = 0;;) {
    const ssize_t sent = sendfile(memory.get(), file.get(), nullptr, 1 << 20);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) throw_errno(path);
    if (sent == 0) break;
    done += static_cast<std::uint64_t>(sent);
    if (done > max_size) throw_errno(path, EFBIG);
  }
  seal(memory);
  return memory;
}

Fd memory_to_fill(const char* name) { return new_memory(name); }

bool take_out(int fd, std::uint64_t size, std::vector<std::uint8_t>& bytes) {
  struct stat status {};
  if (fstat(fd, &status) != 0 || status.st_size != static_cast<std::int64_t>(size)) return false;
  bytes.resize(size);
  for (std::size_t done = 0; done < size;) {
    const ssize_t got = pread(fd, bytes.data() + done, size - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return ftruncate(fd, 0) == 0 &&
         fcntl(fd, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
}

Mapping::Mapping(int fd, std::uint64_t size) {
  const std::int64_t there = sealed_size(fd);
  if (there < 0 || static_cast<std::uint64_t>(there) < size) throw_errno("mmap", EINVAL);
  if (size == 0) return;
  void* start = mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
  if (start == MAP_FAILED) throw_errno("mmap");
  bytes_ = {static_cast<const std::uint8_t*>(start), size};
}

Mapping::Mapping(int fd)
    : Mapping(fd, static_cast<std::uint64_t>(std::max<std::int64_t>(0, sealed_size(fd)))) {}

Mapping::Mapping(Mapping&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Mapping::~Mapping() {
  if (!bytes_.empty()) munmap(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size());
}

}  // namespace inroad::plugins
