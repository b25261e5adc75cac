// SPDX-License-Identifier: MIT
//
// A view by somebody who has abi.h and the schemas and nothing else of the SDK: the code that reads
// and writes messages was made from them by flatc (see CMakeLists.txt). Everybody on a circle.
#include <inroad/abi.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "call_generated.h"

using namespace inroad::msg;

static const uint8_t* input(const inroad_inputs* inputs, uint32_t kind) {
  for (uint32_t i = 0; i < inputs->count; ++i)
    if (inputs->items[i].kind == kind) return inputs->items[i].bytes.data;
  return nullptr;
}

static int32_t run(const inroad_host* host, const inroad_inputs* inputs) try {
  const uint8_t* request = input(inputs, INROAD_INPUT_REQUEST);
  const ViewRequest* asked = flatbuffers::GetRoot<Request>(request)->ask_as_ViewRequest();
  if (asked == nullptr) throw "This plugin draws and does nothing else.";

  const uint32_t people = asked->sizes() == nullptr ? 0 : asked->sizes()->size();
  const double radius = std::max(120.0, people * 30.0), margin = 28;
  double width = 0, height = 0;  // of the largest card
  for (uint32_t person = 0; person < people; ++person) {
    width = std::max(width, asked->sizes()->Get(person)->width());
    height = std::max(height, asked->sizes()->Get(person)->height());
  }
  std::vector<Card> cards;
  for (uint32_t person = 0; person < people; ++person) {
    const Size* size = asked->sizes()->Get(person);
    const double angle = 2 * M_PI * person / people;
    cards.emplace_back(person, margin + radius * (1 + std::cos(angle)),
                       margin + radius * (1 + std::sin(angle)), size->width(), size->height(), 0,
                       Change::unset);
  }
  flatbuffers::FlatBufferBuilder builder;
  const auto list = builder.CreateVectorOfStructs(cards);
  SceneBuilder scene(builder);
  scene.add_width(2 * (radius + margin) + width);
  scene.add_height(2 * (radius + margin) + height);
  scene.add_cards(list);
  builder.Finish(scene.Finish(), SceneIdentifier());
  host->reply(host->context, builder.GetBufferPointer(), builder.GetSize());
  return 0;
} catch (const char* sentence) {
  host->fail(host->context, sentence, std::char_traits<char>::length(sentence));
  return 0;
} catch (...) {
  return 1;
}

extern "C" {
INROAD_DEFINE_PLUGIN(run)
}
