// SPDX-License-Identifier: MIT
#include "model/in_language.h"

#include "model/words.h"

namespace inroad {

std::string in_language(const Texts& texts, std::string_view otherwise) {
  if (const auto found = texts.find(language()); found != texts.end()) return found->second;
  if (const auto english = texts.find("en"); english != texts.end()) return english->second;
  return std::string(otherwise);
}

}  // namespace inroad
