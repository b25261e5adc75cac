// SPDX-License-Identifier: MIT
//
// The answers of annotators and importers.
#include <limits>

#include "answers.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

msg::AnnotationsT good_annotations() {
  msg::AnnotationsT annotations;
  for (int i = 0; i < 2; ++i) {
    auto annotation = std::make_unique<msg::AnnotationT>();
    (i == 0 ? annotation->person : annotation->tie) = 2;
    annotation->facet = "political_status";
    annotation->value = "inner_circle";
    annotation->weight = 0.7;
    annotation->text = "线人";
    annotations.annotations.push_back(std::move(annotation));
  }
  return annotations;
}

msg::ChangesT good_changes() {
  msg::ChangesT changes;
  for (const char* record : {"people", "ties"}) {
    auto put = std::make_unique<msg::PutT>();
    put->record = record;
    put->value = R"({"id": "a", "name": "线人"})";
    put->place = "people.csv:2";
    changes.puts.push_back(std::move(put));
  }
  auto problem = std::make_unique<msg::ProblemT>();
  problem->kind = "self_tie";
  problem->place = "ties.csv:4";
  problem->text = "A tie from a person to himself counts for nothing.";
  changes.problems.push_back(std::move(problem));
  return changes;
}

std::vector<std::uint8_t> bytes_of(const msg::AnnotationsT& annotations) {
  return packed<msg::Annotations>(annotations, msg::AnnotationsIdentifier());
}
std::vector<std::uint8_t> bytes_of(const msg::ChangesT& changes) {
  return packed<msg::Changes>(changes, msg::ChangesIdentifier());
}

}  // namespace

TEST_CASE("good annotations pass, each lie in them is refused") {
  const SmallSnapshot snapshot;
  const auto good = bytes_of(good_annotations());
  CHECK(verified_annotations(wicked(), good, snapshot.root()).annotations()->size() == 2);
  msg::AnnotationsT with_ground = good_annotations();  // about a person, because of a tie
  with_ground.annotations[0]->tie = 0;
  const auto grounded = bytes_of(with_ground);
  CHECK(verified_annotations(wicked(), grounded, snapshot.root()).annotations()->size() == 2);

  using Annotations = msg::AnnotationsT;
  const Spoiled<Annotations> cases[] = {
      {[](Annotations& a) { a.annotations[0]->person = 4; }, "annotations[0].person, number 4"},
      {[](Annotations& a) { a.annotations[1]->tie = 3; }, "annotations[1].tie, number 3"},
      {[](Annotations& a) { a.annotations[0]->person = -1; }, "neither a person nor a tie"},
      {[](Annotations& a) { a.annotations[0]->facet = ""; },
       "annotations[0].facet, a text is missing"},
      {[](Annotations& a) { a.annotations[0]->value = ""; },
       "annotations[0].value, a text is missing"},
      {[](Annotations& a) { a.annotations[0]->text = "\xff"; }, "annotations[0].text"},
      {[](Annotations& a) { a.annotations[0]->weight = 1.5; }, "annotations[0].weight"},
      {[](Annotations& a) { a.annotations[0]->weight = std::numeric_limits<double>::quiet_NaN(); },
       "annotations[0].weight"},
  };
  for (const auto& one : cases) {
    msg::AnnotationsT annotations = good_annotations();
    one.spoil(annotations);
    CAPTURE(one.sentence);
    const auto bytes = bytes_of(annotations);
    CHECK_THAT(sentence_of([&] { verified_annotations(wicked(), bytes, snapshot.root()); }),
               Contains(one.sentence));
  }
}

TEST_CASE("good changes pass, each lie in them is refused") {
  const auto good = bytes_of(good_changes());
  CHECK(verified_changes(wicked(), good).puts()->size() == 2);

  using Changes = msg::ChangesT;
  const Spoiled<Changes> cases[] = {
      {[](Changes& c) { c.puts[0]->record = ""; }, "puts[0].record, a text is missing"},
      {[](Changes& c) { c.puts[1]->record = "persons"; }, "puts[1].record, there is no such list"},
      {[](Changes& c) { c.puts[1]->record = "settings"; }, "puts[1].record, there is no such list"},
      {[](Changes& c) { c.puts[0]->value = ""; }, "puts[0].value, a text is missing"},
      {[](Changes& c) { c.puts[0]->value = "7"; }, "puts[0].value, the value is not a JSON object"},
      {[](Changes& c) { c.puts[0]->value = "{\"id\": "; },
       "puts[0].value, the value is not a JSON"},
      {[](Changes& c) { c.puts[0]->value = "{\"id\": \"\xff\"}"; }, "puts[0].value"},
      {[](Changes& c) { c.puts[0]->value.insert(1, 2'000'000, ' '); },
       "puts[0].value, the text is longer"},
      {[](Changes& c) { c.puts[0]->place = "\xff"; }, "puts[0].place"},
      {[](Changes& c) { c.problems[0]->text = ""; }, "problems[0].text, a text is missing"},
      {[](Changes& c) { c.problems[0]->kind = "\xff"; }, "problems[0].kind"},
      {[](Changes& c) { c.problems[0]->place = std::string(5000, 'p'); }, "problems[0].place"},
  };
  for (const auto& one : cases) {
    msg::ChangesT changes = good_changes();
    one.spoil(changes);
    CAPTURE(one.sentence);
    const auto bytes = bytes_of(changes);
    CHECK_THAT(sentence_of([&] { verified_changes(wicked(), bytes); }), Contains(one.sentence));
  }
}

TEST_CASE("damaged annotations and changes are never read out of their bounds") {
  const SmallSnapshot snapshot;
  check_survives_damage(bytes_of(good_annotations()), [&](Bytes bytes) {
    msg::AnnotationsT unpacked;
    verified_annotations(wicked(), bytes, snapshot.root()).UnPackTo(&unpacked);
  });
  check_survives_damage(bytes_of(good_changes()), [&](Bytes bytes) {
    msg::ChangesT unpacked;
    verified_changes(wicked(), bytes).UnPackTo(&unpacked);
  });
}
