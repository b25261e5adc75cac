// SPDX-License-Identifier: MIT
//
// Answers are untrusted: each is verified as a message (FlatBuffers verifier with our own limits),
// then as meaning: indexes inside the snapshot's lists, finite numbers, probabilities in 0..1,
// valid UTF-8, sizes within limits. Throws Error(plugin) naming the plugin and what is wrong; on
// return the bytes may be read without further checks.
#pragma once
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/changes_generated.h>
#include <inroad/messages/findings_generated.h>
#include <inroad/messages/scene_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <span>

#include "plugins/bundle.h"
#include "plugins/call.h"

namespace inroad::plugins {

// sizes: the card sizes asked for; each card must have its person's.
struct AskedSize {
  double width, height;
};

const msg::Scene& verified_scene(const Bundle& bundle, Bytes answer, const msg::Snapshot& snapshot,
                                 std::span<const AskedSize> sizes);
const msg::Advice& verified_advice(const Bundle& bundle, Bytes answer,
                                   const msg::Snapshot& snapshot);
const msg::Annotations& verified_annotations(const Bundle& bundle, Bytes answer,
                                             const msg::Snapshot& snapshot);
const msg::Changes& verified_changes(const Bundle& bundle, Bytes answer);
// A fix is held to being JSON here; whether it can be applied only its account can tell.
const msg::Findings& verified_findings(const Bundle& bundle, Bytes answer,
                                       const msg::Snapshot& snapshot);

}  // namespace inroad::plugins
