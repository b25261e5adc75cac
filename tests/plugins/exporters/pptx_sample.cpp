// SPDX-License-Identifier: MIT
#include "plugins/exporters/pptx_sample.h"

#include <zip.h>

#include <memory>

#include "catch.h"

namespace inroad::test {
namespace {

std::vector<std::uint8_t> bytes_of(const flatbuffers::FlatBufferBuilder& builder) {
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

}  // namespace

ExportInputs::ExportInputs(const render::Picture& picture) {
  flatbuffers::FlatBufferBuilder scene;
  scene.Finish(msg::Scene::Pack(scene, &picture.scene), msg::SceneIdentifier());
  scene_bytes = bytes_of(scene);

  msg::ExportRequestT ask;
  ask.title = picture.title;
  ask.paper = picture.theme->paper, ask.ink = picture.theme->ink;
  for (const msg::Card& card : picture.scene.cards)
    ask.faces.push_back(std::make_unique<msg::FaceT>(picture.faces[card.person()]));
  for (const msg::Link& link : picture.scene.links) {
    const render::LinkStyle style = picture.theme->of(link);
    ask.link_ink.push_back(style.ink);
    ask.link_width.push_back(style.width);
    ask.is_link_dashed.push_back(style.is_dashed || style.is_dotted);
  }
  msg::RequestT message;
  message.lang = "en";
  message.ask.Set(std::move(ask));
  flatbuffers::FlatBufferBuilder request;
  request.Finish(msg::Request::Pack(request, &message), msg::RequestIdentifier());
  request_bytes = bytes_of(request);
  SampleAccount().packed(snapshot_bytes);
}

std::map<std::string, std::string> unzipped(const std::vector<std::uint8_t>& archive) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  REQUIRE(source != nullptr);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(zip != nullptr);
  std::map<std::string, std::string> parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(file != nullptr);
    std::string content(stat.size, '\0');
    REQUIRE(zip_fread(file, content.data(), content.size()) ==
            static_cast<zip_int64_t>(content.size()));
    zip_fclose(file);
    parts[stat.name] = std::move(content);
  }
  zip_discard(zip);
  return parts;
}

}  // namespace inroad::test
