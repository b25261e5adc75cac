// SPDX-License-Identifier: MIT
//
// Tombstones know what was forgotten without saying it, and what another source would bring back is
// found and left out.
#include "model/returning.h"

#include "catch.h"
#include "model/forget.h"
#include "sample_account.h"

using namespace inroad;
using inroad::test::account_of;

namespace {

const std::string salt = "00112233445566778899aabbccddeeff";

Tombstones stones_of(std::initializer_list<std::string> hashes, const char* about = "people") {
  std::vector<Tombstone> stones;
  for (const std::string& hash : hashes)
    stones.push_back({hash, about, "act", "2026-11-23T09:00:00Z"});
  return {salt, stones};
}

const RecordKey zhao{RecordKind::people, "p1"};

const char* old_copy = R"(
  "people": [{"id": "p1", "name": "Zhao Min", "email": "zm@x.de"}, {"id": "p2", "name": "Wei Lan", "email": "w@x.de"}],
  "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "trusts"}],
  "claims": [{"id": "c1", "tie": "t1", "facet": "basis", "value": "school"},
             {"id": "c2", "person": "p2", "facet": "attitude", "value": "mentor", "by": "p1"}],
  "notes": [{"id": "n1", "people": ["p1"], "text": "alone"},
            {"id": "n2", "people": ["p1", "p2"], "text": "with Zhao Min <zm@x.de>"}])";

}  // namespace

TEST_CASE("a tombstone finds what it stands for and nothing else, and says nothing of it") {
  const Tombstones stones = stones_of({record_hash(salt, zhao), email_hash(salt, "Zhao@X.de")});
  REQUIRE(stones.find(zhao) != nullptr);
  CHECK(stones.find({RecordKind::people, "p2"}) == nullptr);
  CHECK(stones.find({RecordKind::notes, "p1"}) == nullptr);
  CHECK(stones.find_email("zhao@x.DE") != nullptr);
  CHECK(stones.find_email("") == nullptr);
  CHECK(stones.find(zhao)->hash.size() == 64);
  CHECK(record_hash(salt, zhao) != record_hash("another salt", zhao));
  CHECK(record_hash(salt, {RecordKind::people, "p1"}) !=
        field_hash(salt, {RecordKind::people, "p"}, "1"));
  CHECK(Tombstones::new_salt() != Tombstones::new_salt());
  CHECK(Tombstones::new_salt().size() == 32);
  CHECK(Tombstones().find(zhao) == nullptr);
}

TEST_CASE("what would come back is found by id, by address and by field") {
  const Account source = account_of(old_copy);
  const auto puts = puts_of(source);
  const auto by_id = returning({}, stones_of({record_hash(salt, zhao)}), puts);
  REQUIRE(by_id.size() == 1);
  CHECK(by_id[0].key == zhao);
  CHECK(by_id[0].name == "Zhao Min");
  CHECK(sentences_of(by_id) ==
        std::vector<std::string>{"people p1 (Zhao Min), forgotten on 2026-11-23"});

  const auto by_address = returning({}, stones_of({email_hash(salt, "W@x.de")}, "email"), puts);
  REQUIRE(by_address.size() == 1);
  CHECK(by_address[0].key.id == "p2");

  const Tombstones field = stones_of({field_hash(salt, zhao, "email")}, "field");
  const auto by_field = returning({}, field, puts);
  REQUIRE(by_field.size() == 1);
  CHECK(by_field[0].field == "email");

  // What the account has again is no question.
  CHECK(returning(source, stones_of({record_hash(salt, zhao)}), puts).empty());
  CHECK(returning(source, field, puts).empty());
  CHECK(returning({}, {}, puts).empty());
}

TEST_CASE("left out, a person takes along what is about nobody else, whatever the order") {
  const Account source = account_of(old_copy);
  auto puts = puts_of(source);
  std::reverse(puts.begin(), puts.end());
  const auto found = returning({}, stones_of({record_hash(salt, zhao)}), puts);
  leave_out(puts, found, {});
  PutCounts counts;
  Edit edit;
  edit.changes = plan_puts({}, puts, "test", counts);
  Account by_puts;
  apply(by_puts, edit);
  const std::string text = write_interchange(by_puts);
  CHECK(text == write_interchange(account_of(R"(
    "people": [{"id": "p2", "name": "Wei Lan", "email": "w@x.de"}],
    "claims": [{"id": "c2", "person": "p2", "facet": "attitude", "value": "mentor"}],
    "notes": [{"id": "n2", "people": ["p2"], "text": "with […] <[…]>"}])")));
  const std::vector<Subject> held = forgotten_in(source, {}, stones_of({record_hash(salt, zhao)}));
  REQUIRE(held.size() == 1);
  CHECK(write_interchange(plan_forgetting(source, {}, held[0]).account) == text);

  puts = puts_of(source);
  leave_out(puts, returning({}, stones_of({field_hash(salt, zhao, "email")}, "field"), puts), {});
  for (const Put& put : puts)
    if (put.record == RecordKind::people && put.value["id"] == "p1") {
      CHECK_FALSE(put.value.contains("email"));
      CHECK(put.value["name"] == "Zhao Min");
    }
}

TEST_CASE("an address the forgotten once had is left out of texts, by its tombstone alone") {
  const Account source = account_of(R"("people": [{"id": "p1", "name": "Zhao Min"}, {"id": "p2"}],
    "notes": [{"id": "n1", "people": ["p2"], "text": "Old: <zm@x.de>. Others: a@x.de"}])");
  const Tombstones stones = stones_of({record_hash(salt, zhao), email_hash(salt, "ZM@x.de")});
  std::vector<Put> puts = puts_of(source);
  leave_out(puts, returning({}, stones, puts), stones);
  const auto note = std::find_if(puts.begin(), puts.end(),
                                 [](const Put& put) { return put.record == RecordKind::notes; });
  REQUIRE(note != puts.end());
  CHECK(note->value["text"] == "Old: <[…]>. Others: a@x.de");
}
