// SPDX-License-Identifier: MIT
//
// Plugins that crash, hang, lie or vanish: each costs one Error(plugin) that names it, and nothing
// else.
#include <signal.h>

#include <chrono>
#include <thread>

#include "calls.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

struct Case {
  const char* wish;
  const char* sentence;  // a part of it
};

// The failure is told, and the same session answers the next call as if nothing had been.
void check_failure(Session& session, const Case& expected) {
  const std::size_t files = open_files();
  const Error error = error_of(session, expected.wish);
  CHECK(error.kind == ErrorKind::plugin);
  CHECK(error.where == "views/wicked");
  CHECK_THAT(error.what(), Contains("Test wicked"));
  CHECK_THAT(error.what(), Contains(expected.sentence));
  CHECK_THAT(error.remedy, Contains("Your account was not touched."));
  CHECK(children() <= 1);
  CHECK(open_files() <= files);
  CHECK_THAT(text_of(call(session, "echo")), Contains("echo"));
}

}  // namespace

TEST_CASE("a plugin that dies costs a sentence with the reason") {
  const auto expected =
      GENERATE(Case{"null", "signal 11"}, Case{"abort", "signal 6"},
               Case{"abort", "The last it wrote was: “an assertion failed”"},
               Case{"_exit 0", "ended with code 0"}, Case{"exit 7", "ended with code 7"},
               Case{"_exit in a thread", "ended with code 0"});
  CAPTURE(expected.wish);
  const std::size_t files = open_files();
  {
    Session session(wicked(), isolated());
    check_failure(session, expected);  // in a fresh process
    check_failure(session, expected);  // in one that has answered
  }
  CHECK(children() == 0);
  CHECK(open_files() == files);
}

TEST_CASE(
    "a plugin that breaks the rules of the border costs a sentence, in its process and in ours") {
  const auto expected = GENERATE(
      Case{"nothing", "finished without an answer"}, Case{"reply twice", "answered twice"},
      Case{"reply and fail", "answered twice"}, Case{"fail and reply", "answered twice"},
      Case{"throw int", "let an exception escape"}, Case{"throw error", "let an exception escape"},
      Case{"bad return", "reported an inner fault"}, Case{"reply from null", "more than 1024 MiB"},
      Case{"reply too much", "more than 1024 MiB"});
  CAPTURE(expected.wish);
  Session apart(wicked(), isolated());
  check_failure(apart, expected);
  Session here(wicked(), in_process());
  check_failure(here, expected);
}

TEST_CASE("a plugin that sends what no plugin process sends is stopped") {
  const auto wish =
      GENERATE("forge short", "forge long", "forge kind", "forge reply without memory",
               "forge reply with a file", "flood of packets", "close the socket");
  CAPTURE(wish);
  Session session(wicked(), isolated());
  check_failure(session, {wish, "sent something that is not an answer"});
}

TEST_CASE("an answer of a forged size is refused before memory is taken for it") {
  Session session(wicked(), isolated());
  check_failure(session, {"forge reply of huge size", "more than 1024 MiB"});
}

TEST_CASE("a plugin that is late is killed with all it has started") {
  const auto wish =
      GENERATE("sleep", "spin deaf to signals", "stop", "flood without end", "sleep with a child");
  CAPTURE(wish);
  Session session(wicked(400), isolated());
  const auto start = std::chrono::steady_clock::now();
  const Error error = error_of(session, wish);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  CHECK(error.kind == ErrorKind::plugin);
  CHECK(error.where == "views/wicked");
  CHECK_THAT(error.what(), Contains("gave no answer within 0.4 s and was stopped"));
  CHECK(children() == 0);
}

TEST_CASE("a plugin's child is killed with it") {
  Session session(wicked(400), without_walls());  // within them it has none
  // The grandchild holds the write end of this pipe through its inherited output only if it lives
  // on; so it is looked for by its command line instead.
  const auto running = [] {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      std::ifstream file(entry.path() / "cmdline");
      std::string line;
      std::getline(file, line);
      std::ifstream state(entry.path() / "stat");
      std::string stat;
      std::getline(state, stat);
      const bool is_zombie = stat.find(") Z ") != std::string::npos;
      if (line.find("plugin-host-without-walls") != std::string::npos && !is_zombie &&
          line.find(INROAD_BAD_FOLDER) != std::string::npos)
        ++count;
    }
    return count;
  };
  const std::size_t before = running();
  error_of(session, "sleep with a child");
  for (int i = 0; i < 100 && running() > before; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(running() <= before);
}

TEST_CASE("a call that nobody waits for any more is stopped at once") {
  Session session(wicked(), isolated());
  call(session, "echo");
  std::atomic<bool> is_cancelled = false;
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    is_cancelled = true;
  });
  const auto start = std::chrono::steady_clock::now();
  const Error error = error_of(session, "sleep", {{}, &is_cancelled});
  canceller.join();
  CHECK(error.kind == ErrorKind::failed);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  CHECK(children() == 0);
  CHECK_THAT(text_of(call(session, "echo")), Contains("echo"));
}

TEST_CASE("in this process a plugin can ask whether it is cancelled") {
  std::atomic<bool> is_cancelled = true;
  Session session(wicked(), in_process());
  CHECK(error_of(session, "ask for cancel", {{}, &is_cancelled}).kind == ErrorKind::failed);
}

TEST_CASE("a plugin process killed from outside costs the call it was in, and no other") {
  Session session(wicked(), isolated());
  const pid_t pid = std::stoi(text_of(call(session, "pid")));

  SECTION("while it works") {
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      kill(pid, SIGKILL);
    });
    const Error error = error_of(session, "sleep");
    killer.join();
    CHECK(error.kind == ErrorKind::plugin);
    CHECK_THAT(error.what(), Contains("signal 9"));
    CHECK(children() == 0);
  }
  SECTION("between two calls") {
    kill(pid, SIGKILL);
    // Until the kernel has ended it the next call may still meet it alive.
    for (int i = 0; i < 1000 && !std::ifstream("/proc/" + std::to_string(pid) + "/maps").get(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  CHECK(std::stoi(text_of(call(session, "pid"))) != pid);
}

TEST_CASE("a process that speaks between calls is not used again") {
  Session session(wicked(), isolated());
  const std::string pid = text_of(call(session, "pid"));
  CHECK(text_of(call(session, "reply and linger")) == "done");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(text_of(call(session, "pid")) != pid);
}

TEST_CASE("what a plugin says when it fails is kept word for word") {
  const std::string sentence = "Nobody here reports to anybody.";
  const bool is_apart = GENERATE(true, false);
  const Runner runner = is_apart ? isolated() : in_process();

  Session view(wicked(), runner);
  const Error trouble = error_of(view, "fail");
  CHECK(trouble.kind == ErrorKind::plugin);
  CHECK_THAT(trouble.what(), Contains(sentence));

  Bundle importer = wicked();
  importer.kind = Kind::importer;
  Session import(importer, runner);
  const Error refusal = error_of(import, "fail");
  CHECK(refusal.kind == ErrorKind::bad_input);
  CHECK_THAT(refusal.what(), Contains(sentence));

  CHECK_THAT(error_of(view, "fail with rubbish").what(), Contains("red  [31m \xEF\xBF\xBD end"));
  CHECK_THAT(error_of(view, "fail with nothing").what(), Contains("It gave no reason."));
}

TEST_CASE("a plugin that failed by the rules keeps its process") {
  Session session(wicked(), isolated());
  const std::string pid = text_of(call(session, "pid"));
  error_of(session, "fail");
  CHECK(text_of(call(session, "pid")) == pid);
}

TEST_CASE("a program that cannot be started is told") {
  Session session(wicked(), {"/nonexistent/inroad-plugin-host", false});
  const Error error = error_of(session, "echo");
  CHECK(error.kind == ErrorKind::plugin);
  CHECK_THAT(error.what(), Contains("could not be started"));
  CHECK_THAT(error.what(), Contains("/nonexistent/inroad-plugin-host"));
  // Any other program in its place says nothing, and that is no success.
  Session other(wicked(), {"/bin/true", false});
  CHECK_THAT(error_of(other, "echo").what(), Contains("ended with code 0"));
  CHECK(children() == 0);
}

TEST_CASE("thirty failures in a row leave nothing behind") {
  const std::size_t files = open_files();
  Session session(wicked(), isolated());
  for (int i = 0; i < 30; ++i)
    error_of(session, i % 3 == 0 ? "null" : i % 3 == 1 ? "nothing" : "_exit 0");
  CHECK(children() == 0);
  CHECK(open_files() == files);
}
