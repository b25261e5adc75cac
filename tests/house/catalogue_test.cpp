// SPDX-License-Identifier: MIT
//
// Every sentence of the sources stands in the Chinese catalogues, translated, with the same
// placeholders. The sentences come from xgettext by way of host/po/update; what they must be like
// is checked here.
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "program.h"

namespace fs = std::filesystem;

namespace {

const fs::path root = INROAD_SOURCE_FOLDER;

// Texts as the file writes them, with its escapes.
struct Entry {
  std::string english, english_plural;
  std::vector<std::string> said;  // one, or one a plural form
  bool is_fuzzy = false;
};

// The entries of a PO file by their English; the header, of the empty English, is left out.
std::map<std::string, Entry> entries_of(const std::string& po) {
  std::map<std::string, Entry> entries;
  Entry entry;
  std::string* open = nullptr;
  const auto finish = [&] {
    if (!entry.english.empty()) entries[entry.english] = entry;
    entry = {};
    open = nullptr;
  };
  std::istringstream lines(po);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) finish();
    if (line.starts_with("#,") && line.find("fuzzy") != std::string::npos) entry.is_fuzzy = true;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("msgid ")) open = &entry.english;
    if (line.starts_with("msgid_plural ")) open = &entry.english_plural;
    if (line.starts_with("msgstr")) open = &entry.said.emplace_back();
    const std::size_t from = line.find('"'), to = line.rfind('"');
    REQUIRE((open != nullptr && from < to));
    *open += line.substr(from + 1, to - from - 1);
  }
  finish();
  return entries;
}

// {} counts on by itself, {1} says which: "{} of {}" and "{1} of {0}" hold the same placeholders.
// The two kinds cannot be mixed in one text: fmt refuses it.
std::set<std::string> placeholders(const std::string& text) {
  static const std::regex form(R"(\{([0-9]*)(:[^{}"]*)?\})");
  std::set<std::string> found;
  bool is_counted = false, is_numbered = false;
  int next = 0;
  for (std::sregex_iterator each(text.begin(), text.end(), form), end; each != end; ++each) {
    const std::string number = (*each)[1];
    (number.empty() ? is_counted : is_numbered) = true;
    found.insert(number.empty() ? std::to_string(next++) : number);
  }
  if (is_counted && is_numbered) found.insert("mixed");
  return found;
}

// Whether a comma, colon, semicolon, question or exclamation mark of the Latin script stands at a
// Chinese character, other than in what is typed ("词=类型:reverse").
bool has_half_width_stop(const std::string& said) {
  // As bytes: a character of three, from U+3400 to U+9FFF or a full-width sign.
  static const std::string chinese = "(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf])";
  static const std::regex behind(chinese + "[,:;?!](?![A-Za-z0-9])");
  static const std::regex before("[,:;?!]" + chinese);
  return std::regex_search(said, behind) || std::regex_search(said, before);
}

// What is wrong with the catalogue, a line each.
std::vector<std::string> faults(const std::map<std::string, Entry>& sentences,
                                const std::map<std::string, Entry>& catalogue) {
  std::vector<std::string> found;
  for (const auto& [english, sentence] : sentences) {
    const auto entry = catalogue.find(english);
    if (entry == catalogue.end() || entry->second.english_plural != sentence.english_plural) {
      found.push_back("missing: " + english);
      continue;
    }
    if (entry->second.is_fuzzy) found.push_back("fuzzy: " + english);
    for (const std::string& said : entry->second.said) {
      if (said.empty()) found.push_back("untranslated: " + english);
      if (!said.empty() && placeholders(said) != placeholders(english))
        found.push_back("other placeholders: " + english + " / " + said);
      if (has_half_width_stop(said)) found.push_back("half-width: " + said);
    }
  }
  return found;
}

// "host" and the plugins that bring words.
std::vector<std::string> folders_with_words() {
  std::vector<std::string> folders{"host"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "plugins"))
    if (entry.path().filename() == "zh_CN.po")
      folders.push_back(fs::relative(entry.path().parent_path().parent_path(), root).string());
  return folders;
}

std::vector<std::string> faults(const char* catalogue) {
  const std::string sources =
      "msgid \"{} of {}\"\nmsgstr \"\"\n\nmsgid \"{} day\"\nmsgid_plural \"{} days\"\n"
      "msgstr[0] \"\"\nmsgstr[1] \"\"\n";
  return faults(entries_of(sources), entries_of(catalogue));
}

}  // namespace

TEST_CASE("a catalogue with a missing, empty, fuzzy or wrongly filled sentence is found out") {
  const std::string days = "msgid \"{} day\"\nmsgid_plural \"{} days\"\nmsgstr[0] \"{} 天\"\n\n";
  const auto found = [&](const std::string& rest) { return faults((days + rest).c_str()); };
  using Lines = std::vector<std::string>;
  CHECK(found("msgid \"{} of {}\"\nmsgstr \"\"\n\"{1}的\"\n\"{0}\"\n") == Lines{});
  CHECK(found("") == Lines{"missing: {} of {}"});
  CHECK(found("#~ msgid \"{} of {}\"\n#~ msgstr \"{}{}\"\n") == Lines{"missing: {} of {}"});
  CHECK(found("msgid \"{} of {}\"\nmsgstr \"\"\n") == Lines{"untranslated: {} of {}"});
  CHECK(found("#, fuzzy\nmsgid \"{} of {}\"\nmsgstr \"{}{}\"\n") == Lines{"fuzzy: {} of {}"});
  for (const std::string wrong : {"{}的,{}", "{},的{}", "的:{}{}", "{}{}好?"})
    CHECK(found("msgid \"{} of {}\"\nmsgstr \"" + wrong + "\"\n") == Lines{"half-width: " + wrong});
  CHECK(found("msgid \"{} of {}\"\nmsgstr \"{}，{}：词=类型:both\"\n") == Lines{});
  for (const std::string wrong : {"{}", "{0}{2}", "{}{1}", "{}{}{}"})
    CHECK(found("msgid \"{} of {}\"\nmsgstr \"" + wrong + "\"\n") ==
          Lines{"other placeholders: {} of {} / " + wrong});
  CHECK(faults("msgid \"{} of {}\"\nmsgstr \"{}{}\"\n\nmsgid \"{} day\"\nmsgstr \"{} 天\"\n") ==
        Lines{"missing: {} day"});
}

TEST_CASE("every sentence of the sources has its Chinese in the catalogue of its folder") {
  for (const std::string& folder : folders_with_words()) {
    INFO(folder << ": run host/po/update " << folder << ", then translate");
    const inroad::test::Ran made =
        inroad::test::run("bash", {(root / "host/po/update").string(), "-t", folder});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    const auto sentences = entries_of(made.out);
    CHECK(!sentences.empty());
    CHECK(faults(sentences,
                 entries_of(inroad::test::read_text((root / folder / "po/zh_CN.po").string()))) ==
          std::vector<std::string>{});
  }
}
