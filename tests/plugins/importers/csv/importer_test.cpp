// SPDX-License-Identifier: MIT
//
// The plugin through its one exported symbol, and the field data sets where they are installed
// (INROAD_REAL_DATA names their folder).
#include <inroad/plugin.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "catch.h"

extern "C" const inroad_plugin* inroad_plugin_entry();

namespace {

struct Answer {
  std::vector<std::uint8_t> bytes;
  std::string failure;
  const inroad::msg::Changes& changes() const { return *inroad::msg::GetChanges(bytes.data()); }
  bool has_problems() const { return changes().problems() && changes().problems()->size() > 0; }
};

Answer import(const std::string& file, inroad::msg::ImportRequestT ask = {}) {
  inroad::msg::RequestT request;
  request.ask.Set(std::move(ask));
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(inroad::msg::Request::Pack(builder, &request), inroad::msg::RequestIdentifier());
  const inroad_input items[] = {
      {INROAD_INPUT_REQUEST, 0, {builder.GetBufferPointer(), builder.GetSize()}},
      {INROAD_INPUT_ATTACHMENT,
       0,
       {reinterpret_cast<const std::uint8_t*>(file.data()), file.size()}}};
  const inroad_inputs inputs{sizeof(inroad_inputs), 2, items};
  Answer answer;
  inroad_host host{};
  host.size = sizeof host;
  host.abi_version = INROAD_ABI_VERSION;
  host.context = &answer;
  host.reply = [](void* context, const std::uint8_t* data, std::uint64_t size) {
    static_cast<Answer*>(context)->bytes.assign(data, data + size);
  };
  host.fail = [](void* context, const char* text, std::uint64_t size) {
    static_cast<Answer*>(context)->failure.assign(text, size);
  };
  host.progress = [](void*, double) {};
  host.cancelled = [](void*) { return std::int32_t{0}; };
  host.log = [](void*, std::uint32_t, const char*, std::uint64_t) {};
  host.bundle_folder = "/nowhere";
  REQUIRE(inroad_plugin_entry()->run(&host, &inputs) == 0);
  return answer;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the plugin answers with records and their places") {
  inroad::msg::ImportRequestT ask;
  ask.file_name = "people.csv";
  const Answer answer = import("id,attitude\n1,lukewarm\n", ask);
  REQUIRE(answer.failure.empty());
  flatbuffers::Verifier verifier(answer.bytes.data(), answer.bytes.size());
  REQUIRE(inroad::msg::VerifyChangesBuffer(verifier));
  REQUIRE(answer.changes().puts()->size() == 2);
  REQUIRE(answer.changes().puts()->Get(0)->record()->str() == "people");
  REQUIRE(answer.changes().puts()->Get(0)->value()->str() == R"({"id":"1"})");
  REQUIRE(answer.changes().puts()->Get(0)->place()->str() == "people.csv row 2");
  REQUIRE(answer.changes().problems()->size() == 1);
  REQUIRE(answer.changes().problems()->Get(0)->place()->str() == "people.csv row 2");
}

TEST_CASE("another encoding than UTF-8 is said") {
  const Answer answer = import("\xD0\xD5\xC3\xFB\n\xC0\xEE\xC4\xC8\n");
  REQUIRE(answer.changes().puts()->Get(0)->value()->str() == R"({"id":"李娜","name":"李娜"})");
  REQUIRE_THAT(answer.changes().problems()->Get(0)->text()->str(),
               Catch::Matchers::Contains("GB18030"));
}

TEST_CASE("a file that cannot be used is a failure with a sentence") {
  REQUIRE_THAT(import("a,b\n\"x").failure, Catch::Matchers::Contains("Line 2"));
  REQUIRE_THAT(import("from,to,relation\na,b,friend\n").failure,
               Catch::Matchers::Contains("--tie friend=influences"));
  std::string headings = "id", row = "1";
  for (int column = 0; column < 9; ++column) {
    headings += ",c" + std::to_string(column);
    row += "," + std::string(120'000, 'x');
  }
  REQUIRE_THAT(import(headings + "\n" + row + "\n").failure, Catch::Matchers::Contains("Row 2"));
  inroad::msg::ImportRequestT ask;
  ask.evidence = "certain";
  REQUIRE_THAT(import("id\n1\n", ask).failure, Catch::Matchers::Contains("certain"));
}

TEST_CASE("the field data sets are read whole, without a problem") {
  const char* const folder = std::getenv("INROAD_REAL_DATA");
  if (folder == nullptr || !std::filesystem::is_directory(folder)) {
    WARN("skipped: set INROAD_REAL_DATA to the folder of the data sets");
    return;
  }
  using Words = std::vector<std::string>;
  const std::map<std::string, Words> words{
      {"bank-wiring-room",
       {"RDGAM=trusts:both", "RDCON=conflicts", "RDPOS=influences:both", "RDNEG=conflicts",
        "RDHLP=influences:reverse", "RDJOB=skip"}},
      {"ckm-physicians",
       {"asks_advice=influences:reverse", "discusses=influences:both", "friend=trusts"}},
      {"cross-parker-consulting", {"info=influences:reverse", "value=skip"}},
      {"hightech-managers", {"advice=influences:reverse", "friend=trusts"}},
      {"kapferer-mine", {"multiplex=influences:both", "uniplex=influences:both"}},
      {"karate-club", {"interaction=influences:both"}},
      {"sawmill", {"talks_work=influences:both"}},
      {"silicon-systems", {"friend=influences:both", "advice_krackplot=skip"}},
      {"student-government", {"discusses_with=influences:both"}},
      {"thurman-office",
       {"formal_superior_of=reports_to:reverse", "informal_multiplex=influences:both"}}};
  for (const auto& [name, mapping] : words) {
    INFO(name);
    const auto set = std::filesystem::path(folder) / name;
    const Answer people = import(content_of(set / "people.csv"));
    REQUIRE(people.failure.empty());
    REQUIRE_FALSE(people.has_problems());
    inroad::msg::ImportRequestT ask;
    ask.tie_words = mapping;
    const Answer ties = import(content_of(set / "ties.csv"), ask);
    REQUIRE(ties.failure.empty());
    REQUIRE_FALSE(ties.has_problems());
    REQUIRE(ties.changes().puts());
    REQUIRE(ties.changes().puts()->size() > 0);
  }
}
