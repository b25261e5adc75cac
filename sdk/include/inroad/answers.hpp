// SPDX-License-Identifier: MIT
//
// Builders for what plugins answer. They keep the rules the host holds answers to, as far as one
// can without knowing what you mean; what they do not cover you write into the message's own
// struct, which each gives you at the end.
#pragma once
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/changes_generated.h>
#include <inroad/messages/findings_generated.h>
#include <inroad/map.hpp>
#include <inroad/words.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace inroad::sdk {

// Values derived about people, each with a sentence that says from what.
class AnnotationsBuilder {
 public:
  // weight: how sure, 0..1.
  void note(Person person, std::string facet, std::string value, double weight, std::string why) {
    auto one = std::make_unique<msg::AnnotationT>();
    one->person = static_cast<int>(person.index());
    one->facet = std::move(facet);
    one->value = std::move(value);
    one->weight = weight;
    one->text = shortened(why, most_sentence_bytes);
    answer_.annotations.push_back(std::move(one));
  }
  msg::AnnotationsT finish() { return std::move(answer_); }

 private:
  msg::AnnotationsT answer_;
};

// A list of who can carry the case, by one score.
class AdviceBuilder {
 public:
  explicit AdviceBuilder(const Map& map) : map_(map) {}

  // value: 0..1, more is better; nobody with 0 or less is listed. why: a sentence.
  void carrier(Person person, double value, std::string why) {
    if (!(value > 0)) return;
    auto one = std::make_unique<msg::CarrierT>();
    one->person = person.index();
    one->value = std::min(value, 1.0);
    one->access = person.access();
    one->voice = person.voice();
    auto reason = std::make_unique<msg::ReasonT>();
    reason->kind = "rule";
    reason->person = static_cast<int>(person.index());
    reason->text = shortened(why, most_sentence_bytes);
    one->why.push_back(std::move(reason));
    answer_.carriers.push_back(std::move(one));
  }

  // Best first, equals sharing a rank; where nobody is listed the answer is the refusal.
  msg::AdviceT finish(std::string nobody) {
    auto& all = answer_.carriers;
    answer_.method = msg::Method::exact;
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a->value > b->value; });
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool is_equal = i > 0 && all[i]->value == all[i - 1]->value;
      all[i]->rank = all[i]->group =
          is_equal ? all[i - 1]->rank : static_cast<std::uint32_t>(i + 1);
    }
    if (all.empty()) {
      answer_.refusal = std::make_unique<msg::ReasonT>();
      answer_.refusal->kind = map_.decision_makers().empty() ? "no_decision_maker" : "no_route";
      answer_.refusal->text = shortened(nobody, most_sentence_bytes);
    }
    return std::move(answer_);
  }

 private:
  Map map_;
  msg::AdviceT answer_;
};

// What is wrong, missing or worth a look, each with what it is about.
class FindingsBuilder {
 public:
  // kind: a stable word for programs. What is given back may be changed until the next call: its
  // fix.
  msg::FindingT& finding(std::string kind, msg::Severity severity, Person person,
                         std::string sentence) {
    return add(std::move(kind), severity, {msg::RecordList::people, person.index()},
               std::move(sentence));
  }
  msg::FindingT& finding(std::string kind, msg::Severity severity, Tie tie, std::string sentence) {
    return add(std::move(kind), severity, {msg::RecordList::ties, tie.index()},
               std::move(sentence));
  }
  msg::FindingsT finish() { return std::move(answer_); }

 private:
  msg::FindingT& add(std::string kind, msg::Severity severity, msg::Subject about,
                     std::string sentence) {
    auto& one = answer_.findings.emplace_back(std::make_unique<msg::FindingT>());
    one->kind = std::move(kind);
    one->severity = severity;
    one->text = shortened(sentence, most_sentence_bytes);
    one->about.push_back(about);
    return *one;
  }
  msg::FindingsT answer_;
};

// One record an importer proposes, field by field. Texts may hold anything: they are escaped, and
// what is not UTF-8 becomes U+FFFD.
class RecordBuilder {
 public:
  RecordBuilder& set(std::string_view key, std::string_view text) { return raw(key, quoted(text)); }
  RecordBuilder& set(std::string_view key, const char* text) {
    return set(key, std::string_view(text));
  }
  RecordBuilder& set(std::string_view key, bool value) {
    return raw(key, value ? "true" : "false");
  }
  // json: the value as JSON text.
  RecordBuilder& raw(std::string_view key, std::string_view json) {
    fields_ += fields_.empty() ? "" : ", ";
    fields_ += quoted(key) + ": " + std::string(json);
    return *this;
  }
  std::string json() const { return "{" + fields_ + "}"; }

 private:
  static std::string quoted(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    while (!text.empty()) {
      const std::size_t size = character_size(text);
      const auto byte = static_cast<unsigned char>(text[0]);
      if (size == 0)
        out += "\xEF\xBF\xBD";
      else if (byte == '"' || byte == '\\')
        (out += '\\') += text[0];
      else if (byte < 0x20)
        ((out += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
      else
        out += text.substr(0, size);
      text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out + '"';
  }
  std::string fields_;
};

// What an importer read: records of the interchange form, and what it could not read.
class ChangesBuilder {
 public:
  // list: "people", "ties", "units" …; place: where in the source, for messages to the user.
  void put(std::string list, const RecordBuilder& record, std::string place) {
    auto one = std::make_unique<msg::PutT>();
    one->record = std::move(list);
    one->value = record.json();
    one->place = std::move(place);
    answer_.puts.push_back(std::move(one));
  }
  void problem(std::string kind, std::string place, std::string sentence) {
    auto one = std::make_unique<msg::ProblemT>();
    one->kind = std::move(kind);
    one->place = std::move(place);
    one->text = shortened(sentence, most_sentence_bytes);
    answer_.problems.push_back(std::move(one));
  }
  msg::ChangesT finish() { return std::move(answer_); }

 private:
  msg::ChangesT answer_;
};

}  // namespace inroad::sdk
