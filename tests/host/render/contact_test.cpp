// SPDX-License-Identifier: MIT
#include "render/contact.h"

#include "catch.h"
#include "host/render/sample_picture.h"

using inroad::render::age_text;
using inroad::render::Contacts;
using namespace inroad::test;

TEST_CASE("ages are days, weeks, a month's name, then the year") {
  CHECK(age_text(0, "2026-11-18") == "0 d");
  CHECK(age_text(13, "2026-11-18") == "13 d");
  CHECK(age_text(14, "2026-11-18") == "2 w");
  CHECK(age_text(34, "2026-11-18") == "4 w");
  CHECK(age_text(40, "2026-11-18") == "Oct");
  CHECK(age_text(49, "2026-11-18") == "Sep");
  CHECK(age_text(48, "2026-11-18") == "Oct");
  CHECK(age_text(60, "2026-02-10") == "Dec");
  CHECK(age_text(400, "2026-11-18") == "2025");
  CHECK(age_text(-1, "2026-11-18").empty());
  CHECK(age_text(5, "").empty());
}

TEST_CASE("the strongest contact is named, with the latest meeting of anybody") {
  SampleAccount account;
  account.add_tie(lin, ma, inroad::msg::TieKind::covers, 0.4, 1);
  std::vector<std::uint8_t> bytes;
  const Contacts contacts(account.packed(bytes));
  CHECK(contacts.of(ma).name == "Sara");
  CHECK(contacts.of(ma).age == "1 d");
  CHECK(contacts.of(zhao).age == "2 d");  // the note is later than the tie
  CHECK(contacts.of(ruth).name.empty());
}
