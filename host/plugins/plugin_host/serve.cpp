// SPDX-License-Identifier: MIT
#include "plugins/plugin_host/serve.h"

#include <poll.h>

#include <chrono>
#include <cstdio>
#include <cstring>

#include "plugins/channel.h"
#include "plugins/json_wire.h"
#include "plugins/run_plugin.h"
#include "plugins/sealed_memory.h"

namespace inroad::plugins {

namespace {

using Clock = std::chrono::steady_clock;

// Caps what a talkative plugin may say, so that the host's time is not the plugin's to spend.
constexpr auto progress_pause = std::chrono::milliseconds(50);
constexpr int max_log_lines = 1000;

class SocketSink : public RunSink {
 public:
  // memory: for the answer.
  SocketSink(int socket, int memory) : socket_(socket), memory_(memory) {}

  void keep_answer(std::span<const std::uint8_t> bytes) override {
    fill(memory_, bytes);
    answer_size_ = bytes.size();
  }
  void progress(double share) override {
    const auto now = Clock::now();
    if (now < next_progress_) return;
    next_progress_ = now + progress_pause;
    send_packet(socket_, {PacketKind::progress, 0, 0, share});
  }
  bool is_cancelled() override {
    pollfd end{socket_, 0, 0};
    return poll(&end, 1, 0) > 0 && (end.revents & (POLLHUP | POLLERR)) != 0;
  }
  void log(std::uint32_t level, std::string_view line) override {
    if (log_lines_++ < max_log_lines)
      send_packet(socket_, {PacketKind::log, level, 0, 0}, line.substr(0, max_packet_text));
  }

  void send_result(const RunResult& result) {
    const double ms = result.plugin_ms;
    switch (result.end) {
      case RunResult::End::replied:
        send_packet(socket_, {PacketKind::replied, 0, answer_size_, ms});
        break;
      case RunResult::End::failed:
        send_packet(socket_, {PacketKind::failed, 0, 0, ms}, result.sentence);
        break;
      case RunResult::End::fault:
        send_packet(socket_, {PacketKind::fault, static_cast<std::uint32_t>(result.fault), 0, ms});
        break;
    }
  }

 private:
  int socket_, memory_;
  std::uint64_t answer_size_ = 0;
  Clock::time_point next_progress_{};
  int log_lines_ = 0;
};

void answer(int socket, const Packet& call, const inroad_plugin& plugin,
            const std::string& bundle_folder) {
  std::vector<Mapping> mapped;
  std::vector<inroad_input> inputs;
  const std::size_t count = call.head.code;
  for (std::size_t i = 0; i < count; ++i) {
    InputHead head;
    std::memcpy(&head, call.body.data() + i * sizeof head, sizeof head);
    const auto bytes = mapped.emplace_back(call.fds[i].get(), head.size).bytes();
    inputs.push_back({head.kind, 0, {bytes.data(), bytes.size()}});
  }
  use_plugin_language(call.body.substr(count * sizeof(InputHead)));

  SocketSink sink(socket, call.fds.back().get());
  const auto run = call.head.size == 1 ? run_json_plugin : run_plugin;
  const RunResult result = run(plugin, inputs, bundle_folder, sink);
  std::fflush(nullptr);
  sink.send_result(result);
}

}  // namespace

void serve(int socket, const inroad_plugin& plugin, const std::string& bundle_folder) {
  Packet packet;
  while (receive_packet(socket, packet, true) == Received::packet &&
         packet.head.kind == PacketKind::call && packet.head.code + 1 == packet.fds.size())
    answer(socket, packet, plugin, bundle_folder);
}

}  // namespace inroad::plugins
