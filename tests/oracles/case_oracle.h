// SPDX-License-Identifier: MIT
//
// What the advice must say, by plain enumeration of every outcome of all tie and relay coins; the
// coins of access and voice are summed in closed form. Written from the definitions of the rules
// alone; knows nothing of the advisor. For small maps only: up to 16 people and about 20 coins, of
// whom (people not deciding) x (people deciding) is at most 20.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace inroad::oracle {

struct Tie {
  int from;
  int to;
  double chance;  ///< that a case told by `from` persuades `to`
};

struct Map {
  int people = 0;
  std::vector<Tie> ties;       ///< at most one for each ordered pair
  std::vector<double> relay;   ///< chance that a persuaded person passes it on
  std::vector<double> weight;  ///< access x voice of a person who may speak, else 0
  std::vector<int> deciders;   ///< more than half of them must hear it; none of them speaks
  std::vector<int> opponents;  ///< whom it should not reach
};

/// Every outcome, thrown once for several settings: maps that differ in their chances only. Given
/// are its chance in each setting and hears[i] = the people (bits) who hear it if i speaks. The
/// relay coin of a person who in this outcome hears from nobody or tells nobody is not thrown: it
/// makes no difference. Outcomes that no setting allows are left out.
using Visit =
    std::function<void(const std::vector<double>& chance, const std::vector<std::uint32_t>& hears)>;
void for_each_world(const std::vector<Map>& settings, const Visit& visit);

/// The numbers of one map.
class Answers {
 public:
  explicit Answers(const Map& map) : Answers(std::move(of({map}).front())) {}
  /// Of several settings, from one pass over the outcomes.
  static std::vector<Answers> of(const std::vector<Map>& settings);

  /// P(more than half of the deciders hear it | he speaks); 0 for a decider.
  double alone(int person) const { return set({person}, {1}); }
  /// P(this decider hears it | he speaks).
  double to(int decider, int person) const;
  /// P(more than half of the deciders hear it from those of the set who speak).
  double set(const std::vector<int>& members) const;
  /// P(an opponent hears it | he speaks), if those who decide pass nothing on.
  double exposed(int person) const { return exposed_[static_cast<std::size_t>(person)]; }

 private:
  explicit Answers(const Map& map, int);
  std::uint32_t heard_by(const std::vector<std::uint32_t>& hears) const;
  double set(const std::vector<int>& members, const std::vector<double>& weights) const;

  Map map_;
  std::vector<int> seat_;  ///< per person: his place among those who do not decide, else -1
  int seats_ = 0;
  /// Outcomes by who of the seats gets through to each decider (seats_ bits each), with chances.
  std::vector<std::pair<std::uint32_t, double>> outcomes_;
  std::vector<double> exposed_;
};

struct Way {
  std::vector<int> people;
  double value = 0;
};
/// All simple routes from a person to any decider, in the order of the rules; a person's id is his
/// index.
std::vector<Way> all_ways(const Map& map, int from);

/// One thing that may turn out in several ways: each a probability and the map as it then is.
struct Asked {
  struct Answer {
    double probability = 0;
    Map map;
  };
  std::vector<Answer> answers;
  int person = -1;  ///< who may be chosen only once the answer is known; -1 = nobody
};
struct Worth {
  double gain = 0;
  double changes_advice = 0;
  bool is_clear = true;  ///< one choice without the answer is better than all others
};
/// The whole decision: choose at most `size` people with a weight in `today`, before the answer or
/// after it.
Worth worth_of(const Map& today, const Asked& asked, int size);

/// Every set of 1..size people of weight > 0 in the map.
std::vector<std::vector<int>> sets_of(const Map& map, int size);

}  // namespace inroad::oracle
