// SPDX-License-Identifier: MIT
#include "app/trial_call.h"

#include <inroad/messages/call_generated.h>

#include <algorithm>

#include "plugins/verify.h"

namespace inroad::app {
namespace {

using Random = std::mt19937_64;
using People = std::vector<std::uint32_t>;

std::vector<std::uint8_t> bytes_of(const flatbuffers::FlatBufferBuilder& builder) {
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

People some_people(const Snapshot& snapshot, Random& random) {
  People some;
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i)
    if (random() % 3 == 0) some.push_back(i);
  return some;
}

msg::ViewRequestT view_request(const plugins::Bundle& bundle, const Snapshot& snapshot,
                               Random* random) {
  msg::ViewRequestT ask;
  // The sizes a view is asked for are those of its own manifest.
  const bool is_crowd = random != nullptr && bundle.card.crowd && random->operator()() % 2 == 0;
  const double height = is_crowd ? bundle.card.crowd->height : bundle.card.height;
  ask.sizes.assign(snapshot.people_count(), {bundle.card.width, height});
  if (random == nullptr) return ask;
  ask.is_restricted = random->operator()() % 2 == 0;
  if (ask.is_restricted) ask.shown = some_people(snapshot, *random);
  ask.folded = some_people(snapshot, *random);
  const bool has_places = bundle.is_free_form;
  for (const std::uint32_t person : has_places ? some_people(snapshot, *random) : People())
    ask.places.emplace_back(person, random->operator()() % 2 == 0,
                            static_cast<double>(below(*random, 20'000)) - 10'000,
                            static_cast<double>(below(*random, 20'000)) - 10'000);
  auto option = std::make_unique<msg::ExtraT>();
  option->key = "no-such-option";
  option->value = "\"" + std::to_string(random->operator()()) + "\"";
  ask.options.push_back(std::move(option));
  return ask;
}

msg::AdviceRequestT advice_request(const Snapshot& snapshot, Random* random) {
  msg::AdviceRequestT ask;
  if (random == nullptr) return ask;
  ask.is_restricted = random->operator()() % 2 == 0;
  if (ask.is_restricted) ask.only = some_people(snapshot, *random);
  ask.coalition = static_cast<std::uint32_t>(below(*random, 9));
  ask.routes = static_cast<std::uint32_t>(below(*random, 101));
  ask.node_budget = below(*random, 1000);
  for (const msg::AdvicePart part : msg::EnumValuesAdvicePart())
    if (part != msg::AdvicePart::unset && random->operator()() % 2 == 0) ask.parts.push_back(part);
  return ask;
}

// A table of people as importers of text get it; from the second on, spoiled.
std::vector<std::uint8_t> attachment(const Snapshot& snapshot, Random* random) {
  std::string text = "id,name,title\n";
  for (std::uint32_t i = 0; i < std::min<std::size_t>(snapshot.people_count(), 2000); ++i)
    text += "p" + std::to_string(i) + ",\"" +
            std::string(snapshot.root().people()->Get(i)->name()->string_view().substr(0, 50)) +
            "\",x\n";
  if (random != nullptr)
    for (int k = 0; k < 8; ++k)
      text[below(*random, text.size())] = static_cast<char>(random->operator()());
  return {text.begin(), text.end()};
}

// Everybody in rows, as far as a page may hold them; ties as straight lines.
msg::SceneT plain_scene(const Snapshot& snapshot) {
  constexpr std::uint32_t most = 2000, in_a_row = 40;
  msg::SceneT scene;
  const auto count =
      static_cast<std::uint32_t>(std::min<std::size_t>(snapshot.people_count(), most));
  for (std::uint32_t i = 0; i < count; ++i)
    scene.cards.emplace_back(i, i % in_a_row * 200.0, i / in_a_row * 100.0, 176, 78, 0,
                             msg::Change::unset);
  scene.width = in_a_row * 200;
  scene.height = (count / in_a_row + 1) * 100;
  return scene;
}

msg::ExportRequestT export_request(const msg::SceneT& scene) {
  msg::ExportRequestT ask;
  ask.title = "Trial";
  ask.paper = 0xFFFFFF;
  for (const msg::Card& card : scene.cards) {
    auto face = std::make_unique<msg::FaceT>();
    face->person = card.person();
    face->width = card.width();
    face->height = card.height();
    ask.faces.push_back(std::move(face));
  }
  return ask;
}

}  // namespace

Trial trial_of(const plugins::Bundle& bundle, const Snapshot& snapshot, Random* random) {
  Trial trial;
  msg::RequestT request;
  request.lang = random == nullptr || random->operator()() % 2 == 0 ? "en" : "zh_CN";
  const auto add = [&](inroad_input_kind kind, std::vector<std::uint8_t> bytes) {
    trial.inputs.push_back({kind, trial.more.emplace_back(std::move(bytes))});
  };
  trial.more.reserve(2);
  switch (bundle.kind) {
    case plugins::Kind::view:
      request.ask.Set(view_request(bundle, snapshot, random));
      break;
    case plugins::Kind::advisor:
      request.ask.Set(advice_request(snapshot, random));
      break;
    case plugins::Kind::annotator:
      request.ask.Set(msg::AnnotationRequestT());
      break;
    case plugins::Kind::check:
      request.ask.Set(msg::CheckRequestT());
      break;
    case plugins::Kind::importer: {
      msg::ImportRequestT ask;
      ask.file_name = "trial." + (bundle.formats.empty() ? "txt" : bundle.formats[0]);
      request.ask.Set(std::move(ask));
      add(INROAD_INPUT_ATTACHMENT, attachment(snapshot, random));
      break;
    }
    case plugins::Kind::exporter: {
      const msg::SceneT scene = plain_scene(snapshot);
      request.ask.Set(export_request(scene));
      flatbuffers::FlatBufferBuilder builder;
      builder.Finish(msg::Scene::Pack(builder, &scene), msg::SceneIdentifier());
      add(INROAD_INPUT_SCENE, bytes_of(builder));
      break;
    }
  }
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(msg::Request::Pack(builder, &request), msg::RequestIdentifier());
  trial.request = bytes_of(builder);
  trial.inputs.insert(trial.inputs.begin(), {INROAD_INPUT_REQUEST, trial.request});
  if (bundle.kind != plugins::Kind::importer)
    trial.inputs.insert(trial.inputs.begin() + 1, {INROAD_INPUT_SNAPSHOT, snapshot.bytes()});
  return trial;
}

std::vector<std::uint8_t> tried(plugins::Session& session, const plugins::Bundle& bundle,
                                const Snapshot& snapshot, const Trial& trial,
                                const plugins::Watch& watch) {
  const auto* request = flatbuffers::GetRoot<msg::Request>(trial.request.data());
  std::vector<std::uint8_t> answer;
  try {
    answer = session.call(trial.inputs, request->lang()->str(), watch).bytes;
  } catch (const plugins::Declined&) {
    return {};
  }
  const msg::Snapshot& root = snapshot.root();
  switch (bundle.kind) {
    case plugins::Kind::view: {
      std::vector<plugins::AskedSize> sizes;
      if (const auto* asked = request->ask_as_ViewRequest()->sizes())
        for (const msg::Size* size : *asked) sizes.push_back({size->width(), size->height()});
      plugins::verified_scene(bundle, answer, root, sizes);
      break;
    }
    case plugins::Kind::advisor:
      plugins::verified_advice(bundle, answer, root);
      break;
    case plugins::Kind::annotator:
      plugins::verified_annotations(bundle, answer, root);
      break;
    case plugins::Kind::check:
      plugins::verified_findings(bundle, answer, root);
      break;
    case plugins::Kind::importer:
      plugins::verified_changes(bundle, answer);
      break;
    case plugins::Kind::exporter:
      break;
  }
  return answer;
}

}  // namespace inroad::app
