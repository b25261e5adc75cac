// SPDX-License-Identifier: MIT
//
// What stays of a record when a person, a record or a field is left out of the account: references
// are dropped, mentions struck, and what is about nobody else falls too. One function of the record
// and of the set of records hidden with it, so that every state of an account is cut the same way.
#pragma once
#include <compare>
#include <optional>
#include <set>

#include "model/account.h"
#include "model/mentions.h"

namespace inroad {

// A record's place; the two records there is one of have the ids edits give them.
struct RecordKey {
  RecordKind record{};
  Id id;
  auto operator<=>(const RecordKey&) const = default;
  // The account's own record, its unknown keys at the top level, the settings: they cannot go.
  bool is_single() const { return record == RecordKind::account || record == RecordKind::settings; }
};

// field "" = the whole record, and for a person all that is about him.
struct Subject {
  RecordKind record{};
  Id id;
  std::string field;
  RecordKey key() const { return {record, id}; }
};

class Omission {
 public:
  Omission(Subject subject, Mentions mentions)
      : subject_(std::move(subject)), mentions_(std::move(mentions)) {}

  const Subject& subject() const { return subject_; }
  Mentions& mentions() { return mentions_; }
  const Mentions& mentions() const { return mentions_; }

  // The records left out of the state looked at.
  std::set<RecordKey> hidden;

  // Whether the record is about those hidden and nobody else: ties and claims of theirs, notes and
  // actions with them alone, their needs. Nothing when it names nobody, so that only an older
  // version can tell.
  std::optional<bool> is_about_hidden(RecordKind kind, const Value& record) const;

  // The record as an object without what is left out; null when it is hidden.
  Value rest(const RecordKey& key, const Value& record) const;
  // The same for one of its fields (the members of a set as a list); null: nothing stays.
  Value rest(const RecordKey& key, const Value& record, std::string_view field,
             const Value& value) const;

 private:
  bool is_hidden(RecordKind kind, const Value& id) const;
  std::optional<bool> names_hidden_only(RecordKind kind, const Value& named) const;
  Value rest_of_reference(RecordKind kind, const Value& value) const;
  Value struck_text(const Value& text) const;
  Value struck_deep(const Value& value) const;

  Subject subject_;
  Mentions mentions_;
};

// Whether the field points to another record.
bool is_reference(RecordKind kind, std::string_view field);

}  // namespace inroad
