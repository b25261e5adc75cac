// SPDX-License-Identifier: MIT
//
// Findings as they are made. Without words of its own: sentences come from the plugin.
#pragma once
#include <inroad/messages/findings_generated.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace inroad::checks {

class FindingList {
 public:
  // about: (list, index) of each record concerned, the most concerned first.
  void add(const char* kind, msg::Severity severity, std::string text,
           std::vector<msg::Subject> about) {
    auto finding = std::make_unique<msg::FindingT>();
    finding->kind = kind;
    finding->severity = severity;
    finding->text = std::move(text);
    finding->about = std::move(about);
    findings_.findings.push_back(std::move(finding));
  }
  // Of the finding added last. changes: a line as `inroad apply` takes it.
  void mend(std::string text, std::string changes) {
    auto fix = std::make_unique<msg::FixT>();
    fix->text = std::move(text);
    fix->changes = std::move(changes);
    findings_.findings.back()->fix = std::move(fix);
  }

  msg::FindingsT take() { return std::move(findings_); }

 private:
  msg::FindingsT findings_;
};

}  // namespace inroad::checks
