// SPDX-License-Identifier: MIT
//
// Calls a built bundle in this process, through the very entry point the host uses.
#pragma once
#include <dlfcn.h>
#include <inroad/abi.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace bundle_call {

struct Reply {
  std::vector<std::uint8_t> bytes;
  std::string failure;
};

template <class Message, class Native>
std::vector<std::uint8_t> packed(const Native& native) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(Message::Pack(builder, &native));
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

// bundle: "views/org-chart". The library stays loaded, as in the host.
inline Reply run(const std::string& bundle, const inroad::msg::RequestT& request,
                 const inroad::msg::SnapshotT& snapshot) {
  const std::string folder = std::string(INROAD_BIN_FOLDER) + "/plugins/" + bundle;
  void* library = dlopen((folder + "/plugin.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto entry =
      reinterpret_cast<inroad_plugin_entry_function>(dlsym(library, INROAD_PLUGIN_ENTRY));
  if (entry == nullptr) throw std::runtime_error("no entry in " + folder);

  const std::vector<std::uint8_t> asked = packed<inroad::msg::Request>(request);
  const std::vector<std::uint8_t> account = packed<inroad::msg::Snapshot>(snapshot);
  const inroad_input items[] = {{INROAD_INPUT_REQUEST, 0, {asked.data(), asked.size()}},
                                {INROAD_INPUT_SNAPSHOT, 0, {account.data(), account.size()}}};
  const inroad_inputs inputs{sizeof(inroad_inputs), 2, items};
  Reply reply;
  inroad_host host{};
  host.size = sizeof host;
  host.abi_version = INROAD_ABI_VERSION;
  host.context = &reply;
  host.reply = [](void* context, const std::uint8_t* data, std::uint64_t size) {
    static_cast<Reply*>(context)->bytes.assign(data, data + size);
  };
  host.fail = [](void* context, const char* text, std::uint64_t size) {
    static_cast<Reply*>(context)->failure.assign(text, size);
  };
  host.progress = [](void*, double) {};
  host.cancelled = [](void*) -> std::int32_t { return 0; };
  host.log = [](void*, std::uint32_t, const char*, std::uint64_t) {};
  host.bundle_folder = folder.c_str();
  if (entry()->run(&host, &inputs) != 0) throw std::runtime_error(bundle + " returned a fault");
  return reply;
}

// What a view is asked beside the account, as the message ViewRequest has it.
struct Asked {
  std::vector<std::uint32_t> route_people = {}, route_ties = {};
  std::vector<inroad::msg::Place> places = {};
  std::optional<std::vector<std::uint32_t>> shown = {};
  std::vector<std::uint32_t> folded = {};
  std::vector<inroad::msg::DifferenceT> differences = {};
  std::vector<inroad::msg::ExtraT> options = {};
  float card_width = 176, card_height = 78;
};

inline inroad::msg::Place pin(std::uint32_t person, double x, double y) {
  return {person, true, x, y};
}

// The scene of a view for cards of one size.
inline inroad::msg::SceneT draw(const std::string& view, const inroad::msg::SnapshotT& snapshot,
                                const Asked& asked = {}) {
  inroad::msg::ViewRequestT ask;
  for (std::size_t i = 0; i < snapshot.people.size(); ++i) 
    ask.sizes.emplace_back(asked.card_width, asked.card_height);
  if (!asked.route_people.empty()) {
    ask.route = std::make_unique<inroad::msg::ChosenRouteT>();
    ask.route->people = asked.route_people;
    ask.route->ties = asked.route_ties;
  }
  ask.places = asked.places;
  ask.is_restricted = asked.shown.has_value();
  if (asked.shown) ask.shown = *asked.shown;
  ask.folded = asked.folded;
  for (const auto& one : asked.differences)
    ask.differences.push_back(std::make_unique<inroad::msg::DifferenceT>(one));
  for (const auto& one : asked.options)
    ask.options.push_back(std::make_unique<inroad::msg::ExtraT>(one));
  inroad::msg::RequestT request;
  request.lang = "en";
  request.ask.Set(std::move(ask));
  const Reply reply = run("views/" + view, request, snapshot);
  if (!reply.failure.empty()) throw std::runtime_error(reply.failure);
  inroad::msg::SceneT scene;
  flatbuffers::GetRoot<inroad::msg::Scene>(reply.bytes.data())->UnPackTo(&scene);
  return scene;
}

}  // namespace bundle_call
