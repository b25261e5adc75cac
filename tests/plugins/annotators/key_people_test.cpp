// SPDX-License-Identifier: MIT
//
// The key-people annotator through its bundle: one rule, one test.
#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "catch.h"

using account_builder::Account;
namespace msg = inroad::msg;

namespace {

// The answer about one person and facet; empty value when nothing is said.
msg::AnnotationT answer(const Account& account, std::uint32_t person, const std::string& facet) {
  msg::RequestT request;
  request.lang = "en";
  request.ask.Set(msg::AnnotationRequestT());
  const auto reply = bundle_call::run("annotators/key-people", request, account.snapshot);
  REQUIRE(reply.failure.empty());
  msg::AnnotationsT notes;
  flatbuffers::GetRoot<msg::Annotations>(reply.bytes.data())->UnPackTo(&notes);
  for (const auto& note : notes.annotations) {
    CHECK_FALSE(note->text.empty());
    if (note->person == static_cast<int>(person) && note->facet == facet) return *note;
  }
  return {};
}

void add_tests_of_champion(Account& account, std::uint32_t person) {
  for (const char* facet :
       {"champion_power", "champion_stake", "champion_sells", "champion_access"})
    account.claim(person, facet, "yes");
}

}  // namespace

TEST_CASE("the best contact is named, and what is wanted beyond it") {
  Account account;
  const auto wei = account.person("Wei");
  const auto lin = account.person("Lin", msg::Side::us), raj = account.person("Raj", msg::Side::us);
  account.tie(lin, wei, msg::TieKind::covers, 0.4);
  const auto best = account.tie(raj, wei, msg::TieKind::covers, 0.7);
  msg::ClaimT& wanted = account.claim(wei, "strength", "regular");
  wanted.person = -1;
  wanted.tie = static_cast<int>(best);
  wanted.aspect = msg::Aspect::wanted;
  const auto note = answer(account, wei, "contact");
  CHECK(note.value == "occasional");
  CHECK(note.tie == static_cast<int>(best));
  CHECK(note.text == "Raj knows Wei: occasional contact. Wanted: regular contact.");
}

TEST_CASE("nobody's contact is said as such") {
  Account account;
  const auto ruth = account.person("Ruth");
  CHECK(answer(account, ruth, "contact").value == "none");
}

TEST_CASE("a champion is a supporter who passes all four tests") {
  Account account;
  const auto zhao = account.person("Zhao");
  account.claim(zhao, "attitude", "supporter");
  add_tests_of_champion(account, zhao);
  CHECK(answer(account, zhao, "help_role").value == "champion");
}

TEST_CASE("a mentor with an open test is a coach, and the test is named") {
  Account account;
  const auto zhao = account.person("Zhao");
  account.claim(zhao, "attitude", "mentor");
  account.claim(zhao, "influence", "high");
  account.claim(zhao, "champion_sells", "yes");
  account.claim(zhao, "champion_access", "yes");
  const auto note = answer(account, zhao, "help_role");
  CHECK(note.value == "coach");
  CHECK(note.text.find("gains by it personally") != std::string::npos);
  CHECK(note.text.find("opens doors") == std::string::npos);
}

TEST_CASE("a supporter who opens no doors is a friend, an opponent a blocker, a neutral nothing") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  account.claim(a, "attitude", "supporter");
  account.claim(b, "attitude", "opponent");
  account.claim(c, "attitude", "neutral");
  CHECK(answer(account, a, "help_role").value == "friend");
  CHECK(answer(account, b, "help_role").value == "blocker");
  CHECK(answer(account, c, "help_role").value.empty());
}

TEST_CASE("an influential person who backs a rival is a counter-champion") {
  Account account;
  const auto ruth = account.person("Ruth");
  account.claim(ruth, "attitude", "non-supporter");
  account.claim(ruth, "influence", "high");
  account.claim(ruth, "attitude", "mentor").toward = "u-rival";
  CHECK(answer(account, ruth, "help_role").value == "counter_champion");
}

TEST_CASE("key players are the inner circle and the political structure") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  account.claim(a, "political_status", "inner_circle");
  account.claim(b, "political_status", "political_structure");
  account.claim(c, "political_status", "outside");
  CHECK(answer(account, a, "key_player").value == "yes");
  CHECK(answer(account, b, "key_player").value == "yes");
  CHECK(answer(account, c, "key_player").value.empty());
}

TEST_CASE("disagreeing notes are shown, those of another deal or wanted ones are not") {
  Account account;
  const auto henrik = account.person("Henrik");
  account.claim(henrik, "attitude", "non-supporter");
  msg::ClaimT& other = account.claim(henrik, "attitude", "supporter");
  other.is_current = false;
  other.is_newer_than_current = true;
  auto note = answer(account, henrik, "attitude");
  CHECK(note.value == "disputed");
  CHECK(note.text ==
        "The notes disagree about Henrik: non-supporter holds, but supporter is newer.");

  account.snapshot.claims.back()->deal = 1;
  CHECK(answer(account, henrik, "attitude").value.empty());
  account.snapshot.claims.back()->deal = -1;
  account.snapshot.claims.back()->aspect = msg::Aspect::wanted;
  CHECK(answer(account, henrik, "attitude").value.empty());
}

TEST_CASE("an attitude older than its half-life has faded") {
  Account account;
  const auto felix = account.person("Felix");
  account.snapshot.settings = std::make_unique<msg::AdviceSettingsT>();
  account.snapshot.settings->evidence = {0.4, 0.5, 0.65, 0.85, 1};
  account.claim(felix, "attitude", "mentor").weight = 0.43;
  CHECK(answer(account, felix, "attitude").value.empty());
  account.snapshot.claims.back()->weight = 0.42;
  CHECK(answer(account, felix, "attitude").value == "faded");
}

TEST_CASE("what is worth asking: the attitude first, then more of those who matter") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  account.claim(b, "attitude", "mentor");
  account.claim(c, "attitude", "neutral");
  CHECK(answer(account, a, "ask").value == "attitude");
  CHECK(answer(account, b, "ask").value == "influence");
  CHECK(answer(account, c, "ask").value.empty());
  account.claim(b, "influence", "medium");
  CHECK(answer(account, b, "ask").value == "motive_personal");
  account.snapshot.people[a]->kind = msg::PersonKind::placeholder;
  CHECK(answer(account, a, "ask").value == "name");
}

TEST_CASE("our own people and rivals are not annotated") {
  Account account;
  const auto us = account.person("us", msg::Side::us),
             rival = account.person("r", msg::Side::rival);
  CHECK(answer(account, us, "contact").value.empty());
  CHECK(answer(account, rival, "ask").value.empty());
}
