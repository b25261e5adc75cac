// SPDX-License-Identifier: MIT
#include "pptx/shape.h"

#include <fmt/format.h>

#include "pptx/xml.h"

namespace inroad::pptx {
namespace {

std::string solid(std::uint32_t colour) {
  return fmt::format(R"(<a:solidFill><a:srgbClr val="{}"/></a:solidFill>)", hex(colour));
}

std::string written(const TextRun& run) {
  return fmt::format(
      R"(<a:r><a:rPr lang="{}" altLang="{}" sz="{}" b="{}" dirty="0">{})"
      R"(<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>{}</a:t></a:r>)",
      has_cjk(run.text) ? "zh-CN" : "en-US", has_cjk(run.text) ? "en-US" : "zh-CN", run.size,
      run.is_bold ? 1 : 0, solid(run.ink), escaped(run.text));
}

std::string text_body(const Shape& shape) {
  const char* anchor = shape.anchor == 't' ? "t" : shape.anchor == 'b' ? "b" : "ctr";
  const char* align = shape.align == Align::left ? "l" : shape.align == Align::middle ? "ctr" : "r";
  std::string text = fmt::format(
      R"(<p:txBody><a:bodyPr{} wrap="square" lIns="{}" tIns="{}" rIns="{}" bIns="0" anchor="{}"><a:normAutofit/></a:bodyPr><a:lstStyle/>)",
      shape.is_upright ? R"( vert="vert270")" : "", shape.left_inset, shape.top_inset,
      shape.right_inset, anchor);
  if (shape.paragraphs.empty()) text += R"(<a:p><a:endParaRPr lang="en-US"/></a:p>)";
  for (const Paragraph& paragraph : shape.paragraphs) {
    text += fmt::format(R"(<a:p><a:pPr algn="{}"/>)", align);
    for (const TextRun& run : paragraph) text += written(run);
    text += "</a:p>";
  }
  return text + "</p:txBody>";
}

std::string geometry(const Shape& shape) {
  if (!shape.custom_geometry.empty()) return shape.custom_geometry;
  const std::string adjust =
      shape.corner < 0 ? "" : fmt::format(R"(<a:gd name="adj" fmla="val {}"/>)", shape.corner);
  return fmt::format(R"(<a:prstGeom prst="{}"><a:avLst>{}</a:avLst></a:prstGeom>)", shape.preset,
                     adjust);
}

}  // namespace

std::string line(std::uint32_t colour, Emu width, bool is_dashed, std::string_view ends) {
  return fmt::format(R"(<a:ln w="{}">{}<a:prstDash val="{}"/><a:round/>{}</a:ln>)", width,
                     solid(colour), is_dashed ? "dash" : "solid", ends);
}

std::string written(const Shape& shape) {
  const std::string spoken =
      shape.spoken.empty() ? "" : fmt::format(R"( descr="{}")", escaped(shape.spoken));
  return fmt::format(
      R"(<p:sp><p:nvSpPr><p:cNvPr id="{}" name="{}"{}/><p:cNvSpPr{}/><p:nvPr>{}</p:nvPr></p:nvSpPr>)"
      R"(<p:spPr><a:xfrm>{}</a:xfrm>{}{}{}</p:spPr>{}</p:sp>)",
      shape.id, escaped(shape.name), spoken, shape.is_text_box ? R"( txBox="1")" : "",
      shape.is_title ? R"(<p:ph type="title"/>)" : "", placed(shape.area), geometry(shape),
      shape.has_fill ? solid(shape.fill) : "<a:noFill/>",
      shape.has_line ? line(shape.line, shape.line_width, shape.is_dashed, shape.line_ends)
                     : "<a:ln><a:noFill/></a:ln>",
      text_body(shape));
}

}  // namespace inroad::pptx
