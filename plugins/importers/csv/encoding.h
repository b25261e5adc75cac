// SPDX-License-Identifier: MIT
//
// From a file's bytes to UTF-8. Order: byte-order mark, strict UTF-8, else GB18030, which is what
// Chinese office programs write.
#pragma once
#include <string>
#include <string_view>

namespace inroad::csv {

bool is_utf8(std::string_view bytes);

// encoding: "UTF-8", "UTF-16" or "GB18030". Without a byte-order mark at its start. Throws Refusal.
struct Decoded {
  std::string text;
  std::string encoding;
};
Decoded decode(std::string_view bytes);

}  // namespace inroad::csv
