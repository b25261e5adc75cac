// SPDX-License-Identifier: MIT
#include "render/text.h"

#include <cmath>
#include <string>
#include <thread>

#include "catch.h"
#include "render/theme.h"

using inroad::render::harmless;
using inroad::render::TextRuler;

namespace {

const TextRuler& ruler() {
  return inroad::render::thread_ruler(inroad::render::theme_named("light").font);
}

bool ends_with_ellipsis(const std::string& text) { return text.ends_with("…"); }

}  // namespace

TEST_CASE("a text that fits stays as it is") {
  CHECK(ruler().fitted("Zhao Min 赵敏", 14, true, 140) == "Zhao Min 赵敏");
}

TEST_CASE("a fitted text is never wider than its room") {
  const std::string texts[] = {"Director of Signalling Maintenance and Renewal",
                               "铁路信号系统更新改造项目总工程师办公室",
                               "Ελληνικά ονόματα μεγάλα",
                               "مدير عام شركة السكك الحديدية",
                               "WWWWWWWWWWWWWWWWWWWW",
                               "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"};
  for (const std::string& text : texts)
    for (const double room : {3.0, 9.0, 20.0, 47.0, 90.0, 133.0})
      for (const bool is_bold : {false, true}) {
        const std::string fitted = ruler().fitted(text, 12, is_bold, room);
        INFO(text << " in " << room << " gives " << fitted);
        CHECK(ruler().width(fitted, 12, is_bold) <= room);
        CHECK((fitted == text || fitted.empty() || ends_with_ellipsis(fitted)));
      }
}

TEST_CASE("cutting leaves no room unused for a further letter") {
  const std::string text = "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii";
  const std::string fitted = ruler().fitted(text, 12, false, 60);
  const std::string one_more = fitted.substr(0, fitted.size() - std::string("…").size()) + "i…";
  CHECK(ruler().width(one_more, 12, false) > 60);
}

TEST_CASE("cutting keeps letters and their marks together") {
  const std::string letter = "e\u0301\u0323";  // e with two combining marks
  std::string text;
  for (int i = 0; i < 40; ++i) text += letter;
  const std::string fitted = ruler().fitted(text, 12, false, 100);
  REQUIRE(ends_with_ellipsis(fitted));
  CHECK((fitted.size() - std::string("…").size()) % letter.size() == 0);
}

TEST_CASE("Chinese is measured as wide as its square letters") {
  CHECK(ruler().width("赵敏马越", 20, false) == Approx(80).margin(1));
  CHECK(ruler().width("赵敏", 10, false) ==
        Approx(ruler().width("赵敏", 20, false) / 2).margin(0.2));
}

TEST_CASE("width does not depend on what was measured before, nor on the thread") {
  const double here = ruler().width("Operations Director", 12.2, false);
  double there = 0;
  std::thread([&] { there = ruler().width("Operations Director", 12.2, false); }).join();
  CHECK(here == there);
}

TEST_CASE("characters that act on their surroundings become harmless") {
  CHECK(harmless("a\nb\tc\x01\x7f\u0085") == "a b c ");
  CHECK(harmless("a\u202Eb\u2066c") == "a\uFFFDb\uFFFDc");
  CHECK(harmless("a\uFFFE\uFFFF\uFEFF"
                 "b") == "ab");
  CHECK(harmless("a\u2028b") == "a b");
  CHECK(harmless("<b>&amp;\\N {a|b}") == "<b>&amp;\\N {a|b}");
}

TEST_CASE("bytes that are no UTF-8 become a replacement sign") {
  CHECK(harmless("a\xff"
                 "b") == "a\uFFFDb");
  CHECK(harmless("a\xe8\xb5") == "a\uFFFD\uFFFD");
  CHECK(harmless("a\xed\xa0\x80") == "a\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("ten thousand marks on one letter are cut down") {
  std::string text = "a";
  for (int i = 0; i < 10000; ++i) text += "\u0301";
  CHECK(harmless(text).size() < 40);
}

TEST_CASE("a name of a megabyte is cut like any other") {
  const std::string fitted = ruler().fitted(std::string(1 << 20, 'x'), 14, true, 140);
  CHECK(fitted.size() < 64);
  CHECK(ends_with_ellipsis(fitted));
}

TEST_CASE("no room, no text") {
  CHECK(ruler().fitted("Zhao", 12, false, 0).empty());
  CHECK(ruler().fitted("Zhao", 12, false, -5).empty());
  CHECK(ruler().fitted("Zhao", 12, false, std::nan("")).empty());
  CHECK(ruler().fitted("Zhao", 12, false, 2).empty());
}

TEST_CASE("a letter no font has is found, in whatever company") {
  CHECK(ruler().missing_letter("Zhao Min 赵敏").empty());
  CHECK(ruler().missing_letter("a\u0301 \u200D").empty());
  const std::string nobody_has = "\U0010FFFD";  // private use, plane 16
  CHECK(ruler().missing_letter("Zhao " + nobody_has + "赵") == nobody_has);
}

TEST_CASE("the glyphs of a text stand for all of it and are as wide as it is") {
  for (const std::string text : {"Zhao Min 赵敏", "Waffle", "مدير عام", "Ελληνικά"}) {
    const inroad::render::ShapedText shaped = ruler().shaped(text, false);
    std::size_t bytes = 0;
    double width = 0;
    for (const auto& run : shaped.runs) {
      bytes += run.size;
      for (const auto& glyph : run.glyphs) width += glyph.advance;
    }
    CHECK(bytes == text.size());
    CHECK(width == Approx(shaped.width).margin(1e-3));
    CHECK(shaped.width * 12 == Approx(ruler().width(text, 12, false)));
  }
}
