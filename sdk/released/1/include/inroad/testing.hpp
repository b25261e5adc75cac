// SPDX-License-Identifier: MIT
//
// For a plugin's own tests: a host that keeps what the plugin says, small accounts to ask about,
// and the built bundle loaded as the real host loads it, but in the test's own process, so that a
// debugger and sanitizers see everything. Needs the SDK and nothing else.
//
//   int main() {
//     Account account;
//     const auto boss = account.person("Wei Lan");
//     account.reports(account.person("Zhao Min"), boss);
//     Bundle bundle(INROAD_BUNDLE_FOLDER);
//     expect(bundle.draw(account).cards.size() == 2, "everybody is drawn");
//     return finish();
//   }
#pragma once
#include <dlfcn.h>
#include <inroad/plugin.hpp>

#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace inroad::sdk::testing {

inline int& failed_count() {
  static int count = 0;
  return count;
}
// what: the behaviour expected, as a sentence.
inline void expect(bool is_so, const std::string& what) {
  if (!is_so) ++failed_count();
  std::printf("%s: %s\n", is_so ? "ok" : "NOT SO", what.c_str());
}
inline int finish() { return failed_count() == 0 ? 0 : 1; }

// An account as the plugin will see it; whatever is not offered here is set in `snapshot`.
class Account {
 public:
  Account() {
    snapshot.account_id = snapshot.account_name = "A test";
    snapshot.as_of = snapshot.today = "2026-01-01";
    snapshot.profile = "team";
    snapshot.ties = std::make_unique<msg::TiesT>();
    snapshot.standings = std::make_unique<msg::StandingsT>();
  }

  std::uint32_t person(const std::string& name, msg::Attitude attitude = msg::Attitude::unknown) {
    auto one = std::make_unique<msg::PersonT>();
    const std::size_t index = snapshot.people.size();
    one->id = "p" + std::to_string(index);
    one->name = name;
    one->side = msg::Side::client;
    one->kind = msg::PersonKind::person;
    snapshot.people.push_back(std::move(one));
    const bool is_for_us =
        attitude == msg::Attitude::mentor || attitude == msg::Attitude::supporter;
    msg::StandingsT& all = *snapshot.standings;
    all.attitude.push_back(attitude);
    all.attitude_evidence.push_back(attitude == msg::Attitude::unknown ? 0 : 1);
    all.attitude_level.push_back(msg::Evidence::stated);
    all.attitude_claim.push_back(-1);
    all.voice.push_back(is_for_us ? 0.8 : 0);
    all.relay.push_back(0.5);
    all.access.push_back(1);
    all.is_conditional.push_back(false);
    all.may_carry.push_back(is_for_us);
    all.barred_by.push_back(-1);
    all.may_pass_on.push_back(true);
    return static_cast<std::uint32_t>(index);
  }

  // strength: 0..1, or nothing known.
  std::uint32_t tie(std::uint32_t from, std::uint32_t to, msg::TieKind kind,
                    double strength = NAN) {
    msg::TiesT& all = *snapshot.ties;
    const auto index = static_cast<std::uint32_t>(all.ends.size());
    all.ends.emplace_back(from, to, kind);
    all.id.push_back("t" + std::to_string(index));
    all.strength.push_back(strength);
    all.evidence.push_back(1);
    all.level.push_back(msg::Evidence::stated);
    all.conflict.push_back(kind == msg::TieKind::conflicts ? msg::Conflict::open
                                                           : msg::Conflict::unset);
    all.age_days.push_back(-1);
    return index;
  }
  std::uint32_t reports(std::uint32_t who, std::uint32_t to) {
    return tie(who, to, msg::TieKind::reports_to);
  }
  std::uint32_t influences(std::uint32_t who, std::uint32_t whom, double strength = 0.5) {
    const std::uint32_t index = tie(who, whom, msg::TieKind::influences, strength);
    snapshot.arcs.emplace_back(who, whom, index, msg::ArcReason::influence, false, strength,
                               strength, 1.0);
    return index;
  }
  // A judgement that holds.
  void claim(std::uint32_t person, const std::string& facet, const std::string& value,
             const std::string& date = "2025-12-01") {
    auto one = std::make_unique<msg::ClaimT>();
    one->id = "c" + std::to_string(snapshot.claims.size());
    one->person = static_cast<int>(person);
    one->facet = facet;
    one->value = value;
    one->date = date;
    one->aspect = msg::Aspect::now;
    one->evidence = msg::Evidence::stated;
    one->weight = 0.85;
    one->is_current = true;
    snapshot.claims.push_back(std::move(one));
  }
  void decides(std::uint32_t person) { snapshot.decision_makers.push_back(person); }

  msg::SnapshotT snapshot;
};

struct Reply {
  std::vector<std::uint8_t> bytes;
  std::string failure;  // the plugin's own sentence
  std::vector<std::string> log;
  int answers = 0;
};

// A message as its bytes; an owning struct as the message.
template <class Message>
std::vector<std::uint8_t> bytes_of(const typename Message::NativeTableType& native) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(Message::Pack(builder, &native));
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

// The bundle in `folder`. Whatever goes wrong is thrown with a sentence.
class Bundle {
 public:
  explicit Bundle(std::string folder) : folder_(std::move(folder)) {
    void* library = dlopen((folder_ + "/plugin.so").c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    const auto entry =
        reinterpret_cast<inroad_plugin_entry_function>(dlsym(library, INROAD_PLUGIN_ENTRY));
    if (entry == nullptr) throw std::runtime_error(folder_ + " has no " INROAD_PLUGIN_ENTRY);
    plugin_ = entry();
  }

  msg::SceneT draw(const Account& account, msg::ViewRequestT ask = {}) const {
    if (ask.sizes.empty()) ask.sizes.assign(account.snapshot.people.size(), msg::Size(176, 78));
    return answer<msg::Scene>(std::move(ask), account, msg::SceneIdentifier());
  }
  msg::AdviceT advise(const Account& account, msg::AdviceRequestT ask = {}) const {
    return answer<msg::Advice>(std::move(ask), account, msg::AdviceIdentifier());
  }
  msg::AnnotationsT annotate(const Account& account, msg::AnnotationRequestT ask = {}) const {
    return answer<msg::Annotations>(std::move(ask), account, msg::AnnotationsIdentifier());
  }
  msg::FindingsT check(const Account& account, msg::CheckRequestT ask = {}) const {
    return answer<msg::Findings>(std::move(ask), account, msg::FindingsIdentifier());
  }
  msg::ChangesT read(std::string_view file, msg::ImportRequestT ask = {}) const {
    if (ask.file_name.empty()) ask.file_name = "test";
    const std::vector<std::uint8_t> bytes(file.begin(), file.end());
    const auto request = request_of(std::move(ask));
    return unpacked<msg::Changes>(
        call({{INROAD_INPUT_REQUEST, &request}, {INROAD_INPUT_ATTACHMENT, &bytes}}),
        msg::ChangesIdentifier());
  }
  // The file's bytes.
  std::string write(const Account& account, const msg::SceneT& scene,
                    msg::ExportRequestT ask = {}) const {
    const auto request = request_of(std::move(ask));
    const auto drawn = bytes_of<msg::Scene>(scene);
    const auto map = bytes_of<msg::Snapshot>(account.snapshot);
    const Reply reply = call({{INROAD_INPUT_REQUEST, &request},
                              {INROAD_INPUT_SCENE, &drawn},
                              {INROAD_INPUT_SNAPSHOT, &map}});
    if (reply.answers != 1 || !reply.failure.empty()) throw std::runtime_error(reply.failure);
    return {reply.bytes.begin(), reply.bytes.end()};
  }

  // The bare call, with inputs of your own.
  using Input = std::pair<inroad_input_kind, const std::vector<std::uint8_t>*>;
  Reply call(const std::vector<Input>& inputs) const {
    std::vector<inroad_input> items;
    for (const auto& [kind, bytes] : inputs)
      items.push_back({static_cast<std::uint32_t>(kind), 0, {bytes->data(), bytes->size()}});
    const inroad_inputs all{sizeof all, static_cast<std::uint32_t>(items.size()), items.data()};
    Reply reply;
    const inroad_host host = host_for(reply);
    if (plugin_->run(&host, &all) != 0) throw std::runtime_error("run() reported a fault");
    return reply;
  }

 private:
  inroad_host host_for(Reply& reply) const {
    inroad_host host{};
    host.size = sizeof host;
    host.abi_version = INROAD_ABI_VERSION;
    host.context = &reply;
    host.reply = [](void* context, const std::uint8_t* data, std::uint64_t size) {
      auto& kept = *static_cast<Reply*>(context);
      kept.bytes.assign(data, data + size);
      ++kept.answers;
    };
    host.fail = [](void* context, const char* text, std::uint64_t size) {
      auto& kept = *static_cast<Reply*>(context);
      kept.failure.assign(text, size);
      ++kept.answers;
    };
    host.progress = [](void*, double) {};
    host.cancelled = [](void*) -> std::int32_t { return 0; };
    host.log = [](void* context, std::uint32_t, const char* text, std::uint64_t size) {
      static_cast<Reply*>(context)->log.emplace_back(text, size);
    };
    host.bundle_folder = folder_.c_str();
    return host;
  }

  template <class Asked>
  static std::vector<std::uint8_t> request_of(Asked ask) {
    msg::RequestT request;
    request.lang = "en";
    request.ask.Set(std::move(ask));
    return bytes_of<msg::Request>(request);
  }
  template <class Message, class Asked>
  typename Message::NativeTableType answer(Asked ask, const Account& account,
                                           const char* identifier) const {
    const auto request = request_of(std::move(ask));
    const auto map = bytes_of<msg::Snapshot>(account.snapshot);
    return unpacked<Message>(
        call({{INROAD_INPUT_REQUEST, &request}, {INROAD_INPUT_SNAPSHOT, &map}}), identifier);
  }
  template <class Message>
  static typename Message::NativeTableType unpacked(const Reply& reply, const char* identifier) {
    if (!reply.failure.empty()) throw std::runtime_error(reply.failure);
    if (reply.answers != 1) throw std::runtime_error("the plugin must answer exactly once");
    flatbuffers::Verifier verifier(reply.bytes.data(), reply.bytes.size());
    if (!verifier.VerifyBuffer<Message>(identifier))
      throw std::runtime_error("the answer is not the message asked for");
    typename Message::NativeTableType native;
    flatbuffers::GetRoot<Message>(reply.bytes.data())->UnPackTo(&native);
    return native;
  }

  std::string folder_;
  const inroad_plugin* plugin_ = nullptr;
};

}  // namespace inroad::sdk::testing
