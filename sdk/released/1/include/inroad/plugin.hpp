// SPDX-License-Identifier: MIT
//
// The C++ side of the border for plugin authors: derive from the kind you write, answer with the
// message's own struct, end your source with INROAD_PLUGIN(YourClass). Exceptions thrown inside
// become a `fail` with their text; none crosses the border.
//
//   class Map : public inroad::sdk::View {
//     inroad::msg::SceneT draw(const Call& call, const inroad::msg::ViewRequest& request) override;
//   };
//   INROAD_PLUGIN(Map)
#pragma once
#include <inroad/abi.h>
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/call_generated.h>
#include <inroad/messages/changes_generated.h>
#include <inroad/messages/findings_generated.h>
#include <inroad/answers.hpp>
#include <inroad/scene.hpp>
#include <inroad/words.hpp>

#include <exception>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::sdk {

using Bytes = std::span<const std::uint8_t>;

// The account has nothing this plugin can answer; the text is shown to the user as it stands.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One call: its inputs and what the host lends. Valid only while run() lasts; one thread.
class Call {
 public:
  Call(const inroad_host& host, const inroad_inputs& inputs) : host_(host), inputs_(inputs) {}

  // The bytes of an input, empty when the call has none of that kind.
  Bytes input(inroad_input_kind kind) const {
    for (std::uint32_t i = 0; i < inputs_.count; ++i)
      if (inputs_.items[i].kind == static_cast<std::uint32_t>(kind))
        return {inputs_.items[i].bytes.data, inputs_.items[i].bytes.size};
    return {};
  }

  const msg::Request& request() const { return root<msg::Request>(INROAD_INPUT_REQUEST); }
  const msg::Snapshot& snapshot() const { return root<msg::Snapshot>(INROAD_INPUT_SNAPSHOT); }
  Map map() const { return Map(snapshot()); }
  const msg::Scene& scene() const { return root<msg::Scene>(INROAD_INPUT_SCENE); }
  bool has_advice() const { return !input(INROAD_INPUT_ADVICE).empty(); }
  const msg::Advice& advice() const { return root<msg::Advice>(INROAD_INPUT_ADVICE); }

  void progress(double share) const { host_.progress(host_.context, share); }
  bool is_cancelled() const { return host_.cancelled(host_.context) != 0; }
  void log(std::string_view text) const {
    host_.log(host_.context, INROAD_LOG_INFO, text.data(), text.size());
  }
  std::string_view bundle_folder() const { return host_.bundle_folder; }

 private:
  template <class Message>
  const Message& root(inroad_input_kind kind) const {
    const Bytes bytes = input(kind);
    if (bytes.empty()) throw std::logic_error("the call lacks an input this plugin needs");
    return *flatbuffers::GetRoot<Message>(bytes.data());
  }

  const inroad_host& host_;
  const inroad_inputs& inputs_;
};

// What every kind shares: from the call to the finished answer's bytes.
class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual std::vector<std::uint8_t> answer(const Call& call) = 0;
};

namespace detail {
template <class Message, class Native>
std::vector<std::uint8_t> packed(const Native& answer, const char* identifier) {
  flatbuffers::FlatBufferBuilder builder(4096);
  builder.Finish(Message::Pack(builder, &answer), identifier);
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}
template <class Ask>
const Ask& ask(const Call& call) {
  const Ask* asked = call.request().ask_as<Ask>();
  if (asked == nullptr)
    throw std::logic_error("this plugin was asked for something it does not do");
  return *asked;
}
}  // namespace detail

// Draws the account: cards and links with their places.
class View : public Plugin {
 public:
  virtual msg::SceneT draw(const Call& call, const msg::ViewRequest& request) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return detail::packed<msg::Scene>(draw(call, detail::ask<msg::ViewRequest>(call)),
                                      msg::SceneIdentifier());
  }
};

// Says who can carry the case.
class Advisor : public Plugin {
 public:
  virtual msg::AdviceT advise(const Call& call, const msg::AdviceRequest& request) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return detail::packed<msg::Advice>(advise(call, detail::ask<msg::AdviceRequest>(call)),
                                       msg::AdviceIdentifier());
  }
};

// Derives values about people from what is believed, each with a reason.
class Annotator : public Plugin {
 public:
  virtual msg::AnnotationsT annotate(const Call& call, const msg::AnnotationRequest& request) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return detail::packed<msg::Annotations>(
        annotate(call, detail::ask<msg::AnnotationRequest>(call)), msg::AnnotationsIdentifier());
  }
};

// Says what is wrong, missing or worth a look in the map.
class Check : public Plugin {
 public:
  virtual msg::FindingsT check(const Call& call, const msg::CheckRequest& request) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return detail::packed<msg::Findings>(check(call, detail::ask<msg::CheckRequest>(call)),
                                         msg::FindingsIdentifier());
  }
};

// Reads a foreign file into proposed changes.
class Importer : public Plugin {
 public:
  virtual msg::ChangesT read(const Call& call, const msg::ImportRequest& request, Bytes file) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return detail::packed<msg::Changes>(
        read(call, detail::ask<msg::ImportRequest>(call), call.input(INROAD_INPUT_ATTACHMENT)),
        msg::ChangesIdentifier());
  }
};

// Writes a drawn scene into a file format; the answer is the file.
class Exporter : public Plugin {
 public:
  virtual std::vector<std::uint8_t> write(const Call& call, const msg::ExportRequest& request) = 0;
  std::vector<std::uint8_t> answer(const Call& call) final {
    return write(call, detail::ask<msg::ExportRequest>(call));
  }
};

namespace detail {
inline void fail(const inroad_host& host, std::string_view text) {
  host.fail(host.context, text.data(), text.size());
}
// The whole of run(): nothing thrown inside leaves it. A fresh plugin object answers each call, so
// that a warm process answers like a cold one.
template <class P>
std::int32_t run(const inroad_host* host, const inroad_inputs* inputs) noexcept {
  try {
    open_catalogue(host->bundle_folder);
    P plugin;
    const std::vector<std::uint8_t> bytes = plugin.answer(Call(*host, *inputs));
    host->reply(host->context, bytes.data(), bytes.size());
  } catch (const std::exception& error) {
    fail(*host, error.what());
  } catch (...) {
    fail(*host, "an exception of unknown type");
  }
  return 0;
}
}  // namespace detail
}  // namespace inroad::sdk

#define INROAD_PLUGIN(Class)                             \
  extern "C" {                                           \
  INROAD_DEFINE_PLUGIN(&inroad::sdk::detail::run<Class>) \
  }
