// SPDX-License-Identifier: MIT
//
// The packets between host and plugin process: what was said last is heard, whoever left first.
#include "plugins/channel.h"

#include <sys/socket.h>

#include "catch.h"

namespace inroad::plugins {

TEST_CASE("the last words of a process that left our packet unread are still heard") {
  int ends[2];
  REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0);
  const Fd ours(ends[0]);
  Fd theirs(ends[1]);
  REQUIRE(send_packet(ours.get(), {PacketKind::call, 0, 0, 0}, "en"));
  REQUIRE(send_packet(theirs.get(), {PacketKind::cannot_load, 7, 0, 0}, "the reason"));
  theirs.close();

  Packet packet;
  REQUIRE(receive_packet(ours.get(), packet, false) == Received::packet);
  CHECK(packet.head.kind == PacketKind::cannot_load);
  CHECK(packet.body == "the reason");
  CHECK(receive_packet(ours.get(), packet, false) == Received::closed);
}

}  // namespace inroad::plugins
