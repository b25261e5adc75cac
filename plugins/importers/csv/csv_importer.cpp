// SPDX-License-Identifier: MIT
//
// The importer plugin: from the file's bytes to proposed records. The rules are in interchange.md
// section 3 of the plan; what headings mean is in columns.cpp.
#include <inroad/plugin.hpp>

#include "columns.h"
#include "encoding.h"
#include "people.h"
#include "table.h"
#include "ties.h"

namespace inroad::csv {
namespace {

std::string text_of(const flatbuffers::String* text) { return text == nullptr ? "" : text->str(); }

TieOptions options_of(const msg::ImportRequest& request) {
  std::vector<std::string> words;
  if (request.tie_words() != nullptr)
    for (const auto* word : *request.tie_words()) words.push_back(word->str());
  TieOptions options{TieWords(words), text_of(request.strength_column()), request.strength_max(),
                     text_of(request.evidence())};
  if (!options.evidence.empty() && !is_evidence_level(options.evidence))
    throw Refusal(
        sdk::tr("\"{}\" is not a level of evidence. The levels are assumption, hint, "
                "inferred, stated, confirmed.",
                options.evidence));
  if (!options.strength_column.empty() && !(options.strength_max > 0))
    throw Refusal(sdk::tr("The largest strength must be above 0."));
  return options;
}

constexpr std::size_t longest_record = 1 << 20;  // what a host takes

class CsvImporter : public sdk::Importer {
  msg::ChangesT read(const sdk::Call& call, const msg::ImportRequest& request,
                     sdk::Bytes file) override try {
    const TieOptions options = options_of(request);
    const Decoded decoded = decode({reinterpret_cast<const char*>(file.data()), file.size()});
    call.progress(.2);
    const Table table = read_table(decoded.text);
    call.progress(.5);
    Result result = subject_of(table) == Subject::ties ? read_ties(table, options)
                                                       : read_people(table, options.evidence);
    if (decoded.encoding != "UTF-8")
      result.problems.insert(
          result.problems.begin(),
          {"encoding", 0, sdk::tr("The file was read as {}.", decoded.encoding)});

    const std::string name = text_of(request.file_name());
    const auto place = [&](std::size_t row) {
      return row == 0 ? name : sdk::tr("{0} row {1}", name, row);
    };
    msg::ChangesT changes;
    for (const Put& put : result.puts) {
      auto message = std::make_unique<msg::PutT>();
      message->record = put.record;
      message->value = put.value.dump();
      if (message->value.size() > longest_record)
        throw Refusal(sdk::tr("Row {} holds more than 1 MiB. Leave columns out.", put.row));
      message->place = place(put.row);
      changes.puts.push_back(std::move(message));
    }
    for (const Problem& problem : result.problems) {
      auto message = std::make_unique<msg::ProblemT>();
      message->kind = problem.kind;
      message->place = place(problem.row);
      message->text = problem.text;
      changes.problems.push_back(std::move(message));
    }
    return changes;
  } catch (const Refusal& refusal) {
    throw sdk::Refused(refusal.what());
  }
};

}  // namespace
}  // namespace inroad::csv

using CsvImporter = inroad::csv::CsvImporter;
INROAD_PLUGIN(CsvImporter)
