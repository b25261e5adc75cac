// SPDX-License-Identifier: MIT
#include <dlfcn.h>
#include <inroad/abi.h>

#include <cstdlib>
#include <pugixml.hpp>
#include <set>

#include "catch.h"
#include "plugins/exporters/pptx_sample.h"
#include "pptx/slide.h"
#include "pptx/xml.h"
#include "render/text.h"

using namespace inroad;
using namespace inroad::test;

namespace {

std::vector<std::uint8_t> exported(const render::Picture& picture) {
  const ExportInputs inputs(picture);
  return pptx::presentation(inputs.scene(), inputs.request(), &inputs.snapshot());
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_string(xml.c_str(), pugi::parse_full);
  INFO(result.description() << " at " << result.offset);
  REQUIRE(result);
  return document;
}

pugi::xml_document slide_of(const render::Picture& picture) {
  return parsed(unzipped(exported(picture)).at("ppt/slides/slide1.xml"));
}

bool has_text(const pugi::xml_document& slide, const std::string& text) {
  for (const auto& found : slide.select_nodes("//a:t"))
    if (found.node().text().get() == text) return true;
  return false;
}

render::Picture picture_with_name(const std::string& name) {
  render::Picture picture = sample_picture();
  for (auto& run : picture.faces[tom].runs)
    if (run->text == "Tom Eriksen") run->text = name;
  return picture;
}

}  // namespace

TEST_CASE("a presentation has its eleven parts, each well-formed, each declared") {
  const auto parts = unzipped(exported(sample_picture()));
  CHECK(parts.size() == 11);
  const auto types = parsed(parts.at("[Content_Types].xml"));
  for (const auto& [path, content] : parts) {
    INFO(path);
    parsed(content);
    const bool is_relation = path.ends_with(".rels");
    if (!is_relation && path != "[Content_Types].xml")
      CHECK(types.select_node(("//Override[@PartName='/" + path + "']").c_str()));
  }
}

TEST_CASE("every relationship leads to a part") {
  const auto parts = unzipped(exported(sample_picture()));
  for (const auto& [path, content] : parts) {
    if (!path.ends_with(".rels")) continue;
    const std::string folder = path.substr(0, path.find("_rels/"));
    const auto relations = parsed(content);
    for (const auto& found : relations.select_nodes("//Relationship")) {
      std::string target = folder + found.node().attribute("Target").value();
      if (const auto up = target.find("/../"); up != std::string::npos)
        target = target.substr(0, target.rfind('/', up - 1) + 1) + target.substr(up + 4);
      INFO(path << " to " << target);
      CHECK(parts.count(target) == 1);
    }
  }
}

TEST_CASE("the slide says every name and carries every card's words for the blind") {
  const auto slide = slide_of(sample_picture());
  for (const std::string& name : sample_names()) CHECK(has_text(slide, name));
  CHECK(has_text(slide, "★ Decides"));
  CHECK(has_text(slide, "▲▲"));
  CHECK(has_text(slide, "Eastline Rail — influence map"));
  const auto card = slide.select_node("//p:cNvPr[@name='p6']").node();
  CHECK(std::string(card.attribute("descr").value()).find("Systems Architect") !=
        std::string::npos);
  CHECK(slide.select_nodes("//p:sp[p:spPr/a:prstGeom[@prst='roundRect']]").size() ==
        sample_scene().cards.size());
}

TEST_CASE("Chinese text is marked as Chinese") {
  const auto slide = slide_of(sample_picture());
  for (const auto& found : slide.select_nodes("//a:r")) {
    const std::string text = found.node().child("a:t").text().get();
    const std::string lang = found.node().child("a:rPr").attribute("lang").value();
    INFO(text);
    CHECK(lang ==
          (text.find("赵敏") != std::string::npos || pptx::has_cjk(text) ? "zh-CN" : "en-US"));
    CHECK(found.node().child("a:rPr").child("a:ea"));
  }
}

TEST_CASE("every line is glued at both ends to shapes that are there") {
  const auto slide = slide_of(sample_picture());
  std::set<std::string> ids;
  for (const auto& found : slide.select_nodes("//p:cNvPr")) {
    const std::string id = found.node().attribute("id").value();
    CHECK(ids.insert(id).second);  // no id twice
  }
  const auto connectors = slide.select_nodes("//p:cxnSp");
  CHECK(connectors.size() == sample_scene().links.size());
  for (const auto& found : connectors)
    for (const char* end : {"a:stCxn", "a:endCxn"}) {
      const auto glue = found.node().select_node((std::string(".//") + end).c_str()).node();
      REQUIRE(glue);
      CHECK(ids.count(glue.attribute("id").value()) == 1);
      CHECK(glue.attribute("idx").as_int(-1) >= 0);
      CHECK(glue.attribute("idx").as_int(-1) <= 3);
    }
}

TEST_CASE("everything lies on the slide") {
  const auto slide = slide_of(sample_picture());
  for (const auto& found : slide.select_nodes("//p:sp/p:spPr/a:xfrm")) {
    const auto off = found.node().child("a:off"), ext = found.node().child("a:ext");
    CHECK(off.attribute("x").as_llong() >= 0);
    CHECK(off.attribute("y").as_llong() >= 0);
    CHECK(off.attribute("x").as_llong() + ext.attribute("cx").as_llong() <= 12192000);
    CHECK(off.attribute("y").as_llong() + ext.attribute("cy").as_llong() <= 6858000);
  }
}

TEST_CASE("hostile names are literal text in the slide") {
  for (const std::string name :
       {"</a:t><p:sp>", "&lt; &amp; &#0;", "a\" descr=\"x", "{a|b} \\N", "]]>"})
    CHECK(has_text(slide_of(picture_with_name(name)), name));
  CHECK(has_text(slide_of(picture_with_name("a\x01"
                                            "b\u202E"
                                            "c\uFFFE"
                                            "d")),
                 "abcd"));
  CHECK(has_text(slide_of(picture_with_name("a\xff"
                                            "b")),
                 "a\uFFFDb"));
}

TEST_CASE("bad UTF-8 of every kind becomes replacement signs") {
  CHECK(pptx::escaped("\xc0\x80") == "\uFFFD\uFFFD");  // overlong
  CHECK(pptx::escaped("\xe0\x80\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(pptx::escaped("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(pptx::escaped("\xf5\x80\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(pptx::escaped("\xe8\xb5") == "\uFFFD\uFFFD");
  CHECK(pptx::escaped("赵😀é") == "赵😀é");
}

TEST_CASE("the file says nothing of who made it, where and when, and is the same every time") {
  const auto first = exported(sample_picture());
  setenv("TZ", "Asia/Shanghai", 1);
  CHECK(exported(sample_picture()) == first);
  unsetenv("TZ");
  for (const auto& [path, content] : unzipped(first)) {
    CHECK(path.find("docProps") == std::string::npos);
    CHECK(content.find("creator") == std::string::npos);
    CHECK(content.find("file:") == std::string::npos);
  }
}

TEST_CASE("regions, labels and marks come along, and a scene without anything is a slide too") {
  render::Picture picture = sample_picture();
  auto region = std::make_unique<msg::RegionT>();
  region->role = msg::RegionRole::unit, region->width = 300, region->height = 200,
  region->text = "Engineering 工程部";
  picture.scene.regions.push_back(std::move(region));
  auto label = std::make_unique<msg::LabelT>();
  label->text = "heard directly", label->x = 500, label->y = 20,
  label->anchor = msg::Anchor::middle;
  picture.scene.labels.push_back(std::move(label));
  for (const auto kind :
       {msg::MarkKind::rectangle, msg::MarkKind::path, msg::MarkKind::glyph, msg::MarkKind::text}) {
    auto mark = std::make_unique<msg::MarkT>();
    mark->kind = kind, mark->points = {{0, 0}, {50, 50}, {70, 10}}, mark->text = "ring";
    picture.scene.marks.push_back(std::move(mark));
  }
  const auto slide = slide_of(picture);
  CHECK(has_text(slide, "Engineering 工程部"));
  CHECK(has_text(slide, "heard directly"));
  CHECK(has_text(slide, "○"));
  CHECK(slide.select_node("//a:custGeom"));

  picture.scene = msg::SceneT();
  picture.title = "";
  CHECK(slide_of(picture).select_nodes("//p:sp").empty());
}

TEST_CASE("tones, dots, arrows, upright words and folded people come along to the slide") {
  render::Picture picture = sample_picture();
  picture.scene.links.clear();
  picture.scene.cards.resize(1);
  const msg::Card& card = picture.scene.cards[0];
  picture.scene.cards[0] = msg::Card(card.person(), card.x(), card.y(), card.width(), card.height(),
                                     12, msg::Change::went);
  auto region = std::make_unique<msg::RegionT>();
  region->role = msg::RegionRole::column, region->tone = msg::ThemeRole::opponent;
  region->width = region->height = 200;
  picture.scene.regions.push_back(std::move(region));
  const auto add = [&](msg::MarkKind kind) -> msg::MarkT& {
    auto mark = std::make_unique<msg::MarkT>();
    mark->kind = kind, mark->role = msg::ThemeRole::bad, mark->points = {{10, 10}, {40, 50}};
    picture.scene.marks.push_back(std::move(mark));
    return *picture.scene.marks.back();
  };
  add(msg::MarkKind::ellipse).is_filled = true;
  add(msg::MarkKind::path).arrow = msg::Arrow::at_end;
  auto label = std::make_unique<msg::LabelT>();
  label->text = "influence", label->x = label->y = 100, label->max_width = 90;
  label->role = msg::TextRole::caption, label->is_upright = true;
  picture.scene.labels.push_back(std::move(label));
  const auto slide = slide_of(picture);
  CHECK(has_text(slide, "+12"));
  CHECK(slide.select_node("//a:bodyPr[@vert='vert270']"));
  CHECK(slide.select_node(
      "//p:spPr[a:prstGeom/@prst='ellipse']/a:solidFill/a:srgbClr[@val='C0492F']"));
  CHECK(slide.select_node("//a:ln/a:tailEnd"));
  CHECK(slide.select_node("//p:sp[.//a:t='+12']"));
  CHECK(slide.select_nodes("//a:ln/a:prstDash[@val='dash']").size() == 1);
}

TEST_CASE("the bundle answers a call with the same file") {
  const ExportInputs inputs(sample_picture());
  void* library =
      dlopen(INROAD_BIN_FOLDER "/plugins/exporters/pptx/plugin.so", RTLD_NOW | RTLD_LOCAL);
  REQUIRE(library != nullptr);
  const auto entry =
      reinterpret_cast<inroad_plugin_entry_function>(dlsym(library, INROAD_PLUGIN_ENTRY));
  REQUIRE(entry != nullptr);
  struct Heard {
    std::vector<std::uint8_t> reply;
    std::string failure;
  } heard;
  const inroad_host host{
      .size = sizeof(inroad_host),
      .abi_version = INROAD_ABI_VERSION,
      .context = &heard,
      .reply = [](void* to, const uint8_t* data,
                  uint64_t size) { static_cast<Heard*>(to)->reply.assign(data, data + size); },
      .fail = [](void* to, const char* text,
                 uint64_t size) { static_cast<Heard*>(to)->failure.assign(text, size); },
      .progress = [](void*, double) {},
      .cancelled = [](void*) -> int32_t { return 0; },
      .log = [](void*, uint32_t, const char*, uint64_t) {},
      .bundle_folder = INROAD_BIN_FOLDER "/plugins/exporters/pptx",
  };
  const auto input = [](inroad_input_kind kind, const std::vector<std::uint8_t>& bytes) {
    return inroad_input{static_cast<uint32_t>(kind), 0, {bytes.data(), bytes.size()}};
  };
  const inroad_input items[] = {input(INROAD_INPUT_REQUEST, inputs.request_bytes),
                                input(INROAD_INPUT_SNAPSHOT, inputs.snapshot_bytes),
                                input(INROAD_INPUT_SCENE, inputs.scene_bytes)};
  inroad_inputs all{sizeof(inroad_inputs), 3, items};
  CHECK(entry()->run(&host, &all) == 0);
  CHECK(heard.failure.empty());
  CHECK(heard.reply == pptx::presentation(inputs.scene(), inputs.request(), &inputs.snapshot()));

  all.count = 2;  // without the scene
  CHECK(entry()->run(&host, &all) == 0);
  CHECK_FALSE(heard.failure.empty());
}
