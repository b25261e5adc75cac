// SPDX-License-Identifier: MIT
//
// A fresh graph and context each call; the layout library is linked directly, so that no
// configuration file on the user's machine is asked for.
#include "dot_order.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace inroad::views {
namespace {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

// cgraph takes its strings without const and copies them.
void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()),
            const_cast<char*>(""));
}

Agnode_t* add_node(Agraph_t* graph, const std::string& name) {
  Agnode_t* node = agnode(graph, const_cast<char*>(name.c_str()), 1);
  set(node, "label", "");
  return node;
}

// One subgraph a row holds its cards level. A chain of tiny anchors, one a row, keeps the rows in
// order; it is a part of its own and stands aside.
std::vector<Agnode_t*> add_rows(Agraph_t* graph, const layout::Rows& rows, std::size_t card_count) {
  std::vector<Agnode_t*> nodes(card_count, nullptr);
  Agnode_t* before = nullptr;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Agraph_t* row = agsubg(graph, const_cast<char*>(("r" + std::to_string(r)).c_str()), 1);
    set(row, "rank", "same");
    Agnode_t* anchor = add_node(graph, "a" + std::to_string(r));
    agsubnode(row, anchor, 1);
    if (before != nullptr) agedge(graph, before, anchor, nullptr, 1);
    before = anchor;
    for (const std::uint32_t card : rows[r]) {
      nodes[card] = add_node(graph, "n" + std::to_string(card));
      agsubnode(row, nodes[card], 1);
    }
  }
  return nodes;
}

void add_pulls(Agraph_t* graph, const layout::Rows& rows, std::span<const layout::Pull> pulls,
               const std::vector<Agnode_t*>& nodes) {
  std::vector<std::size_t> row_of(nodes.size());
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (const std::uint32_t card : rows[r]) row_of[card] = r;
  for (const layout::Pull& pull : pulls) {
    if (nodes[pull.a] == nullptr || nodes[pull.b] == nullptr) continue;
    // Edges within a row would fix who stands left of whom.
    if (row_of[pull.a] == row_of[pull.b]) continue;
    const bool is_down = row_of[pull.a] < row_of[pull.b];
    Agedge_t* edge = agedge(graph, nodes[is_down ? pull.a : pull.b],
                            nodes[is_down ? pull.b : pull.a], nullptr, 1);
    set(edge, "weight", std::to_string(std::max(1l, std::lround(pull.weight * 4))));
  }
}

}  // namespace

bool order_by_dot(layout::Rows& rows, std::size_t card_count, std::span<const layout::Pull> pulls) {
  lt_symlist_t libraries[] = {
      {const_cast<char*>("gvplugin_dot_layout_LTX_library"), &gvplugin_dot_layout_LTX_library},
      {nullptr, nullptr}};
  const std::unique_ptr<GVC_t, FreeContext> context(gvContextPlugins(libraries, 0));
  const std::unique_ptr<Agraph_t, CloseGraph> graph(
      agopen(const_cast<char*>("map"), Agstrictdirected, nullptr));
  if (!context || !graph) return false;
  agseterr(AGMAX);                 // no chatter; what matters is the return value
  set(graph.get(), "phase", "2");  // ranks and orders; we settle the places ourselves
  const std::vector<Agnode_t*> nodes = add_rows(graph.get(), rows, card_count);
  add_pulls(graph.get(), rows, pulls, nodes);

  if (gvLayout(context.get(), graph.get(), "dot") != 0) return false;
  std::vector<int> order(card_count);
  for (std::size_t card = 0; card < card_count; ++card)
    if (nodes[card] != nullptr) order[card] = ND_order(nodes[card]);
  gvFreeLayout(context.get(), graph.get());
  for (auto& row : rows)
    std::stable_sort(row.begin(), row.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return order[a] < order[b]; });
  return true;
}

}  // namespace inroad::views
