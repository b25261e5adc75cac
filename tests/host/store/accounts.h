// SPDX-License-Identifier: MIT
//
// Small accounts for the tests of the store, and how a refusal is looked at.
#pragma once
#include <functional>
#include <string>

#include "catch.h"
#include "model/changes.h"
#include "model/error.h"
#include "program.h"
#include "store/account_file.h"

namespace inroad::test {

inline AccountInfo eastline() {
  AccountInfo made;
  made.id = "a1";
  made.name = "Eastline";
  return made;
}

inline Edit edit_of(const Account& account, const char* json) {
  Edit edit;
  edit.changes = plan(account, changes_from_json(parse_text(json, "test"), "test"), "test");
  return edit;
}

inline const char* two_people =
    R"({"create": [{"record": "people", "value": {"id": "p1", "name": "李娜", "extra key": [1, {"a": null}]}},
  {"record": "people", "value": {"id": "p2", "name": "Wei Lan", "title": "General Manager"}},
  {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": 0.3}},
  {"record": "deals", "value": {"id": "d1", "name": "Depot", "value": 1200000, "decision_makers": ["p2"], "targets": [{"person": "p1", "step": "criteria"}]}},
  {"record": "claims", "value": {"id": "c1", "person": "p1", "facet": "criteria", "value": ["price", "service"]}},
  {"record": "claims", "value": {"id": "c2", "tie": "t1", "facet": "strength", "value": 0.5}},
  {"record": "positions", "value": {"id": "s1", "view": "org-chart", "person": "p1", "x": 1.5, "pinned": true}}]})";

inline const char* new_title =
    R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "CFO"}]})";

// What the deed is refused with; the test fails when it is not, or when no place is named.
inline Error refusal(const std::function<void()>& deed) {
  try {
    deed();
  } catch (const Error& error) {
    CHECK(!error.where.empty());
    return error;
  }
  FAIL("nothing was thrown");
  return {ErrorKind::failed, ""};
}

inline ErrorKind kind_of_failure(const std::function<void()>& deed) { return refusal(deed).kind; }

}  // namespace inroad::test
