// SPDX-License-Identifier: MIT
#include "app/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "model/error.h"
#include "model/value.h"
#include "model/words.h"
#include "store/own_files.h"
#include "store/place.h"
#include "store/temporary.h"

namespace inroad::app {
namespace {

using store::cannot_write;

constexpr std::uint64_t largest_file = std::uint64_t{4} << 30;

struct Handle {
  int fd;
  ~Handle() {
    if (fd >= 0) close(fd);
  }
};

[[noreturn]] void cannot_read(const std::string& path, int error) {
  if (error == ENOENT)
    throw Error(ErrorKind::bad_input, _("There is no such file."), path,
                _("Check the name and the folder."));
  throw Error(ErrorKind::bad_input,
              format(_("The file cannot be read ({})."), std::strerror(error)), path,
              _("Check that you may read it."));
}

// Appends what is there; false at the end.
bool read_some(int fd, const std::string& path, std::string& text) {
  char block[1 << 16];
  ssize_t got = 0;
  while ((got = read(fd, block, sizeof block)) < 0 && errno == EINTR) {
  }
  if (got < 0) cannot_read(path, errno);
  text.append(block, static_cast<std::size_t>(got));
  if (text.size() > largest_file)
    throw Error(ErrorKind::bad_input, _("The file is larger than 4 GiB."), path,
                _("Split it and try again."));
  return got > 0;
}

void read_all(int fd, const std::string& path, std::string& text) {
  while (read_some(fd, path, text)) {
  }
}

void write_all(int fd, const std::string& path, std::span<const std::uint8_t> bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t put = write(fd, bytes.data() + done, bytes.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) cannot_write(path, errno);
    done += static_cast<std::size_t>(put);
  }
}

// A pipe or a terminal takes what it is given; nothing can take its place, or a disk's.
void write_into(const std::string& path, const struct stat& status, const Filler& fill) {
  if (S_ISDIR(status.st_mode)) cannot_write(path, EISDIR);
  if (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode))
    throw Error(ErrorKind::failed, _("This is not a plain file."), path, _("Choose another name."));
  // O_NONBLOCK: a pipe that nobody reads must not hold us.
  const Handle file{open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)};
  if (file.fd < 0) cannot_write(path, errno);
  fcntl(file.fd, F_SETFL, fcntl(file.fd, F_GETFL) & ~O_NONBLOCK);
  fill([&](std::span<const std::uint8_t> bytes) { write_all(file.fd, path, bytes); });
}

// A link is followed, so that the file it points to is replaced and the link stays; the file need
// not be there yet.
std::string followed(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr int most_links = 40;  // as the system has it
  fs::path place(path);
  std::error_code error;
  for (int links = 0; links < most_links && fs::is_symlink(place, error); ++links)
    place = place.parent_path() / fs::read_symlink(place, error);
  return place.string();
}

}  // namespace

std::string read_file(const std::string& path) {
  std::string text;
  if (path == "-") {
    read_all(STDIN_FILENO, path, text);
    return text;
  }
  // O_NONBLOCK: a pipe without a writer must not hold us.
  const Handle file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) cannot_read(path, errno);
  struct stat status {};
  if (fstat(file.fd, &status) != 0) cannot_read(path, errno);
  if (S_ISDIR(status.st_mode))
    throw Error(ErrorKind::bad_input, _("This is a folder, not a file."), path,
                _("Choose a file inside it."));
  if (!S_ISREG(status.st_mode))
    throw Error(ErrorKind::bad_input, _("This is not a plain file."), path,
                _("Copy its content into a file, or give it on standard input as \"-\"."));
  text.reserve(static_cast<std::size_t>(status.st_size));
  read_all(file.fd, path, text);
  return text;
}

void for_each_line(const std::string& path,
                   const std::function<void(std::string_view line, std::size_t number)>& take) {
  const bool is_stream = path == "-";
  std::string text = is_stream ? std::string() : read_file(path);
  std::size_t number = 0;
  const auto take_whole_lines = [&] {
    std::size_t start = 0;
    for (std::size_t end = 0; (end = text.find('\n', start)) != text.npos; start = end + 1)
      take(std::string_view(text).substr(start, end - start), ++number);
    text.erase(0, start);
  };
  take_whole_lines();
  while (is_stream && read_some(STDIN_FILENO, path, text)) take_whole_lines();
  if (!text.empty()) take(text, ++number);
}

void replace_file(const std::string& path, const Filler& fill, const std::string& like) {
  struct stat old {};
  const bool is_there = stat(path.c_str(), &old) == 0;
  if (is_there && !S_ISREG(old.st_mode)) {
    write_into(path, old, fill);
    return;
  }
  const std::string target = followed(path);
  if (store::belongs_to_account(target))
    throw Error(ErrorKind::failed,
                _("An account, its journal and its lock are never written over."), path,
                _("Choose another name."));
  store::Temporary part(target, is_there ? old.st_mode & 07777 : store::mode_like(like));
  fill([&](std::span<const std::uint8_t> bytes) { write_all(part.fd(), path, bytes); });
  if (fdatasync(part.fd()) != 0 || rename(part.path().c_str(), target.c_str()) != 0)
    cannot_write(path, errno);
  part.keep();
  store::sync_folder_of(target);
}

void replace_file(const std::string& path, std::span<const std::uint8_t> bytes,
                  const std::string& like) {
  replace_file(
      path, [&](const auto& put) { put(bytes); }, like);
}

void require_account_name(const std::string& path) {
  if (std::filesystem::path(path).extension() != ".inroad")
    throw Error(ErrorKind::usage, _("An account file's name ends in .inroad."), path,
                _("Give such a name."));
}

std::string name_as_text(const std::filesystem::path& name) {
  std::string text = name.string();
  if (!is_utf8_text(text))
    std::replace_if(
        text.begin(), text.end(), [](unsigned char byte) { return byte >= 0x80; }, '?');
  return text;
}

void replace_file(const std::string& path, std::string_view text, const std::string& like) {
  replace_file(path, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()),
               like);
}

}  // namespace inroad::app
