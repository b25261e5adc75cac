// SPDX-License-Identifier: MIT
//
// The plugin processes serving the open account. Each bundle has one process per account and share
// profile: what a process saw it could repeat, so it never sees another account, another profile,
// or the same profile after it was changed; without a snapshot, not even the same bundle's next
// call. Thread-safe: calls to one process queue up.
#pragma once
#include <inroad/messages/call_generated.h>

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>

#include "app/timings.h"
#include "app/toolbox.h"
#include "model/snapshot.h"
#include "plugins/call.h"

namespace inroad::app {

class Calls {
 public:
  explicit Calls(const Toolbox& toolbox);
  ~Calls();

  const Toolbox& toolbox() const { return toolbox_; }

  // request: the packed Request message. more: scene, advice, attachment. Adds to timings.
  std::vector<std::uint8_t> call(const plugins::Bundle& bundle, const Snapshot* snapshot,
                                 const msg::RequestT& request, std::span<const plugins::Input> more,
                                 Timings& timings, const plugins::Watch& watch = {});

  // What verifying the bundle's answer gives. An answer that is refused counts as a failure of the
  // plugin, as a call that breaks off does: with the second in five minutes it is set aside, and
  // the error says so.
  template <class Verify>
  decltype(auto) judged(const plugins::Bundle& bundle, Verify verify) const {
    try {
      return verify();
    } catch (const Error& error) {
      blame(bundle, error);
      throw;
    }
  }

 private:
  // Throws the error that says that it is set aside now.
  void blame(const plugins::Bundle& bundle, const Error& error) const;

  struct Seat;  // by bundle and audience
  const Toolbox& toolbox_;
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Seat>> seats_;
};

}  // namespace inroad::app
