// SPDX-License-Identifier: MIT
//
// Whole PDF files: one page scaled to the format's limit, or as many sheets of paper as it takes.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/dates.h"
#include "model/error.h"
#include "model/folded_text.h"
#include "model/words.h"
#include "render/numbers.h"
#include "render/pdf_pen.h"
#include "render/picture.h"
#include "render/sheet.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr double longest_page_side = 14400;  // points, the limit of PDF readers
constexpr double paper_margin = 24;          // printers leave the edge white
constexpr std::size_t most_pages = 5000;

struct Paper {
  std::string_view name;
  double width, height;
};
constexpr std::array<Paper, 7> papers = {{{"A0", 2383.94, 3370.39},
                                          {"A1", 1683.78, 2383.94},
                                          {"A2", 1190.55, 1683.78},
                                          {"A3", 841.89, 1190.55},
                                          {"A4", 595.28, 841.89},
                                          {"Letter", 612, 792},
                                          {"Tabloid", 792, 1224}}};

// A page and what of the sheet it shows, `scale` points of paper a point.
struct Page {
  double width, height, margin, scale;
  Box seen;
};

std::vector<Page> pages_of(const Sheet& sheet, std::string_view paper) {
  if (paper.empty()) {
    const double scale = std::min(1.0, longest_page_side / std::max(sheet.width, sheet.height));
    return {
        {sheet.width * scale, sheet.height * scale, 0, scale, {0, 0, sheet.width, sheet.height}}};
  }
  const auto found = std::ranges::find_if(papers, [wished = lower_case(paper)](const Paper& known) {
    return lower_case(known.name) == wished;
  });
  if (found == papers.end())
    throw Error(ErrorKind::usage, format(_("There is no paper size \"{}\"."), paper), {},
                _("Choose A0, A1, A2, A3, A4, Letter or Tabloid."));
  const auto count = [](double length, double side) {
    return std::max(1.0, std::ceil(length / (side - 2 * paper_margin) - 1e-9));
  };
  const double upright = count(sheet.width, found->width) * count(sheet.height, found->height);
  const double lying = count(sheet.width, found->height) * count(sheet.height, found->width);
  const double width = lying < upright ? found->height : found->width;
  const double height = lying < upright ? found->width : found->height;
  if (std::min(upright, lying) > most_pages)
    throw Error(ErrorKind::failed,
                format(_("The picture would take {} sheets of paper."), std::min(upright, lying)),
                {}, _("Choose a larger paper, or leave --paper out for one page."));
  const double step_x = width - 2 * paper_margin, step_y = height - 2 * paper_margin;
  std::vector<Page> pages;
  for (double y = 0; y < sheet.height; y += step_y)
    for (double x = 0; x < sheet.width; x += step_x)
      pages.push_back({width, height, paper_margin, 1, {x, y, step_x, step_y}});
  return pages;
}

std::string content_of(const Page& page, const Picture& picture, const Sheet& sheet,
                       PdfFonts& fonts) {
  const double s = page.scale;
  std::string content = "q ";
  const auto put = [&](double value) {
    append_fixed(content, scaled(value, 1e6), 6);
    content += ' ';
  };
  for (const double value : {s, 0.0, 0.0, -s, page.margin - page.seen.x * s,
                             page.height - page.margin + page.seen.y * s})
    put(value);
  content += "cm\n";
  if (page.margin > 0) {
    for (const double value : {page.seen.x, page.seen.y, page.seen.width, page.seen.height})
      put(value);
    content += "re W n\n";
  }
  PdfPen pen(fonts, *picture.theme, page.seen);
  paint_sheet(pen, picture, sheet);
  return content + pen.finished() + "Q\n";
}

// Where a bookmark leads: the page, and the place on it.
std::string place_of(const msg::Card& card, const Sheet& sheet, const std::vector<Page>& pages,
                     const std::vector<int>& numbers) {
  const double x = sheet.scene_x + card.x(), y = sheet.scene_y + card.y();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    if (x > page.seen.right() || y > page.seen.bottom() || x < page.seen.x || y < page.seen.y)
      continue;
    std::string place = "[" + pdf_reference(numbers[i]) + " /XYZ ";
    append_number(place, std::max(0.0, page.margin + (x - page.seen.x) * page.scale - 20));
    place += ' ';
    append_number(place, page.height - page.margin - (y - page.seen.y) * page.scale + 20);
    return place + " 0]";
  }
  return "[" + pdf_reference(numbers.front()) + " /Fit]";
}

// The outline of the bookmarks; 0 when there are none. All below the first level is folded.
int add_outline(PdfFile& file, const Picture& picture, const Sheet& sheet,
                const std::vector<Page>& pages, const std::vector<int>& numbers) {
  const auto& marks = picture.bookmarks;
  if (marks.empty()) return 0;
  const int root = file.reserve();
  std::vector<int> objects(marks.size());
  for (int& object : objects) object = file.reserve();
  struct Kin {
    int parent = -1, first = -1, last = -1, before = -1, after = -1, children = 0;
  };
  std::vector<Kin> kin(marks.size() + 1);  // the last: the root
  const int top = static_cast<int>(marks.size());
  std::vector<int> open{top};  // the ancestors at each depth
  for (int i = 0; i < top; ++i) {
    const auto depth = std::min<std::size_t>(
        static_cast<std::size_t>(marks[static_cast<std::size_t>(i)].depth), open.size() - 1);
    open.resize(depth + 1);
    Kin& own = kin[static_cast<std::size_t>(i)];
    own.parent = open.back();
    Kin& parent = kin[static_cast<std::size_t>(own.parent)];
    own.before = parent.last;
    if (own.before >= 0) kin[static_cast<std::size_t>(own.before)].after = i;
    if (parent.first < 0) parent.first = i;
    parent.last = i;
    ++parent.children;
    open.push_back(i);
  }
  const auto reference = [&](int i) {
    return pdf_reference(i == top ? root : objects[static_cast<std::size_t>(i)]);
  };
  for (int i = 0; i <= top; ++i) {
    const Kin& own = kin[static_cast<std::size_t>(i)];
    std::string object = "<< ";
    if (i == top) {
      object += "/Type /Outlines ";
    } else {
      const Bookmark& mark = marks[static_cast<std::size_t>(i)];
      object += "/Title " + pdf_text(harmless(mark.text)) + " /Parent " + reference(own.parent);
      if (mark.card < picture.scene.cards.size())
        object += " /Dest " + place_of(picture.scene.cards[mark.card], sheet, pages, numbers);
    }
    if (own.before >= 0) object += " /Prev " + reference(own.before);
    if (own.after >= 0) object += " /Next " + reference(own.after);
    if (own.first >= 0)
      object += " /First " + reference(own.first) + " /Last " + reference(own.last) + " /Count " +
                std::to_string(i == top ? own.children : -own.children);
    file.put(i == top ? root : objects[static_cast<std::size_t>(i)], object + " >>");
  }
  return root;
}

std::string made_at() {
  std::string digits;
  for (const char c : now_utc())
    if (c >= '0' && c <= '9') digits += c;
  return "(D:" + digits.substr(0, 14) + "Z)";
}

}  // namespace

std::vector<std::uint8_t> to_pdf(const Picture& picture, std::string_view paper) {
  const Sheet sheet = lay_out_sheet(picture);
  const std::vector<Page> pages = pages_of(sheet, paper);
  PdfFile file;
  PdfFonts fonts;
  const int resources = file.reserve(), tree = file.reserve();
  std::vector<int> numbers;
  std::string kids;
  for (const Page& page : pages) {
    const int content = file.add_stream(content_of(page, picture, sheet, fonts));
    std::string object = "<< /Type /Page /Parent " + pdf_reference(tree) + " /MediaBox [0 0 ";
    append_number(object, page.width);
    object += ' ';
    append_number(object, page.height);
    object += "] /Resources " + pdf_reference(resources) + " /Contents " + pdf_reference(content) +
              " /Group << /S /Transparency /CS /DeviceRGB >> >>";
    numbers.push_back(file.add(object));
    kids += pdf_reference(numbers.back()) + " ";
  }
  file.put(tree,
           "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  file.put(resources, "<< /Font << " + fonts.write(file) + ">> /ExtGState << " +
                          PdfPen::opacities() + ">> >>");
  std::string catalogue = "<< /Type /Catalog /Pages " + pdf_reference(tree) +
                          " /ViewerPreferences << /DisplayDocTitle true >>";
  if (const int outline = add_outline(file, picture, sheet, pages, numbers); outline > 0)
    catalogue += " /Outlines " + pdf_reference(outline) + " /PageMode /UseOutlines";
  std::string info = "<< /Producer (Inroad) /CreationDate " + made_at();
  if (!picture.title.empty()) info += " /Title " + pdf_text(harmless(picture.title));
  const int catalogue_number = file.add(catalogue + " >>");
  return file.finished(catalogue_number, file.add(info + " >>"));
}

}  // namespace inroad::render
