// SPDX-License-Identifier: MIT
//
// The fonts of a PDF file: which glyphs it uses, each font cut down to them, and the letters they
// stand for so that the text can be searched and copied.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "render/pdf_file.h"
#include "render/text.h"

namespace inroad::render {

class PdfFont;

class PdfFonts {
 public:
  PdfFonts();
  ~PdfFonts();

  // The font in which a run is set; nullptr when it cannot stand in a PDF (it has no outlines).
  PdfFont* font_of(PangoFont* font);
  // Writes every font used; the resource dictionary's entries, "/F1 7 0 R …".
  std::string write(PdfFile& file) const;

 private:
  std::map<PangoFont*, PdfFont*> by_pango_;
  std::map<std::string, std::unique_ptr<PdfFont>> by_file_;
};

class PdfFont {
 public:
  struct Code {
    unsigned code;
    double width;  // for size 1, as the file says it
  };
  struct Face;  // the font file

  PdfFont(std::unique_ptr<Face> face, int number);
  ~PdfFont();

  int number() const { return number_; }  // its name is /F and this
  // How a glyph is written. letters: what it stands for; is_true turns false when the glyph already
  // stands for something else.
  Code use(std::uint32_t glyph, std::string_view letters, bool& is_true);
  // The object's number.
  int write(PdfFile& file) const;

 private:
  struct Use {
    unsigned code;
    double width;
    std::string letters;
  };
  std::string widths() const;
  std::string letters_of_codes() const;

  std::unique_ptr<Face> face_;
  int number_;
  std::map<std::uint32_t, Use> used_;
};

}  // namespace inroad::render
