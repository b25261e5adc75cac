// SPDX-License-Identifier: MIT
#include "model/small_text.h"

#include <cstring>
#include <stdexcept>

namespace inroad {

void SmallText::place_outside(std::string_view text) {
  if (text.size() > most) throw std::length_error("a text of more than 4 GiB");
  char* const place = new char[text.size()];
  std::memcpy(place, text.data(), text.size());
  words_[0] = reinterpret_cast<std::uintptr_t>(place);
  words_[1] = is_outside << tag_shift | text.size();
}

void SmallText::release() { delete[] outside(); }

}  // namespace inroad
