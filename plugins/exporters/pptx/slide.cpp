// SPDX-License-Identifier: MIT
#include "pptx/slide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "pptx/connector.h"
#include "pptx/marks.h"
#include "pptx/parts.h"
#include "pptx/shape.h"
#include "pptx/xml.h"

namespace inroad::pptx {
namespace {

std::string text_of(const flatbuffers::String* text) {
  return text != nullptr ? text->str() : std::string();
}

double lightness(std::uint32_t colour) {
  return 0.3 * (colour >> 16 & 0xFF) + 0.6 * (colour >> 8 & 0xFF) + 0.1 * (colour & 0xFF);
}

class SlideWriter {
 public:
  SlideWriter(const msg::Scene& scene, const msg::ExportRequest& request,
              const msg::Snapshot* snapshot)
      : scene_(scene),
        request_(request),
        snapshot_(snapshot),
        fit_(scene.width(), scene.height(), !text_of(request.title()).empty()) {}

  std::string write();

 private:
  void add(Shape shape) {
    shape.id = next_id_++;
    out_ += written(shape);
  }
  void add_title();
  void place_cards();
  void add_link(std::uint32_t index);
  void add_steps();
  void add_folds();
  void add_marks(bool are_bound);
  void add_card(std::uint32_t index);
  std::vector<Paragraph> paragraphs_of(const msg::Face& face) const;
  std::string record_id(std::uint32_t person) const;

  const msg::Scene& scene_;
  const msg::ExportRequest& request_;
  const msg::Snapshot* snapshot_;
  Fit fit_;
  std::string out_;
  std::uint32_t next_id_ = 2;  // 1 is the slide's own group
  struct Placed {
    std::uint32_t id;
    Area area;
  };
  std::vector<Placed> cards_;                       // by card
  std::map<std::uint32_t, std::size_t> by_person_;  // to the card
};

std::string SlideWriter::record_id(std::uint32_t person) const {
  const auto* people = snapshot_ != nullptr ? snapshot_->people() : nullptr;
  if (people == nullptr || person >= people->size()) return {};
  return text_of(people->Get(person)->id());
}

void SlideWriter::add_title() {
  const std::string title = text_of(request_.title());
  if (title.empty()) return;
  Shape shape;
  shape.name = "Title";
  shape.is_title = true;
  shape.area = {margin, margin, slide_width - 2 * margin, title_height};
  shape.anchor = 't';
  shape.paragraphs = {{{title, 2000, true, request_.ink()}}};
  add(std::move(shape));
}

// Links are written before the cards they are glued to, so the cards' ids are given out first.
void SlideWriter::place_cards() {
  if (scene_.cards() == nullptr) return;
  for (const msg::Card* card : *scene_.cards()) {
    by_person_.emplace(card->person(), cards_.size());
    cards_.push_back({next_id_++, fit_.area(card->x(), card->y(), card->width(), card->height())});
  }
}

// The rows of a card become paragraphs: pieces whose middles lie on one line belong together.
std::vector<Paragraph> SlideWriter::paragraphs_of(const msg::Face& face) const {
  struct Piece {
    double x, middle;
    TextRun run;
  };
  std::vector<Piece> pieces;
  if (face.runs() == nullptr) return {};
  for (const msg::Run* run : *face.runs()) {
    const bool is_text = run->kind() == msg::RunKind::text,
               is_glyph = run->kind() == msg::RunKind::glyph;
    if (!is_text && !is_glyph && run->kind() != msg::RunKind::chip) continue;
    TextRun text{text_of(run->text()), fit_.font(run->size()), run->is_bold(), run->ink()};
    if (is_glyph)
      text = {std::string(letters_of(text.text)), fit_.font(run->height()), true, run->ink()};
    // A chip loses its own ground; where its ink would not show on the card, its fill does.
    if (!is_text && std::abs(lightness(run->ink()) - lightness(face.fill())) < 60 && !is_glyph)
      text.ink = run->fill(), text.is_bold = true;
    if (text.text.empty()) continue;
    pieces.push_back(
        {run->x(), is_text ? run->y() - 0.36 * run->size() : run->y() + run->height() / 2, text});
  }
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.middle < b.middle; });
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i + 1;
    while (end < pieces.size() && pieces[end].middle - pieces[i].middle < 5) ++end;
    std::stable_sort(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                     pieces.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Piece& a, const Piece& b) { return a.x < b.x; });
    Paragraph paragraph;
    for (; i < end; ++i) {
      if (!paragraph.empty())
        paragraph.push_back({"   ", pieces[i].run.size, false, pieces[i].run.ink});
      paragraph.push_back(pieces[i].run);
    }
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

// A card with an attitude is a group, so that its coloured edge moves with it; lines are glued to
// the box inside.
void SlideWriter::add_card(std::uint32_t index) {
  const msg::Card& card = *scene_.cards()->Get(index);
  const Placed& place = cards_[index];
  Shape shape;
  shape.id = place.id;
  shape.name = record_id(card.person());
  if (shape.name.empty()) shape.name = fmt::format("Card {}", index + 1);
  shape.preset = "roundRect";
  shape.corner = 8000;
  shape.area = place.area;
  shape.has_fill = shape.has_line = true;
  shape.fill = request_.paper(), shape.line = request_.ink();
  std::uint32_t stripe = 0;
  Emu stripe_width = 0;
  const auto* faces = request_.faces();
  if (faces != nullptr && index < faces->size()) {
    const msg::Face& face = *faces->Get(index);
    shape.spoken = text_of(face.spoken());
    shape.fill = face.fill(), shape.line = face.stroke();
    shape.line_width = std::max<Emu>(3175, fit_.length(face.stroke_width()));
    shape.is_dashed = face.is_dashed();
    shape.has_fill = shape.has_line = face.stroke_width() > 0;  // else a heading without a frame
    shape.paragraphs = paragraphs_of(face);
    shape.left_inset = fit_.length(13), shape.right_inset = fit_.length(4);
    if (face.runs() != nullptr)
      for (const msg::Run* run : *face.runs())
        if (run->kind() == msg::RunKind::stripe && run->fill() != face.fill())
          stripe = run->fill(), stripe_width = fit_.length(run->width());
  }
  set_change(shape, card.change(), request_, fit_);
  if (stripe_width == 0) {
    out_ += written(shape);
    return;
  }
  Shape edge;
  edge.id = next_id_ + 1;
  edge.name = "Attitude";
  edge.area = {place.area.x, place.area.y + place.area.height / 12, stripe_width,
               place.area.height * 10 / 12};
  edge.has_fill = true, edge.fill = stripe;
  const std::string frame = placed(place.area);
  out_ += fmt::format(
      R"(<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{}" name="{}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>)"
      R"(<p:grpSpPr><a:xfrm>{}<a:chOff x="{}" y="{}"/><a:chExt cx="{}" cy="{}"/></a:xfrm></p:grpSpPr>{}{}</p:grpSp>)",
      next_id_, escaped("Group " + shape.name), frame, place.area.x, place.area.y, place.area.width,
      place.area.height, written(shape), written(edge));
  next_id_ += 2;
}

void SlideWriter::add_link(std::uint32_t index) {
  const msg::Link& link = *scene_.links()->Get(index);
  const auto from = by_person_.find(link.from()), to = by_person_.find(link.to());
  if (from == by_person_.end() || to == by_person_.end() || link.count() < 2) return;
  const Placed &source = cards_[from->second], &target = cards_[to->second];
  const auto point = [&](std::uint32_t i) { return scene_.points()->Get(link.first() + i); };
  const auto spot = [&](std::uint32_t i) { return fit_.spot(point(i)->x(), point(i)->y()); };

  // A view may have drawn the line from its `to` end; the connector runs from `from` all the same.
  const auto away = [](const Spot& p, const Area& area) {
    const Emu dx = std::max({area.x - p.x, p.x - area.x - area.width, Emu{0}});
    const Emu dy = std::max({area.y - p.y, p.y - area.y - area.height, Emu{0}});
    return dx + dy;
  };
  const Spot first = spot(0), last = spot(link.count() - 1);
  const bool is_reversed = away(first, source.area) + away(last, target.area) >
                           away(last, source.area) + away(first, target.area);
  const Site start_site = nearest_site(source.area, is_reversed ? last : first);
  const Site end_site = nearest_site(target.area, is_reversed ? first : last);
  const Spot start = site_of(source.area, start_site), end = site_of(target.area, end_site);

  Course course = Course::straight;
  if (link.shape() == msg::LinkShape::curve)
    course = Course::curved;
  else if (link.count() > 2)
    course = Course::bent;
  double bend = 0.5;
  if (course == Course::bent) {
    const Spot turn = spot(is_reversed ? link.count() - 2 : 1);
    const bool is_upright = start_site == Site::top || start_site == Site::bottom;
    const Emu whole = is_upright ? end.y - start.y : end.x - start.x;
    const Emu part = is_upright ? turn.y - start.y : turn.x - start.x;
    if (whole != 0) bend = static_cast<double>(part) / static_cast<double>(whole);
  }

  const auto given = [index](const auto* values, auto otherwise) {
    return values != nullptr && index < values->size()
               ? static_cast<decltype(otherwise)>(values->Get(index))
               : otherwise;
  };
  const std::uint32_t ink = given(request_.link_ink(), request_.ink());
  const Emu width = std::max<Emu>(3175, fit_.length(given(request_.link_width(), 1.0)));
  const bool is_dashed = given(request_.is_link_dashed(), false);
  const std::uint32_t id = next_id_++;
  out_ += fmt::format(
      R"(<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{0}" name="Line {1}"/><p:cNvCxnSpPr><a:stCxn id="{2}" idx="{3}"/>)"
      R"(<a:endCxn id="{4}" idx="{5}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{6}{7}</p:spPr></p:cxnSp>)",
      id, index + 1, source.id, static_cast<int>(start_site), target.id, static_cast<int>(end_site),
      connector_geometry(start, start_site, end, end_site, course, bend),
      line(ink, width, is_dashed, line_ends(link.arrow(), is_reversed)));
}

void SlideWriter::add_steps() {
  if (scene_.links() == nullptr) return;
  for (std::uint32_t i = 0; i < scene_.links()->size(); ++i) {
    const msg::Link& link = *scene_.links()->Get(i);
    if (link.route_step() == 0 || link.count() < 2) continue;
    const msg::Point &a = *scene_.points()->Get(link.first()),
                     &b = *scene_.points()->Get(link.first() + link.count() - 1);
    const auto* inks = request_.link_ink();
    const std::uint32_t ink = inks != nullptr && i < inks->size() ? inks->Get(i) : request_.ink();
    add(step_shape((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, link.route_step(), ink, fit_));
  }
}

void SlideWriter::add_folds() {
  if (scene_.cards() == nullptr) return;
  for (const msg::Card* card : *scene_.cards())
    if (card->folded() > 0) add(fold_shape(*card, request_, fit_));
}

// Marks of a person or tie lie above it, others behind it.
void SlideWriter::add_marks(bool are_bound) {
  if (scene_.marks() == nullptr) return;
  for (const msg::Mark* mark : *scene_.marks())
    if ((mark->person() >= 0 || mark->tie() >= 0) == are_bound)
      add(mark_shape(*mark, request_, fit_));
}

std::string SlideWriter::write() {
  add_title();
  if (scene_.regions() != nullptr)
    for (const msg::Region* region : *scene_.regions()) add(region_shape(*region, request_, fit_));
  add_marks(false);
  place_cards();
  if (scene_.links() != nullptr)
    for (std::uint32_t i = 0; i < scene_.links()->size(); ++i) add_link(i);
  for (std::uint32_t i = 0; i < cards_.size(); ++i) add_card(i);
  add_folds();
  add_steps();
  if (scene_.labels() != nullptr)
    for (const msg::Label* label : *scene_.labels()) add(label_shape(*label, request_, fit_));
  add_marks(true);
  return fmt::format(
      R"(<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>)"
      R"(<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{}</p:spTree></p:cSld>)"
      R"(<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>)",
      hex(request_.paper()), out_);
}

}  // namespace

std::string slide(const msg::Scene& scene, const msg::ExportRequest& request,
                  const msg::Snapshot* snapshot) {
  return SlideWriter(scene, request, snapshot).write();
}

std::vector<std::uint8_t> presentation(const msg::Scene& scene, const msg::ExportRequest& request,
                                       const msg::Snapshot* snapshot) {
  return zipped(presentation_parts(slide(scene, request, snapshot)));
}

}  // namespace inroad::pptx
