// SPDX-License-Identifier: MIT
#include "model/history.h"

#include "catch.h"

namespace inroad {
namespace {

Cause because(CauseKind kind, const char* of) { return {kind, of}; }

}  // namespace

TEST_CASE("a fresh history has nothing to undo or redo") {
  const History history;
  CHECK_FALSE(history.to_undo());
  CHECK_FALSE(history.to_redo());
  CHECK(history.head().empty());
}

TEST_CASE("undo walks back, redo forward, and a redone edit can be undone again") {
  History history;
  history.append("e1", {});
  history.append("e2", because(CauseKind::import, ""));
  CHECK(history.to_undo() == "e2");
  history.append("u2", because(CauseKind::undo, "e2"));
  CHECK(history.to_undo() == "e1");
  CHECK(history.to_redo() == "u2");
  history.append("u1", because(CauseKind::undo, "e1"));
  CHECK_FALSE(history.to_undo());
  CHECK(history.to_redo() == "u1");
  history.append("r1", because(CauseKind::redo, "u1"));
  CHECK(history.to_undo() == "r1");
  CHECK(history.to_redo() == "u2");
  history.append("v1", because(CauseKind::undo, "r1"));
  CHECK(history.to_redo() == "v1");
  CHECK(history.head() == "v1");
}

TEST_CASE("a new edit ends what could be redone") {
  History history;
  history.append("e1", {});
  history.append("u1", because(CauseKind::undo, "e1"));
  history.append("e2", {});
  CHECK_FALSE(history.to_redo());
  CHECK(history.to_undo() == "e2");
}

TEST_CASE("edits that lost all their changes are passed over") {
  History history;
  history.append("e1", {});
  history.append("e2", {}, false);
  CHECK(history.to_undo() == "e1");
  history.append("u2", because(CauseKind::undo, "e2"), false);
  CHECK_FALSE(history.to_redo());
  CHECK(history.to_undo() == "e1");
  history.append("r2", because(CauseKind::redo, "u2"), false);
  CHECK(history.to_undo() == "e1");
  CHECK(history.head() == "r2");
}

TEST_CASE("an undo of an earlier edit takes that one out") {
  History history;
  history.append("e1", {});
  history.append("e2", {});
  history.append("u1", because(CauseKind::undo, "e1"));
  CHECK(history.to_undo() == "e2");
  history.append("u2", because(CauseKind::undo, "e2"));
  CHECK_FALSE(history.to_undo());
}

}  // namespace inroad
