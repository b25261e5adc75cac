// SPDX-License-Identifier: MIT
//
// The least a view in C++ can be: a label.
#include <inroad/plugin.hpp>

class Alone : public inroad::sdk::View {
  inroad::msg::SceneT draw(const inroad::sdk::Call&, const inroad::msg::ViewRequest&) override {
    inroad::msg::SceneT scene;
    scene.width = scene.height = 200;
    auto label = std::make_unique<inroad::msg::LabelT>();
    label->text = "Drawn by a stranger";
    label->x = 10;
    label->y = 100;
    label->max_width = 180;
    label->anchor = inroad::msg::Anchor::start;
    label->role = inroad::msg::TextRole::heading;
    scene.labels.push_back(std::move(label));
    return scene;
  }
};
INROAD_PLUGIN(Alone)
