// SPDX-License-Identifier: MIT
//
// What is measured, each run in a process of its own. The result: lines "name number", of
// microseconds (medians) and, as "peak_kib", the most memory the process ever had.
#pragma once
#include <string>
#include <vector>

namespace inroad::bench {

// make PEOPLE FOLDER | convert FILE.json FOLDER: writes o.json, o.graphml, o.inroad.
// open FOLDER: the .inroad file into a ready snapshot.
// scan FOLDER: a full SQL scan of it, sum(length(column)) of every column of every record table.
// read FOLDER: the text of the .json file into a checked account.
// edit FOLDER: an edit of one field of one person, and beside it a transaction of one row in a
//   database of its own with the same journal and sync settings, by turns.
void run_task(const std::vector<std::string>& arguments);

}  // namespace inroad::bench
