// SPDX-License-Identifier: MIT
#include "raw_trip.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace inroad::bench {
namespace {

constexpr int socket_of_child = 3;

void check(bool is_done, const char* doing) {
  if (!is_done) throw std::system_error(errno, std::generic_category(), doing);
}

pid_t spawn(std::vector<const char*> words, const posix_spawn_file_actions_t* actions) {
  words.push_back(nullptr);
  pid_t pid = -1;
  char* const nothing[] = {nullptr};
  errno = posix_spawn(&pid, words[0], actions, nullptr, const_cast<char* const*>(words.data()),
                      nothing);
  check(errno == 0, words[0]);
  return pid;
}

int sealed(const std::uint8_t* bytes, std::size_t size) {
  const int memory = memfd_create("raw", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  check(memory >= 0, "memfd_create");
  for (std::size_t done = 0; done < size;) {
    const ssize_t wrote = pwrite(memory, bytes + done, size - done, static_cast<off_t>(done));
    check(wrote > 0, "pwrite");
    done += static_cast<std::size_t>(wrote);
  }
  check(fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0,
        "F_ADD_SEALS");
  return memory;
}

// The memory goes with the packet and is closed here.
void send(int socket, int memory) {
  char word = 0;
  iovec piece{&word, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* part = CMSG_FIRSTHDR(&message);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(part), &memory, sizeof memory);
  check(sendmsg(socket, &message, MSG_NOSIGNAL) == 1, "sendmsg");
  close(memory);
}

// -1 when the other end is closed.
int receive(int socket) {
  char word = 0;
  iovec piece{&word, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) <= 0) return -1;
  int memory = -1;
  if (const cmsghdr* part = CMSG_FIRSTHDR(&message))
    std::memcpy(&memory, CMSG_DATA(part), sizeof memory);
  return memory;
}

class Mapped {
 public:
  explicit Mapped(int memory) {
    struct stat status {};
    check(fstat(memory, &status) == 0, "fstat");
    size_ = static_cast<std::size_t>(status.st_size);
    void* start = mmap(nullptr, size_, PROT_READ, MAP_SHARED, memory, 0);
    check(start != MAP_FAILED, "mmap");
    bytes_ = static_cast<const std::uint8_t*>(start);
    close(memory);
  }
  ~Mapped() { munmap(const_cast<std::uint8_t*>(bytes_), size_); }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;
  const std::uint8_t* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }

 private:
  const std::uint8_t* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace

RawTrip::RawTrip() {
  int pair[2];
  check(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) == 0, "socketpair");
  socket_ = pair[0];
  // Out of the way: a descriptor placed upon itself would keep its close-on-exec.
  const int end = fcntl(pair[1], F_DUPFD_CLOEXEC, 10);
  close(pair[1]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, end, socket_of_child);
  child_ = spawn({"/proc/self/exe", "task", "raw-trip"}, &actions);
  posix_spawn_file_actions_destroy(&actions);
  close(end);
}

RawTrip::~RawTrip() {
  close(socket_);
  waitpid(child_, nullptr, 0);
}

void RawTrip::go(const std::vector<std::uint8_t>& bytes) {
  send(socket_, sealed(bytes.data(), bytes.size()));
  const int memory = receive(socket_);
  check(memory >= 0, "recvmsg");
  const Mapped answer(memory);
  constexpr std::size_t page = 4096;
  bool is_same = answer.size() == bytes.size();
  for (std::size_t at = 0; is_same && at < bytes.size(); at += page)
    is_same = answer.bytes()[at] == bytes[at];
  if (!is_same) throw std::runtime_error("the raw trip brought other bytes back");
}

void serve_raw_trips() {
  for (int memory = -1; (memory = receive(socket_of_child)) >= 0;) {
    const Mapped bytes(memory);
    send(socket_of_child, sealed(bytes.bytes(), bytes.size()));
  }
}

void run_empty_process() {
  int status = -1;
  check(waitpid(spawn({"/bin/true"}, nullptr), &status, 0) > 0 && status == 0, "/bin/true");
}

}  // namespace inroad::bench
