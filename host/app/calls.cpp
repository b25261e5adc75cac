// SPDX-License-Identifier: MIT
#include "app/calls.h"

#include "model/words.h"

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
  plugins::Answer answer = seat->session.call(inputs, language(), watch);
  timings.call_ms += answer.call_ms;
  timings.plugin_ms += answer.plugin_ms;
  return std::move(answer.bytes);
}

}  // namespace inroad::app
