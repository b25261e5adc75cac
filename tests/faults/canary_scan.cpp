// SPDX-License-Identifier: MIT
#include "faults/canary_scan.h"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>

namespace inroad::test {
namespace {

constexpr std::size_t piece_letters = 6;
constexpr int most_layers = 3;  // encodings within encodings that are taken apart

// 0..31, or -1 for what is in no token.
int digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= '2' && c <= '7') return c - '2' + 26;
  return -1;
}
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::uint64_t number_of(std::string_view letters) {
  std::uint64_t number = 0;
  for (const char c : letters) number = number << 5 | static_cast<std::uint64_t>(digit(c));
  return number;
}

// Calls visit(number) for each `length` letters in a row.
template <class Visit>
void for_each_run(std::string_view text, std::size_t length, bool is_any_case, Visit&& visit) {
  const std::uint64_t mask = (std::uint64_t{1} << (5 * length)) - 1;
  std::uint64_t number = 0;
  std::size_t run = 0;
  for (const char c : text) {
    const int next = digit(is_any_case ? upper(c) : c);
    if (next < 0) {
      run = 0;
      continue;
    }
    number = (number << 5 | static_cast<std::uint64_t>(next)) & mask;
    if (++run >= length) visit(number);
  }
}

std::string inflated(std::string_view packed, int window_bits) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return {};
  std::string source(packed), text;
  stream.next_in = reinterpret_cast<Bytef*>(source.data());
  stream.avail_in = static_cast<uInt>(source.size());
  char block[1 << 14];
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    state = inflate(&stream, Z_NO_FLUSH);
    text.append(block, sizeof block - stream.avail_out);
  }
  inflateEnd(&stream);
  return text;
}

std::vector<std::string> zip_entries(std::string_view bytes) {
  std::vector<std::string> entries;
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive) return entries;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    if (const char* name = zip_get_name(archive, index, 0)) entries.emplace_back(name);
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    if (!file) continue;
    std::string& text = entries.emplace_back();
    char block[1 << 14];
    for (zip_int64_t got; (got = zip_fread(file, block, sizeof block)) > 0;)
      text.append(block, static_cast<std::size_t>(got));
    zip_fclose(file);
  }
  zip_close(archive);
  return entries;
}

std::vector<std::string> pdf_streams(std::string_view bytes) {
  std::vector<std::string> streams;
  for (auto at = bytes.find("stream"); at != std::string_view::npos;
       at = bytes.find("stream", at)) {
    at += 6;
    while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n')) ++at;
    const auto end = std::min(bytes.find("endstream", at), bytes.size());
    std::string text = inflated(bytes.substr(at, end - at), 15);
    if (!text.empty()) streams.push_back(std::move(text));
    at = std::min(end + 9, bytes.size());
  }
  return streams;
}

std::vector<std::string> png_texts(std::string_view bytes) {
  std::vector<std::string> texts;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
      length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
    const std::string_view name = bytes.substr(at + 4, 4);
    const std::string_view data = bytes.substr(at + 8, std::min(length, bytes.size() - at - 8));
    if (name == "zTXt" || name == "iTXt")
      for (std::size_t start = 0; start < data.size(); ++start)
        if (data[start] == '\0') texts.push_back(inflated(data.substr(start + 2), 15));
    at += 12 + length;
  }
  return texts;
}

// ASCII in UTF-16 of either order, or anything else with holes.
std::string without_zeros(std::string_view bytes) {
  if (bytes.find('\0') == std::string_view::npos) return {};
  std::string text(bytes);
  std::erase(text, '\0');
  return text;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = upper(c);
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Writes what comes after `lead` at text[at] as one character; how many letters it took, or 0.
std::size_t escaped(std::string_view text, std::size_t at, std::string& plain) {
  const auto number = [&](std::size_t from, std::size_t most, int base, std::string_view end) {
    unsigned code = 0;
    const auto stop = std::min(text.size(), from + most);
    const auto [rest, error] = std::from_chars(text.data() + from, text.data() + stop, code, base);
    const auto used = static_cast<std::size_t>(rest - text.data());
    if (error != std::errc{} || code == 0 || code > 127) return std::size_t{0};
    if (!text.substr(used).starts_with(end)) return std::size_t{0};
    plain += static_cast<char>(code);
    return used + end.size() - at;
  };
  if (at + 3 > text.size()) return 0;
  const std::string_view rest = text.substr(at);
  if (rest[0] == '%') return hex_digit(rest[1]) < 0 ? 0 : number(at + 1, 2, 16, "");
  if (rest.starts_with("&#x")) return number(at + 3, 6, 16, ";");
  if (rest.starts_with("&#")) return number(at + 2, 7, 10, ";");
  if (rest.starts_with("\\u")) return number(at + 2, 4, 16, "");
  if (rest.starts_with("\\x")) return number(at + 2, 2, 16, "");
  return 0;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  bool is_changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_lead = text[at] == '%' || text[at] == '&' || text[at] == '\\';
    const std::size_t used = is_lead ? escaped(text, at, plain) : 0;
    is_changed |= used > 0;
    if (used == 0) plain += text[at];
    at += std::max<std::size_t>(used, 1);
  }
  return is_changed ? plain : std::string();
}

// All long runs of hex digits, taken in pairs from the first and from the second digit.
std::string from_hex(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && hex_digit(text[end]) >= 0) ++end;
    if (end - at >= 2 * piece_letters)
      for (const std::size_t start : {at, at + 1}) {
        for (std::size_t i = start; i + 1 < end; i += 2)
          bytes += static_cast<char>(hex_digit(text[i]) * 16 + hex_digit(text[i + 1]));
        bytes += ' ';
      }
    at = end + 1;
  }
  return bytes;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

// All long runs of base64, line breaks inside them passed over, from each of the four phases.
std::string from_base64(std::string_view text) {
  std::string bytes;
  const auto is_inside = [](char c) { return base64_digit(c) >= 0 || c == '\n' || c == '\r'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_inside(text[end])) ++end;
    if (end - at >= 16)
      for (std::size_t phase = 0; phase < 4; ++phase) {
        std::uint32_t bits = 0;
        int held = 0;
        for (std::size_t i = at + phase; i < end; ++i) {
          const int next = base64_digit(text[i]);
          if (next < 0) continue;
          bits = bits << 6 | static_cast<std::uint32_t>(next);
          held += 6;
          if (held < 8) continue;
          held -= 8;
          bytes += static_cast<char>(bits >> held & 0xff);
        }
        bytes += ' ';
      }
    at = end + 1;
  }
  return bytes;
}

}  // namespace

CanaryScan::CanaryScan(const std::vector<std::string>& tokens) : count_(tokens.size()) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string letters = tokens[i].substr(token_head.size());
    for (const bool is_reversed : {false, true}) {
      if (is_reversed) std::reverse(letters.begin(), letters.end());
      whole_.emplace(number_of(letters), i);
      for (std::size_t at = 0; at + piece_letters <= letters.size(); ++at)
        pieces_.emplace(number_of(std::string_view(letters).substr(at, piece_letters)), i);
    }
  }
}

void CanaryScan::search(std::string_view text, std::vector<bool>& seen) const {
  const auto note = [&](const auto& known) {
    return [&](std::uint64_t number) {
      const auto found = known.find(number);
      if (found != known.end()) seen[found->second] = true;
    };
  };
  for_each_run(text, piece_letters, false, note(pieces_));
  for_each_run(text, token_letters, true, note(whole_));
}

void CanaryScan::look_into(std::string_view bytes, int depth, std::vector<bool>& seen) const {
  search(bytes, seen);
  if (depth == 0) return;
  std::vector<std::string> inside;
  if (bytes.starts_with("PK\3\4")) {
    inside = zip_entries(bytes);
  } else if (bytes.starts_with("%PDF")) {
    inside = pdf_streams(bytes);
  } else if (bytes.starts_with("\x89PNG")) {
    inside = png_texts(bytes);
  } else if (bytes.starts_with("\x1f\x8b")) {
    inside.push_back(inflated(bytes, 31));
  }
  // Texts; a container is read as one too, for what may stand beside its parts.
  for (auto* decode : {&without_zeros, &unescaped, &from_hex, &from_base64})
    inside.push_back(decode(bytes));
  for (const std::string& part : inside)
    if (!part.empty()) look_into(part, depth - 1, seen);
}

std::vector<std::size_t> CanaryScan::found(std::string_view bytes) const {
  std::vector<bool> seen(count_);
  look_into(bytes, most_layers, seen);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < count_; ++i)
    if (seen[i]) places.push_back(i);
  return places;
}

}  // namespace inroad::test
