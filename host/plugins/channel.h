// SPDX-License-Identifier: MIT
//
// What the host and its plugin process say to each other: small packets over a SOCK_SEQPACKET pair,
// with sealed memory beside them for everything big. Both ends ship together, so there is no
// version to negotiate; yet the host trusts nothing that comes from the plugin's side.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/fd.h"

namespace inroad::plugins {

// The plugin process finds its end of the socket and the checked library under these numbers.
constexpr int socket_in_plugin_process = 3;
constexpr int library_in_plugin_process = 4;

// The plugin process's last argument: what it takes to go on. Walls there are none for can be done
// without; none may be missing; no code is to be loaded, only told which walls stand.
constexpr const char* any_walls = "any-walls";
constexpr const char* all_walls = "all-walls";
constexpr const char* only_report = "only-report";

constexpr std::size_t max_inputs = 16;
constexpr std::size_t max_fds = max_inputs + 1;
constexpr std::size_t max_packet_text = 16 * 1024;
constexpr std::uint64_t max_answer_size = std::uint64_t{1} << 30;

// To the plugin process: call. From it: all others; replied, failed and fault each end a call.
enum class PacketKind : std::uint32_t {
  call = 1,     // code: number of inputs; size: 1 when the plugin speaks JSON; body: an InputHead
                // each, then the language; fds: the inputs, then the memory for the answer
  loaded,       // the library is loaded and has the entry we need; code: a Confinement
  cannot_load,  // code: LoadFault; body: details
  progress,     // value: share
  log,          // code: level; body: the line
  replied,      // size: of the answer in its memory; value: milliseconds inside the plugin
  failed,       // value: milliseconds; body: the plugin's sentence
  fault,        // code: CallFault; value: milliseconds
};

struct PacketHead {
  PacketKind kind{};
  std::uint32_t code = 0;
  std::uint64_t size = 0;
  double value = 0;
};

struct InputHead {
  std::uint32_t kind = 0;
  std::uint32_t reserved = 0;
  std::uint64_t size = 0;
};

struct Packet {
  PacketHead head;
  std::string body;
  std::vector<Fd> fds;
};

enum class Received { packet, nothing, closed, malformed };

// False when the other end is gone or does not read. Never blocks for longer than the other end is
// alive; never raises SIGPIPE.
bool send_packet(int socket, const PacketHead& head, std::string_view body = {},
                 std::span<const int> fds = {});

// waits: block until something comes; otherwise `nothing` when nothing is there.
Received receive_packet(int socket, Packet& packet, bool waits);

}  // namespace inroad::plugins
