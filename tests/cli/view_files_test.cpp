// SPDX-License-Identifier: MIT
//
// The files of every view of the samples, judged by programs that have nothing to do with ours:
// xmllint, qpdf, pdffonts, pdfinfo and pdftotext.
#include <algorithm>
#include <set>
#include <sstream>

#include "catch.h"
#include "cli/drawings.h"

namespace inroad::test {
namespace {

struct Sample {
  std::string name, deal, title;
};
const std::vector<Sample> samples = {
    {"eastline-rail", "d-signalling", "Eastline Rail · Signalling renewal"},
    {"lanjiang-energy", "d-dispatch", "岚江能源集团 · 智能调度平台一期"}};

std::string account_of(const Sample& sample) {
  return std::string(INROAD_SOURCE_FOLDER) + "/samples/accounts/" + sample.name + "/account.json";
}

bool are_judges_there() {
  for (const char* judge : {"xmllint", "qpdf", "pdffonts", "pdfinfo", "pdftotext"})
    if (!is_installed(judge)) {
      WARN("skipped: " << judge << " is not installed");
      return false;
    }
  return true;
}

void draw(const Sample& sample, const std::string& view, const std::string& file,
          const std::vector<std::string>& more = {}) {
  std::vector<std::string> all{"draw",   account_of(sample), "--view", view,
                               "--deal", sample.deal,        "-o",     file};
  all.insert(all.end(), more.begin(), more.end());
  const Ran ran = inroad(all);
  INFO(view << ": " << ran.err);
  REQUIRE(ran.exit_code == 0);
}

// Names that the picture does not cut short.
std::vector<std::string> whole_names(const Sample& sample, const std::string& svg) {
  std::vector<std::string> names;
  const Json account = Json::parse(read_text(account_of(sample)));
  for (const Json& person : account["people"]) {
    const std::string name = person["name"];
    if (svg.find(name + "</text>") != std::string::npos) names.push_back(name);
  }
  return names;
}

std::string text_of_pdf(const std::string& file) {
  return run("pdftotext", {"-raw", file, "-"}).out;
}

std::string line_of(const std::string& text, const std::string& key) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(key)) return line.substr(line.find_first_not_of(' ', key.size()));
  return {};
}

void collect_titles(const Json& outlines, std::multiset<std::string>& titles) {
  for (const Json& one : outlines) {
    titles.insert(one["title"]);
    collect_titles(one["kids"], titles);
  }
}

}  // namespace

TEST_CASE("every view of the samples is a sound SVG and a sound PDF with all its names in it") {
  if (!are_judges_there()) return;
  for (const Sample& sample : samples)
    for (const std::string& view : all_views) {
      INFO(sample.name << ", " << view);
      const ScratchFolder scratch;
      const std::string svg = scratch / "a.svg", pdf = scratch / "a.pdf";
      draw(sample, view, svg);
      draw(sample, view, pdf);
      CHECK(run("xmllint", {"--noout", svg}).exit_code == 0);
      CHECK(run("qpdf", {"--check", pdf}).exit_code == 0);
      const std::string info = run("pdfinfo", {pdf}).out;
      CHECK(line_of(info, "Title:") == sample.title);
      CHECK(line_of(info, "Pages:") == "1");
      std::istringstream fonts(run("pdffonts", {pdf}).out);
      std::string line;
      std::getline(fonts, line), std::getline(fonts, line);  // the heading
      std::size_t count = 0;
      for (; std::getline(fonts, line); ++count)
        CHECK(line.find("yes yes yes") != std::string::npos);  // embedded, a subset, searchable
      CHECK(count > 0);
      const std::string text = text_of_pdf(pdf);
      const auto names = whole_names(sample, read_text(svg));
      CHECK(names.size() >= 20);
      for (const std::string& name : names) {
        INFO(name);
        CHECK(text.find(name) != std::string::npos);
      }
    }
}

TEST_CASE("sheets of paper have their size, and no name is lost between them") {
  if (!are_judges_there()) return;
  const Sample& sample = samples[0];
  const ScratchFolder scratch;
  draw(sample, "org-chart", scratch / "a.svg");
  const auto names = whole_names(sample, read_text(scratch / "a.svg"));
  int sheets_before = 0;
  for (const std::string paper : {"A0", "A3", "A4"}) {
    const std::string pdf = scratch / (paper + ".pdf");
    draw(sample, "org-chart", pdf, {"--paper", paper});
    const std::string info = run("pdfinfo", {pdf}).out;
    INFO(info);
    CHECK(line_of(info, "Page size:").ends_with("(" + paper + ")"));
    const int sheets = std::stoi(line_of(info, "Pages:"));
    CHECK(sheets > sheets_before);
    if (sheets_before == 0) CHECK(sheets == 1);
    sheets_before = sheets;
    CHECK(run("qpdf", {"--check", pdf}).exit_code == 0);
    const std::string text = text_of_pdf(pdf);
    for (const std::string& name : names) {
      INFO(name << " on " << paper);
      CHECK(text.find(name) != std::string::npos);
    }
  }
}

TEST_CASE("the plain form of an SVG is smaller and keeps boxes, names, titles and lines") {
  const Sample& sample = samples[0];
  const ScratchFolder scratch;
  draw(sample, "org-chart", scratch / "full.svg", {"--detail", "full"});
  draw(sample, "org-chart", scratch / "plain.svg", {"--detail", "plain"});
  const std::string full = read_text(scratch / "full.svg"),
                    plain = read_text(scratch / "plain.svg");
  CHECK(plain.size() * 2 < full.size());
  CHECK(full.find(">Approver<") != std::string::npos);
  CHECK(plain.find(">Approver<") == std::string::npos);
  const Json account = Json::parse(read_text(account_of(sample)));
  for (const Json& person : account["people"]) {
    const std::string id = "data-id=\"" + person["id"].get<std::string>() + "\"";
    INFO(id);
    CHECK((plain.find(id) == std::string::npos) == (full.find(id) == std::string::npos));
  }
  for (const char* words : {"Wei Lan", "General Manager", "Tom Eriksen", "Test Lab Lead"})
    CHECK(plain.find(words) != std::string::npos);
}

TEST_CASE("a PDF of the org chart has a bookmark for each unit drawn") {
  if (!are_judges_there()) return;
  for (const Sample& sample : samples) {
    const ScratchFolder scratch;
    draw(sample, "org-chart", scratch / "a.pdf");
    const Ran ran = run("qpdf", {"--json", scratch / "a.pdf"});
    REQUIRE(ran.exit_code == 0);
    std::multiset<std::string> titles, units;
    collect_titles(Json::parse(ran.out)["outlines"], titles);
    const Json account = Json::parse(read_text(account_of(sample)));
    for (const Json& unit : account["units"]) units.insert(unit["name"].get<std::string>());
    INFO(sample.name);
    for (const std::string& title : titles) {
      INFO(title);
      CHECK(titles.count(title) == 1);
      CHECK(units.contains(title));
    }
    std::set<std::string> peopled;
    for (const Json& person : account["people"])
      if (person.contains("unit")) peopled.insert(person["unit"].get<std::string>());
    for (const Json& unit : account["units"])
      if (peopled.contains(unit["id"].get<std::string>())) {
        INFO(unit);
        CHECK(titles.contains(unit["name"].get<std::string>()));
      }
  }
}

TEST_CASE("a letter that no font has is told of, and the picture is made") {
  const ScratchFolder scratch;
  Sketch sketch;
  sketch.person("p", {}, {{"name", "Ann \xf3\xb0\x80\x80"}});  // for private use
  write_text(scratch / "a.json", sketch.text());
  for (const char* ending : {"svg", "pdf", "png"}) {
    const std::string file = scratch / (std::string("a.") + ending);
    const Ran ran = inroad({"draw", scratch / "a.json", "--view", "org-chart", "-o", file});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.find("No font here has") != std::string::npos);
    CHECK(ran.err.find("Ann") != std::string::npos);
  }
}

// 60 people and 177 sentences about them.
TEST_CASE("the map of two dates keeps the form of a page where everything has changed") {
  Sketch sketch;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "p" + std::to_string(i);
    sketch.person(id, i % 2 ? "supporter" : "opponent", {{"name", "Person Number " + id}});
    sketch.json["claims"].back()["date"] = "2026-11-20";
    if (i > 0)
      sketch.tie("reports_to", id, "p" + std::to_string((i - 1) / 6), {{"date", "2026-11-20"}});
    if (i > 2) sketch.influence(id, "p" + std::to_string(i - 2), 0.5, {{"date", "2026-11-21"}});
  }
  sketch.deal("d1", {"p0"});
  const ScratchFolder scratch;
  write_text(scratch / "a.json", sketch.text());
  const Drawing drawing = drawing_of("history", {scratch / "a.json", "--from", "2026-11-01"});
  std::istringstream box(drawing.svg.substr(drawing.svg.find("viewBox=\"") + 9));
  double x = 0, y = 0, width = 0, height = 0;
  box >> x >> y >> width >> height;
  INFO(width << " x " << height);
  CHECK(width <= 2.2 * height);
  CHECK(height <= 2.2 * width);
  CHECK(words_on_a3(drawing.svg) >= 4);
}

}  // namespace inroad::test
