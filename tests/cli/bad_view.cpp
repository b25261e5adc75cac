// SPDX-License-Identifier: MIT
//
// Views that go wrong, one library for each DEED: 1 is killed, 2 hangs, 3 answers garbage, 4
// answers for a person who does not exist.
#include <inroad/abi.h>
#include <inroad/messages/scene_generated.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace {

[[maybe_unused]] std::int32_t reply(const inroad_host* host, const void* data, std::size_t size) {
  host->reply(host->context, static_cast<const std::uint8_t*>(data), size);
  return 0;
}

std::int32_t run([[maybe_unused]] const inroad_host* host, const inroad_inputs*) {
#if DEED == 1
  raise(SIGKILL);
#elif DEED == 2
  for (;;) pause();
#elif DEED == 3
  const std::string garbage(1000, '\xee');
  return reply(host, garbage.data(), garbage.size());
#else
  inroad::msg::SceneT scene;
  scene.cards.emplace_back(987'654u, 0.0, 0.0, 176.0, 78.0, 0u, inroad::msg::Change::unset);
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(inroad::msg::Scene::Pack(builder, &scene), inroad::msg::SceneIdentifier());
  return reply(host, builder.GetBufferPointer(), builder.GetSize());
#endif
  return 1;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const inroad_plugin* inroad_plugin_entry() {
  static const inroad_plugin plugin{sizeof(inroad_plugin), INROAD_ABI_VERSION, &run};
  return &plugin;
}
