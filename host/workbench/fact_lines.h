// SPDX-License-Identifier: MIT
//
// One belief as the inspector's paragraph: what holds first, what speaks against it loudly, then where
// it came from and where we want it. GUI thread.
#pragma once
#include "workbench/beliefs.h"
#include "workbench/text_line.h"

namespace inroad::workbench {

TextLine::Content content_of(const Fact& fact);

}  // namespace inroad::workbench
