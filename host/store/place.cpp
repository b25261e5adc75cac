// SPDX-License-Identifier: MIT
#include "store/place.h"

#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "model/error.h"
#include "model/words.h"

namespace inroad::store {
namespace {

// What statfs says (the kernel's magic numbers, stable), and what people call it.
struct Mount {
  std::uint32_t magic;
  const char* name;
};
constexpr Mount network_mounts[] = {
    {0x6969, "NFS"},       {0xFF534D42, "SMB"},   {0xFE534D42, "SMB"},    {0x517B, "SMB"},
    {0x01021997, "9P"},    {0x00C36400, "Ceph"},  {0x5346414F, "AFS"},    {0x6B414653, "AFS"},
    {0x73757245, "Coda"},  {0x564C, "NCP"},       {0x0BD00BD0, "Lustre"}, {0x01161970, "GFS2"},
    {0x7461636F, "OCFS2"}, {0x19830326, "BeeGFS"}};
constexpr std::uint32_t fuse_magic = 0x65735546;

// FUSE is one magic number for all; the mount table knows which program stands behind it.
std::string fuse_kind(const std::string& file) {
  std::ifstream mounts("/proc/self/mounts");
  std::string device, point, kind, rest, best, found;
  while (mounts >> device >> point >> kind && std::getline(mounts, rest)) {
    const bool is_inside = point == "/" || file == point || file.starts_with(point + "/");
    if (is_inside && point.size() >= best.size()) {
      best = point;
      found = kind;
    }
  }
  return found;
}

bool is_fuse_over_network(const std::string& kind) {
  for (const char* name : {"sshfs", "rclone", "s3fs", "gvfs", "davfs", "glusterfs", "curlftpfs"})
    if (kind.find(name) != std::string::npos) return true;
  return false;
}

}  // namespace

void sync_folder_of(const std::string& file) {
  const std::string parent = std::filesystem::path(file).parent_path().string();
  const std::string folder = parent.empty() ? "." : parent;
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool is_synced = fd >= 0 && fsync(fd) == 0;
  const int error = errno;
  if (fd >= 0) close(fd);
  // Some file systems have nothing to sync in a folder and say so.
  if (!is_synced && error != EINVAL)
    throw Error(ErrorKind::failed,
                format(_("The folder cannot be made durable ({})."), std::strerror(error)), folder,
                _("Check the disk and try again."));
}

std::string network_mount_of(const std::string& file) {
  struct statfs status {};
  if (statfs(file.c_str(), &status) != 0) return {};
  const auto magic = static_cast<std::uint32_t>(status.f_type);
  for (const Mount& mount : network_mounts)
    if (mount.magic == magic) return mount.name;
  if (magic != fuse_magic) return {};
  const std::string kind = fuse_kind(file);
  return is_fuse_over_network(kind) ? kind : std::string();
}

std::string place_warning(const std::string& file) {
  const std::string mount = network_mount_of(file);
  if (mount.empty()) return {};
  return format(_("{} lies on a network drive ({}), where locks and saving may not be reliable: "
                  "make sure that nobody else has it open, or work on a copy on this computer's "
                  "own disk."),
                file, mount);
}

}  // namespace inroad::store
