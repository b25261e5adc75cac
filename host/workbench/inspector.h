// SPDX-License-Identifier: MIT
//
// The right side: the selected person or tie, what we believe, how we know, what disagrees. Pressing a
// belief edits it.
#pragma once
#include "workbench/beliefs.h"
#include "workbench/column.h"
#include "workbench/session.h"

namespace inroad::workbench {

class Inspector : public Column {
 public:
  struct Wishes {
    std::function<void()> edit;  // the selected person or tie itself
    std::function<void(const std::string& facet, const std::string& toward)> believe;
    std::function<void()> believe_more;  // a facet not shown yet
  };
  Inspector(wxWindow* parent, Wishes wishes);

  // Shows the session's selection anew; null: nothing.
  void show(const Session* session);

 private:
  void show_nothing(const Session& session);
  void show_person(const Session& session, const Person& person);
  void show_tie(const Session& session, const Tie& tie);
  template <class Record>
  void add_fields(const Session& session, const Record& record,
                  std::initializer_list<std::string_view> told);
  void add_beliefs(const Session& session, const Id& subject, bool is_tie);
  void add_fact(const Fact& fact);
  void add_ties(const Session& session, const Id& person);
  void add_notes(const Session& session, const Id& person);

  Wishes wishes_;
};

}  // namespace inroad::workbench
