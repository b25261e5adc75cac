// SPDX-License-Identifier: MIT
//
// Random edits: taking all of them back gives the first bytes, doing them again the last ones, and
// at every end the account keeps the rules and survives export and import.
#include <set>
#include <tuple>

#include "catch.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/interchange.h"
#include "faults/random_changes.h"
#include "support/run_length.h"

namespace inroad {
namespace {

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// Each field changes once, and really changes.
bool is_minimal(const std::vector<FieldChange>& changes) {
  std::set<std::tuple<RecordKind, Id, std::string>> fields;
  for (const FieldChange& change : changes) {
    if (change.before == change.after) return false;
    if (!fields.emplace(change.record, change.id, change.field).second) return false;
  }
  return true;
}

std::vector<FieldChange> stored_and_read(const Edit& edit) {
  return edit_from_json(parse_text(to_text(to_json(edit)), ""), "").changes;
}

}  // namespace

TEST_CASE("random edits are taken back to the first bytes and done again to the last") {
  const int sequences = test::rounds(1'000, 100'000);
  int refused = 0, made = 0;
  for (int seed = 0; seed < sequences; ++seed) {
    test::RandomChanges random(static_cast<std::uint64_t>(seed));
    Account account;
    const auto first = write_interchange(account);
    std::vector<Edit> edits;
    for (int step = 0; step < 20; ++step) {
      const Changes changes = random.next(account);
      try {
        edits.push_back(edit_of(plan(account, changes, "")));
      } catch (const Error& error) {
        // Two changes of one edit may clash, such as a unit put under its own child.
        REQUIRE(error.kind == ErrorKind::bad_input);
        ++refused;
        continue;
      }
      ++made;
      REQUIRE(is_minimal(edits.back().changes));
      REQUIRE(stored_and_read(edits.back()) == edits.back().changes);
      apply(account, edits.back());
    }
    CAPTURE(seed);
    const auto last = write_interchange(account);
    REQUIRE_NOTHROW(check_references(account, ""));
    REQUIRE(write_interchange(read_interchange(last, "")) == last);
    PutCounts counts;
    Account copy;
    apply(copy, edit_of(plan_puts(copy, puts_of(account), "", counts)));
    REQUIRE(write_interchange(copy) == last);
    REQUIRE(plan_puts(account, puts_of(account), "", counts).empty());

    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      apply(account, edit_of(inverse(edit->changes)));
    }
    REQUIRE(write_interchange(account) == first);
    for (const Edit& edit : edits) apply(account, edit);
    REQUIRE(write_interchange(account) == last);
  }
  CHECK(refused * 5 < made);
}

}  // namespace inroad
