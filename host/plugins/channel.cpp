// SPDX-License-Identifier: MIT
#include "plugins/channel.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace inroad::plugins {

namespace {

constexpr std::size_t max_body = max_packet_text + max_inputs * sizeof(InputHead);
using Control = std::array<char, CMSG_SPACE(max_fds * sizeof(int))>;

void take_fds(msghdr& message, std::vector<Fd>& fds) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
       part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof fd);
      fds.emplace_back(fd);
    }
  }
}

}  // namespace

bool send_packet(int socket, const PacketHead& head, std::string_view body,
                 std::span<const int> fds) {
  if (body.size() > max_body || fds.size() > max_fds) return false;
  iovec pieces[2] = {{const_cast<PacketHead*>(&head), sizeof head},
                     {const_cast<char*>(body.data()), body.size()}};
  msghdr message{};
  message.msg_iov = pieces;
  message.msg_iovlen = 2;
  alignas(cmsghdr) Control control{};
  if (!fds.empty()) {
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(fds.size_bytes());
    cmsghdr* part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(fds.size_bytes());
    std::memcpy(CMSG_DATA(part), fds.data(), fds.size_bytes());
  }
  ssize_t sent = -1;
  do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent >= 0;
}

Received receive_packet(int socket, Packet& packet, bool waits) {
  packet.fds.clear();
  packet.body.resize(max_body);
  iovec pieces[2] = {{&packet.head, sizeof packet.head}, {packet.body.data(), packet.body.size()}};
  alignas(cmsghdr) Control control{};
  msghdr message{};
  message.msg_iov = pieces;
  message.msg_iovlen = 2;
  message.msg_control = control.data();
  message.msg_controllen = control.size();

  const auto receive = [&] {
    ssize_t size = -1;
    do size = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (waits ? 0 : MSG_DONTWAIT));
    while (size < 0 && errno == EINTR);
    return size;
  };
  ssize_t got = receive();
  // The other side went with our packet unread: the kernel says so once, before the last words that
  // still lie in the queue.
  if (got < 0 && errno == ECONNRESET) got = receive();
  if (got < 0) return errno == EAGAIN ? Received::nothing : Received::closed;
  take_fds(message, packet.fds);
  if (got == 0) return Received::closed;
  const auto size = static_cast<std::size_t>(got);
  if (size < sizeof packet.head || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
    return Received::malformed;
  packet.body.resize(size - sizeof packet.head);
  return Received::packet;
}

}  // namespace inroad::plugins
