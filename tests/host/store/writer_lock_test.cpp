// SPDX-License-Identifier: MIT
//
// One writer at a time: the second is told who, readers go on, a killed writer leaves nothing to
// clean up.
#include "store/writer_lock.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "accounts.h"
#include "model/interchange.h"
#include "store/own_files.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::edit_of;
using inroad::test::new_title;
using inroad::test::refusal;
using inroad::test::ScratchFolder;
using inroad::test::two_people;

namespace {

// A process that holds the account for writing until it is killed, having made one edit.
class OtherWriter {
 public:
  explicit OtherWriter(const std::string& path) {
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    child_ = fork();
    if (child_ == 0) {
      alarm(60);  // should the test end without it
      AccountFile file = AccountFile::open(path, AccountFile::Access::write);
      file.commit(edit_of(file.account(), new_title));
      [[maybe_unused]] const auto told = write(ready[1], "x", 1);
      pause();
      _exit(0);
    }
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    close(ready[0]);
    close(ready[1]);
  }
  ~OtherWriter() { end(); }
  void end() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = 0;
  }

 private:
  pid_t child_ = 0;
};

std::string made_account(const ScratchFolder& scratch) {
  const std::string path = scratch / "a.inroad";
  AccountFile file = AccountFile::create(path, test::eastline());
  file.commit(edit_of(file.account(), two_people));
  return path;
}

}  // namespace

TEST_CASE("a second writer is refused and told who has the account open") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  const OtherWriter other(path);
  const Error error = refusal([&] { AccountFile::open(path, AccountFile::Access::write); });
  CHECK(error.kind == ErrorKind::failed);
  const std::string sentence = error.what();
  CHECK(sentence.find("test_store") != std::string::npos);
  CHECK(sentence.find("since 20") != std::string::npos);
  CHECK_FALSE(error.remedy.empty());
}

TEST_CASE("since when another has the account open is told by the reader's clock") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  setenv("SOURCE_DATE_EPOCH", "1795400000", 1);  // 2026-11-23 02:13 UTC
  setenv("TZ", "CST-8", 1);
  tzset();
  const OtherWriter other(path);
  const Error error = refusal([&] { AccountFile::open(path, AccountFile::Access::write); });
  unsetenv("SOURCE_DATE_EPOCH");
  unsetenv("TZ");
  tzset();
  CHECK_THAT(error.what(), Catch::Matchers::Contains("since 2026-11-23 10:13)"));
}

TEST_CASE("who may also read gets the account as it is, and the reason") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  const OtherWriter other(path);
  AccountFile file = AccountFile::open(path, AccountFile::Access::write_or_read);
  CHECK_FALSE(file.is_writable());
  CHECK(file.read_only_reason().find("test_store") != std::string::npos);
  CHECK(file.account().find<Person>("p1")->title == "CFO");
  const char* other_title =
      R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "COO"}]})";
  const Error error = refusal([&] { file.commit(edit_of(file.account(), other_title)); });
  CHECK(error.what() == file.read_only_reason());
}

TEST_CASE("nothing stands against writing: no reason, no lock left after closing") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::write_or_read);
    CHECK(file.is_writable());
    CHECK(file.read_only_reason().empty());
    CHECK(std::filesystem::exists(path + "-lock"));
  }
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("a killed writer's edit is there and its lock is taken over without a question") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  OtherWriter(path).end();
  CHECK(std::filesystem::exists(path + "-lock"));
  {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    CHECK(file.account().find<Person>("p1")->title == "CFO");
  }
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("the writer waits for one who is about to finish") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  OtherWriter other(path);
  const pid_t killer = fork();
  if (killer == 0) {
    usleep(300'000);
    other.end();
    _exit(0);
  }
  // The killer is no parent of the writer: it can kill but not wait; the lock goes all the same.
  CHECK_NOTHROW(AccountFile::open(path, AccountFile::Access::write));
  waitpid(killer, nullptr, 0);
}

TEST_CASE("looking at an account's first bytes does not cost the locks on it") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  AccountFile file = AccountFile::open(path, AccountFile::Access::write);
  CHECK(store::looks_like_account_file(path));
  // SQLite's shared lock on the file is a POSIX lock: another process must still see it.
  const pid_t child = fork();
  if (child == 0) {
    const int fd = open(path.c_str(), O_RDWR);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool is_seen = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    _exit(is_seen ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("what stands in the place of the lock and is no lock is not followed") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  SECTION("a link") {
    test::write_text(scratch / "precious", "precious");
    std::filesystem::create_symlink(scratch / "precious", path + "-lock");
  }
  SECTION("a pipe") { REQUIRE(mkfifo((path + "-lock").c_str(), 0600) == 0); }
  SECTION("a folder") { std::filesystem::create_directory(path + "-lock"); }
  CHECK(refusal([&] { AccountFile::open(path, AccountFile::Access::write); }).kind ==
        ErrorKind::failed);
  const AccountFile file = AccountFile::open(path, AccountFile::Access::write_or_read);
  CHECK_FALSE(file.read_only_reason().empty());
  if (std::filesystem::exists(scratch / "precious"))
    CHECK(test::read_text(scratch / "precious") == "precious");
}

TEST_CASE("an account under two names is shown but not written") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  std::filesystem::create_hard_link(path, scratch / "b.inroad");
  CHECK(refusal([&] { AccountFile::open(path, AccountFile::Access::write); }).kind ==
        ErrorKind::failed);
  const AccountFile file = AccountFile::open(path, AccountFile::Access::write_or_read);
  CHECK_FALSE(file.read_only_reason().empty());
  CHECK(file.account().find<Person>("p1") != nullptr);
}
