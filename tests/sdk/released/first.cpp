// SPDX-License-Identifier: MIT
//
// A view as it was written for SDK 1 and is never changed: cards in a row, a link for each tie, a
// word of the snapshot, an option it looks for. Built from the headers of that release.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class First : public sdk::View {
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const sdk::Map map = call.map();
    sdk::SceneBuilder scene(request);
    double x = 0;
    for (const sdk::Person person : map.people()) {
      scene.card(person, x, 0);
      x += scene.size(person).width() + 20;
    }
    for (const sdk::Tie tie : map.ties()) scene.link(tie);
    scene.label("Drawn with SDK 1 for " + std::string(map.account_name()), 0, -20, 400);
    call.progress(1);
    call.log("drawn");
    return scene.finish();
  }
};
INROAD_PLUGIN(First)
