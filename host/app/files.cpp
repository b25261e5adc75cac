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
#include "store/place.h"

namespace inroad::app {
namespace {

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

[[noreturn]] void cannot_write(const std::string& path, int error) {
  throw Error(
      ErrorKind::failed, format(_("The file cannot be written ({})."), std::strerror(error)), path,
      error == ENOSPC
          ? _("Free some space and try again; nothing was changed.")
          : _("Choose another place, or check that you may write there; nothing was changed."));
}

void read_all(int fd, const std::string& path, std::string& text) {
  char block[1 << 16];
  for (;;) {
    const ssize_t got = read(fd, block, sizeof block);
    if (got == 0) return;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot_read(path, errno);
    text.append(block, static_cast<std::size_t>(got));
    if (text.size() > largest_file)
      throw Error(ErrorKind::bad_input, _("The file is larger than 4 GiB."), path,
                  _("Split it and try again."));
  }
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

void replace_file(const std::string& path, const Filler& fill) {
  namespace fs = std::filesystem;
  // A link is followed, so that the file it points to is replaced and the link stays.
  std::error_code ignored;
  const fs::path target =
      fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : fs::path(path);
  if (fs::is_directory(target, ignored)) cannot_write(path, EISDIR);
  std::string part = target.string() + ".part-XXXXXX";
  const int fd = mkostemp(part.data(), O_CLOEXEC);
  if (fd < 0) cannot_write(path, errno);
  const auto give_up = [&](int error) {
    close(fd);
    unlink(part.c_str());
    cannot_write(path, error);
  };
  try {
    fill([&](std::span<const std::uint8_t> bytes) {
      for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t put = write(fd, bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) cannot_write(path, errno);
        done += static_cast<std::size_t>(put);
      }
    });
  } catch (...) {
    close(fd);
    unlink(part.c_str());
    throw;
  }
  struct stat old {};
  const mode_t mask = umask(0);
  umask(mask);
  const mode_t mode = stat(target.c_str(), &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask;
  if (fchmod(fd, mode) != 0 || fdatasync(fd) != 0) give_up(errno);
  if (rename(part.c_str(), target.c_str()) != 0) give_up(errno);
  close(fd);
  store::sync_folder_of(target.string());
}

void replace_file(const std::string& path, std::span<const std::uint8_t> bytes) {
  replace_file(path, [&](const auto& put) { put(bytes); });
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

void replace_file(const std::string& path, std::string_view text) {
  replace_file(path, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace inroad::app
