// SPDX-License-Identifier: MIT
//
// The user's own plugins: installing, switching off, trusting, setting aside.
#include <chrono>
#include <filesystem>

#include "catch.h"
#include "plugins/install.h"
#include "plugins/register.h"
#include "program.h"

using namespace inroad;
using namespace inroad::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

// A data-only bundle: needs nothing built.
fs::path pack_bundle(const std::string& root, const std::string& name = "mine",
                     const std::string& version = "1.0.0") {
  const fs::path folder = fs::path(root) / name;
  fs::create_directories(folder);
  write_text(folder / "plugin.json",
             R"({"id": "annotators/)" + name + R"(", "version": ")" + version +
                 R"(", "sdk_version": 1, "kind": "annotator", "packs": ["pack.json"],
                 "title": {"en": "Mine"}})");
  write_text(folder / "pack.json", R"({"pack": "mine", "facets": []})");
  return folder;
}

// A user with a data folder of his own, as long as this lives.
struct User {
  User() { setenv("XDG_DATA_HOME", data.path().c_str(), 1); }
  ~User() { setenv("XDG_DATA_HOME", "/dev/null/none", 1); }
  ScratchFolder data, work;
};

plugins::Bundle some_bundle(const fs::path& folder) {
  plugins::Bundle bundle;
  bundle.id = "annotators/mine";
  bundle.folder = folder;
  return bundle;
}

}  // namespace

TEST_CASE("a plugin is installed from its folder, listed, replaced when asked, and removed") {
  const User user;
  const std::string source = pack_bundle(user.work.path()).string();
  REQUIRE(test::inroad({"plugin", "install", source}).exit_code == 0);
  CHECK_THAT(test::inroad({"plugin", "list"}).out, Contains("annotators/mine"));
  CHECK_THAT(test::inroad({"--no-plugins", "plugin", "list"}).out, !Contains("annotators/mine"));

  const Ran again = test::inroad({"plugin", "install", source});
  CHECK(again.exit_code == 1);
  CHECK_THAT(again.err, Contains("--replace"));
  pack_bundle(user.work.path(), "mine", "2.0.0");
  CHECK(test::inroad({"plugin", "install", source, "--replace"}).exit_code == 0);
  CHECK_THAT(test::inroad({"plugin", "info", "mine"}).out, Contains("2.0.0"));

  CHECK(test::inroad({"plugin", "remove", "mine"}).exit_code == 0);
  CHECK_THAT(test::inroad({"plugin", "list"}).out, !Contains("annotators/mine"));
  CHECK(fs::is_empty(user.data / "inroad/plugins/annotators"));
}

TEST_CASE("what leads outside, is a link, or is no bundle is not installed, and nothing is left") {
  const User user;
  const fs::path linked = pack_bundle(user.work.path(), "linked");
  fs::create_symlink("/etc/passwd", linked / "passwd");
  const fs::path broken = pack_bundle(user.work.path(), "broken");
  write_text(broken / "plugin.json", "{");
  const fs::path ours = pack_bundle(user.work.path(), "key-people");
  const fs::path stepping = pack_bundle(user.work.path(), "stepping");
  write_text(stepping / "plugin.json", R"({"id": "annotators/../../x", "sdk_version": 1})");
  for (const fs::path& source : {linked, broken, stepping, ours, fs::path("/dev/null")}) {
    const Ran ran = test::inroad({"plugin", "install", source.string()});
    INFO(source << ran.err);
    CHECK((ran.exit_code == 3 || ran.exit_code == 1));
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
  }
  CHECK(fs::is_empty(user.data / "inroad/plugins"));
}

TEST_CASE("a zip file with a step up in it writes nothing anywhere") {
  const User user;
  const std::string zip = user.work / "evil.zip";
  const Ran made = run("python3", {"-c",
                                   "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],'w')\n"
                                   "z.writestr('../../../evil','x')\nz.close()",
                                   zip});
  REQUIRE(made.exit_code == 0);
  const Ran ran = test::inroad({"plugin", "install", zip});
  CHECK(ran.exit_code == 3);
  CHECK_THAT(ran.err, Contains("evil"));
  CHECK_FALSE(fs::exists(user.data / "evil"));
}

TEST_CASE("what is switched off stays installed and comes back") {
  const User user;
  REQUIRE(test::inroad({"plugin", "install", pack_bundle(user.work.path()).string()}).exit_code ==
          0);
  CHECK(test::inroad({"plugin", "disable", "mine"}).exit_code == 0);
  CHECK_THAT(test::inroad({"plugin", "list"}).out, Contains("switched off"));
  CHECK(test::inroad({"plugin", "enable", "mine"}).exit_code == 0);
  CHECK_THAT(test::inroad({"plugin", "list"}).out, !Contains("switched off"));
}

TEST_CASE("the second failure within five minutes sets a plugin aside until it is enabled") {
  const ScratchFolder scratch;
  const plugins::Bundle bundle = some_bundle(scratch.path());
  plugins::Register kept(scratch / "plugins.json");
  const plugins::Register::Seconds start{std::chrono::seconds(1'000'000)};
  using std::chrono::seconds;
  CHECK_FALSE(kept.note_failure(bundle, "first", start));
  CHECK_FALSE(kept.note_failure(bundle, "later", start + seconds(300)));
  CHECK(kept.of(bundle).set_aside.empty());
  CHECK(kept.note_failure(bundle, "second", start + seconds(599)));
  CHECK(kept.of(bundle).set_aside == "second");
  CHECK(kept.of(some_bundle("/elsewhere")).set_aside.empty());
  kept.enable(bundle);
  CHECK(kept.of(bundle).set_aside.empty());
  CHECK_FALSE(kept.note_failure(bundle, "again", start + seconds(600)));
}

TEST_CASE("a yes counts for a plugin's files as they were when it was given") {
  const ScratchFolder scratch;
  const plugins::Bundle bundle = some_bundle(pack_bundle(scratch.path()));
  plugins::Register kept(scratch / "plugins.json");
  CHECK_FALSE(kept.of(bundle).is_trusted);
  kept.set_trust(bundle, true);
  CHECK(kept.of(bundle).is_trusted);
  write_text(bundle.folder / "plugin.json", "{}");
  CHECK_FALSE(kept.of(bundle).is_trusted);
}

TEST_CASE("a damaged register remembers nothing and is written anew") {
  const ScratchFolder scratch;
  const plugins::Bundle bundle = some_bundle(scratch.path());
  write_text(scratch / "plugins.json", "[[[");
  plugins::Register kept(scratch / "plugins.json");
  CHECK_FALSE(kept.of(bundle).is_disabled);
  kept.disable(bundle);
  CHECK(kept.of(bundle).is_disabled);
}
