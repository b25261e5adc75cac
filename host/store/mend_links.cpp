// SPDX-License-Identifier: MIT
#include "store/mend_links.h"

#include "model/change_words.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/record_words.h"
#include "model/rules.h"
#include "model/words.h"

namespace inroad::store {
namespace {

class Mending {
 public:
  explicit Mending(Account& account) : account_(account) {}
  Mending(const Mending&) = delete;
  Mending& operator=(const Mending&) = delete;

  std::vector<std::string> run() {
    // What is left out may be what others refer to.
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for_each_list(
          [&]<class Record>(std::type_identity<Record>) { has_changed |= mend_list<Record>(); });
    }
    break_circles();
    return std::move(lost_);
  }

 private:
  template <class Record>
  bool mend_list() {
    std::vector<Id> broken;
    bool has_changed = false;
    for (auto&& [id, record] : account_.all<Record>()) {
      Record mended = record;
      if (!mend_record(mended)) {
        broken.push_back(id);
      } else if (to_json(mended) != to_json(record)) {
        record = std::move(mended);
        has_changed = true;
      }
    }
    for (const Id& id : broken) account_.all<Record>().erase(account_.all<Record>().find(id));
    return has_changed || !broken.empty();
  }

  // Takes out of the record what refers to nothing; false when it cannot be without that.
  template <class Record>
  bool mend_record(Record& record) {
    const auto is_gone = [&](RecordKind kind, const Id& id) {
      return !has_record(account_, kind, id);
    };
    const bool has_to_go = fate(record, is_gone) == OnRemoval::remove_holder;
    tell_gone(record, has_to_go);
    if (has_to_go) return false;
    clear_links(record, is_gone);
    try {
      check_record(record, {});
      check_links(account_, record, {});
    } catch (const Error& error) {
      lost_.push_back(format(_("The {0} \"{1}\" ({2}) is left out: {3}"),
                             kind_word(record_kind<Record>), name(record), record.id,
                             error.what()));
      return false;
    }
    return true;
  }

  template <class Record>
  void tell_gone(const Record& record, bool is_left_out) {
    for_each_field<Record>([&](const auto& field) {
      if (field.refers.kind == RecordKind{} || field.refers.on_removal == OnRemoval::keep) return;
      const bool is_reason = field.refers.on_removal == OnRemoval::remove_holder;
      if (is_reason != is_left_out) return;
      for_each_reference(record, field, [&](const Id& id) {
        if (has_record(account_, field.refers.kind, id)) return;
        const char* sentence =
            is_left_out
                ? _("The {0} \"{1}\" ({2}) is left out: the {4} {5}, its \"{3}\", is missing.")
                : _("The {0} \"{1}\" ({2}) stays without its \"{3}\": the {4} {5} is missing.");
        lost_.push_back(format(sentence, kind_word(record_kind<Record>), name(record), record.id,
                               field_word(record_kind<Record>, field.name),
                               kind_word(field.refers.kind), id));
      });
    });
  }

  template <class Record>
  std::string name(const Record& record) const {
    const ChangeWords words(
        [&](RecordKind kind, const Id& id) { return record_to_json(account_, kind, id); }, nullptr);
    return words.name(record_kind<Record>, record.id);
  }

  // A unit that would contain itself stands by itself.
  void break_circles() {
    ParentWalk walk(account_);
    for (auto&& [id, unit] : account_.all<Unit>()) {
      if (!walk.is_in_cycle(unit)) continue;
      unit.parent.clear();
      lost_.push_back(format(
          _("The unit \"{0}\" ({1}) lay inside itself; now it stands by itself."), name(unit), id));
    }
  }

  Account& account_;
  std::vector<std::string> lost_;
};

}  // namespace

std::vector<std::string> mend_links(Account& account) { return Mending(account).run(); }

}  // namespace inroad::store
