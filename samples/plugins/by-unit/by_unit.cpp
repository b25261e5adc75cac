// SPDX-License-Identifier: MIT
//
// A view: a column for each unit with its people below each other, and who reports to whom between
// them.
#include <inroad/plugin.hpp>

#include <map>
#include <vector>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class ByUnit : public sdk::View {
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    constexpr double gap = 14, between_columns = 60, heading = 34;
    const sdk::Map map = call.map();
    sdk::SceneBuilder scene(request);

    // By unit, in the account's order; those without one come last.
    std::map<std::uint32_t, std::vector<sdk::Person>> columns;
    for (const sdk::Person person : map.people())
      if (scene.is_shown(person)) {
        const auto unit = person.unit();
        columns[unit ? unit->index() : UINT32_MAX].push_back(person);
      }

    double x = 0;
    for (const auto& [unit, people] : columns) {
      double y = heading, width = 0;
      for (const sdk::Person person : people) {
        const msg::Size size = scene.size(person);
        scene.card(person, x + gap, y);
        y += size.height() + gap;
        width = std::max(width, size.width());
      }
      scene.region(unit == UINT32_MAX ? sdk::tr("No unit") : std::string(people[0].unit()->name()),
                   x, 0, width + 2 * gap, y);
      x += width + 2 * gap + between_columns;
    }
    for (const sdk::Tie tie : map.ties())
      if (tie.kind() == msg::TieKind::reports_to) scene.link(tie);
    if (columns.empty()) scene.remark(sdk::tr("There is nobody to draw."));
    return scene.finish();
  }
};
INROAD_PLUGIN(ByUnit)
