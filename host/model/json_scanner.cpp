// SPDX-License-Identifier: MIT
#include "model/json_scanner.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace inroad {
namespace {

constexpr std::size_t max_depth = 200;  // as parse_text

static_assert(std::endian::native == std::endian::little);  // a word's first byte is its lowest

constexpr std::uint64_t each(unsigned byte) { return 0x0101010101010101u * byte; }
// In each byte of the result the top bit tells whether the byte of `word` is zero; above a byte
// that is, others may be marked too.
constexpr std::uint64_t zeros(std::uint64_t word) { return (word - each(1)) & ~word & each(0x80); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void JsonScanner::skip_spaces() {
  while (next_ != end_ && (*next_ == ' ' || *next_ == '\n' || *next_ == '\r' || *next_ == '\t'))
    ++next_;
}

void JsonScanner::open(char bracket) {
  skip_space();
  take(bracket);
  if (++depth_ > max_depth) throw Unclean();
}

// The quote, backslash or control character that ends what can be taken as it stands.
const char* JsonScanner::end_of_plain(bool& is_ascii) const {
  const char* at = next_;
  std::uint64_t seen = 0, word = 0;
  for (; end_ - at >= 8; at += 8) {
    std::memcpy(&word, at, 8);
    const std::uint64_t ends = zeros(word ^ each('"')) | zeros(word ^ each('\\')) |
                               ((word - each(0x20)) & ~word & each(0x80));
    if (ends != 0) {
      // The lowest mark is right: a false one stands above a true one.
      const int size = std::countr_zero(ends) / 8;
      seen |= word & ((std::uint64_t{1} << 8 * size) - 1);
      is_ascii = (seen & each(0x80)) == 0;
      return at + size;
    }
    seen |= word;
  }
  for (; at != end_; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte == '"' || byte == '\\' || byte < 0x20) break;
    seen |= byte;
  }
  is_ascii = (seen & each(0x80)) == 0;
  return at;
}

std::string_view JsonScanner::string() {
  skip_space();
  take('"');
  const char* const first = next_;
  bool is_ascii = true;
  next_ = end_of_plain(is_ascii);
  if (next_ == end_) throw Unclean();
  if (*next_ == '"') {
    const std::string_view text(first, static_cast<std::size_t>(next_++ - first));
    if (!is_ascii && !is_utf8_text(text)) throw Unclean();
    return text;
  }
  // Escapes are rare: the careful parser knows them.
  for (; next_ != end_ && *next_ != '"'; ++next_)
    if (*next_ == '\\' && ++next_ == end_) break;
  take('"');
  const Value text = parse_text({first - 1, static_cast<std::size_t>(next_ - first) + 1}, {});
  unescaped_ = text.get_ref<const std::string&>();
  return unescaped_;
}

std::string_view JsonScanner::number_text(bool& is_whole) {
  skip_space();
  const char* const first = next_;
  const auto digits = [&] {
    if (next_ == end_ || !is_digit(*next_)) throw Unclean();
    while (next_ != end_ && is_digit(*next_)) ++next_;
  };
  const auto is_next = [&](char a, char b) {
    return next_ != end_ && (*next_ == a || *next_ == b);
  };
  if (is_next('-', '-')) ++next_;
  if (is_next('0', '0')) {
    ++next_;
  } else {
    digits();
  }
  is_whole = true;
  if (is_next('.', '.')) {
    is_whole = false;
    ++next_;
    digits();
  }
  if (is_next('e', 'E')) {
    is_whole = false;
    ++next_;
    if (is_next('+', '-')) ++next_;
    digits();
  }
  return {first, static_cast<std::size_t>(next_ - first)};
}

double JsonScanner::number() {
  bool is_whole = true;
  const std::string_view text = number_text(is_whole);
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc()) throw Unclean();
  return is_whole ? number + 0.0 : number;  // a whole -0 is 0
}

void JsonScanner::skip_value() {
  switch (peek()) {
    case '{':
      return object([&](std::string_view) { skip_value(); });
    case '[':
      return array([&] { skip_value(); });
    case '"':
      string();
      return;
    case 't':
      take_word("true");
      return;
    case 'f':
      take_word("false");
      return;
    case 'n':
      null();
      return;
    default:
      bool is_whole = true;
      number_text(is_whole);
  }
}

Value JsonScanner::value() {
  if (peek() == '"') return std::string(string());
  const char* const first = next_;
  skip_value();
  return parse_text({first, static_cast<std::size_t>(next_ - first)}, {});
}

void JsonScanner::finish() {
  skip_space();
  if (next_ != end_) throw Unclean();
}

}  // namespace inroad
