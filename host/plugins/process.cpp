// SPDX-License-Identifier: MIT
#include "plugins/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "model/words.h"
#include "plugins/channel.h"
#include "plugins/checked_library.h"
#include "plugins/sentences.h"
#include "plugins/spawn.h"

namespace inroad::plugins {

namespace {

void check(bool is_done, const char* doing) {
  if (!is_done) throw std::system_error(errno, std::generic_category(), doing);
}

}  // namespace

Process::Process(const Bundle& bundle, const std::filesystem::path& program)
    : Process(bundle, program, checked_library(bundle),
              bundle.origin == Origin::built_in || bundle.is_trusted ? any_walls : all_walls) {}

Process::Process(const Bundle& bundle, const std::filesystem::path& program, const Fd& library,
                 const char* demand) {
  try {
    int pair[2];
    check(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) == 0, "socketpair");
    socket_ = Fd(pair[0]);
    const Fd child_socket(pair[1]);
    check(pipe2(pair, O_CLOEXEC) == 0, "pipe");
    output_ = Fd(pair[0]);
    const Fd child_output(pair[1]);
    // Our end alone: the plugin's writes block while nobody reads, which holds a flood back.
    check(fcntl(output_.get(), F_SETFL, O_NONBLOCK) == 0, "fcntl");

    pid_ = spawn_plugin_host(program, bundle.id, bundle.folder.string(), demand,
                             {child_socket.get(), library.get(), child_output.get()});
    // glibc 2.36's own pidfd_open cannot be linked from C++.
    pidfd_ = Fd(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
    check(static_cast<bool>(pidfd_), "pidfd_open");
  } catch (const std::system_error& error) {
    end();
    throw plugin_error(
        bundle,
        format(_("The process for the plugin “{0}” could not be started: {1}."), title_of(bundle),
               error.what()),
        _("Your account was not touched. Close other programs or install Inroad again."));
  }
}

Process::~Process() { end(); }

Confinement Process::walls(const Bundle& bundle, const std::filesystem::path& program) {
  constexpr int longest_ms = 10'000;
  const Process process(bundle, program, Fd(open("/dev/null", O_RDONLY | O_CLOEXEC)), only_report);
  pollfd sign{process.socket(), POLLIN, 0};
  Packet packet;
  if (poll(&sign, 1, longest_ms) <= 0 ||
      receive_packet(process.socket(), packet, false) != Received::packet)
    throw sent_garbage(bundle);
  return Confinement::of(packet.head.code);
}

bool Process::can_be_reused() const {
  pollfd signs[] = {{pidfd_.get(), POLLIN, 0}, {socket_.get(), POLLIN, 0}};
  return is_fit && poll(signs, 2, 0) == 0;
}

int Process::end() {
  if (pid_ <= 0) return 0;
  // Until it is reaped the numbers of process and group cannot belong to anybody else.
  kill(-pid_, SIGKILL);
  kill(pid_, SIGKILL);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return status;
}

}  // namespace inroad::plugins
