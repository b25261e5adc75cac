// SPDX-License-Identifier: MIT
//
// A snapshot made by hand, with the numbers the host would have resolved, and the advice for it.
#pragma once
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/call_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <string>
#include <vector>

namespace inroad::carriers::testing {

using msg::Attitude;
using msg::Evidence;

class AccountBuilder {
 public:
  AccountBuilder();

  /// Ids are p0, p1, …; with evidence 1. Returns the index.
  int person(Attitude attitude, const std::string& name = {});
  int rival(const std::string& name);
  int placeholder();
  void decides(int person);
  void access(int person, double access);
  void weak(int person, double evidence, Evidence level = Evidence::hint);
  void bar(int person, int tie);
  /// An influence of the given strength and evidence; returns the tie's index.
  int influences(int from, int to, double strength, double evidence = 1,
                 Evidence level = Evidence::confirmed);
  int tie(int from, int to, msg::TieKind kind);

  /// The request is the last one's to change before.
  msg::AdviceRequestT request;
  msg::SnapshotT snapshot;

  msg::AdviceT advice() const;

 private:
  int add(Attitude attitude, const std::string& name, msg::Side side, msg::PersonKind kind);
  void resolve(int person);
};

const msg::CarrierT* carrier(const msg::AdviceT& advice, int person);
bool has_reason(const std::vector<std::unique_ptr<msg::ReasonT>>& list, const std::string& kind,
                int person = -1);

}  // namespace inroad::carriers::testing
