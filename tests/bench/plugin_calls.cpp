// SPDX-License-Identifier: MIT
#include "plugin_calls.h"

#include <fmt/format.h>
#include <inroad/messages/call_generated.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>

#include "app/calls.h"
#include "model/snapshot.h"
#include "raw_trip.h"

namespace inroad::bench {
namespace {

struct Size {
  const char* name;
  std::size_t bytes;
  int repeats;
};
constexpr Size sizes[] = {
    {"10 KB", 10'000, 2000}, {"1 MB", 1'000'000, 300}, {"50 MB", 50'000'000, 20}};
constexpr double most_warm = 3, most_cold = 10;
constexpr int cold_repeats = 60;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

// Medians of two works done by turns, so that whatever else the machine does meets both.
struct Pair {
  double ours = 0, peer = 0;
  double ratio() const { return ours / peer; }
};
Pair by_turns(int repeats, const std::function<void()>& ours, const std::function<void()>& peer) {
  std::vector<double> taken, taken_by_peer;
  for (int i = 0; i < repeats; ++i) {
    taken_by_peer.push_back(seconds_of(peer));
    taken.push_back(seconds_of(ours));
  }
  return {median(std::move(taken)), median(std::move(taken_by_peer))};
}

plugins::Bundle echo() {
  plugins::Bundle bundle;
  bundle.id = "views/echo";
  bundle.name = "echo";
  bundle.kind = plugins::Kind::view;
  bundle.title = {{"en", "Echo"}};
  bundle.library = ECHO_LIBRARY;
  bundle.folder = bundle.library.parent_path();
  bundle.deadline_ms = 60'000;
  return bundle;
}

// The echo plugin asks nothing of its snapshot but its bytes.
Snapshot snapshot_of(const std::vector<std::uint8_t>& bytes) {
  flatbuffers::FlatBufferBuilder builder;
  builder.PushBytes(bytes.data(), bytes.size());
  builder.Finish(flatbuffers::Offset<void>(builder.GetSize()));
  return Snapshot(builder.Release(), "bench");
}

std::vector<std::uint8_t> some_bytes(std::size_t size) {
  std::vector<std::uint8_t> bytes(size);
  std::uint32_t state = 1;
  for (std::uint8_t& byte : bytes)
    byte = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24);
  return bytes;
}

void call(app::Calls& calls, const Snapshot& snapshot) {
  app::Timings timings;
  if (calls.call(echo(), &snapshot, {}, {}, timings).size() != snapshot.bytes().size())
    throw std::runtime_error("the plugin brought other bytes back");
}

void print(const std::string& what, const Pair& pair, double most) {
  fmt::print("  {:32} {:8.2f}   goal <= {}: {}\n", what, pair.ratio(), most,
             pair.ratio() <= most ? "met" : "SHORT");
}

}  // namespace

void plugins_bench(const std::vector<std::string>& arguments) {
  if (arguments.size() != 1) throw std::runtime_error("where do the programs lie?");
  const app::Toolbox toolbox({arguments[0], "2026-11-23", "en", false, true});
  fmt::print(
      "Warm: a call of a plugin that answers with its snapshot, its process running, as the "
      "program\n"
      "makes it; raw: two processes, the same bytes there and back in sealed memory, mapped. Cold: "
      "a\n"
      "plugin's first call, 10 KB; empty process: /bin/true, started and waited for.\n");
  RawTrip raw;
  std::optional<Pair> before;
  for (const Size& size : sizes) {
    const Snapshot snapshot = snapshot_of(some_bytes(size.bytes));
    const std::vector<std::uint8_t> bytes(snapshot.bytes().begin(), snapshot.bytes().end());
    app::Calls calls(toolbox);
    call(calls, snapshot);
    const Pair pair = by_turns(
        size.repeats, [&] { call(calls, snapshot); }, [&] { raw.go(bytes); });
    print(fmt::format("warm call / raw trip, {}", size.name), pair, most_warm);
    if (before)
      fmt::print("    grown from the size before: call x {:.1f}, raw trip x {:.1f}\n",
                 pair.ours / before->ours, pair.peer / before->peer);
    before = pair;
  }
  const Snapshot snapshot = snapshot_of(some_bytes(sizes[0].bytes));
  print("cold call / empty process",
        by_turns(
            cold_repeats,
            [&] {
              app::Calls calls(toolbox);
              call(calls, snapshot);
            },
            run_empty_process),
        most_cold);
}

}  // namespace inroad::bench
