// SPDX-License-Identifier: MIT
//
// inroad-plugin-host: the process a plugin runs in. Started by the host with a socket and the
// checked library as open files; serves one bundle until the host closes the socket or kills it.
#include <sys/socket.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "plugins/channel.h"
#include "plugins/library.h"
#include "plugins/plugin_host/confine.h"
#include "plugins/plugin_host/serve.h"

namespace {

using namespace inroad::plugins;

bool is_socket(int fd) {
  int type = 0;
  socklen_t size = sizeof type;
  return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

int report(const Confinement& walls) {
  send_packet(socket_in_plugin_process, {PacketKind::loaded, walls.code(), 0, 0});
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 || !is_socket(socket_in_plugin_process)) {
    std::fputs("inroad-plugin-host runs the plugins of inroad and is started by it.\n", stderr);
    return 2;
  }
  // Texts are UTF-8, numbers those of the C locale; lines reach the host even before a crash.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  std::setvbuf(stdout, nullptr, _IOLBF, 0);

  try {
    const Confinement walls = confine(argv[2]);
    const std::string_view demand = argv[3];
    if (demand == only_report) return report(walls);
    if (demand == all_walls && !walls.is_whole())
      throw LoadFailure(LoadFault::no_walls, std::to_string(walls.code()));
    const inroad_plugin& plugin =
        load_plugin("/proc/self/fd/" + std::to_string(library_in_plugin_process));
    send_packet(socket_in_plugin_process, {PacketKind::loaded, walls.code(), 0, 0});
    serve(socket_in_plugin_process, plugin, argv[2]);
  } catch (const LoadFailure& failure) {
    send_packet(socket_in_plugin_process,
                {PacketKind::cannot_load, static_cast<std::uint32_t>(failure.fault), 0, 0},
                std::string_view(failure.what()).substr(0, max_packet_text));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "inroad-plugin-host: %s\n", error.what());
  }
  // The plugin's exit handlers and destructors get no say any more.
  std::fflush(nullptr);
  std::_Exit(EXIT_SUCCESS);
}
