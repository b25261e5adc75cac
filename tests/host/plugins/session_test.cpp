// SPDX-License-Identifier: MIT
//
// Calls that go well, in a process of their own and in this one, and what surrounds them: language,
// log, progress, threads.
#include <fcntl.h>

#include <cmath>
#include <cstdlib>
#include <thread>

#include "calls.h"
#include "plugins/fd.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

TEST_CASE("inputs reach the plugin and its answer comes back, byte for byte, in both modes") {
  const std::string big(3'000'001, 'b');
  const Input inputs[] = {{INROAD_INPUT_ATTACHMENT, bytes_of("echo")},
                          {INROAD_INPUT_REQUEST, bytes_of(std::string_view("r\0q", 3))},
                          {INROAD_INPUT_SNAPSHOT, bytes_of(big)},
                          {INROAD_INPUT_SCENE, bytes_of(std::string_view(big).substr(1, 50))},
                          {INROAD_INPUT_ADVICE, {}}};
  const std::string expected = "5:echo\n1:" + std::string("r\0q", 3) + "\n2:" + big +
                               "\n3:" + std::string(50, 'b') + "\n4:\nzh_CN\n" + INROAD_BAD_FOLDER;
  Session apart(wicked(), isolated());
  CHECK(text_of(apart.call(inputs, "zh_CN")) == expected);
  CHECK(text_of(apart.call(inputs, "zh_CN")) == expected);
  Session here(wicked(), in_process());
  CHECK(text_of(here.call(inputs, "zh_CN")) == expected);
}

TEST_CASE("one process serves the calls of a session and goes with it") {
  const std::size_t files = open_files();
  {
    Session session(wicked(), isolated());
    CHECK(children() == 0);
    const std::string pid = text_of(call(session, "pid"));
    CHECK(children() == 1);
    for (int i = 0; i < 20; ++i) CHECK(text_of(call(session, "pid")) == pid);
    Session other(wicked(), isolated());
    CHECK(text_of(call(other, "pid")) != pid);
    Session moved = std::move(session);
    CHECK(text_of(call(moved, "pid")) == pid);
  }
  CHECK(children() == 0);
  CHECK(open_files() == files);
}

TEST_CASE("a session outlives the thread of its first call") {
  Session session(wicked(), isolated());
  std::string pid;
  std::thread first([&] { pid = text_of(call(session, "pid")); });
  first.join();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(text_of(call(session, "pid")) == pid);
}

TEST_CASE("the plugin's words come in the language of the call, without installed locales") {
  // A catalogue by hand: one entry, "mentor".
  const TemporaryFolder folder;
  const auto place = folder.path() / "locale" / "zh_CN" / "LC_MESSAGES";
  std::filesystem::create_directories(place);
  std::ofstream(folder.path() / "zh.po")
      << "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
         "charset=UTF-8\\n\"\nmsgid \"mentor\"\nmsgstr \"导师\"\n";
  const std::string make = "msgfmt -o '" + (place / "wicked.mo").string() + "' '" +
                           (folder.path() / "zh.po").string() + "'";
  REQUIRE(std::system(make.c_str()) == 0);

  const bool is_apart = GENERATE(true, false);
  Bundle bundle = wicked();
  bundle.folder = folder.path();
  Session session(bundle, is_apart ? isolated() : in_process());
  CHECK(text_of(call(session, "translate", {}, "en")) == "mentor");
  CHECK(text_of(call(session, "translate", {}, "zh_CN")) == "导师");
  CHECK(text_of(call(session, "translate", {}, "en")) == "mentor");
}

TEST_CASE("what one call did to its process does not reach the next call's language") {
  Session session(wicked(), isolated());
  CHECK(text_of(call(session, "change the process")) == "done");
  CHECK_THAT(text_of(call(session, "echo", {}, "zh_CN")), Contains("\nzh_CN\n"));
}

TEST_CASE("the plugin process gets neither the user's environment nor open files of ours") {
  setenv("INROAD_TEST_SECRET", "token", 1);
  const Fd left_open(
      fcntl(0, F_DUPFD, 50));  // without close-on-exec, as other libraries leave theirs
  Session session(wicked(), isolated());
  const std::string leaked = text_of(call(session, "what leaked"));
  unsetenv("INROAD_TEST_SECRET");
  CHECK_THAT(leaked, !Contains("token"));
  CHECK_THAT(leaked, !Contains("HOME="));
  // The inputs of the call and the memory for its answer; nothing else.
  std::istringstream lines(leaked);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("fd ")) CHECK_THAT(line, Contains("memfd:inroad-input") || Contains("memfd:inroad-answer"));
}

TEST_CASE("log lines and output are kept, and a flood of them is cut") {
  Session session(wicked(), isolated());
  CHECK(call(session, "echo").log == std::vector<std::string>{"echoing"});

  const auto size_of_log = [](const Answer& answer) {
    std::size_t size = 0;
    for (const std::string& line : answer.log) size += line.size();
    return size;
  };
  const Answer lines = call(session, "10000 lines");
  CHECK(text_of(lines) == "done");
  CHECK(lines.log.front() == "line 0");
  CHECK(size_of_log(lines) < 66'000);
  const Answer flood = call(session, "flood");
  CHECK(text_of(flood) == "done");
  CHECK(size_of_log(flood) < 66'000);
  CHECK_THAT(flood.log.back(), Contains("more lines were left out"));
}

TEST_CASE("progress is told, at a bearable rate, and never beyond 0..1") {
  Session session(wicked(), isolated());
  std::vector<double> shares;
  const Watch watch{[&](double share) { shares.push_back(share); }, nullptr};
  CHECK(text_of(call(session, "echo", watch)).starts_with("5:echo"));
  CHECK(shares == std::vector<double>{0.5});
  shares.clear();
  call(session, "progress", watch);
  CHECK(!shares.empty());
  CHECK(shares.size() < 2000);
  shares.clear();
  call(session, "wild progress", watch);
  CHECK(shares.empty());
}

TEST_CASE("an empty answer is an answer, and one given before a crash is not") {
  Session session(wicked(), isolated());
  CHECK(call(session, "reply nothing").bytes.empty());
  CHECK_THAT(error_of(session, "reply and abort").what(), Contains("signal 6"));
  CHECK(text_of(call(session, "close the output")) == "done");
}

TEST_CASE("the time of a call is told as work inside and the rest") {
  Session session(wicked(), isolated());
  const Answer answer = call(session, "flood");
  CHECK(answer.plugin_ms > 0);
  CHECK(answer.call_ms > 0);
  CHECK(std::isfinite(answer.plugin_ms + answer.call_ms));
}

TEST_CASE("an error in the caller's own progress function leaves the session usable") {
  Session session(wicked(), isolated());
  const Watch watch{[](double) { throw std::runtime_error("mine"); }, nullptr};
  CHECK_THROWS_WITH(call(session, "echo", watch), "mine");
  CHECK_THAT(text_of(call(session, "echo")), Contains("echo"));
}
