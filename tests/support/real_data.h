// SPDX-License-Identifier: MIT
//
// Networks collected in the field, which are not ours to ship. INROAD_REAL_DATA names their folder,
// else it is data/real in the folder "shared" beside the sources; tests skip, saying so, without
// it.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace inroad::test {

std::string real_data_folder();
/// Whether the data are there; warns if not.
bool has_real_data();

/// The rows of a plain table by the names of its columns.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& table);

}  // namespace inroad::test
