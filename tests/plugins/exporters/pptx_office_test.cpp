// SPDX-License-Identifier: MIT
//
// What LibreOffice makes of the slide. Skipped, with a message, where LibreOffice is not installed.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>

#include "catch.h"
#include "plugins/exporters/pptx_sample.h"
#include "pptx/slide.h"

using namespace inroad;
using namespace inroad::test;
namespace fs = std::filesystem;

namespace {

// A folder that is gone after the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "inroad-office-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

bool succeeds(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

// All text below a node, however it is cut into spans.
std::string text_below(const pugi::xml_node& node) {
  std::string text;
  for (const auto& found : node.select_nodes(".//text()")) text += found.node().value();
  return text;
}

}  // namespace

TEST_CASE("LibreOffice shows every name and keeps every line glued") {
  if (!succeeds("command -v soffice")) {
    WARN("skipped: LibreOffice is not installed");
    return;
  }
  const ScratchFolder folder;
  const ExportInputs inputs(sample_picture());
  const auto bytes = pptx::presentation(inputs.scene(), inputs.request(), &inputs.snapshot());
  const fs::path file = folder.path / "slide.pptx", converted = folder.path / "slide.fodp";
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  const std::string command =
      "timeout 120 soffice -env:UserInstallation=file://" + (folder.path / "profile").string() +
      " --headless --convert-to fodp --outdir " + folder.path.string() + " " + file.string();
  // The first run on a fresh profile may ask for a restart and convert nothing.
  for (int attempt = 0; attempt < 2 && !fs::exists(converted); ++attempt) succeeds(command);
  REQUIRE(fs::exists(converted));

  pugi::xml_document document;
  REQUIRE(document.load_file(converted.c_str()));
  const std::string text = text_below(document.select_node("//draw:page").node());
  for (const std::string& name : sample_names()) {
    INFO(name);
    CHECK(text.find(name) != std::string::npos);
  }
  const auto connectors = document.select_nodes("//draw:connector");
  CHECK(connectors.size() == sample_scene().links.size());
  for (const auto& found : connectors) {
    CHECK(found.node().attribute("draw:start-shape"));
    CHECK(found.node().attribute("draw:end-shape"));
  }
}
