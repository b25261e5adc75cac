// SPDX-License-Identifier: MIT
//
// What must hold whenever a map is edited, whatever the numbers are: checked over very many edits.
#include <algorithm>
#include <numeric>
#include <set>

#include "engine/reach.h"
#include "engine/routes.h"
#include "proof.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::Dice;
using testing::Proof;

constexpr double noise = 1e-12;

// A map under edit and what the advisor says about it.
class Edited {
 public:
  Edited(Proof& proof, const Network& network, std::uint64_t seed)
      : proof_(proof),
        dice_(seed),
        network_(network),
        reach_(Reach::compute(network_, {})),
        sets_(chances_of_sets(reach_)) {}

  void edit() {
    switch (dice_.below(6)) {
      case 0:
        return strengthen_tie();
      case 1:
        return strengthen_person();
      case 2:
        return turn_away();
      case 3:
        return remove_what_never_matters();
      case 4:
        return rename();
      default:
        return look();
    }
  }

 private:
  // Everybody's chance to get through, and that of some sets of them with access and voice.
  struct Chances {
    std::vector<double> reach, sets;
  };

  Chances chances_of_sets(const Reach& reach) const {
    Chances chances{reach.reach(), {}};
    const int count = static_cast<int>(network_.speakers.size());
    for (int i = 0; i < count; ++i) chances.sets.push_back(reach.with({i, (i + 1) % count}).reach);
    return chances;
  }

  // Takes the edited network over; no number may move against `sign` (0: none may move).
  void take(const char* what, Network edited, int sign, int but = -1) {
    network_ = std::move(edited);
    reach_ = Reach::compute(network_, {});
    const Chances after = chances_of_sets(reach_);
    const auto compare = [&](double before, double now) {
      if (sign == 0) return proof_.equal(what, now, before);
      proof_.holds(what, sign * (now - before) >= -noise);
    };
    for (const auto& speaker : network_.speakers)
      if (speaker.person != but) compare(sets_.reach[speaker.person], after.reach[speaker.person]);
    for (std::size_t i = 0; i < after.sets.size(); ++i) compare(sets_.sets[i], after.sets[i]);
    sets_ = after;
  }

  void strengthen_tie() {
    Network edited = network_;
    if (edited.arcs.empty()) return;
    double& chance = edited.arcs[dice_.below(static_cast<int>(edited.arcs.size()))].p;
    chance += (1 - chance) * dice_.share();
    take("a stronger tie lowers nothing", std::move(edited), 1);
  }

  void strengthen_person() {
    Network edited = network_;
    double& relay = edited.relay[dice_.below(edited.people)];
    relay += (1 - relay) * dice_.share();
    if (!edited.speakers.empty()) {
      double& voice = edited.speakers[dice_.below(static_cast<int>(edited.speakers.size()))].voice;
      voice += (1 - voice) * dice_.share();
    }
    take("a better attitude lowers nothing", std::move(edited), 1);
  }

  // An opponent neither speaks for us nor passes on; what others had by him is lost.
  void turn_away() {
    Network edited = network_;
    if (edited.speakers.empty()) return;
    auto& speaker = edited.speakers[dice_.below(static_cast<int>(edited.speakers.size()))];
    speaker.voice = 0;
    edited.relay[speaker.person] = 0;
    const int person = speaker.person;
    take("an opponent more raises nothing", std::move(edited), -1, person);
  }

  void remove_what_never_matters() {
    std::vector<char> matters(network_.arcs.size(), 0);
    for (const auto& speaker : network_.speakers) {
      const auto slopes = reach_.slopes(speaker.person);
      for (std::size_t k = 0; k < matters.size(); ++k)
        matters[k] = matters[k] != 0 || slopes.arc[k] != 0 ? 1 : 0;
    }
    // A tie that brings nobody a majority alone may still bring it to two together.
    if (!reach_.is_submodular()) return;
    // One at a time: of two ways that are both sure, neither matters until the other is gone.
    const auto idle = std::find(matters.begin(), matters.end(), 0);
    if (idle == matters.end()) return;
    Network edited = network_;
    edited.arcs.erase(edited.arcs.begin() + (idle - matters.begin()));
    take("a tie of no account changes nothing", std::move(edited), 0);
  }

  void rename() {
    std::vector<int> name(static_cast<std::size_t>(network_.people));
    std::iota(name.begin(), name.end(), 0);
    for (std::size_t i = name.size(); i > 1; --i)
      std::swap(name[i - 1], name[dice_.below(static_cast<int>(i))]);
    Network edited = network_;
    for (auto& arc : edited.arcs) arc = {name[arc.from], name[arc.to], arc.p, arc.tie};
    for (auto& speaker : edited.speakers) speaker.person = name[speaker.person];
    for (auto& target : edited.targets) target = name[target];
    for (std::size_t i = 0; i < name.size(); ++i) edited.relay[name[i]] = network_.relay[i];
    if (!edited.arcs.empty()) std::swap(edited.arcs.front(), edited.arcs.back());
    auto renamed = sets_.reach;
    for (std::size_t i = 0; i < name.size(); ++i) renamed[name[i]] = sets_.reach[i];
    sets_.reach = renamed;
    take("another name changes no number", std::move(edited), 0);
  }

  // No edit: what holds of the map as it stands.
  void look() {
    if (network_.speakers.size() < 2) return;
    const int count = static_cast<int>(network_.speakers.size());
    const int a = dice_.below(count), b = (a + 1 + dice_.below(count - 1)) % count;
    if (reach_.is_submodular()) {
      const auto with_a = reach_.with({a}), with_both = reach_.with({a, b});
      for (int c = 0; c < count; ++c)
        if (c != a && c != b)
          proof_.holds("one more helps less the more there are",
                       with_both.gain[c] <= with_a.gain[c] + noise);
    }
    if (network_.targets.size() > 1) return;
    const Speaker whole{network_.speakers[a].person, 1, 1};
    const double reach = sets_.reach[whole.person];
    const auto routes = RouteFinder(network_).best(whole, 4);
    proof_.holds("the routes together are no more than reach",
                 chance_of_any(routes) <= reach + noise);
    double lost_at_once = 1, lost_at_last = 1;
    for (const auto& arc : network_.arcs) {
      if (arc.from == whole.person) lost_at_once *= 1 - arc.p;
      if (arc.to == network_.targets[0]) lost_at_last *= 1 - arc.p;
    }
    proof_.holds("reach is no more than any cut lets through",
                 reach <= 1 - std::max(lost_at_once, lost_at_last) + noise);
  }

  // P(one of the routes is open), by inclusion and exclusion.
  double chance_of_any(const std::vector<Route>& routes) const {
    double result = 0;
    for (std::uint32_t some = 1; some < 1u << routes.size(); ++some) {
      std::set<int> arcs, passing;
      int count = 0;
      for (std::size_t k = 0; k < routes.size(); ++k) {
        if (((some >> k) & 1u) == 0) continue;
        ++count;
        arcs.insert(routes[k].arcs.begin(), routes[k].arcs.end());
        passing.insert(routes[k].people.begin() + 1, routes[k].people.end() - 1);
      }
      double chance = count % 2 == 1 ? 1 : -1;
      for (const int arc : arcs) chance *= network_.arcs[arc].p;
      for (const int person : passing) chance *= network_.relay[person];
      result += chance;
    }
    return result;
  }

  Proof& proof_;
  Dice dice_;
  Network network_;
  Reach reach_;
  Chances sets_;
};

}  // namespace

TEST_CASE("edits move the advice only the way they must") {
  constexpr int edits_each = 20;
  Proof proof;
  for (int seed = 1; seed <= test::rounds(800, 500'000); ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    proof.begin("seed " + std::to_string(seed));
    Edited edited(proof, testing::random_pair(number, seed % 5 == 0 ? 3 : 1).network, number);
    for (int i = 0; i < edits_each; ++i) edited.edit();
  }
  proof.conclude();
}

}  // namespace inroad::carriers
