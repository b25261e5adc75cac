// SPDX-License-Identifier: MIT
//
// What leaves under the profile names-only: names and who reports to whom. Everything else of a
// sample is looked for in every kind of output, as it stands and unpacked.
#include <set>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// Every text in the account but those that may leave, long enough not to turn up by chance.
class Secrets {
 public:
  explicit Secrets(const Json& account) {
    allowed_.insert(account["account"]["name"].get<std::string>());
    for (const Json& person : account["people"]) allowed_.insert(person["name"].get<std::string>());
    collect(account);
  }

  std::vector<std::string> found_in(const std::string& text) const {
    std::vector<std::string> found;
    for (const std::string& secret : all_)
      if (text.find(secret) != std::string::npos) found.push_back(secret);
    return found;
  }
  std::size_t size() const { return all_.size(); }

 private:
  void add(const std::string& text) {
    // Words that the file formats and the form itself use.
    static const std::set<std::string> words_of_the_form{"reports_to", "dotted",      "inroad/1",
                                                         "person",     "placeholder", "team",
                                                         "account",    "relationship"};
    if (text.size() < 6 || words_of_the_form.contains(text)) return;
    for (const std::string& name : allowed_)
      if (name.find(text) != std::string::npos) return;
    all_.insert(text);
  }
  void collect(const Json& value) {
    if (value.is_string()) add(value);
    if (value.is_structured())
      for (const Json& inner : value) collect(inner);
  }

  std::set<std::string> allowed_, all_;
};

std::string sample(const std::string& name) {
  return std::string(INROAD_SOURCE_FOLDER) + "/samples/accounts/" + name + "/account.json";
}

// The secrets in a file: in its bytes, and in the text its own tools find in it.
std::vector<std::string> leaks(const Secrets& secrets, const std::string& file) {
  std::string text = read_text(file);
  if (file.ends_with(".pdf")) {
    if (is_installed("pdftotext")) text += run("pdftotext", {file, "-"}).out;
    if (is_installed("pdfinfo")) text += run("pdfinfo", {file}).out;
  }
  if (file.ends_with(".pptx") && is_installed("unzip")) text += run("unzip", {"-p", file}).out;
  // The kind of a seat nobody is known to fill may be told; an attitude of that word may not.
  // So may whose side somebody is on who is not the client's.
  for (const std::string told : {"unknown seat", "\"side\": \"partner\""})
    for (auto at = text.find(told); at != std::string::npos; at = text.find(told, at))
      text.erase(at, told.size());
  return secrets.found_in(text);
}

}  // namespace

TEST_CASE("names-only lets nothing private into pictures, slides and exports") {
  const std::string name = GENERATE(as<std::string>{}, "eastline-rail", "lanjiang-energy");
  const ScratchFolder scratch;
  const Secrets secrets(Json::parse(read_text(sample(name))));
  REQUIRE(secrets.size() > 300);
  // The search must be able to find: the account itself is full of them (but for escaped quotes).
  REQUIRE(leaks(secrets, sample(name)).size() > 300);

  for (const char* view : {"org-chart", "influence-map"})
    for (const char* ending : {".svg", ".pdf", ".png", ".pptx"}) {
      const std::string file = scratch / (view + std::string(ending));
      const Ran ran =
          inroad({"export", sample(name), "--view", view, "--share", "names-only", "-o", file});
      INFO(file << ": " << ran.err);
      REQUIRE(ran.exit_code == 0);
      CHECK(leaks(secrets, file) == std::vector<std::string>{});
      CHECK(secrets.found_in(ran.err) == std::vector<std::string>{});
    }
  REQUIRE(inroad({"export", sample(name), "--share", "names-only", "-o", scratch / "a.json"})
              .exit_code == 0);
  CHECK(leaks(secrets, scratch / "a.json") == std::vector<std::string>{});
  const Ran scene =
      inroad({"draw", sample(name), "--view", "org-chart", "--share", "names-only", "--json"});
  CHECK(secrets.found_in(scene.out) == std::vector<std::string>{});
}

TEST_CASE("names-only still shows the names, team shows more") {
  const ScratchFolder scratch;
  const auto svg = [&](const char* profile) {
    REQUIRE(inroad({"draw", sample("eastline-rail"), "--view", "org-chart", "--deal",
                    "d-signalling", "--share", profile, "-o", scratch / "a.svg"})
                .exit_code == 0);
    return read_text(scratch / "a.svg");
  };
  const std::string shared = svg("names-only"), own = svg("team");
  for (const char* text : {"Zhao Min", "Wei Lan", "Ruth Okafor"}) {
    CHECK(shared.find(text) != std::string::npos);
    CHECK(own.find(text) != std::string::npos);
  }
  for (const char* text : {"Systems Architect", "General Manager", "Mentor"}) {
    CHECK(shared.find(text) == std::string::npos);
    CHECK(own.find(text) != std::string::npos);
  }
}

TEST_CASE("a names-only PNG has no text, time or comment chunks") {
  const ScratchFolder scratch;
  REQUIRE(inroad({"draw", sample("eastline-rail"), "--view", "org-chart", "--share", "names-only",
                  "-o", scratch / "a.png"})
              .exit_code == 0);
  const std::string png = read_text(scratch / "a.png");
  std::set<std::string> chunks;
  for (std::size_t at = 8; at + 8 <= png.size();) {
    std::uint32_t length = 0;
    for (int i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(png[at + i]);
    chunks.insert(png.substr(at + 4, 4));
    at += 12 + length;
  }
  CHECK(chunks.contains("IHDR"));
  CHECK(chunks.contains("IEND"));
  for (const char* told : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"}) CHECK(!chunks.contains(told));
}

TEST_CASE("names-only advice is refused, and tells nothing") {
  const ScratchFolder scratch;
  REQUIRE(
      inroad({"export", sample("eastline-rail"), "--share", "names-only", "-o", scratch / "a.json"})
          .exit_code == 0);
  const Json shared = Json::parse(read_text(scratch / "a.json"));
  REQUIRE(shared["people"].size() == 31);  // three are the rival's
  for (const Json& person : shared["people"])
    for (const auto& [key, value] : person.items()) {
      const bool is_marked = key == "side" && (value == "us" || value == "partner");
      CHECK((key == "id" || key == "name" || key == "kind" || is_marked));
    }
  for (const char* list : {"units", "deals", "claims", "notes", "actions", "needs", "budgets"})
    CHECK((!shared.contains(list) || shared[list].empty()));
}

}  // namespace inroad::test
