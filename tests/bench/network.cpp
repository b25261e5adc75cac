// SPDX-License-Identifier: MIT
//
// Ours in this process, layout and removal of overlaps, the best of three; the peers as whole
// processes, since that is how they are had. Dots of one size for all. Ratios only.
#include "network.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>

#include "child.h"
#include "layout/around.h"
#include "layout/crowd.h"
#include "layout/lattice.h"
#include "network_drawing.h"

namespace inroad::bench {
namespace {

namespace files = std::filesystem;
using layout::Aim;
using layout::Box;
using layout::Size;

struct Timed {
  Drawing drawing;
  double seconds = 0;
};

const layout::Tick kGoOn = [](double) { return true; };

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Timed ours(const Network& network, Aim aim) {
  Timed best{{}, 1e300};
  const std::vector<Size> sizes(network.people, {1, 1});
  for (int run = 0; run < 3; ++run) {
    std::vector<Box> boxes;
    const double seconds = seconds_of([&] {
      boxes =
          layout::place_crowd(layout::Network(network.people, network.links), sizes, aim, kGoOn);
    });
    best.seconds = std::min(best.seconds, seconds);
    best.drawing.clear();
    for (const Box& box : boxes) best.drawing.push_back({box.middle_x(), box.middle_y()});
  }
  return best;
}

// Nothing when the program is not installed or gives up.
std::optional<Timed> graphviz(const std::vector<std::string>& program, const Network& network,
                              const std::string& folder) {
  std::vector<std::string> command = program;
  const std::string out = folder + "/out.plain";
  command.insert(command.end(), {"-Goverlap=true", "-Tplain", "-o", out, folder + "/in.gv"});
  bool is_done = false;
  Timed peer;
  peer.seconds = seconds_of([&] { is_done = run_child(command).has_value(); });
  if (!is_done) return std::nullopt;
  peer.drawing = read_plain(out, network.people);
  return peer.drawing.empty() ? std::nullopt : std::optional(peer);
}

struct Folder {
  Folder() : path((files::current_path() / "network-XXXXXX").string()) {
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder can be made here");
  }
  ~Folder() { files::remove_all(path); }
  std::string path;
};

void print_quality(const char* who, const Network& network, const Drawing& drawing,
                   const std::string& speed) {
  const bool is_small = network.people <= 1000;
  fmt::print("  {:18} stress {:.4f}  overlaps {:6}  crossings {:>7}  {}\n", who,
             stress_of(network, drawing), overlaps_of(drawing),
             is_small ? std::to_string(crossings_of(network, drawing)) : "-", speed);
  std::fflush(stdout);
}

// sfdp_goal: how many times faster than it ours is to be; 0 = not asked.
double compare(const Network& network, double sfdp_goal) {
  const Folder folder;
  write_dot(network, folder.path + "/in.gv");
  fmt::print("\n{} people, {} influences\n", network.people, network.links.size());
  const Timed stress = ours(network, Aim::stress);
  std::optional<Timed> crossings;
  if (network.people <= layout::kMostForFewCrossings) crossings = ours(network, Aim::crossings);
  print_quality("ours, stress", network, stress.drawing, "");
  if (crossings) print_quality("ours, crossings", network, crossings->drawing, "");
  const auto speed = [&](const Timed& peer) {
    std::string text = fmt::format("takes {:.0f} x stress", peer.seconds / stress.seconds);
    if (crossings) text += fmt::format(", {:.0f} x crossings", peer.seconds / crossings->seconds);
    return text;
  };
  if (const auto sfdp = graphviz({"sfdp"}, network, folder.path))
    print_quality("sfdp", network, sfdp->drawing,
                  speed(*sfdp) + (sfdp_goal > 0 ? fmt::format(" (goal {:.0f} x)", sfdp_goal) : ""));
  else
    fmt::print("  sfdp skipped: Graphviz is not installed, or it gave up.\n");
  if (network.people > 1000) return stress.seconds;
  if (const auto neato = graphviz({"neato", "-Gmode=major"}, network, folder.path))
    print_quality("neato, major", network, neato->drawing, speed(*neato) + " (goal 20 x stress)");
  else
    fmt::print("  neato skipped: Graphviz is not installed, or it gave up.\n");
  return stress.seconds;
}

// Edges as "A -- B" or "A--B", people being numbers from 0: the file given to the peers before.
Network read_network(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("the file " + path + " cannot be read");
  Network network;
  for (std::string line; std::getline(file, line);) {
    std::uint32_t a = 0, b = 0;
    const int read = std::sscanf(line.c_str(), "%u -- %u", &a, &b);
    if (read >= 1) network.people = std::max<std::size_t>(network.people, std::max(a, b) + 1);
    if (read == 2 && a != b) network.links.push_back(std::minmax(a, b));
  }
  if (network.people == 0) throw std::runtime_error("there is no network in " + path);
  return network;
}

// The picture of up to some hundred people: cards on a lattice, links around them.
struct Picture {
  Drawing middles;
  std::size_t straight = 0, drawn = 0;  // crossings of straight links, and of the curves
};

std::size_t curve_crossings(const std::vector<std::vector<layout::Point>>& curves) {
  std::vector<std::vector<layout::Point>> lines;
  for (const auto& curve : curves) {
    std::vector<layout::Point> line{curve[0]};
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
      for (int step = 1; step <= 12; ++step) {
        const double t = step / 12.0, u = 1 - t;
        const double k[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        layout::Point at;
        for (std::size_t c = 0; c < 4; ++c)
          at = {at.x + k[c] * curve[i + c].x, at.y + k[c] * curve[i + c].y};
        line.push_back(at);
      }
    lines.push_back(std::move(line));
  }
  const auto turn = [](layout::Point p, layout::Point q, layout::Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      for (std::size_t s = 0; s + 1 < lines[i].size(); ++s)
        for (std::size_t t = 0; t + 1 < lines[j].size(); ++t) {
          const auto &a = lines[i][s], &b = lines[i][s + 1], &c = lines[j][t], &d = lines[j][t + 1];
          found += turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
        }
  return found;
}

Picture picture_of(const Network& network) {
  layout::LatticeTask task;
  task.card = {156, 46};
  task.gap = {36, 40};
  task.aspect = 1.55;
  task.group.assign(network.people, -1);
  task.is_central.assign(network.people, false);
  std::vector<layout::AroundLink> around;
  for (const auto& [a, b] : network.links) {
    task.links.push_back({a, b, 4, 1, false});
    around.push_back({a, b});
  }
  const auto start = layout::stress_by_pairs(layout::Network(network.people, network.links), kGoOn);
  Picture picture{layout::place_on_lattice(task, start, kGoOn)};
  std::vector<Box> boxes;
  for (const auto& middle : picture.middles)
    boxes.push_back({middle.x - 78, middle.y - 23, 156, 46});
  picture.straight = crossings_of(network, picture.middles);
  picture.drawn = curve_crossings(layout::route_around(boxes, around));
  return picture;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

// Medians over twenty networks of each size: our crossings as a share of each peer's.
void compare_pictures() {
  fmt::print(
      "\nSmall pictures: crossings of links, ours as a share of the peer's (straight lines; in\n"
      "brackets our curves, which keep off cards), medians of 20 networks. Goal: at most 1.\n");
  for (const std::size_t people : {12, 40, 80, 200}) {
    std::map<std::string, std::vector<double>> straight, drawn;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Network network = make_network(people, seed);
      const Folder folder;
      write_dot(network, folder.path + "/in.gv");
      const Picture picture = picture_of(network);
      const auto count = [&](const std::string& peer, const Drawing& drawing) {
        const double crossings = std::max(1.0, static_cast<double>(crossings_of(network, drawing)));
        straight[peer].push_back(static_cast<double>(picture.straight) / crossings);
        drawn[peer].push_back(static_cast<double>(picture.drawn) / crossings);
      };
      for (const char* program : {"sfdp", "neato"})
        if (const auto peer = graphviz({program}, network, folder.path))
          count(program, peer->drawing);
      if (run_child({"node", std::string(PEER_FOLDER) + "/peer_fcose.mjs", folder.path + "/in.gv",
                     folder.path + "/out.plain"}))
        if (const Drawing drawing = read_plain(folder.path + "/out.plain", people);
            !drawing.empty())
          count("fcose", drawing);
    }
    fmt::print("  {:3} people:", people);
    for (const char* peer : {"sfdp", "neato", "fcose"})
      if (straight[peer].empty())
        fmt::print("  {} skipped: not installed", peer);
      else
        fmt::print("  {} {:.2f} ({:.2f})", peer, median(straight[peer]), median(drawn[peer]));
    fmt::print("\n");
    std::fflush(stdout);
  }
}

}  // namespace

void network_bench(const std::vector<std::string>& arguments) {
  if (!arguments.empty()) {
    for (const std::string& file : arguments) compare(read_network(file), 0);
    return;
  }
  compare_pictures();
  std::optional<double> before;
  for (const auto& [people, goal] : {std::pair{1000, 4.0}, {10000, 20.0}, {100000, 50.0}}) {
    const double seconds = compare(make_network(static_cast<std::size_t>(people), 1), goal);
    if (before) fmt::print("  grown from the size before: x {:.1f}\n", seconds / *before);
    before = seconds;
  }
}

}  // namespace inroad::bench
