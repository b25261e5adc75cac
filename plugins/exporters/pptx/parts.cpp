// SPDX-License-Identifier: MIT
#include "pptx/parts.h"

#include <fmt/format.h>

#include <utility>

#include "pptx/geometry.h"

namespace inroad::pptx {
namespace {

constexpr char head[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                        "\n";

constexpr char namespaces[] =
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";

constexpr char office[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

constexpr char content_types[] =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/>)"
    R"(<Override PartName="/ppt/slides/slide1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/>)"
    R"(<Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"/>)"
    R"(<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/>)"
    R"(<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>)"
    R"(</Types>)";

// Fonts by theme, so that the shapes follow a company's template when they are pasted into one.
constexpr char theme[] =
    R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Inroad"><a:themeElements>)"
    R"(<a:clrScheme name="Inroad"><a:dk1><a:srgbClr val="1F2733"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>)"
    R"(<a:dk2><a:srgbClr val="475467"/></a:dk2><a:lt2><a:srgbClr val="EEF1F6"/></a:lt2>)"
    R"(<a:accent1><a:srgbClr val="2563EB"/></a:accent1><a:accent2><a:srgbClr val="0B6E4F"/></a:accent2>)"
    R"(<a:accent3><a:srgbClr val="5FB58A"/></a:accent3><a:accent4><a:srgbClr val="A9B1BC"/></a:accent4>)"
    R"(<a:accent5><a:srgbClr val="E8A04C"/></a:accent5><a:accent6><a:srgbClr val="C0492F"/></a:accent6>)"
    R"(<a:hlink><a:srgbClr val="2563EB"/></a:hlink><a:folHlink><a:srgbClr val="475467"/></a:folHlink></a:clrScheme>)"
    R"(<a:fontScheme name="Inroad"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:majorFont>)"
    R"(<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:minorFont></a:fontScheme>)"
    R"(<a:fmtScheme name="Inroad"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>)"
    R"(<a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>)"
    R"(<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>)"
    R"(<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>)"
    R"(<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>)";

constexpr char text_styles[] =
    R"(<p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="2000" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>)"
    R"(<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr></p:titleStyle>)"
    R"(<p:bodyStyle><a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr></p:bodyStyle>)"
    R"(<p:otherStyle><a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr></p:otherStyle></p:txStyles>)";

// The tree of a master or layout: nothing but the place of the title.
std::string title_tree() {
  return fmt::format(
      R"(<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>)"
      R"(<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)"
      R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>)"
      R"(<p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>)"
      R"(<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>)"
      R"(</p:spTree></p:cSld>)",
      placed({margin, margin, slide_width - 2 * margin, title_height}));
}

// targets: relationship type and target, numbered rId1, rId2 …
std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string text =
      std::string(head) +
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  int id = 0;
  for (const auto& [type, target] : targets)
    text += fmt::format(R"(<Relationship Id="rId{}" Type="{}{}" Target="{}"/>)", ++id, office, type,
                        target);
  return text + "</Relationships>";
}

std::string master() {
  return fmt::format(
      R"({}<p:sldMaster {}>{}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" )"
      R"(accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>)"
      R"(<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>{}</p:sldMaster>)",
      head, namespaces, title_tree(), text_styles);
}

std::string layout() {
  return fmt::format(
      R"({}<p:sldLayout {} type="titleOnly" preserve="1">{}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>)",
      head, namespaces, title_tree());
}

std::string presentation() {
  return fmt::format(
      R"({}<p:presentation {}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>)"
      R"(<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="{}" cy="{}"/><p:notesSz cx="{}" cy="{}"/></p:presentation>)",
      head, namespaces, slide_width, slide_height, slide_height, slide_width);
}

}  // namespace

std::vector<Part> presentation_parts(std::string slide) {
  return {
      {"[Content_Types].xml", std::string(head) + content_types},
      {"_rels/.rels", relations({{"officeDocument", "ppt/presentation.xml"}})},
      {"ppt/presentation.xml", presentation()},
      {"ppt/_rels/presentation.xml.rels",
       relations({{"slideMaster", "slideMasters/slideMaster1.xml"},
                  {"slide", "slides/slide1.xml"},
                  {"theme", "theme/theme1.xml"}})},
      {"ppt/slideMasters/slideMaster1.xml", master()},
      {"ppt/slideMasters/_rels/slideMaster1.xml.rels",
       relations({{"slideLayout", "../slideLayouts/slideLayout1.xml"},
                  {"theme", "../theme/theme1.xml"}})},
      {"ppt/slideLayouts/slideLayout1.xml", layout()},
      {"ppt/slideLayouts/_rels/slideLayout1.xml.rels",
       relations({{"slideMaster", "../slideMasters/slideMaster1.xml"}})},
      {"ppt/theme/theme1.xml", std::string(head) + theme},
      {"ppt/slides/slide1.xml",
       fmt::format("{}<p:sld {}>{}</p:sld>", head, namespaces, std::move(slide))},
      {"ppt/slides/_rels/slide1.xml.rels",
       relations({{"slideLayout", "../slideLayouts/slideLayout1.xml"}})},
  };
}

}  // namespace inroad::pptx
