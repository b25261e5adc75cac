// SPDX-License-Identifier: MIT
#include "faults/crash_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>

namespace inroad::test {
namespace {

constexpr std::size_t sector = 512;
constexpr const char* vfs_name = "inroad-recorded";

DiskRecorder* recorder = nullptr;
sqlite3_vfs* unix_vfs() { return sqlite3_vfs_find("unix"); }

}  // namespace

// The layout is SQLite's: `base` first, the real file right behind this one.
struct RecordedFile {
  sqlite3_file base;
  std::string* path;  // null when not recorded

  static RecordedFile& of(sqlite3_file* file) { return *reinterpret_cast<RecordedFile*>(file); }
  static sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(&of(file) + 1);
  }
  static const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

  static void note(const RecordedFile& file, DiskStep::What what, std::int64_t at = 0,
                   std::string bytes = {}) {
    if (recorder != nullptr && file.path != nullptr)
      recorder->steps_.push_back({what, *file.path, at, std::move(bytes)});
  }
  static void note(const std::string& path, DiskStep::What what) {
    if (recorder != nullptr) recorder->steps_.push_back({what, path, 0, {}});
  }

  static int close(sqlite3_file* file) {
    const int code = methods(file).xClose(real(file));
    delete of(file).path;
    of(file).path = nullptr;
    return code;
  }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return methods(file).xRead(real(file), to, size, at);
  }
  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    note(of(file), DiskStep::What::write, at,
         std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)));
    return methods(file).xWrite(real(file), from, size, at);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    note(of(file), DiskStep::What::truncate, size);
    return methods(file).xTruncate(real(file), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    const int code = methods(file).xSync(real(file), flags);
    note(of(file), DiskStep::What::sync);
    return code;
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) {
    return methods(file).xFileSize(real(file), size);
  }
  static int lock(sqlite3_file* file, int level) { return methods(file).xLock(real(file), level); }
  static int unlock(sqlite3_file* file, int level) {
    return methods(file).xUnlock(real(file), level);
  }
  static int check_lock(sqlite3_file* file, int* is_locked) {
    return methods(file).xCheckReservedLock(real(file), is_locked);
  }
  static int control(sqlite3_file* file, int what, void* with) {
    return methods(file).xFileControl(real(file), what, with);
  }
  static int sector_size(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
  static int characteristics(sqlite3_file* file) {
    return methods(file).xDeviceCharacteristics(real(file));
  }
  static int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** map) {
    return methods(file).xShmMap(real(file), page, size, extend, map);
  }
  static int shm_lock(sqlite3_file* file, int at, int count, int flags) {
    return methods(file).xShmLock(real(file), at, count, flags);
  }
  static void shm_barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }
  static int shm_unmap(sqlite3_file* file, int is_last) {
    return methods(file).xShmUnmap(real(file), is_last);
  }
  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    static const sqlite3_io_methods recorded{2,
                                             close,
                                             read,
                                             write,
                                             truncate,
                                             sync,
                                             size,
                                             lock,
                                             unlock,
                                             check_lock,
                                             control,
                                             sector_size,
                                             characteristics,
                                             shm_map,
                                             shm_lock,
                                             shm_barrier,
                                             shm_unmap,
                                             nullptr,
                                             nullptr};
    int was_there = 0;
    if (name != nullptr) unix_vfs()->xAccess(unix_vfs(), name, SQLITE_ACCESS_EXISTS, &was_there);
    auto* made = new (file) RecordedFile{{nullptr}, nullptr};
    const int code = unix_vfs()->xOpen(unix_vfs(), name, real(file), flags, out_flags);
    if (real(file)->pMethods == nullptr) return code;
    made->base.pMethods = &recorded;
    if (name == nullptr) return code;
    made->path = new std::string(name);
    if (was_there == 0) note(*made, DiskStep::What::create);
    return code;
  }
  static int remove(sqlite3_vfs*, const char* name, int is_folder_synced) {
    const int code = unix_vfs()->xDelete(unix_vfs(), name, is_folder_synced);
    if (code == SQLITE_OK) note(name, DiskStep::What::remove);
    return code;
  }
};

namespace {

sqlite3_vfs& recording_vfs() {
  static sqlite3_vfs made = [] {
    sqlite3_vfs vfs = *unix_vfs();
    vfs.szOsFile += static_cast<int>(sizeof(RecordedFile));
    vfs.zName = vfs_name;
    vfs.pNext = nullptr;
    vfs.xOpen = RecordedFile::open;
    vfs.xDelete = RecordedFile::remove;
    return vfs;
  }();
  return made;
}

// What is in the file once the steps are done, in their order; nothing = there is no file.
using Content = std::optional<std::string>;

void put(std::string& content, std::int64_t at, std::string_view bytes) {
  const auto from = static_cast<std::size_t>(at);
  if (content.size() < from + bytes.size()) content.resize(from + bytes.size());
  std::copy(bytes.begin(), bytes.end(), content.begin() + at);
}

void carry_out(Content& content, const DiskStep& step) {
  using What = DiskStep::What;
  if (step.what == What::remove) return content.reset();
  if (!content) content.emplace();
  if (step.what == What::create) content->clear();
  if (step.what == What::write) put(*content, step.at, step.bytes);
  if (step.what == What::truncate) content->resize(static_cast<std::size_t>(step.at));
}

bool chance(std::mt19937_64& random, int percent) {
  return static_cast<int>(random() % 100) < percent;
}

// Some sectors of the write, as the disk has them.
void tear(std::string& content, const DiskStep& write, std::mt19937_64& random) {
  const auto start = static_cast<std::size_t>(write.at);
  for (std::size_t from = 0; from < write.bytes.size();) {
    const std::size_t end = std::min(write.bytes.size(), from + sector - (start + from) % sector);
    if (chance(random, 50))
      put(content, static_cast<std::int64_t>(start + from),
          std::string_view(write.bytes).substr(from, end - from));
    from = end;
  }
}

// One way in which unsynced steps of a file may have come onto the disk.
void survive(Content& content, std::vector<const DiskStep*> unsynced, std::mt19937_64& random) {
  using What = DiskStep::What;
  // Making and removing keep their order; a later life of the file takes its writes with it.
  std::vector<std::size_t> lives;
  for (std::size_t i = 0; i < unsynced.size(); ++i)
    if (unsynced[i]->what == What::create || unsynced[i]->what == What::remove) lives.push_back(i);
  const std::size_t reached = random() % (lives.size() + 1);
  const std::size_t end = reached < lives.size() ? lives[reached] : unsynced.size();
  const std::size_t begin = reached == 0 ? 0 : lives[reached - 1];
  unsynced = {unsynced.begin() + static_cast<std::ptrdiff_t>(begin),
              unsynced.begin() + static_cast<std::ptrdiff_t>(end)};
  if (reached > 0) {
    carry_out(content, *unsynced.front());
    unsynced.erase(unsynced.begin());
  }
  if (!content) return;
  if (chance(random, 30)) std::shuffle(unsynced.begin(), unsynced.end(), random);
  const int kept_percent = static_cast<int>(random() % 101);
  for (const DiskStep* step : unsynced) {
    if (!chance(random, kept_percent)) continue;
    if (step->what == What::write && chance(random, 25))
      tear(*content, *step, random);
    else
      carry_out(content, *step);
  }
}

}  // namespace

DiskRecorder::DiskRecorder() {
  if (recorder != nullptr) throw std::logic_error("two recorders at once");
  recorder = this;
  sqlite3_vfs_register(&recording_vfs(), 1);
}

DiskRecorder::~DiskRecorder() {
  sqlite3_vfs_register(unix_vfs(), 1);
  recorder = nullptr;
}

std::size_t DiskRecorder::acknowledged_by(std::size_t steps) const {
  return static_cast<std::size_t>(
      std::upper_bound(acknowledged_.begin(), acknowledged_.end(), steps) - acknowledged_.begin());
}

Disk after_power_cut(const Disk& start, const std::vector<DiskStep>& done, std::size_t steps,
                     int variant, std::mt19937_64& random, Syncs syncs) {
  struct File {
    Content synced;
    std::vector<const DiskStep*> unsynced;
  };
  std::map<std::string, File> files;
  for (const auto& [path, bytes] : start) files[path].synced = bytes;
  for (std::size_t i = 0; i < steps; ++i) {
    File& file = files[done[i].file];
    if (done[i].what != DiskStep::What::sync) {
      file.unsynced.push_back(&done[i]);
    } else if (syncs == Syncs::honoured) {
      for (const DiskStep* step : file.unsynced) carry_out(file.synced, *step);
      file.unsynced.clear();
    }
  }
  Disk disk;
  for (auto& [path, file] : files) {
    if (variant == 1)
      for (const DiskStep* step : file.unsynced) carry_out(file.synced, *step);
    if (variant > 1) survive(file.synced, file.unsynced, random);
    if (file.synced) disk[path] = *file.synced;
  }
  return disk;
}

}  // namespace inroad::test
