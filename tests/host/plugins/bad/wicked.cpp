// SPDX-License-Identifier: MIT
//
// A plugin that breaks the rules on demand: it does in each call what its library is made for, or
// what the attachment names. "echo"
// behaves and answers with the bytes of all its inputs and its language.
#include <fcntl.h>
#include <inroad/abi.h>
#include <inroad/messages/scene_generated.h>
#include <libintl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <clocale>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

extern "C" const char wicked_deed[];  // see deed.c

namespace {

struct Call {
  const inroad_host& host;
  const inroad_inputs& inputs;

  void reply(std::string_view bytes) const {
    host.reply(host.context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  void fail(std::string_view text) const { host.fail(host.context, text.data(), text.size()); }
  void log(std::string_view text) const {
    host.log(host.context, INROAD_LOG_INFO, text.data(), text.size());
  }
  std::string_view input(std::uint32_t kind) const {
    for (std::uint32_t i = 0; i < inputs.count; ++i)
      if (inputs.items[i].kind == kind)
        return {reinterpret_cast<const char*>(inputs.items[i].bytes.data),
                inputs.items[i].bytes.size};
    return {};
  }
};

[[noreturn]] void sleep_for_ever() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

void echo(const Call& call) {
  std::string all;
  for (std::uint32_t i = 0; i < call.inputs.count; ++i) {
    const inroad_input& input = call.inputs.items[i];
    if (reinterpret_cast<std::uintptr_t>(input.bytes.data) % 8 != 0)
      return call.fail("misaligned input");
    all += std::to_string(input.kind) + ":" +
           std::string(reinterpret_cast<const char*>(input.bytes.data), input.bytes.size) + "\n";
  }
  call.host.progress(call.host.context, 0.5);
  call.log("echoing");
  call.reply(all + std::getenv("LANGUAGE") + "\n" + call.host.bundle_folder);
}

// What gettext makes of a word: needs a catalogue <folder>/locale/<lang>/LC_MESSAGES/wicked.mo.
void translate(const Call& call) {
  bindtextdomain("wicked", (std::string(call.host.bundle_folder) + "/locale").c_str());
  bind_textdomain_codeset("wicked", "UTF-8");
  call.reply(dgettext("wicked", "mentor"));
}

// Forges packets on the socket of its process, past the plugin interface.
void forge(std::string_view packet) { send(3, packet.data(), packet.size(), 0); }
void forge_replied(std::uint64_t size, int fd) {
  struct {
    std::uint32_t kind = 6, code = 0;
    std::uint64_t size = 0;
    double value = 0;
  } head;
  head.size = size;
  iovec piece{&head, sizeof head};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof fd)] = {};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  if (fd >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(part), &fd, sizeof fd);
  }
  sendmsg(3, &message, 0);
}

// An environment beyond what the process needs, or an open file it was not given.
std::string what_leaked() {
  std::string all;
  for (char** entry = environ; *entry != nullptr; ++entry) all += std::string(*entry) + "\n";
  for (int fd = 5; fd < 200; ++fd)
    if (fcntl(fd, F_GETFD) >= 0) {
      std::string target(200, '\0');
      const std::string link = "/proc/self/fd/" + std::to_string(fd);
      target.resize(static_cast<std::size_t>(
          std::max<ssize_t>(0, readlink(link.c_str(), target.data(), 200))));
      all += "fd " + std::to_string(fd) + " " + target + "\n";
    }
  return all;
}

void overflow_the_stack(volatile int depth) {
  volatile char block[4096];
  block[0] = static_cast<char>(depth);
  overflow_the_stack(depth + 1 + block[0] * 0);
  block[1] = 1;
}

// A scene of nothing but a remark.
void remark(const Call& call, const std::string& text, double width = 100) {
  inroad::msg::SceneT scene;
  scene.width = width;
  scene.height = 100;
  scene.remarks = {text};
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(inroad::msg::Scene::Pack(builder, &scene), inroad::msg::SceneIdentifier());
  call.reply({reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize()});
}

using Deed = void (*)(const Call&);
const std::map<std::string_view, Deed>& deeds() {
  static const std::map<std::string_view, Deed> all = {
      {"echo", echo},
      {"translate", translate},
      {"fail", [](const Call& call) { call.fail("Nobody here reports to anybody."); }},
      {"fail with rubbish", [](const Call& call) { call.fail("red \x1b[31m \xff end"); }},
      {"fail with nothing",
       [](const Call& call) { call.host.fail(call.host.context, nullptr, 0); }},
      {"null", [](const Call&) { *static_cast<volatile int*>(nullptr) = 1; }},
      {"abort", [](const Call&) { std::fputs("an assertion failed\n", stderr), std::abort(); }},
      {"_exit 0", [](const Call&) { _exit(0); }},
      {"exit 7", [](const Call&) { std::exit(7); }},
      {"_exit in a thread",
       [](const Call&) { std::thread([] { _exit(0); }).detach(), sleep_for_ever(); }},
      {"throw int", [](const Call&) { throw 7; }},
      {"throw error", [](const Call&) { throw std::runtime_error("escaped"); }},
      {"sleep", [](const Call&) { sleep_for_ever(); }},
      {"sleep with a child",
       [](const Call& call) {
         if (fork() == 0) sleep_for_ever();
         call.log("forked"), sleep_for_ever();
       }},
      {"spin deaf to signals",
       [](const Call&) {
         for (int s = 1; s < 32; ++s) std::signal(s, SIG_IGN);
         for (volatile bool spins = true; spins;) {
         }
       }},
      {"stop", [](const Call&) { raise(SIGSTOP); }},
      {"nothing", [](const Call&) {}},
      {"reply twice", [](const Call& call) { call.reply("a"), call.reply("b"); }},
      {"reply and fail", [](const Call& call) { call.reply("a"), call.fail("b"); }},
      {"fail and reply", [](const Call& call) { call.fail("a"), call.reply("b"); }},
      {"reply nothing", [](const Call& call) { call.reply(""); }},
      {"reply from null",
       [](const Call& call) { call.host.reply(call.host.context, nullptr, 10); }},
      {"reply too much",
       [](const Call& call) {
         call.host.reply(call.host.context, reinterpret_cast<const std::uint8_t*>(""), ~0ull);
       }},
      {"reply garbage", [](const Call& call) { call.reply(std::string(1000, '\xee')); }},
      {"reply and abort", [](const Call& call) { call.reply("half"), std::abort(); }},
      {"10000 lines",
       [](const Call& call) {
         for (int i = 0; i < 10'000; ++i) call.log("line " + std::to_string(i));
         call.reply("done");
       }},
      {"flood",
       [](const Call& call) {
         const std::string line(999, 'x');
         for (int i = 0; i < 30'000; ++i) std::puts(line.c_str());
         call.reply("done");
       }},
      {"flood without end",
       [](const Call&) {
         for (;;) std::puts("again");
       }},
      {"progress",
       [](const Call& call) {
         for (int i = 0; i < 1'000'000; ++i) call.host.progress(call.host.context, i / 1e6);
         call.reply("done");
       }},
      {"wild progress",
       [](const Call& call) {
         call.host.progress(call.host.context, 1.0 / 0.0);
         call.reply("done");
       }},
      {"ask for cancel",
       [](const Call& call) {
         while (call.host.cancelled(call.host.context) == 0) {
         }
         call.reply("stopped");
       }},
      {"what leaked", [](const Call& call) { call.reply(what_leaked()); }},
      {"pid", [](const Call& call) { call.reply(std::to_string(getpid())); }},
      {"change the process",
       [](const Call& call) {
         std::setlocale(LC_ALL, "C");
         setenv("LANGUAGE", "xx", 1);
         call.reply("done");
       }},
      {"forge short", [](const Call&) { forge("abc"), sleep_for_ever(); }},
      {"forge long", [](const Call&) { forge(std::string(60'000, 'a')), sleep_for_ever(); }},
      {"forge kind", [](const Call&) { forge(std::string(24, '\x7f')), sleep_for_ever(); }},
      {"forge reply without memory", [](const Call&) { forge_replied(10, -1), sleep_for_ever(); }},
      {"forge reply with a file", [](const Call&) { forge_replied(10, 1), sleep_for_ever(); }},
      {"forge reply of huge size", [](const Call&) { forge_replied(~0ull, 1), sleep_for_ever(); }},
      {"flood of packets",
       [](const Call&) {
         std::string packet(24, '\0');
         packet[0] = 4;
         for (;;) forge(packet);
       }},
      {"close the socket", [](const Call&) { close(3), sleep_for_ever(); }},
      {"close the output",
       [](const Call& call) {
         close(1), close(2);
         call.reply("done");
       }},
      {"overflow the stack", [](const Call&) { overflow_the_stack(0); }},
      {"take all memory",
       [](const Call&) {
         for (;;) std::memset(new char[1 << 24], 1, 1 << 24);
       }},
      {"free twice",
       [](const Call&) {
         void* volatile taken = std::malloc(32);
         std::free(taken);
         void* volatile again = taken;
         std::free(again);
         std::abort();
       }},
      {"start threads without end",
       [](const Call&) {
         for (;;) std::thread(sleep_for_ever).detach();
       }},
      {"count its calls",
       [](const Call& call) {
         static int calls = 0;
         remark(call, std::to_string(++calls));
       }},
      {"tell the time",
       [](const Call& call) {
         remark(call, std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
       }},
      {"no number", [](const Call& call) { remark(call, "", std::nan("")); }},
      {"no text", [](const Call& call) { remark(call, "\xff\xfe"); }},
      {"reply and linger",
       [](const Call& call) {
         call.reply("done");
         std::thread([] {
           std::this_thread::sleep_for(std::chrono::milliseconds(30));
           forge("late");
         }).detach();
       }},
  };
  return all;
}

std::int32_t run(const inroad_host* host, const inroad_inputs* inputs) {
  const Call call{*host, *inputs};
  const std::string_view own = wicked_deed;
  const std::string_view wish = own.empty() ? call.input(INROAD_INPUT_ATTACHMENT) : own;
  if (wish == "bad return") return 1;
  const auto deed = deeds().find(wish);
  if (deed == deeds().end())
    call.fail("no such case: " + std::string(wish));
  else
    deed->second(call);
  return 0;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const inroad_plugin* inroad_plugin_entry() {
  static const inroad_plugin plugin{sizeof(inroad_plugin), INROAD_ABI_VERSION, &run};
  return &plugin;
}
