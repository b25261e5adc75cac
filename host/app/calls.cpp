// SPDX-License-Identifier: MIT
#include "app/calls.h"

#include "model/error.h"
#include "model/words.h"
#include "plugins/sentences.h"

namespace inroad::app {

struct Calls::Seat {
  Seat(const plugins::Bundle& bundle, const plugins::Runner& runner) : session(bundle, runner) {}
  std::mutex mutex;
  plugins::Session session;
};

Calls::Calls(const Toolbox& toolbox) : toolbox_(toolbox) {}
Calls::~Calls() = default;

std::vector<std::uint8_t> Calls::call(const plugins::Bundle& bundle, const Snapshot* snapshot,
                                      const msg::RequestT& request,
                                      std::span<const plugins::Input> more, Timings& timings,
                                      const plugins::Watch& watch) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(msg::Request::Pack(builder, &request), msg::RequestIdentifier());
  std::vector<plugins::Input> inputs{
      {INROAD_INPUT_REQUEST, {builder.GetBufferPointer(), builder.GetSize()}}};
  if (snapshot) inputs.push_back({INROAD_INPUT_SNAPSHOT, snapshot->bytes()});
  inputs.insert(inputs.end(), more.begin(), more.end());

  // Without a snapshot (an importer) nothing says whose data it is: a process for this call alone.
  std::unique_ptr<Seat> single;
  Seat* seat = nullptr;
  if (snapshot) {
    const std::scoped_lock lock(mutex_);
    auto& place = seats_[{bundle.id, snapshot->audience()}];
    if (!place) place = std::make_unique<Seat>(bundle, toolbox_.runner());
    seat = place.get();
  } else {
    single = std::make_unique<Seat>(bundle, toolbox_.runner());
    seat = single.get();
  }
  const std::scoped_lock lock(seat->mutex);
  if (const std::string last = toolbox_.remembered().of(bundle).set_aside; !last.empty())
    throw plugins::set_aside(bundle, last);
  plugins::Answer answer =
      judged(bundle, [&] { return seat->session.call(inputs, language(), watch); });
  timings.call_ms += answer.call_ms;
  timings.plugin_ms += answer.plugin_ms;
  return std::move(answer.bytes);
}

void Calls::blame(const plugins::Bundle& bundle, const Error& error) const {
  const bool is_its_fault =
      error.kind == ErrorKind::plugin && dynamic_cast<const plugins::Declined*>(&error) == nullptr;
  if (!is_its_fault) return;
  using std::chrono::floor, std::chrono::seconds, std::chrono::system_clock;
  if (toolbox_.remembered().note_failure(bundle, error.what(), floor<seconds>(system_clock::now())))
    throw plugins::set_aside(bundle, error.what());
}

}  // namespace inroad::app
