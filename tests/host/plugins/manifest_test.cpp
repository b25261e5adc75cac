// SPDX-License-Identifier: MIT
//
// Bundles found on disk: good manifests are read, every broken one is refused with a sentence.
#include <nlohmann/json.hpp>

#include "calls.h"
#include "plugins/bundle.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace {

Json good_manifest() {
  return {{"id", "views/fine"},
          {"version", "1.2.3"},
          {"sdk_version", 1},
          {"kind", "view"},
          {"title", {{"en", "Fine"}, {"zh_CN", "好"}}},
          {"library", "plugin.so"}};
}

// A folder of plugins with one bundle.
class PluginsFolder {
 public:
  explicit PluginsFolder(const std::string& bundle = "views/fine")
      : bundle_(folder_.path() / "plugins" / bundle) {
    std::filesystem::create_directories(bundle_);
    write("plugin.so", "not looked at");
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(bundle_ / name, std::ios::binary) << text;
  }
  Catalogue catalogue() const { return find_bundles({{folder_.path() / "plugins"}}); }
  Catalogue catalogue_of(const std::string& manifest) const {
    write("plugin.json", manifest);
    return catalogue();
  }
  const std::filesystem::path& bundle() const { return bundle_; }
  const std::filesystem::path& outside() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  std::filesystem::path bundle_;
};

void check_refused(const PluginsFolder& root, const std::string& manifest,
                   const std::string& sentence) {
  CAPTURE(manifest.substr(0, 500));
  const Catalogue catalogue = root.catalogue_of(manifest);
  CHECK(catalogue.bundles.empty());
  REQUIRE(catalogue.refused.size() == 1);
  CHECK(catalogue.refused[0].folder == root.bundle());
  CHECK_THAT(catalogue.refused[0].reason, Contains(sentence));
}

void check_refused(const PluginsFolder& root, const char* key, const Json& value,
                   const std::string& sentence) {
  Json manifest = good_manifest();
  if (value.is_null())
    manifest.erase(key);
  else
    manifest[key] = value;
  check_refused(root, manifest.dump(), sentence);
}

}  // namespace

TEST_CASE("a manifest is read whole, unknown keys are passed over") {
  const PluginsFolder root;
  root.write("pack.json", "{}");
  Json manifest = good_manifest();
  manifest["summary"] = {{"en", "All is fine."}};
  manifest["card"] = {{"width", 100.5},
                      {"height", 40},
                      {"lines", {"name", "title"}},
                      {"frame", false},
                      {"crowd", {{"above", 30}, {"height", 20}, {"lines", {"name"}}}},
                      {"later", 1}};
  manifest["shows_route"] = manifest["compares_dates"] = true;
  manifest["free_form"] = true;
  manifest["options"] = {{"mode", {"calm", "loud"}}};
  manifest["packs"] = {"pack.json"};
  manifest["deadline_ms"] = 1500;
  manifest["something_later"] = {{"a", {1, 2}}};
  const Catalogue catalogue = root.catalogue_of(manifest.dump());
  REQUIRE(catalogue.refused.empty());
  REQUIRE(catalogue.bundles.size() == 1);
  const Bundle& bundle = catalogue.bundles[0];
  CHECK(bundle.id == "views/fine");
  CHECK(bundle.name == "fine");
  CHECK(bundle.version == "1.2.3");
  CHECK(bundle.sdk_version == 1);
  CHECK(bundle.kind == Kind::view);
  CHECK(bundle.title.at("zh_CN") == "好");
  CHECK(bundle.summary.at("en") == "All is fine.");
  CHECK(bundle.card.width == 100.5);
  CHECK(bundle.card.height == 40);
  CHECK(bundle.card.lines == std::vector<std::string>{"name", "title"});
  CHECK(!bundle.card.has_frame);
  REQUIRE(bundle.card.crowd);
  CHECK(bundle.card.crowd->above == 30);
  CHECK(bundle.card.crowd->height == 20);
  CHECK(bundle.card.crowd->lines == std::vector<std::string>{"name"});
  CHECK(bundle.shows_route);
  CHECK(bundle.compares_dates);
  CHECK(bundle.is_free_form);
  REQUIRE(bundle.options.size() == 1);
  CHECK(bundle.options.at("mode") == std::vector<std::string>{"calm", "loud"});
  CHECK(bundle.deadline_ms == 1500);
  CHECK(std::filesystem::equivalent(bundle.folder, root.bundle()));
  CHECK(std::filesystem::equivalent(bundle.library, root.bundle() / "plugin.so"));
  REQUIRE(bundle.packs.size() == 1);
  CHECK(std::filesystem::equivalent(bundle.packs[0], root.bundle() / "pack.json"));
}

TEST_CASE("a manifest's defaults are those of the bundle") {
  const Catalogue catalogue = PluginsFolder().catalogue_of(good_manifest().dump());
  REQUIRE(catalogue.bundles.size() == 1);
  const Bundle& bundle = catalogue.bundles[0];
  CHECK(bundle.summary.empty());
  CHECK(bundle.card.width == 176);
  CHECK(bundle.card.has_frame);
  CHECK(!bundle.card.crowd);
  CHECK(!bundle.shows_route);
  CHECK(!bundle.compares_dates);
  CHECK(!bundle.is_free_form);
  CHECK(bundle.options.empty());
  CHECK(bundle.deadline_ms == 20'000);
}

TEST_CASE("a folder without a readable manifest is refused") {
  const PluginsFolder root;
  Catalogue catalogue = root.catalogue();
  REQUIRE(catalogue.refused.size() == 1);
  CHECK_THAT(catalogue.refused[0].reason, Contains("no file plugin.json"));
  std::filesystem::create_directory(root.bundle() / "plugin.json");
  CHECK_THAT(root.catalogue().refused.at(0).reason, Contains("no file plugin.json"));
}

TEST_CASE("a manifest that is not sound JSON is refused") {
  const PluginsFolder root;
  check_refused(root, "", "not JSON: the fault is in line 1");
  check_refused(root, "{\n\"id\": \"views/fine\",\n oops}", "line 3");
  check_refused(root, "[1]", "not a JSON object");
  check_refused(root, "null", "not a JSON object");
  check_refused(root, "{\"id\": \"\xff\"}", "not JSON");
  check_refused(root, std::string(100'000, '['), "nested too deeply");
  check_refused(root, std::string(300 * 1024, ' ') + good_manifest().dump(), "larger than 256 KiB");
  const std::string text = good_manifest().dump();
  check_refused(root, "{\"id\": \"views/other\", " + text.substr(1), "the key “id” twice");
}

TEST_CASE("a manifest that lacks a needed key or gives it another type is refused") {
  const PluginsFolder root;
  for (const char* key : {"id", "version", "sdk_version", "kind", "title"})
    check_refused(root, key, nullptr, std::string("“") + key + "”");
  for (const char* key :
       {"id", "version", "kind", "title", "summary", "card", "formats", "packs", "library"})
    check_refused(root, key, 7, std::string("“") + key + "”");
  for (const char* key : {"sdk_version", "deadline_ms", "shows_route", "compares_dates"})
    check_refused(root, key, "seven", std::string("“") + key + "”");
  check_refused(root, "title", {{"zh_CN", "好"}}, "needs a text in English");
  check_refused(root, "title", {{"en", ""}}, "needs a text in English");
  check_refused(root, "version", std::string(600, '1'), "too long");
  check_refused(root, "version", "1\x1b[31m", "control characters");
  check_refused(root, "deadline_ms", 0, "from 1 to 600000");
  check_refused(root, "deadline_ms", 1e9, "from 1 to 600000");
  check_refused(root, "deadline_ms", 1.5, "whole number");
  check_refused(root, "card", {{"width", -1}}, "“width”");
  check_refused(root, "card", {{"frame", 1}}, "“frame”");
  check_refused(root, "card", {{"crowd", 1}}, "“crowd”");
  check_refused(root, "options", {"mode"}, "“options”");
  check_refused(root, "options", {{"Bad Name", {"a"}}}, "small letters");
  check_refused(root, "options", {{"mode", "calm"}}, "“mode”");
  check_refused(root, "card", {{"lines", Json(std::vector<std::string>(50, "name"))}}, "“lines”");
}

TEST_CASE("a manifest for a newer SDK is refused with both versions and what to do") {
  Json manifest = good_manifest();
  manifest["sdk_version"] = 7;
  manifest["title"] = "of a type that only version 7 knows";
  const PluginsFolder root;
  check_refused(root, manifest.dump(), "needs version 7");
  check_refused(root, manifest.dump(), "has version 1");
  check_refused(root, manifest.dump(), "Update Inroad");
}

TEST_CASE("a manifest for a newer program is refused with both versions and what to do") {
  const PluginsFolder root;
  for (const char* newer : {"999.0", "999.0.0"}) {
    Json manifest = good_manifest();
    manifest["needs_inroad"] = newer;
    check_refused(root, manifest.dump(), std::string("needs Inroad ") + newer);
    check_refused(root, manifest.dump(), "this is Inroad 0.");
    check_refused(root, manifest.dump(), "Update Inroad");
  }
  for (const char* wrong : {"", "1", "1.", "1.2.3.4", "1.2.3.", "v1.2", "1.-2", "99999999999.0"})
    check_refused(root, "needs_inroad", wrong, "such as 1.2");
  Json manifest = good_manifest();
  manifest["needs_inroad"] = "0.1";
  CHECK(root.catalogue_of(manifest.dump()).refused.empty());
}

TEST_CASE("a manifest says which wire the plugin speaks") {
  const PluginsFolder root;
  Json manifest = good_manifest();
  CHECK_FALSE(root.catalogue_of(manifest.dump()).bundles.at(0).is_json);
  manifest["wire"] = "json";
  CHECK(root.catalogue_of(manifest.dump()).bundles.at(0).is_json);
  check_refused(root, "wire", "telepathy", "“json” or “flatbuffers”");
}

TEST_CASE("a bundle whose id, kind and place disagree is refused") {
  const PluginsFolder root;
  check_refused(root, "id", "views/other", "Its id is “views/other”");
  check_refused(root, "id", "fine", "Its id is “fine”");
  check_refused(root, "id", "../views/fine", "Its id is “../views/fine”");
  check_refused(root, "kind", "advisor", "lies among the “views”");
  check_refused(root, "kind", "oracle", "“oracle” is not known");
  const PluginsFolder shouting("views/FINE");
  check_refused(shouting, "id", "views/FINE", "small letters");
}

TEST_CASE("no file outside the bundle is taken for it") {
  const PluginsFolder root;
  const std::string outside = "lies outside its own folder";
  std::ofstream(root.outside() / "foreign.so") << "x";
  check_refused(root, "library", "../../../foreign.so", outside);
  check_refused(root, "library", "sub/../plugin.so", outside);
  check_refused(root, "library", (root.outside() / "foreign.so").string(), outside);
  check_refused(root, "library", ".", outside);
  check_refused(root, "packs", {"/etc/passwd"}, outside);
  std::filesystem::create_symlink(root.outside() / "foreign.so", root.bundle() / "link.so");
  check_refused(root, "library", "link.so", outside);
  check_refused(root, "library", "missing.so", "“missing.so” is missing");
}

TEST_CASE("a bundle must hold something") {
  const PluginsFolder root;
  check_refused(root, "library", nullptr, "neither a library nor packs");
}

TEST_CASE("importers and exporters must say which file endings they know") {
  const PluginsFolder root("importers/fine");
  Json manifest = good_manifest();
  manifest["id"] = "importers/fine";
  manifest["kind"] = "importer";
  check_refused(root, manifest.dump(), "lacks “formats”");
  manifest["formats"] = {"CSV"};
  check_refused(root, manifest.dump(), "small letters");
  manifest["formats"] = {"csv", "tsv"};
  const Catalogue catalogue = root.catalogue_of(manifest.dump());
  REQUIRE(catalogue.bundles.size() == 1);
  CHECK(catalogue.for_format(Kind::importer, "tsv") == &catalogue.bundles[0]);
  CHECK(catalogue.for_format(Kind::importer, "xlsx") == nullptr);
  CHECK(catalogue.for_format(Kind::exporter, "csv") == nullptr);
}

TEST_CASE("bundles are found by id or name, and a wrong name is answered with those there are") {
  const PluginsFolder root;
  root.catalogue_of(good_manifest().dump());
  std::filesystem::create_directory(root.bundle().parent_path() / "broken");
  const Catalogue catalogue = root.catalogue();
  CHECK(&catalogue.find(Kind::view, "fine") == &catalogue.bundles.at(0));
  CHECK(&catalogue.find(Kind::view, "views/fine") == &catalogue.bundles.at(0));

  const auto error_of = [&](Kind kind, const char* name) {
    try {
      catalogue.find(kind, name);
    } catch (const Error& error) {
      return error;
    }
    throw std::logic_error("found");
  };
  const Error unknown = error_of(Kind::view, "fien");
  CHECK(unknown.kind == ErrorKind::usage);
  CHECK_THAT(unknown.what(), Contains("fien"));
  CHECK_THAT(unknown.remedy, Contains("fine"));
  CHECK(error_of(Kind::advisor, "fine").kind == ErrorKind::usage);
  const Error broken = error_of(Kind::view, "broken");
  CHECK(broken.kind == ErrorKind::plugin);
  CHECK_THAT(broken.what(), Contains("no file plugin.json"));
}

TEST_CASE("no folder of plugins gives an empty catalogue") {
  const Catalogue catalogue = find_bundles({{"/nonexistent/plugins"}});
  CHECK(catalogue.bundles.empty());
  CHECK(catalogue.refused.empty());
}
