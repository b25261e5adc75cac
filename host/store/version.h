// SPDX-License-Identifier: MIT
//
// A named point in the history: the account after the edit, or before all of them when edit is
// empty. author: who named it, may be empty.
#pragma once
#include <string>

#include "model/records.h"

namespace inroad::store {

struct Version {
  std::string name;
  Id edit;
  std::string time;
  Id author;
};

}  // namespace inroad::store
