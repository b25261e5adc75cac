// SPDX-License-Identifier: MIT
//
// What the user does to people, ties, deals and beliefs: the dialog if there is one, then one edit.
#pragma once
#include <string>

#include "workbench/session.h"
#include "workbench/wx_text.h"

class wxWindow;

namespace inroad::workbench {

class FormDialog;

class Gestures {
 public:
  explicit Gestures(wxWindow& window) : window_(window) {}
  // null: nothing is open; no other function may be called then.
  void serve(Session* session) {
    session_ = session;
    last_typed_ = {};
  }

  void add_person();
  void add_tie();
  void draw_tie(const Id& from, const Id& to);
  void add_deal();
  void add_note();

  void edit_selection();
  void remove_selection();
  void edit_deal();
  void remove_deal();

  // toward: a rival's unit, status_quo; empty: us.
  void believe(const std::string& facet, const std::string& toward);
  void believe_more();
  void set_attitude(msg::Attitude attitude);

  void toggle_decides();
  bool does_decide() const;
  void unpin();
  bool is_pinned() const;

 private:
  void ask_person(PersonForm form);
  void ask_tie(Tie form);
  void ask_deal(Deal form);
  bool ask(FormDialog& dialog, const std::function<Changes()>& changes);
  ClaimForm claim_form(const std::string& facet, const std::string& toward) const;

  wxWindow& window_;
  Session* session_ = nullptr;
  PersonForm last_typed_;  // the last new person's
};

}  // namespace inroad::workbench
