// SPDX-License-Identifier: MIT
//
// Calls that go well, in a process of their own and in this one.
#include <cstdlib>

#include "calls.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;

TEST_CASE("inputs reach the plugin and its answer comes back, byte for byte") {
  const std::string big(3'000'001, 'b');
  const Input inputs[] = {{INROAD_INPUT_ATTACHMENT, bytes_of("echo")},
                          {INROAD_INPUT_REQUEST, bytes_of(std::string_view("r\0q", 3))},
                          {INROAD_INPUT_SNAPSHOT, bytes_of(big)},
                          {INROAD_INPUT_SCENE, {}}};
  const std::string expected = "5:echo\n1:" + std::string("r\0q", 3) + "\n2:" + big +
                               "\n3:\nzh_CN\n" + std::string(INROAD_BAD_FOLDER);
  Session apart(wicked(), isolated());
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
