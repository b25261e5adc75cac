// SPDX-License-Identifier: MIT
//
// JSON text. Reading goes through our own handler, which refuses what nlohmann's would let pass:
// the same key twice in one object (the first would be lost) and nesting so deep that walking it
// could overrun the stack.
#include "model/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "model/error.h"
#include "model/words.h"

namespace inroad {
namespace {

constexpr std::size_t max_depth = 200;

void append_string(std::string& text, std::string_view string) {
  static constexpr char hex[] = "0123456789abcdef";
  text += '"';
  for (const char c : string) {
    switch (c) {
      case '"':
        text += "\\\"";
        break;
      case '\\':
        text += "\\\\";
        break;
      case '\b':
        text += "\\b";
        break;
      case '\f':
        text += "\\f";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\t':
        text += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          text += "\\u00";
          text += hex[(c >> 4) & 1];
          text += hex[c & 15];
        } else {
          text += c;
        }
    }
  }
  text += '"';
}

template <class Number>
void append_chars(std::string& text, Number number) {
  char digits[32];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
  text.append(digits, error == std::errc{} ? end : digits);
}

void append_number(std::string& text, double number) {
  constexpr double whole_limit = 9007199254740992.0;  // 2^53: below it each whole number is exact
  if (!std::isfinite(number)) {
    text += "null";  // JSON has no word for it
  } else if (number == std::trunc(number) && std::abs(number) < whole_limit) {
    append_chars(text, static_cast<std::int64_t>(number));
  } else {
    append_chars(text, number);
  }
}

void append_value(std::string& text, const Value& value) {
  const char* separator = "";
  switch (value.type()) {
    case Value::value_t::object:
      text += '{';
      for (const auto& [key, member] : value.get_ref<const Value::object_t&>()) {
        text += separator;
        append_string(text, key);
        text += ": ";
        append_value(text, member);
        separator = ", ";
      }
      text += '}';
      break;
    case Value::value_t::array:
      text += '[';
      for (const Value& element : value) {
        text += separator;
        append_value(text, element);
        separator = ", ";
      }
      text += ']';
      break;
    case Value::value_t::string:
      append_string(text, value.get_ref<const std::string&>());
      break;
    case Value::value_t::boolean:
      text += value.get<bool>() ? "true" : "false";
      break;
    case Value::value_t::number_integer:
      append_chars(text, value.get<std::int64_t>());
      break;
    case Value::value_t::number_unsigned:
      append_chars(text, value.get<std::uint64_t>());
      break;
    case Value::value_t::number_float:
      append_number(text, value.get<double>());
      break;
    default:
      text += "null";
  }
}

// Builds the value, or remembers the first fault.
class Builder : public nlohmann::json_sax<Value> {
 public:
  struct Fault {
    std::size_t byte = 0;  // from 1; 0 = unknown
    std::string what;
  };

  Value result;
  std::optional<Fault> fault;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // never in text
  bool start_object(std::size_t) override { return open(Value::object()); }
  bool start_array(std::size_t) override { return open(Value::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    const auto [place, is_new] =
        stack_.back()->get_ref<Value::object_t&>().try_emplace(name, nullptr);
    if (!is_new) {
      fault = Fault{0, format(_("The key \"{}\" stands twice in one object."), name)};
      return false;
    }
    member_ = &place->second;
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::detail::exception& error) override {
    fault = Fault{byte, plain(error.what())};
    return false;
  }

 private:
  // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …" -> the rest,
  // without the bytes themselves where they are no text.
  static std::string plain(std::string text) {
    if (text.find("UTF-8") != std::string::npos)
      text.erase(std::min(text.size(), text.find("; last read")));
    for (const std::string_view mark : {"] ", "column ", ": "}) {
      const auto at = text.find(mark);
      if (at != std::string::npos) text.erase(0, at + mark.size());
    }
    return text;
  }

  Value* place(Value&& value) {
    if (stack_.empty()) {
      result = std::move(value);
      return &result;
    }
    if (stack_.back()->is_array()) {
      auto& elements = stack_.back()->get_ref<Value::array_t&>();
      return &elements.emplace_back(std::move(value));
    }
    *member_ = std::move(value);
    return member_;
  }

  bool add(Value value) {
    place(std::move(value));
    return true;
  }

  bool open(Value&& value) {
    if (stack_.size() == max_depth) {
      fault = Fault{0, format(_("Brackets are nested more than {} deep."), max_depth)};
      return false;
    }
    stack_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  std::vector<Value*> stack_;
  Value* member_ = nullptr;
};

// "file, line 3, column 17": columns count characters, not bytes.
std::string place_of(std::string_view text, std::size_t byte, const std::string& where) {
  if (byte == 0) return where;
  std::size_t line = 1, column = 1;
  for (const char c : text.substr(0, byte - 1)) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
      ++column;
    }
  }
  return where.empty() ? format(_("line {}, column {}"), line, column)
                       : format(_("{}, line {}, column {}"), where, line, column);
}

}  // namespace

std::string to_text(const Value& value) {
  std::string text;
  append_value(text, value);
  return text;
}

const Value::object_t& members(const Value& object) {
  static const Value::object_t none;
  return object.is_null() ? none : object.get_ref<const Value::object_t&>();
}

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t offset) {
      return i + offset < text.size() ? static_cast<unsigned char>(text[i + offset]) : 0u;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return false;
    for (std::size_t offset = 1; offset < length; ++offset) {
      if ((byte(offset) & 0xc0) != 0x80) return false;
    }
    const unsigned second = byte(1);
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
        (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f)) {
      return false;
    }
    i += length;
  }
  return true;
}

bool is_utf8(const Value& value) {
  if (value.is_string()) return is_utf8_text(value.get_ref<const std::string&>());
  if (value.is_array()) {
    return std::all_of(value.begin(), value.end(), [](const Value& one) { return is_utf8(one); });
  }
  if (!value.is_object()) return true;
  const auto& members = value.get_ref<const Value::object_t&>();
  return std::all_of(members.begin(), members.end(), [](const auto& member) {
    return is_utf8_text(member.first) && is_utf8(member.second);
  });
}

Value parse_text(std::string_view text, const std::string& where) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw Error(ErrorKind::bad_input, _("There is nothing in it."), where,
                _("JSON is expected here."));
  }
  Builder builder;
  if (Value::sax_parse(text, &builder)) return std::move(builder.result);
  const auto fault = builder.fault.value_or(Builder::Fault{});
  if (fault.byte == 0) {
    throw Error(ErrorKind::bad_input, fault.what, where, _("Correct the text."));
  }
  const std::string place = place_of(text, fault.byte, where);
  if (fault.byte > text.size()) {
    throw Error(ErrorKind::bad_input, _("The JSON text ends too early."), place,
                _("Part of it may be missing: get it again from its source."));
  }
  throw Error(ErrorKind::bad_input, format(_("This is not valid JSON: {}."), fault.what), place,
              _("Correct it there."));
}

}  // namespace inroad
