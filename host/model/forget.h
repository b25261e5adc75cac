// SPDX-License-Identifier: MIT
//
// Forgetting a person, a record or a field: what is held, and the account and its log as they are
// without. Pure: the store carries it out. The log is replayed with the subject left out of every
// state, so that the new log leads from the new start to the new end, edit by edit.
#pragma once
#include <string>
#include <vector>

#include "model/edit.h"
#include "model/omission.h"

namespace inroad {

// Why something is held on somebody. own: his record. about: a record that falls with it.
// reference: another record points to it. mention: a text names him. author: he made the edit.
// possible: part of a name, for a person to look at; it stays unless asked for.
enum class HeldAs { own = 1, about, reference, mention, author, possible };

// One place where something stands. In the log (edit > 0) field "" is a whole record, and before
// and value are what the edit changed, as the log has them.
struct Held {
  HeldAs as{};
  RecordKey key;
  std::string field;
  Value value, before;
  std::int64_t edit = 0;
  std::string time;
};

struct Forgetting {
  std::int64_t last_edit = 0;       // of the log it was worked out from
  std::vector<Held> places;         // the present by kind and id, then the log in order
  Account account;                  // without
  std::vector<RecordKey> changed;   // the records of the account that differ or are gone
  std::vector<Edit> edits;          // those of the log that differ, as they are to be
  std::vector<RecordKey> gone;      // of now and of the log: what must not come back unasked
  std::vector<std::string> emails;  // every one the person had
  Mentions mentions;                // for texts that stand outside account and log
  Mentions possible;                // what the possible places were found by
};

// What the user means: an id, a person's name, KIND/ID where several records have that id, and any
// of them with .FIELD; also what is only in the log any more. Throws Error(usage) when it is
// nothing or not clear, or a field that its record cannot be without.
Subject subject_meant(const Account& account, const std::vector<Edit>& log,
                      const std::string& typed);

// also: further texts to strike; called: names and addresses known from elsewhere. Throws
// Error(conflicts) when the log does not lead to the account.
Forgetting plan_forgetting(const Account& account, const std::vector<Edit>& log,
                           const Subject& subject, const std::vector<std::string>& also = {},
                           const Mentions& called = {});

}  // namespace inroad
