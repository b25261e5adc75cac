// SPDX-License-Identifier: MIT
//
// The answers of annotators and importers.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "model/words.h"
#include "plugins/answer_check.h"
#include "plugins/verify.h"

namespace inroad::plugins {

namespace {

constexpr std::size_t max_annotations = 5'000'000, max_puts = 5'000'000, max_problems = 100'000;
constexpr std::size_t max_value_size = 1 << 20;

// The lists an importer may add to; what an account is and how it advises stays with its owner.
constexpr std::array<std::string_view, 10> records = {"units",   "people",   "ties",    "deals",
                                                      "claims",  "notes",    "actions", "needs",
                                                      "budgets", "positions"};

flatbuffers::uoffset_t at(std::size_t i) { return static_cast<flatbuffers::uoffset_t>(i); }

bool is_json_object(std::string_view text) {
  return text.starts_with('{') && nlohmann::json::accept(text);
}

void check_put(const AnswerCheck& check, const msg::Put& put, std::size_t i) {
  check.needed_text(put.record(), max_word_size, {"puts", i, "record"});
  if (std::ranges::find(records, put.record()->string_view()) == records.end())
    check.wrong({"puts", i, "record"}, _("there is no such list of records."));
  check.needed_text(put.value(), max_value_size, {"puts", i, "value"});
  if (!is_json_object(put.value()->string_view()))
    check.wrong({"puts", i, "value"}, _("the value is not a JSON object."));
  check.text(put.place(), max_sentence_size, {"puts", i, "place"});
}

}  // namespace

const msg::Annotations& verified_annotations(const Bundle& bundle, Bytes answer,
                                             const msg::Snapshot& snapshot) {
  const AnswerCheck check(bundle, snapshot);
  const auto& answered =
      check.root<msg::Annotations>(answer, msg::AnnotationsIdentifier(), "Annotations");
  const std::size_t count = check.count(answered.annotations(), max_annotations, "annotations");
  for (std::size_t i = 0; i < count; ++i) {
    const msg::Annotation& annotation = *answered.annotations()->Get(at(i));
    check.optional_person(annotation.person(), {"annotations", i, "person"});
    check.optional_tie(annotation.tie(), {"annotations", i, "tie"});
    if (annotation.person() == -1 && annotation.tie() == -1)
      check.wrong({"annotations", i, "person"}, _("neither a person nor a tie is set."));
    check.needed_text(annotation.facet(), max_word_size, {"annotations", i, "facet"});
    check.needed_text(annotation.value(), max_sentence_size, {"annotations", i, "value"});
    check.text(annotation.text(), max_sentence_size, {"annotations", i, "text"});
    check.probability(annotation.weight(), {"annotations", i, "weight"});
  }
  return answered;
}

const msg::Changes& verified_changes(const Bundle& bundle, Bytes answer) {
  const AnswerCheck check(bundle);
  const auto& changes = check.root<msg::Changes>(answer, msg::ChangesIdentifier(), "Changes");
  const std::size_t puts = check.count(changes.puts(), max_puts, "puts");
  for (std::size_t i = 0; i < puts; ++i) check_put(check, *changes.puts()->Get(at(i)), i);
  const std::size_t problems = check.count(changes.problems(), max_problems, "problems");
  for (std::size_t i = 0; i < problems; ++i) {
    const msg::Problem& problem = *changes.problems()->Get(at(i));
    check.text(problem.kind(), max_word_size, {"problems", i, "kind"});
    check.text(problem.place(), max_sentence_size, {"problems", i, "place"});
    check.needed_text(problem.text(), max_sentence_size, {"problems", i, "text"});
  }
  return changes;
}

}  // namespace inroad::plugins
