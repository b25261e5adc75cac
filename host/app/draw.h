// SPDX-License-Identifier: MIT
//
// From a snapshot to a picture: faces measured, the view plugin asked, its scene verified.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/calls.h"
#include "app/suggest.h"
#include "render/picture.h"

namespace inroad::app {

// view: a view's name ("influence-map"). route: the path to show, people and ties by index of the
// snapshot; empty = none. theme: see theme_named. shown, folded: as in the message ViewRequest, by
// index; shown absent = everybody. options: for the view, key and value as JSON text. detail: the
// most that is drawn. subtitle: what the picture is of, said before what the view says.
// places: where the last picture had people, for those the account itself gives no place. is_fresh:
// a new layout, for which only pins count.
struct DrawRequest {
  std::string view = "influence-map";
  std::string theme = "light";
  msg::ChosenRouteT route;
  std::optional<std::vector<std::uint32_t>> shown = {};
  std::vector<std::uint32_t> folded = {};
  std::vector<msg::DifferenceT> differences = {};
  std::vector<msg::ExtraT> options = {};
  render::Detail detail = render::Detail::everything;
  std::string subtitle = {};
  std::vector<msg::Place> places = {};
  bool is_fresh = false;
};

// The detail of a picture file by its word, "full" or "plain"; empty: by the number of people.
render::Detail file_detail(std::string_view word, const msg::Snapshot& snapshot);

struct Drawn {
  std::shared_ptr<const Snapshot> snapshot;
  render::Picture picture;
  std::vector<std::string> remarks;  // sentences for the user, of the view and on missing fonts
  std::vector<msg::Place> places;    // as the view was asked to keep them
};

// "One · other", or the one there is.
std::string joined_subtitle(const std::string& one, const std::string& other);

// Safe to call from any thread. Throws Error(usage) for an unknown view or theme, Error(plugin).
Drawn draw(Calls& calls, std::shared_ptr<const Snapshot> snapshot, const DrawRequest& request,
           Timings& timings, const plugins::Watch& watch = {});

// Where the picture has people, in the indexes of another snapshot of the account.
std::vector<msg::Place> places_of(const Drawn& drawn, const Snapshot& snapshot);

// The best path of a person in the advice; empty when he has none.
msg::ChosenRouteT route_of(const msg::Advice& advice, std::uint32_t person);

// The Scene as `draw --json` prints it: ids instead of indexes, curves flattened.
std::string scene_json(const Drawn& drawn);

// Writes a picture to a file by its ending: svg, pdf, png, or what an exporter plugin claims
// (pptx). The old file is replaced only by a whole new one. dpi: for png. paper: for pdf, see
// to_pdf. format: instead of the ending. like: the account drawn, as replace_file takes it.
struct FileForm {
  double dpi = 144;
  std::string paper = {}, format = {}, like = {};
};
void write_picture(Calls& calls, const Drawn& drawn, const std::string& path, const FileForm& form,
                   Timings& timings);

}  // namespace inroad::app
