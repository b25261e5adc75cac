// SPDX-License-Identifier: MIT
//
// What the user does to people, ties, deals and beliefs: the dialog if there is one, then one edit.
#pragma once
#include <string>

#include "workbench/session.h"
#include "workbench/wx_text.h"

class wxWindow;

namespace inroad::workbench {

class Gestures {
 public:
  explicit Gestures(wxWindow& window) : window_(window) {}
  // null: nothing is open; no other function may be called then.
  void serve(Session* session) { session_ = session; }

  void add_person();
  void add_tie();
  void draw_tie(const Id& from, const Id& to);
  void add_deal();

  void edit_selection();
  void remove_selection();
  void edit_deal();
  void remove_deal();

  void believe(const std::string& facet);
  void believe_more();
  void set_attitude(msg::Attitude attitude);

  void toggle_decides();
  bool does_decide() const;
  void unpin();
  bool is_pinned() const;

 private:
  void ask_person(PersonForm form);
  void ask_tie(TieForm form);
  void ask_deal(DealForm form);
  ClaimForm claim_form(const std::string& facet) const;

  wxWindow& window_;
  Session* session_ = nullptr;
};

}  // namespace inroad::workbench
