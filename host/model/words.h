// SPDX-License-Identifier: MIT
//
// Words for users. English sentences are the keys; the catalogue is found beside the program. Works
// without installed locales: the language is chosen by set_language, not by the system's locale.
#pragma once
#include <fmt/format.h>
#include <libintl.h>

#include <string>
#include <string_view>

namespace inroad {

// Marks and translates: _("Nothing to undo.")
#define _(english) dgettext("inroad", english)
#define NG_(one, many, count) dngettext("inroad", one, many, static_cast<unsigned long>(count))

// Fills a translated sentence: format(_("{} is not an account."), path). A translation with wrong
// placeholders gives the sentence unfilled rather than a failure.
template <class... Args>
std::string format(const char* sentence, const Args&... args) {
  try {
    return fmt::format(fmt::runtime(sentence), args...);
  } catch (const fmt::format_error&) {
    return sentence;
  }
}

// lang: "en" or "zh_CN"; empty = LANGUAGE, then LC_ALL, LC_MESSAGES, LANG. Call once, before any
// thread starts: it sets the process's environment and locale. Numbers keep the C locale.
void set_language(std::string_view lang, const std::string& locale_folder);

// The language in force: "en" or "zh_CN".
const std::string& language();

}  // namespace inroad
