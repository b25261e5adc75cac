// SPDX-License-Identifier: MIT
#include "app/import.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <set>

#include "app/files.h"
#include "app/new_account.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/interchange.h"
#include "model/words.h"
#include "plugins/verify.h"
#include "store/account_file.h"
#include "store/own_files.h"
#include "store/temporary.h"

namespace inroad::app {
namespace {

std::pair<std::string, double> strength_column(const std::string& option) {
  if (option.empty()) return {};
  const std::size_t slash = option.rfind('/');
  double largest = 1;
  if (slash != std::string::npos) {
    const char* end = option.data() + option.size();
    const auto read = std::from_chars(option.data() + slash + 1, end, largest);
    if (read.ec == std::errc() && read.ptr == end && largest > 0)
      return {option.substr(0, slash), largest};
  }
  throw Error(ErrorKind::usage, format(_("\"{}\" is not a column and its largest value."), option),
              "--strength", _("Write it as COLUMN/MAX, for example value/5."));
}

std::vector<Put> read_by_plugin(Calls& calls, const plugins::Bundle& bundle,
                                const ImportRequest& request, const std::string& content,
                                ImportResult& result, Timings& timings) {
  msg::ImportRequestT ask;
  ask.file_name = name_as_text(std::filesystem::path(request.source).filename());
  ask.tie_words = request.tie_words;
  std::tie(ask.strength_column, ask.strength_max) = strength_column(request.strength);
  ask.evidence = request.evidence;
  msg::RequestT message;
  message.lang = language();
  message.ask.Set(std::move(ask));
  const plugins::Input file[] = {
      {INROAD_INPUT_ATTACHMENT,
       {reinterpret_cast<const std::uint8_t*>(content.data()), content.size()}}};
  const std::vector<std::uint8_t> answer = [&] {
    try {
      return calls.call(bundle, nullptr, message, file, timings);
    } catch (const Error& error) {
      // What an importer finds wrong is wrong with the file, and that is where to look.
      if (error.kind != ErrorKind::bad_input) throw;
      throw Error(error.kind, error.what(), request.source, error.remedy);
    }
  }();
  const StopWatch verifying(timings.verify_ms);
  const msg::Changes& changes = calls.judged(
      bundle, [&]() -> decltype(auto) { return plugins::verified_changes(bundle, answer); });
  std::vector<Put> puts;
  if (changes.puts())
    for (const msg::Put* put : *changes.puts()) {
      const std::string place = put->place() ? put->place()->str() : request.source;
      const RecordKind kind = record_kind_of(put->record()->string_view());
      if (kind == RecordKind{})
        throw Error(ErrorKind::plugin,
                    format(_("The importer proposed an unknown kind of record, \"{}\"."),
                           put->record()->str()),
                    bundle.id, _("Nothing was changed; tell the plugin's author."));
      puts.push_back({kind, parse_text(put->value()->string_view(), place), place});
    }
  if (changes.problems())
    for (const msg::Problem* problem : *changes.problems())
      result.problems.push_back((problem->place() ? problem->place()->str() + ": " : "") +
                                problem->text()->str());
  return puts;
}

// A foreign table need not name people: those it adds are called by their ids, those the account
// knows keep their names.
void name_new_people(const Account& account, std::vector<Put>& puts) {
  for (Put& put : puts)
    if (put.record == RecordKind::people && put.value.contains("id") &&
        !put.value.contains("name") && !account.find<Person>(put.value["id"].get<Id>()))
      put.value["name"] = put.value["id"];
}

// People the account has and a source that lists people does not.
std::vector<Id> people_missing(const Account& account, const std::vector<Put>& puts) {
  std::set<Id, std::less<>> listed;
  for (const Put& put : puts)
    if (put.record == RecordKind::people && put.value.contains("id"))
      listed.insert(put.value["id"].get<Id>());
  std::vector<Id> gone;
  if (listed.empty()) return gone;
  for (const auto& [id, person] : account.all<Person>())
    if (!listed.contains(id)) gone.push_back(id);
  return gone;
}

void refuse_question(const ImportResult& result, const std::string& file) {
  if (result.is_question)
    throw Error(ErrorKind::conflicts, _("It would bring back what was forgotten here."), file,
                _("Say whether to leave it out or to bring it back."));
}

}  // namespace

ImportResult plan_import(Calls& calls, const Account* account, const std::string& new_name,
                         const ImportRequest& request, Timings& timings) {
  std::string format_name = request.format;
  if (format_name.empty()) {
    format_name = std::filesystem::path(request.source).extension().string();
    if (!format_name.empty()) format_name.erase(0, 1);
    if (request.source == "-") format_name = "json";
  }
  if (request.source != "-" && store::looks_like_account_file(request.source))
    throw Error(ErrorKind::bad_input, _("This is an account, not a file to import."),
                request.source,
                _("Put what two people know together: inroad merge BASE OURS THEIRS -o "
                  "OUT.inroad"));
  ImportResult result;
  if (!account) {
    result.base.info.id = new_id();
    result.base.info.name = new_name;
  }
  const Account& base = account ? *account : result.base;
  std::string content;
  {
    const StopWatch opening(timings.open_ms);
    content = read_file(request.source);
  }
  std::vector<Put> puts;
  if (format_name == "json" || format_name == "inroad/1") {
    const StopWatch opening(timings.open_ms);
    const Account source = read_interchange(content, request.source);
    for (const Oddity& oddity : oddities(source)) result.problems.push_back(oddity.text);
    content = {};
    puts = puts_of(source);
    if (!account) {
      result.base.info = source.info;
      result.base.extra = source.extra;
    }
  } else {
    const plugins::Bundle* bundle =
        calls.toolbox().catalogue().for_format(plugins::Kind::importer, format_name);
    if (!bundle)
      throw Error(ErrorKind::usage,
                  format(_("Files of the kind \"{}\" cannot be imported."), format_name),
                  request.source, _("Save it as CSV (UTF-8) or give --format."));
    puts = read_by_plugin(calls, *bundle, request, content, result, timings);
    name_new_people(base, puts);
  }
  using Forgotten = ImportRequest::Forgotten;
  result.returning = returning(base, request.tombstones, puts);
  result.is_question = request.forgotten == Forgotten::ask && !result.returning.empty();
  if (result.is_question) return result;
  if (request.forgotten == Forgotten::leave_out) {
    leave_out(puts, result.returning, request.tombstones);
    result.returning.clear();
  }
  result.gone = people_missing(base, puts);
  PutCounts counts;
  result.changes = plan_puts(base, std::move(puts), request.source, counts);
  result.created = counts.created;
  result.changed = counts.changed;
  result.same = counts.same;
  return result;
}

std::string question_of(const std::vector<Returning>& returning) {
  std::string text = std::string(_("This was forgotten and would come back:")) + "\n";
  for (const std::string& sentence : sentences_of(returning)) text += "  " + sentence + "\n";
  return text + _("Repeat with --leave-out to go on without it, or with --bring-back.") + "\n";
}

std::string question_json(const std::vector<Returning>& returning) {
  return to_text({{"forgotten", json_of(returning)}}) + "\n";
}

Value json_of(const std::vector<Returning>& returning) {
  Value list = Value::array();
  std::set<std::pair<RecordKey, std::string>> told;  // it may be known by several stones
  for (const Returning& one : returning) {
    if (!told.emplace(one.key, one.field).second) continue;
    Value entry = {{"record", word(one.key.record)}, {"id", one.key.id}, {"since", one.stone.time}};
    if (!one.field.empty()) entry["field"] = one.field;
    list.push_back(std::move(entry));
  }
  return list;
}

void apply_import(const std::string& file, ImportResult&& result) {
  refuse_question(result, file);
  make_account(file, store::mode_like({}), empty_like(result.base), [&](Document& created) {
    created.apply(std::move(result.changes), {}, {}, {CauseKind::import});
  });
}

void apply_import(Document& document, ImportResult&& result) {
  refuse_question(result, document.source());
  std::vector<Tombstone> stones;
  for (const Returning& one : result.returning) stones.push_back(one.stone);
  document.apply(std::move(result.changes), {}, {}, {CauseKind::import}, stones);
}

}  // namespace inroad::app
