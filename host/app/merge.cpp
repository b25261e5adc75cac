// SPDX-License-Identifier: MIT
#include "app/merge.h"

#include "app/document.h"
#include "app/import.h"
#include "app/merge_forgotten.h"
#include "app/new_account.h"
#include "model/change_words.h"
#include "model/changes.h"
#include "model/codec.h"
#include "model/diff.h"
#include "model/error.h"
#include "model/one_line.h"
#include "model/record_words.h"
#include "model/words.h"
#include "store/new_file.h"

namespace inroad::app {
namespace {

void merge_accounts(const Document& base, const Document& ours, const Document& theirs,
                    const MergeRequest& request, MergeForgotten& forgotten, MergeResult& result) {
  using Forgotten = MergeRequest::Forgotten;
  result.merged = merge(result.base, result.ours, result.theirs);
  if (forgotten.empty()) return;
  result.returning = forgotten.returning(result.merged.account);
  result.is_question = request.forgotten == Forgotten::ask && !result.returning.empty();
  if (result.is_question) return;
  if (request.forgotten == Forgotten::bring_back)
    forgotten.bring_back(result.returning);
  else
    result.returning.clear();
  // Without it on all sides it is as if it had never been.
  result.taken_out = forgotten.taken_out();
  result.base = forgotten.cut(base);
  result.ours = forgotten.cut(ours);
  result.theirs = forgotten.cut(theirs);
  result.merged = merge(result.base, result.ours, result.theirs);
}

// No more open to others than any of the accounts it is made of.
mode_t mode_of(const MergeRequest& request) {
  return store::mode_like(request.base) & store::mode_like(request.ours) &
         store::mode_like(request.theirs);
}

// A new file with what ours holds: all of an account file, the records of an exchange file.
void write_ours(const Document& ours, const std::string& part) {
  if (ours.has_history()) {
    ours.copy_into(part);
    return;
  }
  empty_like(ours.account())(part);
  Document copy = Document::open(part, Document::Access::write);
  PutCounts counts;
  copy.apply(plan_puts(copy.account(), puts_of(ours.account()), part, counts), {}, {},
             {CauseKind::import});
}

class Words {
 public:
  Words(const MergeResult& result, const FacetBook& facets)
      : result_(result),
        words_([this](RecordKind kind, const Id& id) { return find(kind, id); }, &facets) {}
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  std::string sentence(const MergeConflict& conflict) const {
    const std::string name = words_.name(conflict.record, conflict.id);
    if (conflict.field.empty()) return about_record(conflict, name);
    const auto said = [&](const Value& value) {
      return value.is_null() ? std::string(_("nothing"))
                             : words_.said(conflict.record, conflict.id, conflict.field, value);
    };
    return format(_("{0}: {1} was {2}, ours {3}, theirs {4}; kept: {5}"), name,
                  field_word(conflict.record, conflict.field), said(conflict.base),
                  said(conflict.ours), said(conflict.theirs), said(kept(conflict)));
  }

  std::string sentence(const BothKept& both) const {
    const Claim* second = result_.merged.account.find<Claim>(both.second);
    const std::string other = second != nullptr ? words_.claim(to_json(*second)) : both.second;
    if (both.record == RecordKind::claims)
      return format(_("Both kept: {0}; {1}"), words_.claim(find(both.record, both.id)), other);
    return format(_("Both kept: what the tie says, and {}"), other);
  }

  Value json_of(const MergeConflict& conflict) const {
    return {{"record", word(conflict.record)}, {"id", conflict.id},
            {"field", conflict.field},         {"base", conflict.base},
            {"ours", conflict.ours},           {"theirs", conflict.theirs},
            {"kept", kept(conflict)},          {"text", sentence(conflict)}};
  }
  Value json_of(const BothKept& both) const {
    return {{"record", word(both.record)},
            {"id", both.id},
            {"second", both.second},
            {"text", sentence(both)}};
  }

 private:
  std::string about_record(const MergeConflict& conflict, const std::string& name) const {
    const auto all_of = [&](const Value& record) {
      return record.is_null() ? std::string() : words_.details(conflict.record, record);
    };
    if (kept(conflict).is_null())
      return format(_("{}: does not fit what the other side changed; left out"), name);
    if (conflict.ours.is_null())
      return format(_("{0}: removed in ours, changed or still needed in theirs ({1}); kept"), name,
                    all_of(conflict.theirs));
    if (conflict.theirs.is_null())
      return format(_("{0}: changed or still needed in ours ({1}), removed in theirs; kept"), name,
                    all_of(conflict.ours));
    return format(_("{0}: ours ({1}) and theirs ({2}) do not fit together; ours kept"), name,
                  all_of(conflict.ours), all_of(conflict.theirs));
  }

  Value kept(const MergeConflict& conflict) const {
    const Account& account = result_.merged.account;
    return conflict.field.empty()
               ? record_to_json(account, conflict.record, conflict.id)
               : field_value(account, conflict.record, conflict.id, conflict.field);
  }

  Value find(RecordKind kind, const Id& id) const {
    for (const Account* account :
         {&result_.merged.account, &result_.ours, &result_.theirs, &result_.base}) {
      Value record = record_to_json(*account, kind, id);
      if (!record.is_null()) return record;
    }
    return nullptr;
  }

  const MergeResult& result_;
  const ChangeWords words_;
};

}  // namespace

MergeResult merge_files(const MergeRequest& request) {
  store::require_free_name(request.output);
  MergeResult result;
  result.output = request.output;
  const Document base = Document::open(request.base, Document::Access::read);
  const Document ours = Document::open(request.ours, Document::Access::read);
  const Document theirs = Document::open(request.theirs, Document::Access::read);
  result.base = base.account();
  result.ours = ours.account();
  result.theirs = theirs.account();
  MergeForgotten forgotten(base, ours, theirs);
  merge_accounts(base, ours, theirs, request, forgotten, result);
  if (result.is_question) return result;
  result.edit.cause.kind = CauseKind::merge;
  make_account(
      request.output, mode_of(request), [&](const std::string& part) { write_ours(ours, part); },
      [&](Document& copy) {
        forgotten.carry_out(copy, result.returning);
        result.edit.changes = changes_between(copy.account(), result.merged.account);
        copy.apply(result.edit.changes, {}, {}, result.edit.cause);
      });
  return result;
}

std::string merge_text(const MergeResult& result, const FacetBook& facets) {
  const Words words(result, facets);
  std::string lines;
  for (const MergeConflict& conflict : result.merged.conflicts)
    lines += one_line(words.sentence(conflict)) + "\n";
  for (const BothKept& both : result.merged.both_kept)
    lines += one_line(words.sentence(both)) + "\n";
  if (!result.taken_out.empty())
    lines += std::string(_("Forgotten in theirs, so out of the history of ours too:")) + "\n";
  for (const std::string& sentence : sentences_of(result.taken_out))
    lines += "  " + sentence + "\n";
  lines += result.edit.changes.empty()
               ? std::string(_("Merge: theirs has nothing that ours does not have."))
               : one_line(title_of(result.edit, result.merged.account, &facets));
  lines += "\n";
  if (!result.merged.conflicts.empty())
    lines += format(NG_("Written to {1} with {0} conflict settled as listed: change there what you "
                        "want otherwise.",
                        "Written to {1} with {0} conflicts settled as listed: change there what "
                        "you want otherwise.",
                        result.merged.conflicts.size()),
                    result.merged.conflicts.size(), result.output) +
             "\n";
  return lines;
}

std::string merge_json(const MergeResult& result, const FacetBook& facets) {
  const Words words(result, facets);
  Value json = {{"conflicts", Value::array()},
                {"both_kept", Value::array()},
                {"changes", result.edit.changes.size()}};
  for (const MergeConflict& conflict : result.merged.conflicts)
    json["conflicts"].push_back(words.json_of(conflict));
  for (const BothKept& both : result.merged.both_kept)
    json["both_kept"].push_back(words.json_of(both));
  if (!result.taken_out.empty()) json["forgotten"] = json_of(result.taken_out);
  return to_text(json) + "\n";
}

}  // namespace inroad::app
