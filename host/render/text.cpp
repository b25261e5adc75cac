// SPDX-License-Identifier: MIT
//
// Pango without hinting, so that a text has the same width at every scale and on every output. The
// context belongs to the thread that made the ruler (Pango's default font map is per thread).
#include "render/text.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace inroad::render {
namespace {

constexpr std::size_t most_kept_texts = 4096;  // of each weight; a laid out text takes kilobytes
constexpr double shaping_size = 64;  // nothing is hinted, so every other size is this one scaled
constexpr char32_t few_letters = 0x250;
constexpr int most_marks_on_a_letter = 8;
constexpr char ellipsis[] = "…";

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref<T>>;

bool is_noncharacter(gunichar c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }
bool is_line_break(gunichar c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}
bool turns_direction(gunichar c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_mark(gunichar c) {
  const GUnicodeType type = g_unichar_type(c);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

void append(std::string& text, gunichar c) {
  char bytes[6];
  text.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
}

// No more of a text than could ever fit, so that a name of a megabyte costs as little as a long
// one.
std::string_view head(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0) == 0x80)
    --most_bytes;
  return text.substr(0, most_bytes);
}

}  // namespace

std::string harmless(std::string_view text) {
  const bool is_plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (is_plain) return std::string(text);

  std::string result;
  result.reserve(text.size());
  const char* at = text.data();
  const char* const end = at + text.size();
  int marks = 0;
  while (at < end) {
    const gunichar c = g_utf8_get_char_validated(at, end - at);
    if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2)) {
      append(result, 0xFFFD);
      ++at;
      continue;
    }
    at = g_utf8_next_char(at);
    marks = is_mark(c) ? marks + 1 : 0;
    if (is_line_break(c))
      result += ' ';
    else if (turns_direction(c))
      append(result, 0xFFFD);
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || is_noncharacter(c))
      continue;
    else if (marks <= most_marks_on_a_letter)
      append(result, c);
  }
  return result;
}

struct TextRuler::State {
  Ref<PangoContext> context;
  std::string families;
  struct Kept {
    Ref<PangoLayout> layout;  // owns the fonts
    ShapedText shaped;
  };
  struct Letter {
    double advance = -1;  // for size 1; negative: not asked yet
    bool is_missing = false;
  };
  ShapedText together;  // see joined

  // By whether they are bold.
  std::array<std::unordered_map<std::string, Kept>, 2> texts;
  std::array<std::array<Letter, few_letters>, 2> few;  // the Latin ones
  std::array<std::unordered_map<char32_t, Letter>, 2> letters;

  explicit State(std::string font_families)
      : context(pango_font_map_create_context(pango_cairo_font_map_get_default())),
        families(std::move(font_families)) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    // Han characters take their Simplified forms whatever the system's language is.
    pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
  }

  Ref<PangoLayout> layout(std::string_view text, bool is_bold) const {
    Ref<PangoLayout> layout(pango_layout_new(context.get()));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, families.c_str());
    pango_font_description_set_weight(font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, shaping_size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }

  // The text is harmless.
  const Kept& kept(std::string text, bool is_bold) {
    auto& known = texts[is_bold];
    if (const auto found = known.find(text); found != known.end()) return found->second;
    if (known.size() >= most_kept_texts) known.clear();
    Kept made{layout(text, is_bold), {}};
    made.shaped = shape(made.layout.get(), text);
    return known.emplace(std::move(text), std::move(made)).first->second;
  }

  static ShapedText shape(PangoLayout* layout, const std::string& text) {
    constexpr double unit = 1 / (shaping_size * PANGO_SCALE);
    ShapedText shaped{text, {}, 0};
    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    shaped.width = width * unit;
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    for (const GSList* at = line->runs; at != nullptr; at = at->next) {
      const auto& item = *static_cast<const PangoLayoutRun*>(at->data);
      GlyphRun run{item.item->analysis.font,
                   static_cast<std::size_t>(item.item->offset),
                   static_cast<std::size_t>(item.item->length),
                   item.item->analysis.level % 2 == 1,
                   {}};
      run.glyphs.reserve(static_cast<std::size_t>(item.glyphs->num_glyphs));
      for (int i = 0; i < item.glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& glyph = item.glyphs->glyphs[i];
        const auto cluster =
            static_cast<std::uint32_t>(item.item->offset + item.glyphs->log_clusters[i]);
        const bool is_missing = (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
        if (glyph.glyph == PANGO_GLYPH_EMPTY && glyph.geometry.width == 0) continue;
        run.glyphs.push_back({is_missing ? missing_glyph : glyph.glyph, cluster,
                              glyph.geometry.x_offset * unit, glyph.geometry.y_offset * unit,
                              glyph.geometry.width * unit});
      }
      shaped.runs.push_back(std::move(run));
    }
    return shaped;
  }

  double width(std::string_view text, double size, bool is_bold) {
    return kept(std::string(text), is_bold).shaped.width * size;
  }

  const Letter& letter(char32_t c, bool is_bold) {
    Letter& known = c < few_letters ? few[is_bold][c] : letters[is_bold][c];
    if (known.advance < 0) {
      std::string text;
      append(text, c);
      const ShapedText& alone = kept(std::move(text), is_bold).shaped;
      known.advance = alone.width;
      for (const GlyphRun& run : alone.runs)
        for (const Glyph& glyph : run.glyphs) known.is_missing |= glyph.id == missing_glyph;
    }
    return known;
  }

  // The sum of the letters' own widths, without shaping: near enough to tell that a text fits
  // easily, and many times faster for a hundred thousand cards. Negative for scripts where letters
  // join.
  double rough_width(std::string_view text, double size, bool is_bold) {
    double sum = 0;
    for (const char* at = text.data(); at < text.data() + text.size(); at = g_utf8_next_char(at)) {
      const gunichar c = g_utf8_get_char(at);
      const bool stands_alone = c < few_letters || (c >= 0x4E00 && c <= 0x9FFF);
      if (!stands_alone) return -1;
      sum += letter(c, is_bold).advance * size;
    }
    return sum;
  }

  // The text put together from its words, which repeat far more often than whole texts do. For
  // scripts that need no more than that; the text is harmless and short.
  const ShapedText& joined(std::string text, bool is_bold) {
    if (texts[is_bold].size() > most_kept_texts / 2) texts[is_bold].clear();
    together = {std::move(text), {}, 0};
    const std::string_view all = together.text;
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t space = all.find(' ', at);
      const std::size_t size = space == at ? 1 : std::min(space, all.size()) - at;
      const ShapedText& word = kept(std::string(all.substr(at, size)), is_bold).shaped;
      for (const GlyphRun& run : word.runs) {
        if (together.runs.empty() || together.runs.back().font != run.font)
          together.runs.push_back({run.font, at + run.first, 0, false, {}});
        GlyphRun& whole = together.runs.back();
        whole.size += run.size;
        for (Glyph glyph : run.glyphs) {
          glyph.cluster += static_cast<std::uint32_t>(at);
          whole.glyphs.push_back(glyph);
        }
      }
      together.width += word.width;
      at += size;
    }
    return together;
  }

  // Where the text may be cut: byte offsets after each whole character as people see it.
  std::vector<std::size_t> cuts(std::string_view text, bool is_bold) {
    int count = 0;
    const PangoLogAttr* attributes =
        pango_layout_get_log_attrs_readonly(kept(std::string(text), is_bold).layout.get(), &count);
    std::vector<std::size_t> offsets;
    const char* at = text.data();
    for (int i = 0; i < count; ++i) {
      if (attributes[i].is_cursor_position)
        offsets.push_back(static_cast<std::size_t>(at - text.data()));
      if (i + 1 < count) at = g_utf8_next_char(at);
    }
    return offsets;
  }
};

TextRuler::TextRuler(std::string font_families)
    : state_(std::make_unique<State>(std::move(font_families))) {}
TextRuler::~TextRuler() = default;

double TextRuler::width(std::string_view text, double size, bool is_bold) const {
  return text.empty() ? 0 : state_->width(harmless(text), size, is_bold);
}

std::string TextRuler::fitted(std::string_view text, double size, bool is_bold,
                              double max_width) const {
  if (text.empty() || !(max_width > 0)) return {};
  const auto most_bytes = 512 + 64 * static_cast<std::size_t>(std::min(max_width / size, 1e4));
  const std::string whole = harmless(head(text, most_bytes));
  const bool is_whole = text.size() <= most_bytes;
  if (is_whole) {
    const double rough = state_->rough_width(whole, size, is_bold);
    if (rough >= 0 && rough * 1.03 <= max_width) return whole;
    if (state_->width(whole, size, is_bold) <= max_width) return whole;
  }
  const auto cut_at = [&](std::size_t offset) {
    while (offset > 0 && whole[offset - 1] == ' ') --offset;
    return whole.substr(0, offset) + ellipsis;
  };
  const std::vector<std::size_t> offsets = state_->cuts(whole, is_bold);
  const auto first_too_long =
      std::partition_point(offsets.begin(), offsets.end(), [&](std::size_t offset) {
        return state_->width(cut_at(offset), size, is_bold) <= max_width;
      });
  return first_too_long == offsets.begin() ? std::string() : cut_at(*(first_too_long - 1));
}

void TextRuler::draw(cairo_t* cairo, std::string_view text, double x, double baseline, double size,
                     bool is_bold) const {
  if (text.empty()) return;
  PangoLayout* layout = state_->kept(harmless(text), is_bold).layout.get();
  cairo_save(cairo);
  cairo_translate(cairo, x, baseline);
  cairo_scale(cairo, size / shaping_size, size / shaping_size);
  cairo_move_to(cairo, 0, 0);
  pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0));
  cairo_restore(cairo);
}

const ShapedText& TextRuler::shaped(std::string_view text, bool is_bold) const {
  constexpr std::size_t longest_joined = 512;
  std::string whole = harmless(text);
  const bool is_joined = whole.size() <= longest_joined && whole.find(' ') != std::string::npos &&
                         state_->rough_width(whole, 1, is_bold) >= 0;
  return is_joined ? state_->joined(std::move(whole), is_bold)
                   : state_->kept(std::move(whole), is_bold).shaped;
}

std::string TextRuler::missing_letter(std::string_view text) const {
  const bool is_plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (is_plain) return {};
  const std::string whole = harmless(text);
  for (const char* at = whole.data(); at < whole.data() + whole.size(); at = g_utf8_next_char(at))
    if (state_->letter(g_utf8_get_char(at), false).is_missing)
      return std::string(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  return {};
}

const TextRuler& thread_ruler(const std::string& font_families) {
  thread_local std::unordered_map<std::string, std::unique_ptr<TextRuler>> rulers;
  auto& ruler = rulers[font_families];
  if (!ruler) ruler = std::make_unique<TextRuler>(font_families);
  return *ruler;
}

}  // namespace inroad::render
