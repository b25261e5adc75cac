// SPDX-License-Identifier: MIT
//
// Findings as JSON and as lines for people.
#include <nlohmann/json.hpp>

#include "app/check.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Finding& finding) {
  Json about = Json::array();
  for (const RecordKey& key : finding.about)
    about.push_back({{"record", word(key.record)}, {"id", key.id}});
  Json fix;
  if (!finding.changes.is_null())
    fix = {{"text", finding.fix}, {"changes", Json::parse(to_text(finding.changes))}};
  return {{"plugin", finding.plugin},
          {"kind", finding.kind},
          {"severity", msg::EnumNameSeverity(finding.severity)},
          {"deal", finding.deal.empty() ? Json() : Json(finding.deal)},
          {"text", finding.text},
          {"about", std::move(about)},
          {"fix", std::move(fix)}};
}

const char* mark(msg::Severity severity) {
  switch (severity) {
    case msg::Severity::fault:
      return "✗";
    case msg::Severity::warning:
      return "!";
    default:
      return "·";
  }
}

std::string lines_of(const Finding& finding) {
  std::string lines = std::string("  ") + mark(finding.severity) + " " + finding.text + "\n";
  if (!finding.fix.empty()) lines += "      → " + finding.fix + "\n";
  return lines;
}

}  // namespace

std::string findings_json(const Checked& checked) {
  Json json;
  json["findings"] = Json::array();
  for (const Finding& finding : checked.findings) json["findings"].push_back(json_of(finding));
  json["failed"] = Json::array();
  for (const FailedCheck& failed : checked.failed)
    json["failed"].push_back({{"plugin", failed.plugin}, {"text", failed.sentence}});
  return json.dump(1) + "\n";
}

std::string findings_text(const Checked& checked, const Account& account) {
  if (checked.findings.empty()) return std::string(_("Nothing found.")) + "\n";
  std::string text;
  const auto section = [&](const std::string& title, const Id& deal) {
    std::string lines;
    for (const Finding& finding : checked.findings)
      if (finding.deal == deal) lines += lines_of(finding);
    if (!lines.empty()) text += (text.empty() ? "" : "\n") + title + "\n" + lines;
  };
  section(account.info.name.empty() ? std::string(_("The account")) : account.info.name, {});
  for (const auto& [id, deal] : account.all<Deal>())
    section(deal.name.empty() ? id : std::string(deal.name), id);
  return text;
}

}  // namespace inroad::app
