// SPDX-License-Identifier: MIT
//
// The messages as JSON, for plugins that say so in their manifest. A function stands for the
// plugin: it sees what a plugin would see.
#include "plugins/json_wire.h"

#include <inroad/messages/call_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "catch.h"

namespace inroad::plugins {
namespace {

using Json = nlohmann::json;

struct Seen {
  Json request, snapshot;
  std::string attachment;
  std::string answer;
} seen;  // a plugin's run() is a plain function

std::int32_t run(const inroad_host* host, const inroad_inputs* inputs) {
  for (std::uint32_t i = 0; i < inputs->count; ++i) {
    const inroad_input& input = inputs->items[i];
    const auto* text = reinterpret_cast<const char*>(input.bytes.data);
    if (input.kind == INROAD_INPUT_ATTACHMENT) {
      seen.attachment.assign(text, input.bytes.size);
      continue;
    }
    CHECK(text[input.bytes.size] == '\0');
    (input.kind == INROAD_INPUT_REQUEST ? seen.request : seen.snapshot) =
        Json::parse(text, text + input.bytes.size);
  }
  host->reply(host->context, reinterpret_cast<const std::uint8_t*>(seen.answer.data()),
              seen.answer.size());
  return 0;
}

struct Kept : RunSink {
  std::vector<std::uint8_t> answer;
  std::vector<std::string> log_lines;
  void keep_answer(std::span<const std::uint8_t> bytes) override {
    answer.assign(bytes.begin(), bytes.end());
  }
  void progress(double) override {}
  bool is_cancelled() override { return false; }
  void log(std::uint32_t, std::string_view line) override { log_lines.emplace_back(line); }
};

template <class Message, class Native>
std::vector<std::uint8_t> packed(const Native& native) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(Message::Pack(builder, &native));
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

inroad_input input(inroad_input_kind kind, const std::vector<std::uint8_t>& bytes) {
  return {static_cast<std::uint32_t>(kind), 0, {bytes.data(), bytes.size()}};
}

template <class Asked>
RunResult ask(Asked asked, const msg::SnapshotT& account, const std::string& answer, Kept& kept) {
  msg::RequestT request;
  request.lang = "en";
  request.ask.Set(std::move(asked));
  const auto request_bytes = packed<msg::Request>(request);
  const auto account_bytes = packed<msg::Snapshot>(account);
  const std::vector<std::uint8_t> file = {0, 255, 'x'};
  const inroad_input inputs[] = {input(INROAD_INPUT_REQUEST, request_bytes),
                                 input(INROAD_INPUT_SNAPSHOT, account_bytes),
                                 input(INROAD_INPUT_ATTACHMENT, file)};
  seen = {{}, {}, {}, answer};
  const inroad_plugin plugin{sizeof(inroad_plugin), INROAD_ABI_VERSION, &run};
  return run_json_plugin(plugin, inputs, "/nowhere", kept);
}

msg::SnapshotT two_people() {
  msg::SnapshotT account;
  for (const char* name : {"Zhao \"Nan\" \\ nan", "名\n\x01"}) {
    auto person = std::make_unique<msg::PersonT>();
    person->id = person->name = name;
    account.people.push_back(std::move(person));
  }
  account.ties = std::make_unique<msg::TiesT>();
  account.ties->ends.emplace_back(0, 1, msg::TieKind::reports_to);
  account.ties->strength = {NAN, -NAN, 0.25};
  return account;
}

const msg::Scene& scene_in(const Kept& kept) {
  flatbuffers::Verifier verifier(kept.answer.data(), kept.answer.size());
  REQUIRE(verifier.VerifyBuffer<msg::Scene>(msg::SceneIdentifier()));
  return *flatbuffers::GetRoot<msg::Scene>(kept.answer.data());
}

}  // namespace

TEST_CASE("a plugin that speaks JSON sees every field, words by name, no number as null") {
  Kept kept;
  const RunResult result = ask(msg::ViewRequestT(), two_people(), "{}", kept);
  CHECK(result.end == RunResult::End::replied);
  CHECK(seen.request["ask_type"] == "ViewRequest");
  CHECK(seen.request["ask"]["is_restricted"] == false);
  CHECK(seen.snapshot["people"][0]["name"] == "Zhao \"Nan\" \\ nan");
  CHECK(seen.snapshot["people"][1]["name"] == "名\n\x01");
  CHECK(seen.snapshot["people"][1]["unit"] == -1);
  CHECK(seen.snapshot["ties"]["ends"][0] == Json({{"from", 0}, {"to", 1}, {"kind", "reports_to"}}));
  CHECK(seen.snapshot["ties"]["strength"] == Json({nullptr, nullptr, .25}));
  CHECK(seen.attachment == std::string("\0\xffx", 3));
}

TEST_CASE("an answer in JSON becomes the message, and what it has beyond is passed over") {
  Kept kept;
  const std::string answer =
      R"({"width": 100, "height": 50.5, "from_the_future": {"a": [1, "b"]},
          "cards": [{"person": 1, "x": 1, "y": 2, "width": 3, "height": 4, "folded": 0,
                     "change": "unset"}],
          "labels": [{"text": "\u540d \"x\"", "anchor": "middle", "role": 1}]})";
  for (int call = 0; call < 2; ++call) {  // a warm process answers like a cold one
    CHECK(ask(msg::ViewRequestT(), two_people(), answer, kept).end == RunResult::End::replied);
    const msg::Scene& scene = scene_in(kept);
    CHECK(scene.height() == 50.5);
    CHECK(scene.cards()->Get(0)->person() == 1);
    CHECK(scene.labels()->Get(0)->text()->string_view() == "名 \"x\"");
    CHECK(scene.labels()->Get(0)->anchor() == msg::Anchor::middle);
  }
}

TEST_CASE("an answer may leave fields of a struct out and write them in any order") {
  Kept kept;
  const std::string answer =
      R"({"cards": [{"y": 2, "height": 4, "width": 3, "person": 1, "mood": "sunny"}], "width": 9})";
  REQUIRE(ask(msg::ViewRequestT(), two_people(), answer, kept).end == RunResult::End::replied);
  const msg::Card& card = *scene_in(kept).cards()->Get(0);
  CHECK(card.person() == 1);
  CHECK(card.x() == 0);
  CHECK(card.y() == 2);
  CHECK(card.width() == 3);
  CHECK(card.height() == 4);
}

TEST_CASE(
    "an answer that is no JSON, or of another message, is a fault with its place in the log") {
  for (const std::string answer :
       {"", "nonsense", "{\"width\": \"wide\"}", "{\"cards\": [1]}", "[]",
        "{\"labels\": [{\"anchor\": \"sideways\"}]}", "{\"width\": 1"}) {
    INFO(answer);
    Kept kept;
    const RunResult result = ask(msg::ViewRequestT(), two_people(), answer, kept);
    CHECK(result.end == RunResult::End::fault);
    CHECK(result.fault == CallFault::not_json);
    CHECK(kept.log_lines.size() == 1);
  }
}

TEST_CASE("the file of an exporter stays as it is") {
  Kept kept;
  CHECK(ask(msg::ExportRequestT(), two_people(), "not JSON", kept).end == RunResult::End::replied);
  CHECK(std::string(kept.answer.begin(), kept.answer.end()) == "not JSON");
}

}  // namespace inroad::plugins
