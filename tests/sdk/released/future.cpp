// SPDX-License-Identifier: MIT
//
// future LIBRARY: calls a plugin of an earlier release as a later host would: with structs that are
// larger, kinds of input it does not know, and messages made from schemas with fields and words
// more (see released.sh). Exit 0 when it answers as if nothing were new.
#include <dlfcn.h>
#include <inroad/abi.h>

#include <cstdio>
#include <cstring>
#include <vector>

#include "messages/call_generated.h"

namespace msg = inroad::msg;

struct LaterHost {
  inroad_host known;
  void (*later[4])();
};
struct LaterInputs {
  inroad_inputs known;
  std::uint64_t later[4];
};

template <class Message, class Native>
static std::vector<std::uint8_t> packed(const Native& native) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(Message::Pack(builder, &native));
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

int main(int, char** arguments) {
  void* library = dlopen(arguments[1], RTLD_NOW);
  if (library == nullptr) return 1;
  const inroad_plugin* plugin =
      reinterpret_cast<inroad_plugin_entry_function>(dlsym(library, INROAD_PLUGIN_ENTRY))();

  msg::SnapshotT account;
  account.account_name = "The future";
  for (int i = 0; i < 2; ++i) {
    auto person = std::make_unique<msg::PersonT>();
    person->name = "P";
    person->mood = "sunny";
    account.people.push_back(std::move(person));
  }
  account.ties = std::make_unique<msg::TiesT>();
  account.ties->ends.emplace_back(0, 1, msg::TieKind::reports_to);
  msg::RequestT request;
  msg::ViewRequestT ask;
  ask.sizes.assign(2, msg::Size(100, 46));
  ask.weather = "fine";
  request.ask.Set(std::move(ask));
  const auto asked = packed<msg::Request>(request), bytes = packed<msg::Snapshot>(account);

  const inroad_input items[] = {{99, 0, {nullptr, 0}},
                                {INROAD_INPUT_SNAPSHOT, 0, {bytes.data(), bytes.size()}},
                                {100, 7, {bytes.data(), 3}},
                                {INROAD_INPUT_REQUEST, 0, {asked.data(), asked.size()}}};
  LaterInputs inputs{{sizeof(LaterInputs), 4, items}, {}};
  std::vector<std::uint8_t> answer;
  LaterHost host{};
  host.known.size = sizeof host;
  host.known.abi_version = INROAD_ABI_VERSION;
  host.known.context = &answer;
  host.known.reply = [](void* context, const std::uint8_t* data, std::uint64_t size) {
    static_cast<std::vector<std::uint8_t>*>(context)->assign(data, data + size);
  };
  host.known.fail = [](void*, const char* text, std::uint64_t size) {
    std::printf("%.*s\n", static_cast<int>(size), text);
  };
  host.known.progress = [](void*, double) {};
  host.known.cancelled = [](void*) -> std::int32_t { return 0; };
  host.known.log = [](void*, std::uint32_t, const char*, std::uint64_t) {};
  host.known.bundle_folder = "/";
  if (plugin->run(&host.known, &inputs.known) != 0) return 1;

  flatbuffers::Verifier verifier(answer.data(), answer.size());
  if (!verifier.VerifyBuffer<msg::Scene>(msg::SceneIdentifier())) return 1;
  const auto* scene = flatbuffers::GetRoot<msg::Scene>(answer.data());
  return scene->cards()->size() == 2 && scene->links()->size() == 1 ? 0 : 1;
}
