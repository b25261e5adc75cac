// SPDX-License-Identifier: MIT
//
// The answers of checks.
#include "answers.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

msg::FindingsT good_findings() {
  msg::FindingsT findings;
  for (int i = 0; i < 2; ++i) {
    auto finding = std::make_unique<msg::FindingT>();
    finding->kind = "no_coverage";
    finding->severity = msg::Severity::warning;
    finding->text = "没有人与其接触。";
    finding->about = {{msg::RecordList::people, 3}, {msg::RecordList::ties, 2}};
    finding->fix = std::make_unique<msg::FixT>();
    finding->fix->text = "Remove the tie.";
    finding->fix->changes = R"({"remove": [{"record": "ties", "id": "t1"}]})";
    findings.findings.push_back(std::move(finding));
  }
  findings.findings[1]->fix = nullptr;
  return findings;
}

std::vector<std::uint8_t> bytes_of(const msg::FindingsT& findings) {
  return packed<msg::Findings>(findings, msg::FindingsIdentifier());
}

}  // namespace

TEST_CASE("good findings pass, each lie in them is refused") {
  const SmallSnapshot snapshot;
  CHECK(
      verified_findings(wicked(), bytes_of(good_findings()), snapshot.root()).findings()->size() ==
      2);

  using Findings = msg::FindingsT;
  const auto first = [](Findings& f) -> msg::FindingT& { return *f.findings[0]; };
  const Spoiled<Findings> cases[] = {
      {[&](Findings& f) { first(f).kind = ""; }, "findings[0].kind"},
      {[&](Findings& f) { first(f).kind = "No coverage"; }, "small letters"},
      {[&](Findings& f) { first(f).kind = std::string(300, 'a'); }, "longer"},
      {[&](Findings& f) { first(f).severity = msg::Severity::unset; }, "severity"},
      {[&](Findings& f) { first(f).severity = static_cast<msg::Severity>(9); }, "severity"},
      {[&](Findings& f) { first(f).text = ""; }, "missing"},
      {[&](Findings& f) { first(f).text = "\xff"; }, "UTF-8"},
      {[&](Findings& f) {
         first(f).about = {{msg::RecordList::people, 4}};
       },
       "people"},
      {[&](Findings& f) {
         first(f).about = {{msg::RecordList::ties, 3}};
       },
       "ties"},
      {[&](Findings& f) {
         first(f).about = {{msg::RecordList::deals, 0}};
       },
       "deals"},
      {[&](Findings& f) {
         first(f).about = {{msg::RecordList::claims, 2}};
       },
       "claims"},
      {[&](Findings& f) {
         first(f).about = {{msg::RecordList::unset, 0}};
       },
       "not set"},
      {[&](Findings& f) {
         first(f).about = {{static_cast<msg::RecordList>(77), 0}};
       },
       "not set"},
      {[&](Findings& f) { first(f).fix->text = ""; }, "findings[0].fix"},
      {[&](Findings& f) { first(f).fix->changes = ""; }, "missing"},
      {[&](Findings& f) { first(f).fix->changes = "[1]"; }, "JSON object"},
      {[&](Findings& f) { first(f).fix->changes = "{"; }, "JSON object"},
      {[&](Findings& f) { first(f).fix->changes = std::string(100'000, '['); }, "JSON object"},
      {[&](Findings& f) { first(f).fix->changes = R"({"by": "p1"})"; }, "create, set and remove"},
      {[&](Findings& f) { first(f).fix->changes = R"({"time": "2020-01-01"})"; }, "only"},
  };
  for (const Spoiled<Findings>& spoiled : cases) {
    Findings findings = good_findings();
    spoiled.spoil(findings);
    INFO(spoiled.sentence);
    CHECK_THAT(
        sentence_of([&] { verified_findings(wicked(), bytes_of(findings), snapshot.root()); }),
        Contains(spoiled.sentence));
  }
}

TEST_CASE("findings without any pass, another message does not") {
  const SmallSnapshot snapshot;
  CHECK_NOTHROW(verified_findings(wicked(), bytes_of(msg::FindingsT()), snapshot.root()));
  const auto other = packed<msg::Findings>(good_findings(), "INAD");
  CHECK_THAT(sentence_of([&] { verified_findings(wicked(), other, snapshot.root()); }),
             Contains("Findings"));
}

TEST_CASE("damaged findings are accepted or refused and never read beyond their end") {
  const SmallSnapshot snapshot;
  check_survives_damage(bytes_of(good_findings()),
                        [&](Bytes bytes) { verified_findings(wicked(), bytes, snapshot.root()); });
}
