// SPDX-License-Identifier: MIT
//
// A made-up organisation of any size, the same for the same size: a tree of reporting lines, about
// three influence ties a person, an attitude a person.
#pragma once
#include <string>

#include "model/account.h"

namespace inroad::bench {

Account make_organisation(std::size_t people);

// The people and their ties as GraphML, for readers of other programs.
std::string graphml_of(const Account& account);

}  // namespace inroad::bench
