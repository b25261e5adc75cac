// SPDX-License-Identifier: MIT
//
// The snapshot as the networks of the advice: our case, who else hears of it, and the case against
// us. Persons are the snapshot's indexes; Arc::tie is the place in the snapshot's arcs, from which
// `tie_of` finds the tie. Keeps references to the snapshot.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/network.h"
#include "engine/questions.h"
#include "engine/stability.h"

namespace inroad::carriers {

class Case {
 public:
  Case(const msg::Snapshot& snapshot, const msg::AdviceRequest& request);

  /// Speakers are all who carry today, all who might once we know how they stand, and all who were
  /// asked for by name; the last two with voice 0.
  Network ours() const;
  /// Reaches the people held to be opponents; who decides passes nothing on.
  Network overheard() const;
  /// The opponents and the rivals speak, attitudes count the other way round.
  Network against_us() const;

  DrawWeights draw_weights(const Network& network) const;
  /// What may turn out otherwise about people and arcs of `ours`.
  std::vector<Uncertain> uncertain(const Network& network) const;

  int people() const { return people_; }
  bool has_standings() const { return has_standings_; }
  const std::vector<int>& deciders() const { return deciders_; }
  bool decides(int person) const { return is_decider_[person]; }
  msg::Attitude attitude(int person) const;
  bool is_unknown(int person) const;
  bool is_opponent(int person) const { return attitude(person) == msg::Attitude::opponent; }
  bool is_named(int person) const { return is_named_[person]; }
  bool is_restricted() const { return is_restricted_; }
  /// May carry today, and may do so in this call.
  bool carries(int person) const;
  /// Would carry but for an open conflict with somebody who decides: that tie.
  std::optional<int> barring_tie(int person) const;
  bool passes_on(int person) const { return standings_.may_pass_on()->Get(at(person)) != 0; }
  bool is_conditional(int person) const {
    return standings_.is_conditional()->Get(at(person)) != 0;
  }
  double access(int person) const { return standings_.access()->Get(at(person)); }
  double voice(int person) const { return standings_.voice()->Get(at(person)); }
  msg::Evidence attitude_level(int person) const;
  int attitude_claim(int person) const { return standings_.attitude_claim()->Get(at(person)); }
  /// From -1, against us, to 1: by the attitude held, weakened as it is evidenced.
  double opinion(int person) const;
  double table_voice(msg::Attitude attitude) const;
  double table_relay(msg::Attitude attitude) const;

  const msg::Arc& arc(const Arc& arc) const;
  int tie_of(const Arc& one) const { return static_cast<int>(arc(one).tie()); }
  msg::Evidence level_of(const Arc& arc) const;
  std::string name(int person) const;
  const msg::Snapshot& snapshot() const { return snapshot_; }

 private:
  static flatbuffers::uoffset_t at(int i) { return static_cast<flatbuffers::uoffset_t>(i); }
  double blended(int person, double held, double neutral) const;
  bool might_carry(int person) const;
  void add_arcs(Network& network, bool with_rivals) const;
  std::vector<int> places_of_ids() const;

  const msg::Snapshot& snapshot_;
  const msg::Standings& standings_;
  int people_ = 0;
  bool has_standings_ = false;
  bool is_restricted_ = false;
  std::vector<char> is_named_, is_decider_;
  std::vector<int> deciders_;
};

}  // namespace inroad::carriers
