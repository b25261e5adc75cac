// SPDX-License-Identifier: MIT
//
// A made-up account of ten client people and three of ours, drawn by hand: the snapshot, and a
// scene such as a view would answer.
#pragma once
#include <inroad/messages/scene_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <string>
#include <vector>

#include "render/face.h"
#include "render/picture.h"

namespace inroad::test {

struct SampleAccount {
  msg::SnapshotT snapshot;

  SampleAccount();
  msg::PersonT& person(std::size_t index) { return *snapshot.people[index]; }
  void add_claim(int person, const char* facet, const char* value,
                 msg::Aspect aspect = msg::Aspect::now, const char* toward = "");
  void add_tie(unsigned from, unsigned to, msg::TieKind kind, double strength, int age_days);

  // The bytes as a plugin or render would get them; the reference lives in `bytes`.
  const msg::Snapshot& packed(std::vector<std::uint8_t>& bytes) const;
};

// People of the sample account by what they are.
enum Who : unsigned {
  wei,
  henrik,
  ma,
  ruth,
  li,
  omar,
  zhao,
  tom,
  chen,
  head_of_it,
  lin,
  sara,
  raj,
  kurt,
  who_count
};

msg::SceneT sample_scene();
std::vector<msg::FaceT> sample_faces(const render::Theme& theme, const render::CardSpec& spec = {});
render::Picture sample_picture(const char* theme = "light");

// Every name on the sample scene, as it must be found in each file.
std::vector<std::string> sample_names();

}  // namespace inroad::test
