// SPDX-License-Identifier: MIT
//
// From the case to the finished Advice, part by part. One call, one thread; numbers come from the
// engine, words from sentences.h. Parts not asked for are neither worked out nor filled in.
#pragma once
#include <inroad/messages/advice_generated.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "askers.h"
#include "case.h"
#include "engine/coalition.h"
#include "engine/reach.h"
#include "engine/routes.h"

namespace inroad::carriers {

class AdviceMaker {
 public:
  AdviceMaker(const msg::Snapshot& snapshot, const msg::AdviceRequest& request);

  /// `progress` is told the share that is done, 0..1.
  msg::AdviceT make(const std::function<void(double)>& progress);

 private:
  bool wants(msg::AdvicePart part) const;
  bool wants_only_routes() const;
  ReachOptions options() const;
  /// For what stands beside the main numbers: less effort, and none to be exact beside a sample.
  ReachOptions side_options() const;
  bool refuse();
  void work_out_reach();
  /// What the list goes by: what a speaker reaches or, where only routes are asked for, his best.
  std::vector<double> values();
  void rank_speakers();

  // carrier_list.cpp
  void add_carriers();
  void add_reach(msg::CarrierT& carrier) const;
  void add_routes(msg::CarrierT& carrier, const std::vector<Route>& routes) const;
  void explain(msg::CarrierT& carrier, const Speaker& speaker, const std::vector<Route>& routes);
  void add_lift(msg::CarrierT& carrier, const Speaker& speaker) const;
  void explain_leader();
  void add_stability();

  // risk_list.cpp
  void study_ties();
  void add_exposure();
  void add_speaker_risks(msg::CarrierT& carrier, const std::vector<Route>& routes) const;
  void add_leader_risks();
  void add_counter();
  void add_decider_risks();
  void add_barred();

  // dissent.cpp
  void add_dissent();

  void add_coalition();
  // question_list.cpp
  void add_questions();
  void add_asker(msg::QuestionT& question, const std::optional<Asker>& asker) const;

  const msg::Snapshot& snapshot_;
  const msg::AdviceRequest& request_;
  Case case_;
  Network network_;
  std::optional<Reach> reach_;  ///< none where only routes are asked for
  std::optional<RouteFinder> finder_;
  std::vector<int> ranked_;                         ///< speakers listed, best first
  std::vector<std::map<int, int>> opponents_near_;  ///< per person: by an influence or trust
  std::set<std::pair<int, int>> trusts_;            ///< who trusts whom
  msg::AdviceT advice_;
};

}  // namespace inroad::carriers
