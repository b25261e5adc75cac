// SPDX-License-Identifier: MIT
//
// The choice of language, without the system's locales: gettext follows LANGUAGE as soon as the
// locale is any but "C", and C.UTF-8 comes with the C library itself.
#include "model/words.h"

#include <clocale>
#include <cstdlib>

namespace inroad {
namespace {

std::string& chosen_language() {
  static std::string language = "en";
  return language;
}

// "zh_CN.UTF-8", "zh-Hans" and a list such as "zh_CN:en" are Chinese; all else is English.
std::string language_of(std::string_view name) { return name.starts_with("zh") ? "zh_CN" : "en"; }

std::string language_of_environment() {
  for (const char* variable : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* set = std::getenv(variable);
    if (set != nullptr && *set != '\0') return language_of(set);
  }
  return "en";
}

}  // namespace

void set_language(std::string_view lang, const std::string& locale_folder) {
  chosen_language() = lang.empty() ? language_of_environment() : language_of(lang);
  for (const int category : {LC_CTYPE, LC_MESSAGES}) {
    if (std::setlocale(category, "C.UTF-8") == nullptr) std::setlocale(category, "C.utf8");
  }
  std::setlocale(LC_NUMERIC, "C");
  setenv("LANGUAGE", chosen_language().c_str(), 1);
  bindtextdomain("inroad", locale_folder.c_str());
  bind_textdomain_codeset("inroad", "UTF-8");
}

const std::string& language() { return chosen_language(); }

}  // namespace inroad
