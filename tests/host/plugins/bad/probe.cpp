// SPDX-License-Identifier: MIT
//
// A plugin that tries what no plugin may do. The attachment is "FOLDER PID PORT": a folder with
// things to harm, a process and a TCP port to reach. It answers with the acts that succeeded, a
// line each.
#include <dirent.h>
#include <fcntl.h>
#include <inroad/abi.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Target {
  std::string folder;
  int pid = 0, port = 0;
  std::string operator/(const char* name) const { return folder + "/" + name; }
};

bool can_read(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char one = 0;
  const bool is_read = fd >= 0 && read(fd, &one, 1) >= 0;
  if (fd >= 0) close(fd);
  return is_read;
}

bool can_list(const std::string& path) {
  DIR* folder = opendir(path.c_str());
  const bool is_listed = folder != nullptr && readdir(folder) != nullptr;
  if (folder != nullptr) closedir(folder);
  return is_listed;
}

bool is_open(int fd) {
  if (fd >= 0) close(fd);
  return fd >= 0;
}

bool can_connect_tcp(int port) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool is_there =
      fd >= 0 && connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  if (fd >= 0) close(fd);
  return is_there;
}

bool can_listen_tcp() {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  const bool listens = fd >= 0 && listen(fd, 1) == 0;
  if (fd >= 0) close(fd);
  return listens;
}

bool can_send_udp(int port) {
  const int fd = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool is_sent = fd >= 0 && sendto(fd, "x", 1, 0, reinterpret_cast<sockaddr*>(&address),
                                         sizeof address) == 1;
  if (fd >= 0) close(fd);
  return is_sent;
}

// A path, or "@name" in the abstract space.
bool can_connect_unix(const std::string& name) {
  const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, name.data(), std::min(name.size(), sizeof address.sun_path - 1));
  if (name[0] == '@') address.sun_path[0] = '\0';
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  const bool is_there = fd >= 0 && connect(fd, reinterpret_cast<sockaddr*>(&address), size) == 0;
  if (fd >= 0) close(fd);
  return is_there;
}

bool can_look_up_names() {
  addrinfo* found = nullptr;
  const bool is_found = getaddrinfo("localhost", nullptr, nullptr, &found) == 0;
  if (is_found) freeaddrinfo(found);
  return is_found;
}

bool can_read_memory_of(int pid) {
  char here = 0;
  static char there = 0;
  iovec local{&here, 1}, remote{&there, 1};
  return process_vm_readv(pid, &local, 1, &remote, 1, 0) >= 0 || errno == EFAULT;
}

bool can_fork() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  if (child > 0) waitpid(child, nullptr, 0);
  return child > 0;
}

// execve alone would end this process where it is allowed: seen by the call's error for no file.
bool can_exec() {
  char* const nothing[] = {nullptr};
  execve("", nothing, nothing);
  return errno != EPERM && errno != EACCES;
}

bool can_take_memory() {
  constexpr std::size_t much = std::size_t{1} << 40;
  void* const taken = mmap(nullptr, much, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (taken != MAP_FAILED) munmap(taken, much);
  return taken != MAP_FAILED;
}

bool can_take_shared_memory() {
  const int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  if (id >= 0) shmctl(id, IPC_RMID, nullptr);
  return id >= 0;
}

bool can_open_many_files() {
  std::vector<int> held;
  while (held.size() < 500) {
    const int fd = dup(0);
    if (fd < 0) break;
    held.push_back(fd);
  }
  for (const int fd : held) close(fd);
  return held.size() == 500;
}

bool can_raise_limits() {
  const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
  return setrlimit(RLIMIT_CORE, &more) == 0;
}

bool can_make_pipe() {
  int ends[2];
  if (pipe(ends) != 0) return false;
  close(ends[0]), close(ends[1]);
  return true;
}

struct Act {
  const char* name;
  std::function<bool(const Target&)> succeeds;
};

const std::vector<Act>& acts() {
  static const std::vector<Act> all = {
      {"read another account", [](const Target& t) { return can_read(t / "account.inroad"); }},
      {"list a folder of the user's", [](const Target& t) { return can_list(t.folder); }},
      {"read /etc/passwd", [](const Target&) { return can_read("/etc/passwd"); }},
      {"list the root folder", [](const Target&) { return can_list("/"); }},
      {"list the processes", [](const Target&) { return can_list("/proc"); }},
      {"read the host's environment",
       [](const Target& t) { return can_read("/proc/" + std::to_string(t.pid) + "/environ"); }},
      {"read the host's memory map",
       [](const Target& t) { return can_read("/proc/" + std::to_string(t.pid) + "/maps"); }},
      {"read the host's memory", [](const Target& t) { return can_read_memory_of(t.pid); }},
      {"trace the host",
       [](const Target& t) { return ptrace(PTRACE_SEIZE, t.pid, nullptr, nullptr) == 0; }},
      {"signal the host", [](const Target& t) { return kill(t.pid, 0) == 0; }},
      {"signal a thread of the host",
       [](const Target& t) { return syscall(SYS_tgkill, t.pid, t.pid, 0) == 0; }},
      {"hold the host by a descriptor",
       [](const Target& t) {
         return is_open(static_cast<int>(syscall(SYS_pidfd_open, t.pid, 0)));
       }},
      {"slow the host down",
       [](const Target& t) {
         return setpriority(PRIO_PROCESS, static_cast<id_t>(t.pid), 0) == 0;
       }},
      {"connect by TCP", [](const Target& t) { return can_connect_tcp(t.port); }},
      {"listen by TCP", [](const Target&) { return can_listen_tcp(); }},
      {"send by UDP", [](const Target& t) { return can_send_udp(t.port); }},
      {"connect to a socket file", [](const Target& t) { return can_connect_unix(t / "socket"); }},
      {"connect to an abstract socket",
       [](const Target& t) { return can_connect_unix("@inroad-probe-" + std::to_string(t.pid)); }},
      {"look up a name", [](const Target&) { return can_look_up_names(); }},
      {"ask the kernel for its interfaces",
       [](const Target&) { return is_open(socket(AF_NETLINK, SOCK_RAW, 0)); }},
      {"make a socket pair",
       [](const Target&) {
         int pair[2];
         return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
       }},
      {"make a file",
       [](const Target& t) { return is_open(creat((t / "made").c_str(), 0600)); }},
      {"make a file in the bundle",
       [](const Target& t) { return is_open(creat((t / "bundle/made").c_str(), 0600)); }},
      {"write into an account",
       [](const Target& t) { return is_open(open((t / "account.inroad").c_str(), O_WRONLY)); }},
      {"cut an account off",
       [](const Target& t) { return truncate((t / "cut").c_str(), 1) == 0; }},
      {"remove a file", [](const Target& t) { return unlink((t / "removed").c_str()) == 0; }},
      {"rename a file",
       [](const Target& t) {
         return rename((t / "renamed").c_str(), (t / "renamed-now").c_str()) == 0;
       }},
      {"make a folder", [](const Target& t) { return mkdir((t / "folder").c_str(), 0700) == 0; }},
      {"make a link",
       [](const Target& t) { return symlink("/", (t / "link").c_str()) == 0; }},
      {"open a file to others",
       [](const Target& t) { return chmod((t / "account.inroad").c_str(), 0666) == 0; }},
      {"change a file's times",
       [](const Target& t) { return utimensat(AT_FDCWD, (t / "cut").c_str(), nullptr, 0) == 0; }},
      {"watch a folder",
       [](const Target& t) {
         const int fd = inotify_init();
         const bool watches = fd >= 0 && inotify_add_watch(fd, t.folder.c_str(), IN_ALL_EVENTS) >= 0;
         if (fd >= 0) close(fd);
         return watches;
       }},
      {"start a process", [](const Target&) { return can_fork(); }},
      {"run another program", [](const Target&) { return can_exec(); }},
      {"take all memory", [](const Target&) { return can_take_memory(); }},
      {"make memory files",
       [](const Target&) { return is_open(memfd_create("probe", MFD_CLOEXEC)); }},
      {"take shared memory", [](const Target&) { return can_take_shared_memory(); }},
      {"open shared memory by name",
       [](const Target& t) {
         const std::string name = "/inroad-probe-" + std::to_string(t.pid);
         const bool is_made = is_open(shm_open(name.c_str(), O_CREAT | O_RDWR, 0600));
         shm_unlink(name.c_str());
         return is_made;
       }},
      {"make a pipe", [](const Target&) { return can_make_pipe(); }},
      {"open many files", [](const Target&) { return can_open_many_files(); }},
      {"raise its limits", [](const Target&) { return can_raise_limits(); }},
      {"leave core dumps", [](const Target&) { return prctl(PR_SET_DUMPABLE, 1) == 0; }},
      {"outlive the host", [](const Target&) { return prctl(PR_SET_PDEATHSIG, 0) == 0; }},
      {"have namespaces of its own", [](const Target&) { return unshare(CLONE_NEWUTS) == 0; }},
      {"use the keyring",
       [](const Target&) {
         return syscall(SYS_keyctl, 0 /* KEYCTL_GET_KEYRING_ID */, -3 /* session */, 0) > 0;
       }},
      {"open the terminal",
       [](const Target&) { return is_open(open("/dev/null", O_WRONLY | O_CLOEXEC)); }},
  };
  return all;
}

std::int32_t run(const inroad_host* host, const inroad_inputs* inputs) {
  const inroad_bytes asked = inputs->items[0].bytes;
  std::istringstream words(std::string(reinterpret_cast<const char*>(asked.data), asked.size));
  Target target;
  words >> target.folder >> target.pid >> target.port;
  std::string succeeded;
  for (const Act& act : acts()) {
    errno = 0;
    if (act.succeeds(target)) succeeded += std::string(act.name) + "\n";
  }
  // What a plugin may do: threads, its bundle, memory within reason.
  bool did_run = false;
  std::thread([&] { did_run = true; }).join();
  if (did_run && can_read(target / "bundle/data") && can_read("/usr/lib/os-release"))
    succeeded += "work\n";
  host->reply(host->context, reinterpret_cast<const std::uint8_t*>(succeeded.data()),
              succeeded.size());
  return 0;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const inroad_plugin* inroad_plugin_entry() {
  static const inroad_plugin plugin{sizeof(inroad_plugin), INROAD_ABI_VERSION, &run};
  return &plugin;
}
