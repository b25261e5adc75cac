// SPDX-License-Identifier: MIT
//
// What the tests of verification share: a small snapshot, packing, and spoiling one thing at a
// time.
#pragma once
#include <functional>

#include "calls.h"
#include "plugins/verify.h"

namespace inroad::plugins::test {

template <class Message, class Native>
std::vector<std::uint8_t> packed(const Native& native, const char* identifier) {
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(Message::Pack(builder, &native), identifier);
  return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
}

// Four people in a row, 0-1-2-3, joined by ties 0 (0 to 1), 1 (2 to 1) and 2 (2 to 3); one unit,
// two claims.
class SmallSnapshot {
 public:
  SmallSnapshot() {
    msg::SnapshotT snapshot;
    for (int i = 0; i < 4; ++i) snapshot.people.push_back(std::make_unique<msg::PersonT>());
    for (int i = 0; i < 2; ++i) snapshot.claims.push_back(std::make_unique<msg::ClaimT>());
    snapshot.units.push_back(std::make_unique<msg::UnitT>());
    snapshot.ties = std::make_unique<msg::TiesT>();
    snapshot.ties->ends = {{0, 1, msg::TieKind::influences},
                           {2, 1, msg::TieKind::reports_to},
                           {2, 3, msg::TieKind::influences}};
    bytes_ = packed<msg::Snapshot>(snapshot, msg::SnapshotIdentifier());
  }
  const msg::Snapshot& root() const { return *msg::GetSnapshot(bytes_.data()); }

 private:
  std::vector<std::uint8_t> bytes_;
};

// One way to spoil a good answer, and a part of the sentence it must cost.
template <class Native>
struct Spoiled {
  std::function<void(Native&)> spoil;
  const char* sentence;
};

// The sentence of the Error(plugin) that verifying must throw.
inline std::string sentence_of(const std::function<void()>& verify) {
  try {
    verify();
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::plugin);
    CHECK(error.where == "views/wicked");
    return error.what();
  }
  return "it was accepted";
}

// Every cut and, byte by byte, every change of a good message: accepted or refused, never a crash;
// the sanitizers watch what verifying reads.
inline void check_survives_damage(const std::vector<std::uint8_t>& good,
                                  const std::function<void(Bytes)>& verify) {
  std::size_t refused = 0;
  const auto attempt = [&](Bytes bytes) {
    try {
      verify(bytes);
    } catch (const Error&) {
      ++refused;
    }
  };
  for (std::size_t size = 0; size < good.size(); ++size) {
    // A copy of exactly this size, so that reading beyond it is seen.
    const std::vector<std::uint8_t> cut(good.begin(),
                                        good.begin() + static_cast<std::ptrdiff_t>(size));
    attempt(cut);
  }
  CHECK(refused > good.size() / 2);
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const int change : {1, 0x80, 0xFF}) {
      std::vector<std::uint8_t> bytes = good;
      bytes[i] = static_cast<std::uint8_t>(bytes[i] ^ change);
      attempt(bytes);
    }
}

}  // namespace inroad::plugins::test
