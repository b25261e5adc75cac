// SPDX-License-Identifier: MIT
#include "plugins/unpack.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

#include "model/error.h"
#include "model/words.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20;
constexpr std::size_t most_files = 10'000;

class Unpacking {
 public:
  Unpacking(const fs::path& source, const fs::path& target) : source_(source), target_(target) {}

  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorKind::bad_input, why, source_.string(),
                _("Nothing was installed. Ask the plugin's author for a clean bundle."));
  }

  // The place of an entry, having checked that it is inside.
  fs::path place(const std::string& name) const {
    const fs::path path(name);
    const bool is_odd = name.empty() || name.find('\\') != name.npos ||
                        name.find('\0') != name.npos || path.is_absolute() ||
                        std::find(path.begin(), path.end(), "..") != path.end();
    if (is_odd)
      refuse(format(_("Its entry “{}” lies outside its own folder."), shown_text(name, 200)));
    return target_ / path;
  }

  void make_folder(const fs::path& path) {
    count(0);
    std::error_code error;
    fs::create_directories(path, error);
    if (error) cannot_write(path);
  }

  void open_file(const fs::path& path) {
    make_folder(path.parent_path());
    count(0);
    if (fs::exists(fs::symlink_status(path)))
      refuse(format(_("It holds “{}” twice."), shown_text(path.filename().string(), 200)));
    file_.open(path, std::ios::binary);
    path_ = path;
  }
  void write(const char* data, std::size_t size) {
    count(size);
    if (!file_.write(data, static_cast<std::streamsize>(size))) cannot_write(path_);
  }
  void close_file() {
    file_.close();
    if (!file_) cannot_write(path_);
    // Readable and, for whoever looks, no more than data: libraries need no execute bit.
    fs::permissions(path_, fs::perms(0644));
  }

 private:
  void count(std::size_t size) {
    bytes_ += size;
    if (size == 0) ++files_;
    if (bytes_ > most_bytes) refuse(format(_("It is larger than {} MiB."), most_bytes >> 20));
    if (files_ > 2 * most_files) refuse(format(_("It has more than {} files."), most_files));
  }
  [[noreturn]] static void cannot_write(const fs::path& path) {
    throw Error(ErrorKind::failed, _("This file cannot be written."), path.string(),
                _("Nothing was installed. Is there room on the disk?"));
  }

  fs::path source_, target_, path_;
  std::ofstream file_;
  std::uint64_t bytes_ = 0;
  std::size_t files_ = 0;
};

void copy_file(Unpacking& unpacking, const fs::path& from, const fs::path& to) {
  std::ifstream in(from, std::ios::binary);
  if (!in) unpacking.refuse(format(_("Its file “{}” cannot be read."), from.string()));
  unpacking.open_file(to);
  std::array<char, 64 * 1024> piece;
  while (in.read(piece.data(), piece.size()), in.gcount() > 0)
    unpacking.write(piece.data(), static_cast<std::size_t>(in.gcount()));
  unpacking.close_file();
}

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

bool is_plain(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  const mode_t kind = (attributes >> 16) & S_IFMT;
  return system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG || kind == S_IFDIR;
}

}  // namespace

void copy_folder(const fs::path& source, const fs::path& target) {
  Unpacking unpacking(source, target);
  std::error_code error;
  for (fs::recursive_directory_iterator entry(source, error), end; entry != end;
       entry.increment(error)) {
    if (error) break;
    const fs::path name = fs::relative(entry->path(), source);
    const fs::file_status status = entry->symlink_status();
    if (fs::is_directory(status))
      unpacking.make_folder(unpacking.place(name.string()));
    else if (fs::is_regular_file(status))
      copy_file(unpacking, entry->path(), unpacking.place(name.string()));
    else
      unpacking.refuse(format(_("Its entry “{}” is a link or a device."), name.string()));
  }
  if (error) unpacking.refuse(format(_("It cannot be read: {}."), error.message()));
}

void unpack_zip(const fs::path& source, const fs::path& target) {
  Unpacking unpacking(source, target);
  int fault = 0;
  const Archive archive(zip_open(source.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &fault), zip_discard);
  if (!archive) unpacking.refuse(_("It is neither a folder nor a zip file."));
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(std::max<zip_int64_t>(0, count)); ++i) {
    const char* raw = zip_get_name(archive.get(), i, 0);
    const std::string name = raw == nullptr ? "" : raw;
    const fs::path place = unpacking.place(name);
    if (!is_plain(archive.get(), i))
      unpacking.refuse(format(_("Its entry “{}” is a link or a device."), shown_text(name, 200)));
    if (name.ends_with('/')) {
      unpacking.make_folder(place);
      continue;
    }
    const Entry entry(zip_fopen_index(archive.get(), i, 0), zip_fclose);
    if (!entry) unpacking.refuse(format(_("Its file “{}” cannot be read."), shown_text(name, 200)));
    unpacking.open_file(place);
    std::array<char, 64 * 1024> piece;
    zip_int64_t got = 0;
    while ((got = zip_fread(entry.get(), piece.data(), piece.size())) > 0)
      unpacking.write(piece.data(), static_cast<std::size_t>(got));
    if (got < 0) unpacking.refuse(format(_("Its file “{}” is damaged."), shown_text(name, 200)));
    unpacking.close_file();
  }
}

}  // namespace inroad::plugins
