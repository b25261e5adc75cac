// SPDX-License-Identifier: MIT
#include "encoding.h"

#include <iconv.h>

#include <inroad/words.hpp>
#include <optional>
#include <vector>

#include "result.h"

namespace inroad::csv {
namespace {

// Nothing when the bytes are not in that encoding or the system does not know it.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::vector<char> input(bytes.begin(), bytes.end());
  std::string output(bytes.size() * 4 + 4, '\0');  // the longest any two bytes can become
  char* from = input.data();
  char* to = output.data();
  std::size_t left = input.size(), room = output.size();
  const std::size_t done = iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1) || left != 0) return std::nullopt;
  output.resize(output.size() - room);
  return output;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length == 0 || bytes.size() - i < length) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(bytes[i + k]) & 0xc0) != 0x80) return false;
    if (length > 2) {  // overlong forms, surrogates, beyond the last code point
      const auto second = static_cast<unsigned char>(bytes[i + 1]);
      if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
          (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f))
        return false;
    }
    i += length;
  }
  return true;
}

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    if (auto text = converted(bytes, "UTF-16")) return {std::move(*text), "UTF-16"};
  } else if (is_utf8(bytes)) {
    return {std::string(bytes), "UTF-8"};
  } else if (auto text = converted(bytes, "GB18030")) {
    return {std::move(*text), "GB18030"};
  }
  throw Refusal(sdk::tr("The file is neither UTF-8 nor GB18030 text. Save it as CSV in UTF-8."));
}

}  // namespace inroad::csv
