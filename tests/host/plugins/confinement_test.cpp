// SPDX-License-Identifier: MIT
//
// What a plugin cannot do in its process. The same acts are tried without the walls: one that does
// not succeed there shows nothing.
#include "plugins/confinement.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <sstream>

#include "calls.h"
#include "plugins/fd.h"

namespace inroad::plugins::test {
namespace {

void write_file(const std::filesystem::path& path) { std::ofstream(path) << "secret"; }

// Things to harm and to reach.
class Field {
 public:
  Field() {
    std::filesystem::create_directories(folder_.path() / "bundle");
    for (const char* name : {"account.inroad", "cut", "removed", "renamed", "bundle/data"})
      write_file(folder_.path() / name);
    listen_tcp();
    listen_unix((folder_.path() / "socket").string());
    listen_unix("@inroad-probe-" + std::to_string(getpid()));
  }

  Bundle bundle() const {
    Bundle bundle = bundle_of("probe");
    bundle.folder = folder_.path() / "bundle";
    bundle.deadline_ms = 60'000;
    return bundle;
  }
  std::string words() const {
    return folder_.path().string() + " " + std::to_string(getpid()) + " " + std::to_string(port_);
  }
  bool is_unharmed() const {
    std::ifstream account(folder_.path() / "account.inroad");
    std::string text;
    account >> text;
    const std::filesystem::directory_iterator all(folder_.path());
    return text == "secret" && std::distance(begin(all), end(all)) == 6;
  }

 private:
  void listen_tcp() {
    tcp_ = Fd(socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(tcp_.get(), reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(tcp_.get(), 5) == 0);
    REQUIRE(getsockname(tcp_.get(), reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  void listen_unix(const std::string& name) {
    Fd& listener = sockets_.emplace_back(socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(name.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name[0] == '@') address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    REQUIRE(bind(listener.get(), reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(listener.get(), 5) == 0);
  }

  TemporaryFolder folder_;
  Fd tcp_;
  std::vector<Fd> sockets_;
  int port_ = 0;
};

using Acts = std::set<std::string>;

Acts acts_that_succeed(const Field& field, const Runner& runner) {
  Session session(field.bundle(), runner);
  std::istringstream lines(text_of(call(session, field.words())));
  Acts acts;
  for (std::string line; std::getline(lines, line);) acts.insert(line);
  return acts;
}

}  // namespace

TEST_CASE("none of the acts no plugin may do succeeds in the plugin process, and work does") {
  const Field field;
  CHECK(acts_that_succeed(field, isolated()) == Acts{"work"});
  CHECK(field.is_unharmed());
}

TEST_CASE("without the walls the same acts succeed") {
  const Field field;
  const Acts acts = acts_that_succeed(field, without_walls());
  for (const std::string& act : acts) UNSCOPED_INFO(act);
  CHECK(acts.contains("work"));
  CHECK(acts.size() > 40);
  CHECK_FALSE(field.is_unharmed());
}

TEST_CASE("the plugin process tells its host which walls stand") {
  const Confinement walls{7, true};
  CHECK(Confinement::of(walls.code()).file_rules == 7);
  CHECK(Confinement::of(walls.code()).has_call_filter);
  CHECK_FALSE(Confinement::of(Confinement{0, true}.code()).is_whole());
  CHECK_FALSE(Confinement::of(Confinement{7, false}.code()).is_whole());
}

}  // namespace inroad::plugins::test
