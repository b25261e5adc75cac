// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "host/render/sample_picture.h"
#include "model/error.h"

using namespace inroad;
using namespace inroad::test;

namespace {

// A file that is gone after the test.
class ScratchFile {
 public:
  explicit ScratchFile(const std::vector<std::uint8_t>& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "inroad-XXXXXX").string();
    const int file = mkstemp(pattern.data());
    REQUIRE(file >= 0);
    path = pattern;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    std::fclose(fdopen(file, "r"));
  }
  ~ScratchFile() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, n);
  pclose(pipe);
  return output;
}

unsigned big_endian(const std::vector<std::uint8_t>& bytes, std::size_t at) {
  return static_cast<unsigned>(bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 |
                               bytes[at + 3]);
}

}  // namespace

TEST_CASE("the text of a PDF can be searched, Chinese too, and its title is known") {
  const ScratchFile file(render::to_pdf(sample_picture()));
  const std::string text = output_of("pdftotext -layout " + file.path.string() + " -");
  for (const std::string& name : sample_names()) {
    INFO(text);
    CHECK(text.find(name) != std::string::npos);
  }
  CHECK(output_of("pdfinfo " + file.path.string()).find("Eastline Rail — influence map") !=
        std::string::npos);
  CHECK(output_of("pdffonts " + file.path.string()).find(" no  ") ==
        std::string::npos);  // all embedded
}

TEST_CASE("a PDF is sound, of every theme and however much it shows") {
  if (std::system("command -v qpdf > /dev/null") != 0) {
    WARN("skipped: qpdf is not installed (package qpdf)");
    return;
  }
  for (const char* theme : {"light", "dark", "print", "grey"})
    for (const auto detail : {render::Detail::everything, render::Detail::plain})
      for (const char* paper : {"", "A4"}) {
        render::Picture picture = sample_picture(theme);
        picture.detail = detail;
        picture.bookmarks = {{"Engineering", 0, 0}, {"Signals (\\ 信号", 1, 1}, {"Board", 2, 0}};
        const ScratchFile file(render::to_pdf(picture, paper));
        const std::string said = output_of("qpdf --check " + file.path.string() + " 2>&1");
        INFO(said);
        CHECK(said.find("No syntax or stream encoding errors") != std::string::npos);
        CHECK(said.find("WARNING") == std::string::npos);
      }
}

TEST_CASE("hostile texts stand in a PDF as they are, scripts of any direction too") {
  for (const std::string name :
       {"\\N \\G (a|b) <b>", ") Tj ET Q (", "%%EOF endstream endobj", "&lt; &amp; &#0;",
        "fi ffi Waffle", "Ελληνικά", "赵敏 Zhao", "مدير"}) {
    render::Picture picture = sample_picture();
    picture.title = name;
    const ScratchFile file(render::to_pdf(picture));
    const std::string text = output_of("pdftotext -raw " + file.path.string() + " -");
    INFO(name << " in " << text);
    CHECK(text.find(name) != std::string::npos);
    CHECK(output_of("pdfinfo " + file.path.string()).find(name) != std::string::npos);
  }
}

TEST_CASE("a PDF on paper shows the whole picture, sheet by sheet") {
  render::Picture picture = sample_picture();
  picture.scene.width = 3000;
  picture.scene.cards.emplace_back(zhao, 2800, 100, 176, 78, 0, msg::Change::unset);
  const ScratchFile file(render::to_pdf(picture, "A4"));
  const std::string info = output_of("pdfinfo " + file.path.string());
  INFO(info);
  CHECK(info.find("A4") != std::string::npos);
  const std::string last =
      output_of("pdftotext -f 4 -l 6 " + file.path.string() + " - | grep -c 'Zhao Min'");
  CHECK(std::stoi(last) == 1);
  CHECK(render::to_pdf(picture, "a4") == render::to_pdf(picture, "A4"));
  CHECK(render::to_pdf(picture, "TABLOID") == render::to_pdf(picture, "Tabloid"));
  CHECK_THROWS_AS(render::to_pdf(picture, "A9"), Error);
  picture.scene.width = 5000000;
  CHECK_THROWS_AS(render::to_pdf(picture, "A4"), Error);
}

TEST_CASE("with SOURCE_DATE_EPOCH set, equal pictures give equal PDF bytes and that date") {
  setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
  const auto first = render::to_pdf(sample_picture()), second = render::to_pdf(sample_picture());
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK(first == second);
  const std::string text(first.begin(), first.end());
  CHECK(text.find("20231114221320") != std::string::npos);
}

TEST_CASE("a page too long for PDF readers is scaled to fit") {
  render::Picture picture = sample_picture();
  picture.scene.width = 60000;
  const ScratchFile file(render::to_pdf(picture));
  CHECK(output_of("pdfinfo " + file.path.string()).find("14400 x") != std::string::npos);
}

TEST_CASE("a PNG has the pixels its resolution says") {
  const render::SheetSize size = render::sheet_size(sample_picture());
  const auto png = render::to_png(sample_picture(), 72);
  REQUIRE(png.size() > 1000);
  CHECK(std::string(png.begin() + 1, png.begin() + 4) == "PNG");
  CHECK(big_endian(png, 16) == static_cast<unsigned>(size.width));
  CHECK(big_endian(png, 20) == static_cast<unsigned>(size.height));
  CHECK(big_endian(render::to_png(sample_picture(), 144), 16) ==
        static_cast<unsigned>(2 * size.width));
}

TEST_CASE("equal pictures give equal PNG bytes, every theme its own") {
  CHECK(render::to_png(sample_picture(), 72) == render::to_png(sample_picture(), 72));
  CHECK(render::to_png(sample_picture("dark"), 72) != render::to_png(sample_picture("light"), 72));
}

TEST_CASE("a PNG that would be too big is refused with the largest resolution that fits") {
  render::Picture picture = sample_picture();
  picture.scene.width = 200000;
  try {
    render::to_png(picture, 144);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::failed);
    CHECK(error.remedy.find("at most 89 dpi") != std::string::npos);  // 250000 px over 200072 pt
  }
  CHECK_THROWS_AS(render::to_png(sample_picture(), 100000), Error);
}

TEST_CASE("the bands a PNG is drawn in do not show in its bytes") {
  const auto whole = render::to_png(sample_picture(), 72);
  for (const int band : {1, 20000, 123457, 1 << 30}) {
    std::vector<std::uint8_t> bytes;
    render::write_png(
        sample_picture(), 72,
        [&](auto part) { bytes.insert(bytes.end(), part.begin(), part.end()); }, band);
    CHECK(bytes == whole);
  }
}

TEST_CASE("a PNG wider than one surface is whole to its right edge") {
  render::Picture picture = sample_picture();
  picture.scene.width = 40000;
  picture.scene.cards.emplace_back(zhao, 39800, 100, 176, 78, 0, msg::Change::unset);
  const auto png = render::to_png(picture, 72);
  CHECK(big_endian(png, 16) == 40072);
  const auto without = [&] {
    picture.scene.cards.pop_back();
    return render::to_png(picture, 72);
  }();
  CHECK(png.size() > without.size() + 500);
}

TEST_CASE("a resolution that is none is refused") {
  for (const double dpi : {0.0, -10.0, std::nan(""), HUGE_VAL})
    CHECK_THROWS_AS(render::to_png(sample_picture(), dpi), Error);
}
