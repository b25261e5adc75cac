// SPDX-License-Identifier: MIT
#include "plugins/json_wire.h"

#include <flatbuffers/idl.h>
#include <fmt/format.h>
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/call_generated.h>
#include <inroad/messages/changes_generated.h>
#include <inroad/messages/findings_generated.h>

#include <list>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "plugins/message_schemas.h"

namespace inroad::plugins {

namespace {

struct AnswerForm {
  const char* message;  // nullptr: a file
  const char* identifier;
};

AnswerForm answer_form(msg::Ask ask) {
  switch (ask) {
    case msg::Ask::ViewRequest:
      return {"Scene", msg::SceneIdentifier()};
    case msg::Ask::AdviceRequest:
      return {"Advice", msg::AdviceIdentifier()};
    case msg::Ask::AnnotationRequest:
      return {"Annotations", msg::AnnotationsIdentifier()};
    case msg::Ask::ImportRequest:
      return {"Changes", msg::ChangesIdentifier()};
    case msg::Ask::CheckRequest:
      return {"Findings", msg::FindingsIdentifier()};
    case msg::Ask::ExportRequest:
    case msg::Ask::NONE:
      break;
  }
  return {};
}

const char* message_in(std::uint32_t input_kind) {
  switch (input_kind) {
    case INROAD_INPUT_REQUEST:
      return "Request";
    case INROAD_INPUT_SNAPSHOT:
      return "Snapshot";
    case INROAD_INPUT_SCENE:
      return "Scene";
    case INROAD_INPUT_ADVICE:
      return "Advice";
    default:
      return nullptr;
  }
}

// What the text writer leaves undone: JSON has no word for a number that is none (it becomes null),
// and no control characters within texts.
void make_strict(std::string& json) {
  bool is_in_text = false;
  std::size_t done = 0;
  std::string out;
  const auto replace = [&](std::size_t from, std::size_t to, std::string_view by) {
    out.append(json, done, from - done).append(by);
    done = to;
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '\\' && is_in_text) {
      ++i;
    } else if (c == '"') {
      is_in_text = !is_in_text;
    } else if (is_in_text && static_cast<unsigned char>(c) < 0x20) {
      replace(i, i + 1, fmt::format("\\u{:04x}", int{c}));
    } else if (!is_in_text && c == 'n' && json.compare(i, 3, "nan") == 0) {
      replace(i > 0 && json[i - 1] == '-' ? i - 1 : i, i + 3, "null");
      i += 2;
    }
  }
  if (done > 0) json = out.append(json, done);
}

using Json = nlohmann::ordered_json;

// The parser wants of a struct every field, in the schema's order. Whoever writes JSON knows
// neither structs nor an order of keys, so both are given here: what is left out is 0.
void complete(Json& value, const flatbuffers::Type& type) {
  if (type.base_type == flatbuffers::BASE_TYPE_VECTOR && value.is_array()) {
    const flatbuffers::Type entry = type.VectorType();
    if (entry.base_type == flatbuffers::BASE_TYPE_STRUCT)
      for (Json& each : value) complete(each, entry);
  } else if (type.base_type == flatbuffers::BASE_TYPE_STRUCT && value.is_object()) {
    Json ordered = Json::object();
    for (const flatbuffers::FieldDef* field : type.struct_def->fields.vec) {
      const auto found = value.find(field->name);
      if (found != value.end()) {
        complete(*found, field->value.type);
        ordered[field->name] = std::move(*found);
      } else if (type.struct_def->fixed) {
        ordered[field->name] = 0;
      }
    }
    value = std::move(ordered);
  }
}

class Translator {
 public:
  Translator() : parser_(options()) {
    if (!parser_.Parse(message_schemas)) throw std::logic_error(parser_.error_);
  }

  std::string to_json(const char* message, const void* bytes) {
    use(message);
    std::string text;
    if (!flatbuffers::GenerateText(parser_, bytes, &text))
      throw std::runtime_error(std::string("the message ") + message + " is not text");
    make_strict(text);
    return text;
  }

  // Throws std::runtime_error with place and reason.
  std::vector<std::uint8_t> from_json(const AnswerForm& form, std::span<const std::uint8_t> json) {
    use(form.message);
    parser_.file_identifier_ = form.identifier;
    Json answer;
    try {
      answer = Json::parse(json.begin(), json.end());
    } catch (const Json::exception& error) {
      throw std::runtime_error(error.what());
    }
    flatbuffers::Type root(flatbuffers::BASE_TYPE_STRUCT, parser_.root_struct_def_);
    complete(answer, root);
    if (!parser_.ParseJson(answer.dump().c_str())) throw std::runtime_error(parser_.error_);
    const std::uint8_t* start = parser_.builder_.GetBufferPointer();
    return {start, start + parser_.builder_.GetSize()};
  }

 private:
  // Everything that stands in a message, defaults too: whoever reads JSON knows no defaults. What a
  // plugin answers beyond the schemas is passed over.
  static flatbuffers::IDLOptions options() {
    flatbuffers::IDLOptions options;
    options.strict_json = true;
    options.indent_step = -1;
    options.natural_utf8 = true;
    options.output_default_scalars_in_json = true;
    options.skip_unexpected_fields_in_json = true;
    return options;
  }
  void use(const char* message) {
    if (!parser_.SetRootType((std::string("inroad.msg.") + message).c_str()))
      throw std::logic_error(std::string("no message ") + message);
  }

  flatbuffers::Parser parser_;
};

// Schemas are parsed once a process; a process runs one call at a time.
Translator& translator() {
  static Translator one;
  return one;
}

class AnswerSink : public RunSink {
 public:
  AnswerSink(RunSink& sink, AnswerForm form) : sink_(sink), form_(form) {}

  void keep_answer(std::span<const std::uint8_t> bytes) override {
    if (form_.message == nullptr) return sink_.keep_answer(bytes);
    try {
      sink_.keep_answer(translator().from_json(form_, bytes));
    } catch (const std::runtime_error& error) {
      sink_.log(INROAD_LOG_WARNING, error.what());
      has_bad_json = true;
    }
  }
  void progress(double share) override { sink_.progress(share); }
  bool is_cancelled() override { return sink_.is_cancelled(); }
  void log(std::uint32_t level, std::string_view line) override { sink_.log(level, line); }

  bool has_bad_json = false;

 private:
  RunSink& sink_;
  AnswerForm form_;
};

}  // namespace

RunResult run_json_plugin(const inroad_plugin& plugin, std::span<const inroad_input> inputs,
                          const std::string& bundle_folder, RunSink& sink) {
  AnswerForm form{};
  std::list<std::string> texts;
  std::vector<inroad_input> as_json(inputs.begin(), inputs.end());
  for (inroad_input& input : as_json) {
    const char* message = message_in(input.kind);
    if (message == nullptr) continue;
    if (input.kind == INROAD_INPUT_REQUEST)
      form = answer_form(flatbuffers::GetRoot<msg::Request>(input.bytes.data)->ask_type());
    const std::string& text = texts.emplace_back(translator().to_json(message, input.bytes.data));
    input.bytes = {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
  }
  AnswerSink answer(sink, form);
  RunResult result = run_plugin(plugin, as_json, bundle_folder, answer);
  if (answer.has_bad_json && result.end == RunResult::End::replied)
    result = {RunResult::End::fault, CallFault::not_json, {}, result.plugin_ms};
  return result;
}

}  // namespace inroad::plugins
