// SPDX-License-Identifier: MIT
//
// Where somebody is named in a text: whole words, any script, both forms of composed letters.
#include "model/mentions.h"

#include "catch.h"
#include "model/name_parts.h"

using inroad::Mentions;
using inroad::parts_of_names;

namespace {

Mentions name(const char* text) {
  Mentions mentions;
  mentions.add_name(text);
  return mentions;
}

}  // namespace

TEST_CASE("a name of letters is found as whole words only") {
  const Mentions li = name("Li");
  CHECK(li.strike("Li said: Lithium, Ali, li, Li2 and Li.") ==
        "[…] said: Lithium, Ali, li, Li2 and […].");
  CHECK(li.strike("Li's plan (Li)") == "[…]'s plan ([…])");
  CHECK(li.strike("找Li谈") == "找[…]谈");
  CHECK(name("Zhao Min").strike("Met ZHAO  MIN\nand zhao\tmin; Zhao Mina not") ==
        "Met […]\nand […]; Zhao Mina not");
}

TEST_CASE("a single word is found only as it is written") {
  CHECK(name("Mark").strike("Mark my words: mark") == "[…] my words: mark");
}

TEST_CASE("names in scripts without spaces are found anywhere") {
  CHECK(name("李娜").strike("我们和李娜谈了") == "我们和[…]谈了");
  CHECK(name("李娜").find("李 娜").empty());
  CHECK(name("이나영").strike("이나영은 반대") == "[…]은 반대");
  CHECK(name("李").empty());  // one character alone means too much else
}

TEST_CASE("composed and decomposed letters are the same, cut letters are not") {
  const char* composed = "Jos\u00e9 Nu\u00f1ez";
  const char* decomposed = "Jose\u0301 Nun\u0303ez";
  CHECK(name(composed).strike(std::string("by ") + decomposed + ".") == "by […].");
  CHECK(name(decomposed).strike(std::string("by ") + composed + ".") == "by […].");
  CHECK(name("Jose").find("Jos\u00e9").empty());
  CHECK(name("Jose").find("Jose\u0301").empty());
  CHECK(name("Li Na").strike("Ｌｉ　Ｎａ") == "[…]");
}

TEST_CASE("a name in two scripts is found in each") {
  const Mentions both = name("李娜 (Nina Li)");
  CHECK(both.strike("李娜 and nina li") == "[…] and […]");
  CHECK(both.find("Nina").empty());
}

TEST_CASE("an address is not found inside a longer one") {
  Mentions mentions;
  mentions.add_email("li@x.de");
  CHECK(mentions.strike("LI@X.DE, a.li@x.de, li@x.de.org, <li@x.de>.") ==
        "[…], a.li@x.de, li@x.de.org, <[…]>.");
}

TEST_CASE("a phone number is found however it is written") {
  Mentions mentions;
  mentions.add_phone("+86 21 5555-1234");
  CHECK(mentions.strike("call +862155551234 or 86 21 / 5555 12 34, 2") == "call […] or […], 2");
  CHECK(mentions.find("86 21 5555 1235").empty());
  CHECK(mentions.strike("86-21-5555-1234") == "[…]");
  CHECK(mentions.find("18621555512349").empty());
  mentions = {};
  mentions.add_phone("110");
  CHECK(mentions.empty());
}

TEST_CASE("an id is looked for only where it cannot be another word") {
  Mentions mentions;
  for (const char* id : {"7", "p1", "person-0042", "42", "anna"}) mentions.add_id(id);
  CHECK(mentions.strike("7 of p1, person-0042; anna") == "7 of p1, […]; anna");
  CHECK(mentions.is_whole("p1"));
  CHECK(mentions.is_whole("anna"));
  CHECK(mentions.is_whole("person-0042"));
  CHECK_FALSE(mentions.is_whole("7"));
  CHECK_FALSE(mentions.is_whole("see p1"));
}

TEST_CASE("text asked for is found in any case, and bytes that are no text are kept") {
  Mentions mentions;
  mentions.add_text("the boss");
  mentions.add_text("王");
  CHECK(mentions.strike("\xff The Boss\xfe, 小王") == "\xff […]\xfe, 小[…]");
}

TEST_CASE("parts of a name are pointed out") {
  const Mentions parts = parts_of_names({"Zhao Min", "王小明"});
  for (const char* text : {"Zhao was there", "ask Min", "小明来了", "王总同意", "老王"})
    CHECK(parts.find(text).size() == 1);
  for (const char* text : {"Zhaoyang", "minutes", "国王", "明天"}) CHECK(parts.find(text).empty());
  CHECK(parts_of_names({"欧阳小明"}).find("欧阳经理").size() == 1);
}

TEST_CASE("addresses are compared in lower case") {
  CHECK(inroad::lower_case("Li.Na@X.DE") == "li.na@x.de");
}

TEST_CASE("characters nobody sees do not hide a name") {
  CHECK(name("Zhao Min").strike("Met Zh\u00adao M\u200bin.") == "Met […].");
}

TEST_CASE("a number is found with and without the country's code") {
  const auto phone = [](const char* number) {
    Mentions mentions;
    mentions.add_phone(number);
    return mentions;
  };
  const Mentions abroad = phone("+86 138 5551 2345");
  CHECK(abroad.strike("13855512345") == "[…]");
  CHECK(abroad.strike("call 0138 5551-2345, 0086 138 5551 2345") == "call […], 0086 […]");
  CHECK(abroad.strike("+8613855512345") == "[…]");
  CHECK(abroad.strike("9913855512345") == "9913855512345");
  CHECK(phone("138 5551 2345").strike("+8613855512345") == "+86[…]");
  CHECK(phone("0171 1234567").strike("+49 171 1234567") == "+49 […]");
  CHECK(phone("+1 212 555").strike("212555") == "212555");
}

TEST_CASE("an address is found in a link") {
  Mentions mentions;
  mentions.add_email("zq@e.com");
  CHECK(mentions.strike("mailto:zq%40e.com?x") == "mailto:[…]?x");
}

TEST_CASE("a name is found for review glued together, in any case and without its accents") {
  const Mentions parts = parts_of_names({"Zhao Qmin"});
  using Texts = std::vector<std::string>;
  CHECK(parts.texts_in("ZhaoQmin, ZHAO_QMIN; zhaoqmin@gmail.com.") ==
        Texts{"ZhaoQmin", "ZHAO_QMIN", "zhaoqmin@gmail.com"});
  CHECK(parts.texts_in("ask qmin") == Texts{"qmin"});
  CHECK(parts_of_names({"José Müller"}).texts_in("Jose Muller, J. Mueller, JOSE") ==
        Texts{"Jose Muller", "Mueller", "JOSE"});
  CHECK(parts_of_names({"Li Na"}).texts_in("LI, LiNa, Carolina, li") == Texts{"LI", "LiNa"});
  CHECK(parts.is_like("note-zhao-qmin"));
  CHECK_FALSE(parts.is_like("note-wei"));
}
