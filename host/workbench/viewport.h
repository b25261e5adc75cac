// SPDX-License-Identifier: MIT
//
// Where the window looks at a scene: pan and zoom, in logical pixels a point. Plain arithmetic.
#pragma once
#include <algorithm>

namespace inroad::workbench {

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

class Viewport {
 public:
  static constexpr double smallest_scale = 0.02, largest_scale = 4;
  static constexpr double actual_size = 96.0 / 72;  // logical pixels a point at 100 %

  double scale() const { return scale_; }
  double to_scene_x(double x) const { return (x - shift_x_) / scale_; }
  double to_scene_y(double y) const { return (y - shift_y_) / scale_; }
  double to_window_x(double x) const { return x * scale_ + shift_x_; }
  double to_window_y(double y) const { return y * scale_ + shift_y_; }

  // The scene's part that a window of that size shows.
  Box seen(double width, double height) const {
    return {to_scene_x(0), to_scene_y(0), width / scale_, height / scale_};
  }

  void pan(double dx, double dy) {
    shift_x_ += dx;
    shift_y_ += dy;
  }
  // The scene's point under (x, y) stays there.
  void zoom_about(double x, double y, double factor) {
    const double scene_x = to_scene_x(x), scene_y = to_scene_y(y);
    scale_ = std::clamp(scale_ * factor, smallest_scale, largest_scale);
    shift_x_ = x - scene_x * scale_;
    shift_y_ = y - scene_y * scale_;
  }
  // All of the scene, centred, never larger than life.
  void fit(double scene_width, double scene_height, double width, double height, double margin) {
    if (scene_width <= 0 || scene_height <= 0 || width <= 0 || height <= 0) return;
    scale_ = std::clamp(std::min({(width - 2 * margin) / scene_width,
                                  (height - 2 * margin) / scene_height, actual_size}),
                        smallest_scale, largest_scale);
    shift_x_ = (width - scene_width * scale_) / 2;
    shift_y_ = (height - scene_height * scale_) / 2;
  }
  void centre_on(double scene_x, double scene_y, double width, double height) {
    shift_x_ = width / 2 - scene_x * scale_;
    shift_y_ = height / 2 - scene_y * scale_;
  }

  // Centres on `box` without leaving more than the margin beside the scene, where it is larger than the
  // window; what does not fit is cut at the right and below.
  void show(const Box& scene, const Box& box, double width, double height, double margin) {
    shift_x_ = placed(scene.x, scene.width, box.x, box.width, width, margin);
    shift_y_ = placed(scene.y, scene.height, box.y, box.height, height, margin);
  }

 private:
  // The shift along one axis.
  double placed(double scene_start, double scene_length, double start, double length, double window,
                double margin) const {
    const double free = window - 2 * margin;
    if (scene_length * scale_ <= free) return (window - scene_length * scale_) / 2 - scene_start * scale_;
    const double centred = length * scale_ <= free ? window / 2 - (start + length / 2) * scale_
                                                   : margin - start * scale_;
    return std::clamp(centred, window - margin - (scene_start + scene_length) * scale_,
                      margin - scene_start * scale_);
  }

  double scale_ = actual_size, shift_x_ = 0, shift_y_ = 0;
};

}  // namespace inroad::workbench
