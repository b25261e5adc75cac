// SPDX-License-Identifier: MIT
//
// The steps all verifications share. Each step that fails throws Error(plugin) saying which entry
// of the answer is wrong and why.
#pragma once
#include <flatbuffers/flatbuffers.h>
#include <inroad/messages/snapshot_generated.h>

#include <cmath>
#include <string>

#include "plugins/bundle.h"
#include "plugins/call.h"

namespace inroad::plugins {

// Where in the answer: "cards[3].person"; put into words only when something is wrong there.
struct Place {
  const char* list;
  std::size_t entry;
  const char* field;
};

struct Limits {
  double low, high;
};
constexpr Limits chance{0, 1};
constexpr std::size_t max_word_size = 200, max_sentence_size = 4000;

class AnswerCheck {
 public:
  explicit AnswerCheck(const Bundle& bundle) : bundle_(bundle) {}
  AnswerCheck(const Bundle& bundle, const msg::Snapshot& snapshot);

  // The message's root, once the FlatBuffers verifier has passed it: depth and number of tables are
  // bounded, every offset lies inside.
  template <class Message>
  const Message& root(Bytes answer, const char* identifier, const char* name) const {
    flatbuffers::Verifier verifier(answer.data(), answer.size(), max_depth, max_tables);
    if (answer.size() > max_answer || !verifier.VerifyBuffer<Message>(identifier)) not_a(name);
    return *flatbuffers::GetRoot<Message>(answer.data());
  }

  void person(std::int64_t index, const Place& place) const {
    below(index, people_, "people", place);
  }
  void tie(std::int64_t index, const Place& place) const { below(index, ties_, "ties", place); }
  void optional_person(int index, const Place& place) const {
    if (index != -1) person(index, place);
  }
  void optional_tie(int index, const Place& place) const {
    if (index != -1) tie(index, place);
  }
  void optional_claim(int index, const Place& place) const {
    if (index != -1) below(index, claims_, "claims", place);
  }
  void optional_unit(int index, const Place& place) const {
    if (index != -1) below(index, units_, "units", place);
  }
  // Of a list that has so many entries, named as in the message.
  void index(std::int64_t index, std::size_t size, const char* list, const Place& place) const {
    below(index, size, list, place);
  }
  // Exactly one of both.
  void person_or_tie(int person_index, int tie_index, const char* list, std::size_t entry) const;
  // The tie stands between the two people, in either direction.
  void tie_joins(std::uint32_t tie_index, std::uint32_t a, std::uint32_t b,
                 const Place& place) const;

  // Not a number and the infinities are outside of any limits. Chances may miss theirs by rounding.
  void number(double value, Limits limits, const Place& place) const {
    if (!(value >= limits.low && value <= limits.high)) out_of_limits(value, limits, place);
  }
  void probability(double value, const Place& place) const {
    if (!(value >= -rounding && value <= 1 + rounding)) out_of_limits(value, chance, place);
  }
  void probability(const flatbuffers::Optional<double>& value, const Place& place) const {
    if (value.has_value()) probability(*value, place);
  }

  // Valid UTF-8 without a NUL; null stands for "".
  void text(const flatbuffers::String* text, std::size_t max_size, const Place& place) const;
  void needed_text(const flatbuffers::String* text, std::size_t max_size, const Place& place) const;

  // The word is one of those this program knows, and is set.
  template <class Word>
  void word(Word value, const Place& place) const {
    if (value == Word::unset || value > Word::MAX) unknown_word(place);
  }

  template <class Word>
  void word_or_unset(Word value, const Place& place) const {
    if (value > Word::MAX) unknown_word(place);
  }

  // The length of a list that may be absent.
  template <class List>
  std::size_t count(const List* list, std::size_t most, const char* name) const {
    const std::size_t size = list == nullptr ? 0 : list->size();
    if (size > most) too_many(name, size, most);
    return size;
  }

  std::size_t people() const { return people_; }
  [[noreturn]] void wrong(const Place& place, const std::string& why) const;

 private:
  static constexpr double rounding = 1e-9;
  static constexpr std::size_t max_answer = std::size_t{1} << 30;
  static constexpr flatbuffers::uoffset_t max_depth = 64, max_tables = 10'000'000;

  void below(std::int64_t index, std::size_t size, const char* of_what, const Place& place) const;
  [[noreturn]] void not_a(const char* name) const;
  [[noreturn]] void out_of_limits(double value, Limits limits, const Place& place) const;
  [[noreturn]] void unknown_word(const Place& place) const;
  [[noreturn]] void too_many(const char* name, std::size_t size, std::size_t most) const;

  const Bundle& bundle_;
  const msg::Snapshot* snapshot_ = nullptr;
  std::size_t people_ = 0, ties_ = 0, claims_ = 0, units_ = 0;
};

}  // namespace inroad::plugins
