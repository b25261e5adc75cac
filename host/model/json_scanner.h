// SPDX-License-Identifier: MIT
//
// Walks JSON text token by token, as strictly as parse_text: RFC 8259, UTF-8, brackets no more than
// 200 deep. It finds no words for a fault: it throws Unclean, and whoever reads reads again with
// parse_text, which does. Values it gives point into the text or into the scanner's own buffer,
// until the next string.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "model/value.h"

namespace inroad {

struct Unclean {};  // the text is faulty, or too unusual for the quick way

class JsonScanner {
 public:
  // depth: of the brackets already open where the text begins.
  explicit JsonScanner(std::string_view text, std::size_t depth = 0)
      : next_(text.data()), end_(text.data() + text.size()), depth_(depth) {}

  // Calls visit(key) for each member; it must read the value.
  template <class Visit>
  void object(Visit&& visit) {
    if (!enter('{')) return;
    members([&](std::string_view key) {
      visit(key);
      return true;
    });
  }
  // Calls visit() for each element.
  template <class Visit>
  void array(Visit&& visit) {
    if (!enter('[')) return;
    elements([&] {
      visit();
      return true;
    });
  }

  // The same in pieces: an opened bracket, false when it is closed at once; then all from the
  // member or element that comes. visit says whether to go on; where it does not the scanner stays,
  // and false is given.
  bool enter(char bracket) {
    open(bracket);
    return !is_closed(bracket == '{' ? '}' : ']');
  }
  template <class Visit>
  bool members(Visit&& visit) {
    do {
      if (!visit(key())) return false;
    } while (goes_on('}'));
    return true;
  }
  template <class Visit>
  bool elements(Visit&& visit) {
    do {
      if (!visit()) return false;
    } while (goes_on(']'));
    return true;
  }
  // Whether what follows the member or element before goes on; closes the bracket when not.
  bool goes_on(char bracket) {
    if (is_closed(bracket)) return false;
    take(',');
    return true;
  }
  // A member's key, when its value is to come next.
  std::string_view key() {
    const std::string_view key = string();
    skip_space();
    take(':');
    return key;
  }
  // Whether that key comes, written plainly; takes it then. Inline, so that a key known when
  // compiling is compared as a number or two.
  [[gnu::always_inline]] bool takes_key(std::string_view key) {
    skip_space();
    if (static_cast<std::size_t>(end_ - next_) < key.size() + 2 || *next_ != '"' ||
        std::memcmp(next_ + 1, key.data(), key.size()) != 0 || next_[key.size() + 1] != '"')
      return false;
    next_ += key.size() + 2;
    skip_space();
    take(':');
    return true;
  }
  const char* position() {
    skip_space();
    return next_;
  }

  // The first character of the value that comes.
  char peek() {
    skip_space();
    return next_ == end_ ? '\0' : *next_;
  }
  std::string_view string();
  double number();
  // Takes a null, if that is what comes.
  bool null() { return peek() == 'n' && take_word("null"); }
  // Any value, as parse_text gives it.
  Value value();
  void finish();

 private:
  void skip_space() {
    if (next_ != end_ && *next_ <= ' ') skip_spaces();
  }
  void skip_spaces();
  void take(char wanted) {
    if (next_ == end_ || *next_ != wanted) throw Unclean();
    ++next_;
  }
  bool take_word(std::string_view word) {
    for (const char c : word) take(c);
    return true;
  }
  void open(char bracket);
  bool is_closed(char bracket) {
    skip_space();
    if (next_ == end_ || *next_ != bracket) return false;
    ++next_;
    --depth_;
    return true;
  }
  void skip_value();
  const char* end_of_plain(bool& is_ascii) const;
  std::string_view number_text(bool& is_whole);

  const char* next_;
  const char* const end_;
  std::size_t depth_;
  std::string unescaped_;
};

}  // namespace inroad
