// SPDX-License-Identifier: MIT
//
// How laying out reporting lines compares with other programs doing it for the same people in the
// same run, how it grows, and what one move costs. The drawings are judged by the tests' checker,
// which shares nothing with the layout.
#include "trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>

#include "../plugins/support/drawing_check.h"
#include "child.h"
#include "layout/tidy_tree.h"
#include "layout/tree_lines.h"
#include "model/interchange.h"

namespace inroad::bench {
namespace {

namespace files = std::filesystem;
using layout::TidyTree;
using Parents = std::vector<int>;

constexpr layout::Size card{176, 78};
// dot is stopped when it has taken this many times as long as the layout here.
constexpr double dot_patience = 10'500;

double microseconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
      .count();
}

double median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[numbers.size() / 2];
}

// Managers have 2 to 18 reports, about 7; six in ten of those manage while people remain.
Parents make_company(std::size_t people) {
  std::mt19937 random(1);
  Parents parents{-1};
  std::vector<int> managers{0};
  for (std::size_t at = 0; parents.size() < people; ++at) {
    unsigned reports = 2;
    for (int throws = 0; throws < 4; ++throws) reports += random() % 4 + (random() % 16 == 0) * 2;
    for (unsigned i = 0; i < reports && parents.size() < people; ++i) {
      if (random() % 10 < 6) managers.push_back(static_cast<int>(parents.size()));
      parents.push_back(managers[at]);
    }
    if (at + 1 == managers.size()) managers.push_back(static_cast<int>(parents.size()) - 1);
  }
  return parents;
}

// The first reporting line of everybody; people without one are put below the first such person,
// as the other programs want one tree.
Parents read_company(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const Account account = read_interchange(text, path);
  std::map<Id, int> index;
  for (const auto& [id, person] : account.all<Person>())
    index.emplace(id, static_cast<int>(index.size()));
  Parents parents(index.size(), -1);
  for (const auto& [id, tie] : account.all<Tie>())
    if (tie.kind == TieKind::reports_to && parents[index.at(tie.from)] < 0)
      parents[index.at(tie.from)] = index.at(tie.to);
  const auto root = std::find(parents.begin(), parents.end(), -1);
  for (auto at = root; at != parents.end(); ++at)
    if (*at < 0 && at != root) *at = static_cast<int>(root - parents.begin());
  return parents;
}

struct Result {
  double layout = 0, move = 0;  // microseconds
  layout::Size size;
  std::size_t overlaps = 0, crossings = 0;
  std::optional<double> d3, d3_to_layout, dot;
  bool is_dot_stopped = false;
};

void judge(const Parents& parents, const layout::PlacedTrees& placed, Result& result) {
  std::vector<drawing_check::Card> cards;
  std::vector<drawing_check::Line> lines;
  const auto box = [&](std::size_t i) {
    return layout::Box{placed.nodes[i].corner.x, placed.nodes[i].corner.y, card.width, card.height};
  };
  for (std::size_t i = 0; i < parents.size(); ++i) {
    cards.push_back({box(i).x, box(i).y, card.width, card.height});
    if (parents[i] < 0) continue;
    const auto manager = static_cast<std::size_t>(parents[i]);
    std::vector<layout::Point> points;
    append_tree_line(box(i), box(manager), placed.nodes[i].hang, points);
    drawing_check::Line line{manager, i, manager, {}};
    for (const layout::Point& point : points) line.points.push_back({point.x, point.y});
    lines.push_back(std::move(line));
  }
  result.overlaps = drawing_check::overlapping_cards(cards);
  result.crossings =
      drawing_check::meeting_lines(lines) + drawing_check::lines_through_cards(lines, cards);
}

double time_layout(const Parents& parents) {
  const std::vector<layout::Size> boxes(parents.size(), card);
  std::vector<double> taken;
  for (double sum = 0; taken.size() < 9 || (sum < 3e5 && taken.size() < 1000);
       sum += taken.back()) {
    std::optional<TidyTree> tree;
    taken.push_back(microseconds_of([&] {
      tree.emplace(layout::TreePeople{parents, boxes});
      if (tree->place().nodes.empty()) throw std::logic_error("nobody was placed");
    }));
  }
  return median(taken);
}

void judge_and_move(const Parents& parents, Result& result) {
  const std::vector<layout::Size> boxes(parents.size(), card);
  TidyTree tree({parents, boxes});
  result.size = tree.size(0);
  judge(parents, tree.place(), result);

  // One person goes to another manager; ready when it is known how large all is and where he
  // stands.
  std::mt19937 random(2);
  std::vector<double> moves;
  double sum = 0;
  while (moves.size() < 500) {
    const auto person = static_cast<std::uint32_t>(random() % parents.size());
    const auto manager = static_cast<int>(random() % parents.size());
    bool is_below = false;
    for (int at = manager; at >= 0; at = parents[at]) is_below |= at == static_cast<int>(person);
    if (is_below) continue;
    const int before = parents[person];
    moves.push_back(microseconds_of([&] {
      tree.move(person, manager);
      sum += tree.size(0).width + tree.box(person).x;
    }));
    tree.move(person, before);
  }
  if (!std::isfinite(sum)) throw std::logic_error("a place is not finite");
  result.move = median(moves);
}

// In turn, as the machine is not the same from one second to the next.
void time_beside_d3(const Parents& parents, const std::string& list, Result& result) {
  std::vector<double> own, d3, ratios;
  for (int turn = 0; turn < 3; ++turn) {
    own.push_back(time_layout(parents));
    const auto peer = run_child({"node", std::string(PEER_FOLDER) + "/peer_d3.mjs", list});
    if (!peer || !peer->contains("layout")) continue;
    d3.push_back(peer->at("layout"));
    ratios.push_back(d3.back() / own.back());
  }
  result.layout = median(own);
  if (ratios.empty()) return;
  result.d3 = median(d3);
  result.d3_to_layout = median(ratios);
}

void time_layouts(const Parents& parents, Result& result) {
  std::string folder = (files::current_path() / "bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder can be made here");
  struct Leftovers {
    std::string folder;
    ~Leftovers() { files::remove_all(folder); }
  } leftovers{folder};
  std::ofstream list(folder + "/managers"), dot(folder + "/tree.dot");
  dot << "digraph { node [shape=box, fixedsize=true, width=2.44, height=1.08, label=\"\"];\n";
  for (std::size_t i = 0; i < parents.size(); ++i) {
    list << parents[i] << '\n';
    if (parents[i] >= 0) dot << parents[i] << " -> " << i << ";\n";
  }
  dot << "}\n";
  list.close();
  dot.close();
  time_beside_d3(parents, folder + "/managers", result);
  const double patience = std::max(2.0, std::ceil(result.layout * dot_patience / 1e6));
  bool is_done = false;
  const double taken = microseconds_of([&] {
    is_done = run_child({"timeout", fmt::format("{:.0f}", patience), "dot", "-Tplain",
                         "-o" + folder + "/placed", folder + "/tree.dot"})
                  .has_value();
  });
  result.is_dot_stopped = !is_done && taken >= patience * 1e6;
  if (is_done || result.is_dot_stopped) result.dot = taken;
}

void line(const char* what, std::optional<double> value, const std::string& goal) {
  if (value)
    fmt::print("  {:44} {:10.2f}   {}\n", what, *value, goal);
  else
    fmt::print("  {:44} skipped: not installed\n", what);
}

std::string verdict(bool is_met, const std::string& goal) {
  return "goal " + goal + (is_met ? ": met" : ": SHORT");
}

void print(const std::string& title, const Result& result, bool is_judged) {
  fmt::print("\n{}\n", title);
  const double shape = result.size.width / result.size.height;
  line("width / height", shape, verdict(shape < 3 && shape > 1.0 / 3, "within 3:1"));
  const auto faults = static_cast<double>(result.overlaps + result.crossings);
  line("overlapping cards, crossings of lines", faults, verdict(faults == 0, "0"));
  const auto ratio = [](std::optional<double> other, double own) {
    return other ? std::optional(*other / own) : std::nullopt;
  };
  const auto at_least = [&](std::optional<double> value, double limit, const char* goal) {
    return is_judged && value ? verdict(*value >= limit, goal) : std::string();
  };
  const auto moved = ratio(result.d3, result.move);
  line("d3 stratify and tree / layout", result.d3_to_layout,
       at_least(result.d3_to_layout, 10, ">= 10 (hoped 25)"));
  line("d3 stratify and tree / one person moved", moved, at_least(moved, 50, ">= 50 (hoped 200)"));
  const auto dot = ratio(result.dot, result.layout);
  line(result.is_dot_stopped ? "dot, stopped, / layout: more than" : "dot, whole, / layout", dot,
       at_least(dot, 10'000, ">= 10000"));
  std::fflush(stdout);
}

}  // namespace

void tree_bench(const std::vector<std::string>& arguments) {
  fmt::print(
      "Layout: from a list of managers to the place of everybody, medians. d3: the same, in its "
      "own\n"
      "process and warmed up, in turn with ours, found through NODE_PATH; every level on one\n"
      "line. dot: the whole program, cards of one size; it is stopped when it takes too long.\n"
      "Moved: one person to any other manager.\n");
  if (!arguments.empty()) {
    Result result;
    const Parents parents = read_company(arguments[0]);
    judge_and_move(parents, result);
    time_layouts(parents, result);
    return print(fmt::format("{}, {} people", arguments[0], parents.size()), result, true);
  }
  std::vector<double> sizes, times;
  for (const std::size_t people : {100, 1000, 10000, 100000}) {
    Result result;
    const Parents parents = make_company(people);
    judge_and_move(parents, result);
    time_layouts(parents, result);
    print(fmt::format("{} people", people), result, people == 100000);
    sizes.push_back(std::log(static_cast<double>(people)));
    times.push_back(std::log(result.layout));
  }
  // The slope of the straight line through the logarithms.
  double size_mean = 0, time_mean = 0, product = 0, square = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    size_mean += sizes[i] / static_cast<double>(sizes.size());
    time_mean += times[i] / static_cast<double>(sizes.size());
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    product += (sizes[i] - size_mean) * (times[i] - time_mean);
    square += (sizes[i] - size_mean) * (sizes[i] - size_mean);
  }
  const double growth = product / square;
  fmt::print("\n");
  line("growth: time as the number of people to the", growth, verdict(growth <= 1.15, "<= 1.15"));
}

}  // namespace inroad::bench
