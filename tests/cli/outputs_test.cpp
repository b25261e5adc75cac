// SPDX-License-Identifier: MIT
//
// Where commands write: never over an account or what lies beside one, into devices and pipes
// rather than over them, no more open to others than the account, and with nothing left behind when
// they are stopped.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

namespace fs = std::filesystem;

std::string made_account(const ScratchFolder& scratch, const std::string& name = "a.inroad") {
  const std::string file = scratch / name;
  REQUIRE(inroad({"import", "-", "--into", file}, Sketch().person("p1").text()).exit_code == 0);
  return file;
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777u;
}

bool names(const Ran& ran, const std::string& what) {
  return ran.err.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("what is exported or drawn never takes the place of an account or its sidecars") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), other = made_account(scratch, "b.inroad");
  fs::copy_file(other, scratch / "hidden.json");
  fs::create_symlink(other, scratch / "link.json");
  fs::create_symlink(scratch / "b.inroad-wal", scratch / "journal.json");
  const std::string before = read_text(other);
  for (const std::string& name :
       {file, other, scratch / "hidden.json", scratch / "link.json", scratch / "journal.json",
        scratch / "b.inroad-wal", scratch / "b.inroad-shm", scratch / "b.inroad-lock",
        scratch / "b.inroad-journal", scratch / "hidden.json-wal", scratch / "new.inroad"}) {
    const std::vector<std::string> names_before = scratch.names();
    for (const char* format : {"json", "svg"}) {
      const Ran ran =
          inroad({"export", file, "--format", format, "--view", "org-chart", "-o", name});
      INFO(name << ": " << ran.err);
      CHECK(ran.exit_code == 1);
      CHECK(names(ran, fs::path(name).filename()));
      CHECK(scratch.names() == names_before);
    }
  }
  CHECK(read_text(other) == before);
  CHECK(read_text(scratch / "hidden.json") == before);
  CHECK(inroad({"show", file}).exit_code == 0);
}

TEST_CASE("a device or a pipe in the output's place is written into and stays") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), wanted = inroad({"export", file, "-o", "-"}).out;
  CHECK(inroad({"export", file, "--format", "json", "-o", "/dev/null"}).exit_code == 0);
  CHECK(fs::is_character_file("/dev/null"));
  const std::string pipe = scratch / "pipe.json";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const Ran unread = inroad({"export", file, "-o", pipe});
  CHECK(unread.exit_code == 1);
  CHECK(names(unread, "pipe.json"));
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  CHECK(inroad({"export", file, "-o", pipe}).exit_code == 0);
  std::string heard(wanted.size() + 1, '\0');
  heard.resize(static_cast<std::size_t>(read(reader, heard.data(), heard.size())));
  close(reader);
  CHECK(heard == wanted);
  CHECK(fs::is_fifo(pipe));
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "pipe.json"});
}

TEST_CASE("copies of an account are no more open to others than it is") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  REQUIRE(chmod(file.c_str(), 0600) == 0);
  CHECK(inroad({"copy", file, scratch / "copy.inroad"}).exit_code == 0);
  CHECK(inroad({"copy", file, scratch / "cut.inroad", "--share", "names-only"}).exit_code == 0);
  CHECK(inroad({"repair", file, "-o", scratch / "repaired.inroad"}).exit_code == 0);
  CHECK(inroad({"merge", file, file, file, "-o", scratch / "merged.inroad"}).exit_code == 0);
  CHECK(inroad({"export", file, "-o", scratch / "out.json"}).exit_code == 0);
  CHECK(inroad({"draw", file, "--view", "org-chart", "-o", scratch / "out.svg"}).exit_code == 0);
  for (const std::string& name : scratch.names()) {
    INFO(name);
    CHECK(mode_of(scratch / name) == 0600);
  }
}

TEST_CASE("a file over the user's limit is told of, and nothing is left") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  const Ran ran =
      run("sh", {"-c", "ulimit -f 1; exec \"$0\" --lang en copy \"$1\" \"$2\"",
                 std::string(INROAD_BIN_FOLDER) + "/inroad", file, scratch / "copy.inroad"});
  INFO(ran.err);
  CHECK(ran.exit_code == 1);
  CHECK(names(ran, "copy.inroad"));
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("each line of changes is acknowledged before the next one is given") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  int to[2], from[2];
  REQUIRE((pipe2(to, O_CLOEXEC) == 0 && pipe2(from, O_CLOEXEC) == 0));
  const std::string program = std::string(INROAD_BIN_FOLDER) + "/inroad";
  const pid_t child = fork();
  if (child == 0) {
    dup2(to[0], 0);
    dup2(from[1], 1);
    execl(program.c_str(), "inroad", "apply", file.c_str(), "-", nullptr);
    _exit(127);
  }
  close(to[0]);
  close(from[1]);
  for (const char* id : {"p7", "p8"}) {
    const std::string line = R"({"create":[{"record":"people","value":{"name":"N","id":")" +
                             std::string(id) + "\"}}]}\n";
    REQUIRE(write(to[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    pollfd answer{from[0], POLLIN, 0};
    REQUIRE(poll(&answer, 1, 30'000) == 1);
    char said[16] = {};
    REQUIRE(read(from[0], said, sizeof said) > 0);
    CHECK(std::string(said).starts_with("ack "));
  }
  close(to[1]);
  int status = 0;
  waitpid(child, &status, 0);
  close(from[0]);
  CHECK(status == 0);
}

TEST_CASE("an edit of a day's last second is of that day") {
  const ScratchFolder scratch;
  const std::string copy = scratch / "b.inroad";
  REQUIRE(inroad({"new", copy}).exit_code == 0);
  const std::string line =
      R"({"create":[{"record":"people","value":{"id":"p9","name":"N"}}],"time":"2026-03-01T23:59:59Z"})";
  REQUIRE(inroad({"apply", copy, "-"}, line + "\n").exit_code == 0);
  CHECK(inroad({"show", copy, "p9", "--as-of", "2026-03-01"}).exit_code == 0);
  CHECK(inroad({"show", copy, "p9", "--as-of", "2026-02-28"}).exit_code == 2);
}

TEST_CASE("a database of another program is no account, for show and for repair") {
  const ScratchFolder scratch;
  const std::string file = scratch / "other.db";
  if (run("python3", {"-c",
                      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
                      "c.execute('create table t(x)'); c.commit()",
                      file})
          .exit_code != 0)
    return;
  const Ran shown = inroad({"show", file});
  CHECK(shown.exit_code == 3);
  CHECK_FALSE(names(shown, "inroad repair"));
  const Ran repaired = inroad({"repair", file, "-o", scratch / "b.inroad"});
  CHECK(repaired.exit_code == 3);
  CHECK(names(repaired, "other.db"));
  CHECK(scratch.names() == std::vector<std::string>{"other.db"});
}

TEST_CASE("an empty date is none, and an account is not imported but merged") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  CHECK(inroad({"show", file, "--as-of", ""}).exit_code == 2);
  CHECK(inroad({"show", file, "--observed-by", ""}).exit_code == 2);
  CHECK(inroad({"--today", "", "show", file}).exit_code == 2);
  const Ran ran = inroad({"import", file, "--into", scratch / "b.inroad"});
  CHECK(ran.exit_code == 3);
  CHECK(names(ran, "inroad merge"));
}

TEST_CASE("line ends and tabs in names begin no line of their own, and JSON keeps them") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad", other = scratch / "b.json";
  const std::string forged = "Ann\n  1  2026-01-01T00:00:00Z  Forged\r\tline";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const Json create = {
      {"create",
       {{{"record", "people"}, {"value", {{"id", "p1"}, {"name", forged}, {"title", forged}}}}}}};
  REQUIRE(inroad({"apply", file, "-"}, create.dump() + "\n").exit_code == 0);
  write_text(other, R"({"format": "inroad/1"})");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"show", file},
                                                {"show", file, "p1"},
                                                {"show", file, forged},
                                                {"show", file, "p1", "--access-report"},
                                                {"log", file},
                                                {"diff", other, file},
                                                {"forget", file, "p1", "--dry-run"},
                                                {"suggest", file, "--to", forged},
                                                {"undo", file},
                                                {"show", file, "none\nForged"}}) {
    const Ran ran = inroad(words);
    const std::string said = ran.out + ran.err;
    INFO(words[0] << ": " << said);
    CHECK(said.find("Forged") != std::string::npos);
    CHECK(said.find("\n  1  2026-01-01T00:00:00Z  Forged") == std::string::npos);
    CHECK(said.find("\nForged") == std::string::npos);
    CHECK(said.find_first_of("\r\t") == std::string::npos);
  }
  REQUIRE(inroad({"redo", file}).exit_code == 0);
  CHECK(parsed(inroad({"show", file, "p1", "--json"}))["person"]["name"] == forged);
}

TEST_CASE("what names hold does not reach the terminal as commands, and JSON keeps it") {
  const std::string evil =
      "Ann\x1b[2J\r\x7f\xc2\x9b"
      "31m\xe2\x80\xaegnp";
  const std::string text = Sketch().person("p\x1b]1", "", {{"name", evil}}).text();
  for (const std::vector<std::string>& shown : {std::vector<std::string>{"show", "-"},
                                                {"show", "-", "p\x1b]1"},
                                                {"show", "-", "none\x1b"}}) {
    const Ran ran = inroad(shown, text);
    for (const char* control : {"\x1b", "\r", "\x7f", "\xc2\x9b", "\xe2\x80\xae"}) {
      CHECK(ran.out.find(control) == std::string::npos);
      CHECK(ran.err.find(control) == std::string::npos);
    }
    CHECK((ran.out + ran.err).find("\\u001b") != std::string::npos);
  }
  CHECK(parsed(inroad({"export", "-", "-o", "-"}, text))["people"][0]["name"] == evil);
}

TEST_CASE("what cannot be seen or turns the text is written out for a terminal, and kept in JSON") {
  const ScratchFolder scratch;
  Sketch sketch;
  const std::string name = "A\u200eB\u200fC\u061cD\ufeffE\U000e0041F\u200dG赵";
  sketch.person("p1", {}, {{"name", name}});
  write_text(scratch / "a.json", sketch.text());
  const Ran shown = inroad({"show", scratch / "a.json", "p1"});
  CHECK_THAT(shown.out, Catch::Contains("A\\u200eB\\u200fC\\u061cD\\ufeffE\\U000e0041F\u200dG赵"));
  CHECK_THAT(inroad({"show", scratch / "a.json", "p1", "--json"}).out, Catch::Contains(name));
}

TEST_CASE("whoever stops reading ends the program without a word") {
  const ScratchFolder scratch;
  Sketch sketch;
  for (int i = 0; i < 4000; ++i) sketch.person("p" + std::to_string(i), "neutral");
  write_text(scratch / "a.json", sketch.text());
  const Ran ran =
      run("bash", {"-c", "\"$0\" --lang en export \"$1\" -o - | head -1; exit ${PIPESTATUS[0]}",
                   std::string(INROAD_BIN_FOLDER) + "/inroad", scratch / "a.json"});
  CHECK(ran.exit_code == 128 + SIGPIPE);
  CHECK(ran.err.empty());
}

TEST_CASE("an import into an account that is being written says who does, and what to do") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  int to[2];
  REQUIRE(pipe2(to, O_CLOEXEC) == 0);
  const std::string program = std::string(INROAD_BIN_FOLDER) + "/inroad";
  const pid_t child = fork();
  if (child == 0) {  // an import that waits for its source
    dup2(to[0], 0);
    execl(program.c_str(), "inroad", "import", "-", "--into", file.c_str(), nullptr);
    _exit(127);
  }
  close(to[0]);
  for (int i = 0; i < 500 && !fs::exists(file + "-lock"); ++i) usleep(20'000);
  const Ran second = inroad({"import", "-", "--into", file}, Sketch().person("p2").text());
  CHECK(second.exit_code == 1);
  CHECK(names(second, "has this account open for writing (inroad on"));
  CHECK(names(second, "try again"));
  // Nobody can forget or remove anything in between, either.
  CHECK(inroad({"forget", file, "p1"}).exit_code == 1);
  close(to[1]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(inroad({"import", "-", "--into", file}, Sketch().person("p2").text()).exit_code == 0);
}

TEST_CASE("a deal asked for where there is none is told so without an empty list") {
  const Ran ran = inroad({"show", "-", "--deal", "d1"}, Sketch().person("p1").text());
  CHECK(ran.exit_code == 2);
  CHECK(names(ran, "It has no deals"));
}

}  // namespace inroad::test
