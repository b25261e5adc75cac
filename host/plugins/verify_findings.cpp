// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "model/error.h"
#include "model/value.h"
#include "model/words.h"
#include "plugins/answer_check.h"
#include "plugins/verify.h"

namespace inroad::plugins {

namespace {

constexpr std::size_t max_findings = 100'000, max_subjects = 10'000;
constexpr std::size_t max_changes_size = 1 << 20;

flatbuffers::uoffset_t at(std::size_t i) { return static_cast<flatbuffers::uoffset_t>(i); }

template <class List>
std::size_t size_of(const List* list) {
  return list == nullptr ? 0 : list->size();
}

class FindingsCheck {
 public:
  FindingsCheck(const AnswerCheck& check, const msg::Snapshot& snapshot)
      : check_(check),
        sizes_{0,
               size_of(snapshot.units()),
               size_of(snapshot.people()),
               snapshot.ties() == nullptr ? 0 : size_of(snapshot.ties()->ends()),
               size_of(snapshot.deals()),
               size_of(snapshot.claims()),
               size_of(snapshot.notes()),
               size_of(snapshot.actions()),
               size_of(snapshot.needs()),
               size_of(snapshot.budgets()),
               size_of(snapshot.positions())} {}

  void finding(const msg::Finding& finding, std::size_t i) const {
    check_.needed_text(finding.kind(), max_word_size, {"findings", i, "kind"});
    if (!is_word(finding.kind()->string_view()))
      check_.wrong({"findings", i, "kind"},
                   _("the word is not in small letters, digits and underscores."));
    check_.word(finding.severity(), {"findings", i, "severity"});
    check_.needed_text(finding.text(), max_sentence_size, {"findings", i, "text"});
    const std::size_t count = check_.count(finding.about(), max_subjects, "findings.about");
    for (std::size_t k = 0; k < count; ++k) subject(*finding.about()->Get(at(k)), i);
    if (finding.fix() != nullptr) fix(*finding.fix(), i);
  }

 private:
  static bool is_word(std::string_view word) {
    return std::ranges::all_of(
        word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  }

  void subject(const msg::Subject& subject, std::size_t i) const {
    const Place place{"findings", i, "about"};
    check_.word(subject.list(), place);
    check_.index(subject.index(), sizes_[static_cast<std::size_t>(subject.list())],
                 msg::EnumNameRecordList(subject.list()), place);
  }

  void fix(const msg::Fix& fix, std::size_t i) const {
    const Place place{"findings", i, "fix"};
    check_.needed_text(fix.text(), max_sentence_size, place);
    check_.needed_text(fix.changes(), max_changes_size, place);
    const Value changes = changes_of(fix, place);
    // Who does it and when is not for the plugin to say.
    for (const auto& [key, value] : changes.items())
      if (key != "create" && key != "set" && key != "remove")
        check_.wrong(place, _("the changes may only create, set and remove."));
  }

  Value changes_of(const msg::Fix& fix, const Place& place) const {
    try {
      Value changes = parse_text(fix.changes()->string_view(), {});
      if (changes.is_object()) return changes;
    } catch (const Error&) {
    }
    check_.wrong(place, _("the changes are not a JSON object."));
  }

  const AnswerCheck& check_;
  // Of each list, by its number in the message.
  std::array<std::size_t, static_cast<std::size_t>(msg::RecordList::MAX) + 1> sizes_;
};

}  // namespace

const msg::Findings& verified_findings(const Bundle& bundle, Bytes answer,
                                       const msg::Snapshot& snapshot) {
  const AnswerCheck check(bundle, snapshot);
  const auto& findings = check.root<msg::Findings>(answer, msg::FindingsIdentifier(), "Findings");
  const FindingsCheck each(check, snapshot);
  const std::size_t count = check.count(findings.findings(), max_findings, "findings");
  for (std::size_t i = 0; i < count; ++i) each.finding(*findings.findings()->Get(at(i)), i);
  return findings;
}

}  // namespace inroad::plugins
