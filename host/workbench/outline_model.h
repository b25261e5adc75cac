// SPDX-License-Identifier: MIT
//
// The people tree as the native outline reads it. Items are places in the tree, from 1.
#pragma once
#include <array>

#include "workbench/session.h"
#include "workbench/wx_text.h"
#include <wx/bmpbndl.h>
#include <wx/dataview.h>

namespace inroad::workbench {

class OutlineModel : public wxDataViewModel {
 public:
  OutlineModel();

  // Shows the session's account as it is now, until the next call, whatever becomes of it meanwhile: GTK
  // asks when it likes. typed: in the search box; empty = everybody.
  void show(const Session* session, const std::string& typed);
  void attitudes_changed();

  Id person_of(const wxDataViewItem& item) const;
  wxDataViewItem item_of(const Id& person) const;  // not ok when not shown
  const Id& first_found() const { return first_found_; }  // who fits what was typed; empty: nobody
  std::size_t people_shown() const { return people_shown_; }
  std::vector<wxDataViewItem> all_headings_and_managers() const;

  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
  bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned) override { return false; }
  wxDataViewItem GetParent(const wxDataViewItem& item) const override;
  bool IsContainer(const wxDataViewItem& item) const override;
  bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;

 private:
  const TreeNode& node(const wxDataViewItem& item) const;
  msg::Attitude attitude_of(const TreeNode& node) const;
  void mark_shown(const std::string& typed);

  const Session* session_ = nullptr;
  State state_;
  std::shared_ptr<const Snapshot> snapshot_;
  Id first_found_;
  std::vector<bool> is_shown_;
  std::size_t people_shown_ = 0;
  std::array<wxBitmapBundle, 7> glyphs_;  // by attitude
};

}  // namespace inroad::workbench
