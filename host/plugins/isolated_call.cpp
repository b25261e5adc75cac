// SPDX-License-Identifier: MIT
#include "plugins/isolated_call.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "plugins/channel.h"
#include "plugins/plugin_log.h"
#include "plugins/sealed_memory.h"
#include "plugins/sentences.h"

namespace inroad::plugins {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

// How often a cancel is looked for, and how long a process that has cut its socket may take to end
// before it is killed.
constexpr auto cancel_pause = std::chrono::milliseconds(20);
constexpr int last_words_ms = 500;

// A process that keeps to the rules sends far fewer.
constexpr int max_packets = 20'000;

class Conversation {
 public:
  Conversation(const Bundle& bundle, Process& process, Clock::time_point start, const Watch& watch)
      : bundle_(bundle),
        process_(process),
        watch_(watch),
        start_(start),
        deadline_(start + std::chrono::milliseconds(bundle.deadline_ms)) {}

  Answer run(std::span<const Input> inputs, const std::string& lang) {
    // Unfit until the call has ended by the rules, whatever is thrown in between.
    process_.is_fit = false;
    send(inputs, lang);
    for (;;) {
      wait();
      if (read_packets()) break;
    }
    process_.is_fit = true;
    read_output();
    if (failure_) throw failed_itself(bundle_, *failure_);
    answer_.log = log_.take();
    answer_.call_ms =
        std::max(0.0, Milliseconds(Clock::now() - start_).count() - answer_.plugin_ms);
    return std::move(answer_);
  }

 private:
  void send(std::span<const Input> inputs, const std::string& lang) {
    std::vector<Fd> memory;
    std::vector<int> fds;
    std::string body;
    for (const Input& input : inputs) {
      memory.push_back(sealed_copy(input.bytes, "inroad-input"));
      fds.push_back(memory.back().get());
      const InputHead head{static_cast<std::uint32_t>(input.kind), 0, input.bytes.size()};
      body.append(reinterpret_cast<const char*>(&head), sizeof head);
    }
    body += lang;
    answer_memory_ = memory_to_fill("inroad-answer");
    fds.push_back(answer_memory_.get());
    const PacketHead head{PacketKind::call, static_cast<std::uint32_t>(inputs.size()),
                          bundle_.is_json ? 1u : 0u, 0};
    if (send_packet(process_.socket(), head, body, fds)) return;
    // The process is gone; it may have said why.
    read_packets();
    throw_end();
  }

  // Until something can be read. Throws when the time is over or nobody waits any more.
  void wait() {
    std::array<pollfd, 3> signs = {pollfd{process_.socket(), POLLIN, 0},
                                   pollfd{process_.pidfd(), POLLIN, 0},
                                   pollfd{has_output_ ? process_.output() : -1, POLLIN, 0}};
    for (;;) {
      if (watch_.cancelled != nullptr && *watch_.cancelled) throw cancelled();
      Clock::duration left = deadline_ - Clock::now();
      if (left <= Clock::duration::zero()) throw too_late(bundle_);
      if (watch_.cancelled != nullptr) left = std::min<Clock::duration>(left, cancel_pause);
      const auto timeout = std::chrono::ceil<std::chrono::milliseconds>(left).count();
      if (poll(signs.data(), signs.size(), static_cast<int>(timeout)) > 0) break;
    }
    if (signs[2].revents != 0) read_output();
  }

  // True once the call has ended by the rules.
  bool read_packets() {
    Packet packet;
    // What lies in the socket counts even when the process has ended after sending it.
    const bool has_ended = is_readable(process_.pidfd(), 0);
    for (;;) {
      switch (receive_packet(process_.socket(), packet, false)) {
        case Received::nothing:
          if (has_ended) throw_end();
          return false;
        case Received::closed:
          throw_end();
        case Received::malformed:
          throw sent_garbage(bundle_);
        case Received::packet:
          if (++packets_ > max_packets) throw sent_garbage(bundle_);
          if (take(packet)) return true;
      }
      if (Clock::now() >= deadline_) return false;
    }
  }

  bool take(Packet& packet) {
    const PacketHead& head = packet.head;
    if (head.kind == PacketKind::loaded || head.kind == PacketKind::cannot_load) {
      if (process_.is_loaded) throw sent_garbage(bundle_);
      const auto fault = static_cast<LoadFault>(head.code);
      if (head.kind == PacketKind::cannot_load && fault == LoadFault::no_walls)
        throw no_walls(bundle_, Confinement::of(static_cast<std::uint32_t>(
                                    std::strtoul(packet.body.c_str(), nullptr, 10))));
      if (head.kind == PacketKind::cannot_load) throw cannot_load(bundle_, fault, packet.body);
      process_.is_loaded = true;
      process_.confinement = Confinement::of(head.code);
      return false;
    }
    if (!process_.is_loaded) throw sent_garbage(bundle_);
    answer_.plugin_ms = std::isfinite(head.value) ? std::max(0.0, head.value) : 0.0;
    switch (head.kind) {
      case PacketKind::progress:
        if (watch_.progress && std::isfinite(head.value))
          watch_.progress(std::clamp(head.value, 0.0, 1.0));
        return false;
      case PacketKind::log:
        log_.add_line(packet.body);
        return false;
      case PacketKind::replied:
        if (head.size > max_answer_size) throw broke_the_rules(bundle_, CallFault::too_large);
        if (!packet.fds.empty() || !take_out(answer_memory_.get(), head.size, answer_.bytes))
          throw sent_garbage(bundle_);
        return true;
      case PacketKind::failed:
        failure_ = std::move(packet.body);
        return true;
      case PacketKind::fault:
        throw broke_the_rules(bundle_, static_cast<CallFault>(head.code));
      default:
        throw sent_garbage(bundle_);
    }
  }

  void read_output() {
    std::array<char, 16 * 1024> piece;
    // Bounded, so that a flood cannot keep us from the clock.
    for (int i = 0; i < 64; ++i) {
      const ssize_t got = read(process_.output(), piece.data(), piece.size());
      if (got == 0) has_output_ = false;
      if (got <= 0) return;
      log_.add_output({piece.data(), static_cast<std::size_t>(got)});
    }
  }

  [[noreturn]] void throw_end() {
    const bool ended_itself = is_readable(process_.pidfd(), last_words_ms);
    read_output();
    const int status = process_.end();
    if (!ended_itself) throw sent_garbage(bundle_);
    throw died(bundle_, status, log_.last_line());
  }

  static bool is_readable(int fd, int timeout_ms) {
    pollfd sign{fd, POLLIN, 0};
    return poll(&sign, 1, timeout_ms) > 0;
  }

  const Bundle& bundle_;
  Process& process_;
  const Watch& watch_;
  Clock::time_point start_, deadline_;
  Answer answer_;
  Fd answer_memory_;
  std::optional<std::string> failure_;
  PluginLog log_;
  bool has_output_ = true;
  int packets_ = 0;
};

}  // namespace

Answer call_process(const Bundle& bundle, Process& process, Clock::time_point start,
                    std::span<const Input> inputs, const std::string& lang, const Watch& watch) {
  return Conversation(bundle, process, start, watch).run(inputs, lang);
}

}  // namespace inroad::plugins
