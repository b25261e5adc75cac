// SPDX-License-Identifier: MIT
//
// What SQLite does to the disk, recorded under it, and the disks a power cut may leave behind.
//
// Between two syncs of a file the disk may carry out the writes in any order, some not at all, some
// for only some of their 512-byte sectors; a file made or removed may be so or not. What was synced
// stays. The index of the write-ahead log (-shm) lies in memory and is gone.
#pragma once
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace inroad::test {

struct DiskStep {
  enum class What { create, write, truncate, sync, remove };
  What what{};
  std::string file;
  std::int64_t at = 0;  // write: where; truncate: the new size
  std::string bytes;
};

// The files by their paths.
using Disk = std::map<std::string, std::string>;

// While it lives, every SQLite connection opened in this process is recorded. One at a time; the
// connections must be closed before it ends.
class DiskRecorder {
 public:
  DiskRecorder();
  ~DiskRecorder();
  DiskRecorder(const DiskRecorder&) = delete;
  DiskRecorder& operator=(const DiskRecorder&) = delete;

  // From here on, one more edit must survive.
  void acknowledge() { acknowledged_.push_back(steps_.size()); }
  const std::vector<DiskStep>& steps() const { return steps_; }
  // How many were acknowledged when the first `steps` steps were done.
  std::size_t acknowledged_by(std::size_t steps) const;

 private:
  friend struct RecordedFile;
  std::vector<DiskStep> steps_;
  std::vector<std::size_t> acknowledged_;
};

enum class Syncs { honoured, ignored };  // ignored: as under PRAGMA synchronous=OFF

// A disk as it may be found when the power goes after the first `steps` steps. variant 0: nothing
// unsynced is there; 1: all of it is; from 2 on at random.
Disk after_power_cut(const Disk& start, const std::vector<DiskStep>& done, std::size_t steps,
                     int variant, std::mt19937_64& random, Syncs syncs);

}  // namespace inroad::test
