// SPDX-License-Identifier: MIT
//
// A font is embedded as a CID font with two-byte codes. The code is the glyph's number, but for
// fonts whose own outlines are numbered by character (CFF with a registry, as CJK fonts are), where
// readers expect that number.
#include "render/pdf_fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pango.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/numbers.h"

namespace inroad::render {
namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using FaceOwner = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using FontOwner = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using BlobOwner = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using InputOwner = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  return hb_blob_get_length(BlobOwner(hb_face_reference_table(face, tag)).get()) > 0;
}

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' '), glyf_tag = HB_TAG('g', 'l', 'y', 'f');

std::string name_of(hb_face_t* face) {
  char name[128] = {};
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  std::string result;
  for (const char c : std::string_view(name, std::min<std::size_t>(size, sizeof name - 1)))
    if (g_ascii_isalnum(c) || c == '-') result += c;
  return result.empty() ? "Font" : result;
}

}  // namespace

struct PdfFont::Face {
  FaceOwner face;
  FontOwner font;  // scaled to a thousand units
  std::vector<hb_variation_t> axes;
  FT_Library library = nullptr;
  FT_Face characters = nullptr;  // set when the outlines are numbered by character
  BlobOwner file;
  bool is_cff = false;

  Face() = default;
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face() {
    if (library != nullptr) FT_Done_FreeType(library);
  }

  unsigned code(std::uint32_t glyph) const {
    FT_UInt character = 0;
    return characters != nullptr && FT_Get_CID_From_Glyph_Index(characters, glyph, &character) == 0
               ? character
               : glyph;
  }

  // The font with no more than these glyphs.
  FaceOwner cut_down(const std::vector<std::uint32_t>& glyphs) const {
    const InputOwner input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_set_t* kept = hb_subset_input_glyph_set(input.get());
    for (const std::uint32_t glyph : glyphs) hb_set_add(kept, glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "name", "DSIG",
                            "kern", "GDEF", "MATH", "STAT", "gasp"})
      hb_set_add(dropped, hb_tag_from_string(tag, 4));
    for (const hb_variation_t& axis : axes)
      hb_subset_input_pin_axis_location(input.get(), face.get(), axis.tag, axis.value);
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                  (characters != nullptr ? 0 : HB_SUBSET_FLAGS_RETAIN_GIDS));
    return FaceOwner(hb_subset_or_fail(face.get(), input.get()));
  }
};

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() {
  for (const auto& [font, known] : by_pango_) g_object_unref(font);
}

PdfFont* PdfFonts::font_of(PangoFont* font) {
  if (const auto known = by_pango_.find(font); known != by_pango_.end()) return known->second;
  g_object_ref(font);  // so that no other font takes its address
  hb_font_t* pango = pango_font_get_hb_font(font);
  hb_face_t* whole = hb_font_get_face(pango);
  const bool is_cff = has_table(whole, cff_tag);
  if (!is_cff && !has_table(whole, glyf_tag)) return by_pango_[font] = nullptr;
  PangoFontDescription* description = pango_font_describe(font);
  pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
  char* words = pango_font_description_to_string(description);
  auto& known = by_file_[words];
  g_free(words);
  pango_font_description_free(description);
  if (!known) {
    auto face = std::make_unique<PdfFont::Face>();
    face->face.reset(hb_face_reference(whole));
    face->is_cff = is_cff;
    face->font.reset(hb_font_create(whole));
    hb_font_set_scale(face->font.get(), 1000, 1000);
    unsigned count = hb_ot_var_get_axis_count(whole);
    std::vector<hb_ot_var_axis_info_t> axes(count);
    hb_ot_var_get_axis_infos(whole, 0, &count, axes.data());
    unsigned set = 0;
    const float* values = hb_font_get_var_coords_design(pango, &set);
    for (unsigned i = 0; i < count; ++i)
      face->axes.push_back({axes[i].tag, i < set ? values[i] : axes[i].default_value});
    hb_font_set_variations(face->font.get(), face->axes.data(), count);
    if (is_cff) {
      face->file.reset(hb_face_reference_blob(whole));
      const std::string_view bytes = bytes_of(face->file.get());
      FT_Bool is_by_character = 0;
      if (FT_Init_FreeType(&face->library) == 0 &&
          FT_New_Memory_Face(face->library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                             static_cast<FT_Long>(bytes.size()),
                             static_cast<FT_Long>(hb_face_get_index(whole) & 0xFFFF),
                             &face->characters) == 0 &&
          (FT_Get_CID_Is_Internally_CID_Keyed(face->characters, &is_by_character) != 0 ||
           is_by_character == 0))
        face->characters = nullptr;
    }
    known = std::make_unique<PdfFont>(std::move(face), static_cast<int>(by_file_.size()));
  }
  return by_pango_[font] = known.get();
}

std::string PdfFonts::write(PdfFile& file) const {
  std::string resources;
  for (const auto& [name, font] : by_file_)
    resources +=
        "/F" + std::to_string(font->number()) + " " + pdf_reference(font->write(file)) + " ";
  return resources;
}

PdfFont::PdfFont(std::unique_ptr<Face> face, int number)
    : face_(std::move(face)), number_(number) {}
PdfFont::~PdfFont() = default;

PdfFont::Code PdfFont::use(std::uint32_t glyph, std::string_view letters, bool& is_true) {
  auto [at, is_new] = used_.try_emplace(glyph);
  Use& use = at->second;
  if (is_new) {
    use.code = face_->code(glyph);
    use.width = hb_font_get_glyph_h_advance(face_->font.get(), glyph) / 1000.0;
    use.letters = letters;
  }
  is_true = is_true && use.letters == letters;
  return {use.code, use.width};
}

std::string PdfFont::widths() const {
  std::string out = "[";
  for (const auto& [glyph, use] : used_) {
    out += std::to_string(use.code) + "[";
    append_number(out, use.width * 1000);
    out += "]";
  }
  return out + "]";
}

std::string PdfFont::letters_of_codes() const {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t most_in_a_block = 100;
  auto at = used_.begin();
  for (std::size_t left = used_.size(); left > 0;) {
    const std::size_t count = std::min(left, most_in_a_block);
    out += std::to_string(count) + " beginbfchar\n";
    for (std::size_t i = 0; i < count; ++i, ++at) {
      out += '<';
      append_hex(out, at->second.code, 4);
      out += "> <" + pdf_text(at->second.letters).substr(5) + "\n";  // without the mark
    }
    out += "endbfchar\n";
    left -= count;
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

int PdfFont::write(PdfFile& file) const {
  std::vector<std::uint32_t> glyphs;
  for (const auto& [glyph, use] : used_) glyphs.push_back(glyph);
  FaceOwner cut = face_->cut_down(glyphs);
  const BlobOwner whole(hb_face_reference_blob(cut ? cut.get() : face_->face.get()));
  const BlobOwner outlines(hb_face_reference_table(cut ? cut.get() : face_->face.get(), cff_tag));
  const std::string_view bytes = bytes_of(face_->is_cff ? outlines.get() : whole.get());
  const int program =
      face_->is_cff ? file.add_stream(bytes, "/Subtype /CIDFontType0C ")
                    : file.add_stream(bytes, "/Length1 " + std::to_string(bytes.size()) + " ");

  // Six letters before the name mark a part of a font; they differ by what was cut out.
  std::string name;
  std::size_t mark = std::hash<std::string_view>()(bytes);
  for (int i = 0; i < 6; ++i, mark /= 26) name += static_cast<char>('A' + mark % 26);
  name += "+" + name_of(face_->face.get());

  hb_font_extents_t extents{};
  hb_font_get_h_extents(face_->font.get(), &extents);
  const std::string ascent = std::to_string(extents.ascender),
                    descent = std::to_string(extents.descender);
  const int descriptor =
      file.add("<< /Type /FontDescriptor /FontName /" + name + " /Flags 4 /FontBBox [-1000 " +
               descent + " 2000 " + ascent + "] /ItalicAngle 0 /Ascent " + ascent + " /Descent " +
               descent + " /CapHeight " + ascent + " /StemV 80 " +
               (face_->is_cff ? "/FontFile3 " : "/FontFile2 ") + pdf_reference(program) + " >>");
  const int descendant = file.add(
      std::string("<< /Type /Font /Subtype ") +
      (face_->is_cff ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity") + " /BaseFont /" +
      name + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>" +
      " /FontDescriptor " + pdf_reference(descriptor) + " /DW 1000 /W " + widths() + " >>");
  const int letters = file.add_stream(letters_of_codes());
  return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name +
                  " /Encoding /Identity-H /DescendantFonts [" + pdf_reference(descendant) +
                  "] /ToUnicode " + pdf_reference(letters) + " >>");
}

}  // namespace inroad::render
