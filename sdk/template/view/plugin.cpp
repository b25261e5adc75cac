// @title@: everybody in rows, with who reports to whom.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::View {
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    constexpr int per_row = 6;
    constexpr double gap = 40;
    const sdk::Map map = call.map();
    sdk::SceneBuilder scene(request);

    int place = 0;
    for (const sdk::Person person : map.people()) {
      if (!scene.is_shown(person)) continue;
      const msg::Size size = scene.size(person);
      scene.card(person, place % per_row * (size.width() + gap),
                 place / per_row * (size.height() + gap));
      ++place;
    }
    for (const sdk::Tie tie : map.ties())
      if (tie.kind() == msg::TieKind::reports_to) scene.link(tie);

    scene.subtitle(sdk::tr("People drawn: {}", place));
    return scene.finish();
  }
};
INROAD_PLUGIN(@Class@)
