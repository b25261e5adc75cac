// SPDX-License-Identifier: MIT
#include "app/check.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

#include "model/changes.h"
#include "model/error.h"
#include "model/words.h"
#include "plugins/sentences.h"
#include "plugins/verify.h"

namespace inroad::app {
namespace {

std::vector<const plugins::Bundle*> bundles_named(const plugins::Catalogue& catalogue,
                                                  const std::vector<std::string>& names) {
  std::vector<const plugins::Bundle*> found;
  for (const std::string& name : names)
    found.push_back(&catalogue.find(plugins::Kind::check, name));
  if (!names.empty()) return found;
  for (const plugins::Bundle& bundle : catalogue.bundles)
    if (bundle.kind == plugins::Kind::check) found.push_back(&bundle);
  return found;
}

// The record's id, whichever list it is in.
Id id_of(const msg::Snapshot& root, const msg::Subject& subject) {
  const auto of = [&](const auto* list) { return list->Get(subject.index())->id()->str(); };
  switch (subject.list()) {
    case msg::RecordList::units:
      return of(root.units());
    case msg::RecordList::people:
      return of(root.people());
    case msg::RecordList::ties:
      return root.ties()->id()->Get(subject.index())->str();
    case msg::RecordList::deals:
      return of(root.deals());
    case msg::RecordList::claims:
      return of(root.claims());
    case msg::RecordList::notes:
      return of(root.notes());
    case msg::RecordList::actions:
      return of(root.actions());
    case msg::RecordList::needs:
      return of(root.needs());
    case msg::RecordList::budgets:
      return of(root.budgets());
    case msg::RecordList::positions:
      return of(root.positions());
    case msg::RecordList::unset:
      break;
  }
  return {};
}

// The changes of a fix, tried on the account: a fix that cannot be applied is a lie.
Value tried_changes(const plugins::Bundle& bundle, const Account& account, const msg::Fix& fix) {
  Value changes = parse_text(fix.changes()->string_view(), bundle.id);
  try {
    plan(account, changes_from_json(changes, {}), {});
  } catch (const Error& error) {
    throw plugins::bad_answer(
        bundle, format(_("the fix “{0}” cannot be applied. {1}"), fix.text()->str(), error.what()));
  }
  return changes;
}

// What one plugin finds, over all deals.
class Asking {
 public:
  Asking(const plugins::Bundle& bundle, const Account& account)
      : bundle_(bundle), account_(account) {}

  void add(const msg::Snapshot& root, const msg::Findings& answer) {
    const Id deal =
        root.deal() < 0 ? Id() : root.deals()->Get(static_cast<unsigned>(root.deal()))->id()->str();
    if (answer.findings() == nullptr) return;
    for (const msg::Finding* told : *answer.findings()) {
      Finding finding = read(root, *told);
      finding.deal = deal;
      const auto [place, is_new] =
          places_.try_emplace({finding.kind, finding.text}, findings_.size());
      if (is_new)
        findings_.push_back(std::move(finding));
      else if (findings_[place->second].deal != deal)
        findings_[place->second].deal.clear();
    }
  }

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  Finding read(const msg::Snapshot& root, const msg::Finding& told) const {
    Finding finding;
    finding.plugin = bundle_.id;
    finding.kind = told.kind()->str();
    finding.text = told.text()->str();
    finding.severity = told.severity();
    if (told.about() != nullptr)
      for (const msg::Subject* subject : *told.about())
        finding.about.push_back(
            {record_kind_of(msg::EnumNameRecordList(subject->list())), id_of(root, *subject)});
    if (told.fix() != nullptr) {
      finding.fix = told.fix()->text()->str();
      finding.changes = tried_changes(bundle_, account_, *told.fix());
    }
    return finding;
  }

  const plugins::Bundle& bundle_;
  const Account& account_;
  std::vector<Finding> findings_;
  std::map<std::pair<std::string, std::string>, std::size_t> places_;  // by kind and text
};

}  // namespace

Checked check(Calls& calls, const Account& account,
              const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
              const std::vector<std::string>& plugins, Timings& timings) {
  msg::RequestT request;
  request.lang = language();
  request.ask.Set(msg::CheckRequestT());
  Checked checked;
  for (const plugins::Bundle* bundle : bundles_named(calls.toolbox().catalogue(), plugins)) {
    try {
      Asking asking(*bundle, account);
      for (const std::shared_ptr<const Snapshot>& snapshot : snapshots) {
        const auto answer = calls.call(*bundle, snapshot.get(), request, {}, timings);
        const StopWatch verifying(timings.verify_ms);
        calls.judged(*bundle, [&] {
          asking.add(snapshot->root(),
                     plugins::verified_findings(*bundle, answer, snapshot->root()));
        });
      }
      std::ranges::move(asking.take(), std::back_inserter(checked.findings));
    } catch (const Error& error) {
      if (error.kind != ErrorKind::plugin) throw;
      checked.failed.push_back({bundle->id, describe_current_exception().sentence});
    }
  }
  std::ranges::stable_sort(checked.findings, std::greater(), &Finding::severity);
  return checked;
}

}  // namespace inroad::app
