// SPDX-License-Identifier: MIT
//
// Pictures into files: our own writers for svg, pdf and png, exporter plugins for the rest.
#include <algorithm>
#include <filesystem>

#include "app/draw.h"
#include "app/files.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::app {
namespace {

std::string ending_of(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
  });
  return ending;
}

std::vector<std::uint8_t> exported(Calls& calls, const plugins::Bundle& bundle, const Drawn& drawn,
                                   Timings& timings) {
  const render::Picture& picture = drawn.picture;
  msg::ExportRequestT ask;
  ask.title = picture.title;
  ask.paper = picture.theme->paper;
  ask.ink = picture.theme->ink;
  for (const msg::Card& card : picture.scene.cards)
    ask.faces.push_back(std::make_unique<msg::FaceT>(picture.faces[card.person()]));
  for (const msg::Link& link : picture.scene.links) {
    const render::LinkStyle style = picture.theme->of(link);
    ask.link_ink.push_back(style.ink);
    ask.link_width.push_back(style.width);
    ask.is_link_dashed.push_back(style.is_dashed || style.is_dotted);
  }
  msg::RequestT message;
  message.lang = language();
  message.ask.Set(std::move(ask));
  flatbuffers::FlatBufferBuilder scene;
  scene.Finish(msg::Scene::Pack(scene, &picture.scene), msg::SceneIdentifier());
  const plugins::Input inputs[] = {
      {INROAD_INPUT_SCENE, {scene.GetBufferPointer(), scene.GetSize()}}};
  return calls.call(bundle, drawn.snapshot.get(), message, inputs, timings);
}

}  // namespace

void write_picture(Calls& calls, const Drawn& drawn, const std::string& path, const FileForm& form,
                   Timings& timings) {
  const std::string ending = form.format.empty() ? ending_of(path) : form.format;
  if (!form.paper.empty() && ending != "pdf")
    throw Error(ErrorKind::usage, _("Only a PDF file can be laid out on sheets of paper."), path,
                _("Choose a file name that ends in .pdf, or leave --paper out."));
  const auto timed = [&](const auto& make) {
    const StopWatch rendering(timings.render_ms);
    return make();
  };
  const auto write = [&](const auto& content) {
    const StopWatch writing(timings.write_ms);
    replace_file(path, content, form.like);
  };
  if (ending == "svg") return write(timed([&] { return render::to_svg(drawn.picture); }));
  if (ending == "pdf")
    return write(timed([&] { return render::to_pdf(drawn.picture, form.paper); }));
  if (ending == "png")  // drawn while it is written, so the time is all one
    return timed([&] {
      replace_file(
          path, [&](const render::Sink& put) { render::write_png(drawn.picture, form.dpi, put); },
          form.like);
    });
  const plugins::Bundle* bundle =
      calls.toolbox().catalogue().for_format(plugins::Kind::exporter, ending);
  if (!bundle)
    throw Error(ErrorKind::usage,
                format(_("Pictures of the kind \"{}\" cannot be written."), ending), path,
                _("Choose a file name that ends in .svg, .pdf, .png or .pptx."));
  write(exported(calls, *bundle, drawn, timings));
}

}  // namespace inroad::app
