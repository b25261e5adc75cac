// SPDX-License-Identifier: MIT
//
// How records, their fields and what changed about them are told in a sentence, in the language in
// force: people by name, beliefs in the method packs' words. Titles of edits, diffs and merges
// share it.
#pragma once
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/edit.h"

namespace inroad {

// "3 people"; for what there is one of, its name.
std::string counted(RecordKind kind, std::size_t count);

// "person", "unit": one of that kind.
std::string kind_word(RecordKind kind);

// The list a field points to; RecordKind{} when it is no reference.
RecordKind referred_by(RecordKind record, std::string_view field);

class ChangeWords {
 public:
  // The record as the interchange form has it; null when nobody knows it.
  using Find = std::function<Value(RecordKind, const Id&)>;

  // facets null: beliefs are told by their codes. The book must outlive this.
  ChangeWords(Find find, const FacetBook* facets) : find_(std::move(find)), facets_(facets) {}

  // What people call the record: its name, or who has what tie to whom, or the start of what it
  // says; its id when there is nothing else.
  std::string name(RecordKind kind, const Id& id) const;

  // "Li Na: title Director → Chief", "Signals: decision makers with Li Na".
  std::string step(const FieldChange& change) const;
  // One value of that field: other records by name, words as people say them.
  std::string said(RecordKind kind, const Id& id, std::string_view field, const Value& value) const;
  // The fields set, those of `without` left out, each with its value in words.
  struct Told {
    std::string field, value;
  };
  std::vector<Told> told(RecordKind kind, const Value& record,
                         std::initializer_list<std::string_view> without = {}) const;
  // All that the record says beyond its name: "title Director, unit Engineering"; may be empty.
  std::string details(RecordKind kind, const Value& record) const;

  // Whom or what a claim is about.
  std::string subject_of(const Value& claim) const;
  // A facet, and a value of it, as they stand inside a sentence.
  std::string facet(const std::string& id) const;
  std::string belief(const std::string& facet, const Value& value) const;
  // "Li Na: attitude supporter"
  std::string claim(const Value& claim) const;

 private:
  std::string setting_step(const FieldChange& change) const;
  std::string set_step(const std::string& subject, const FieldChange& change) const;
  std::string members(const Value& list) const;
  std::string facet_of(const Id& claim) const;

  Find find_;
  const FacetBook* facets_;
};

}  // namespace inroad
