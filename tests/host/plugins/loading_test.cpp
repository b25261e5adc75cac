// SPDX-License-Identifier: MIT
//
// Libraries that cannot be loaded, or that go wrong while they are.
#include <elf.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>

#include "calls.h"
#include "plugins/elf_check.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string good_library() { return file_text(wicked().library); }

void check_refused(const Bundle& bundle, const std::string& sentence, bool is_apart = true) {
  CAPTURE(bundle.library, is_apart);
  Session session(bundle, is_apart ? isolated() : in_process());
  const Error error = error_of(session, "echo");
  CHECK(error.kind == ErrorKind::plugin);
  CHECK(error.where == bundle.id);
  CHECK_THAT(error.what(), Contains(bundle.title.at("en")));
  CHECK_THAT(error.what(), Contains(sentence));
  CHECK(children() == 0);
}

}  // namespace

TEST_CASE(
    "a library that is none, is cut short or is for another machine is refused before loading") {
  struct Case {
    const char* name;
    std::function<void(std::string&)> change;
    const char* sentence;
  };
  const auto header = [](std::string& text) { return reinterpret_cast<Elf64_Ehdr*>(text.data()); };
  const Case cases[] = {
      {"text",
       [](std::string& text) { text = "I am a library, honestly. " + std::string(500, ' '); },
       "not a shared library"},
      {"empty", [](std::string& text) { text.clear(); }, "not a shared library"},
      {"cut to 20", [](std::string& text) { text.resize(20); }, "cut short"},
      {"cut to 300", [](std::string& text) { text.resize(300); }, "cut short"},
      {"cut to 9000", [](std::string& text) { text.resize(9000); }, "cut short"},
      {"other machine", [&](std::string& text) { header(text)->e_machine = EM_S390; },
       "built for S/390"},
      {"32 bits", [](std::string& text) { text[EI_CLASS] = ELFCLASS32; }, "not built for 64 bits"},
      {"other byte order",
       [](std::string& text) { text[EI_DATA] = static_cast<char>(3 - text[EI_DATA]); },
       "other byte order"},
      {"program", [&](std::string& text) { header(text)->e_type = ET_EXEC; },
       "not a shared library"},
      {"no parts", [&](std::string& text) { header(text)->e_phnum = 0; }, "no parts"},
      {"odd parts", [&](std::string& text) { header(text)->e_phentsize = 1; }, "no parts"},
      {"parts beyond the end", [&](std::string& text) { header(text)->e_phoff = ~0ull - 10; },
       "cut short"},
  };
  const TemporaryFolder folder;
  for (const Case& one : cases) {
    std::string text = good_library();
    one.change(text);
    Bundle bundle = wicked();
    bundle.library = folder.path() / one.name;
    std::ofstream(bundle.library, std::ios::binary) << text;
    CAPTURE(one.name);
    check_refused(bundle, one.sentence);
    check_refused(bundle, one.sentence, false);
  }
}

TEST_CASE("a good library cut anywhere is refused or harmless, never a crash of the host") {
  const std::string good = good_library();
  const TemporaryFolder folder;
  CHECK(elf_problem(bytes_of(good)).empty());
  std::size_t refused = 0;
  for (std::size_t size = 0; size < good.size(); size += 97)
    refused += !elf_problem(bytes_of(good).first(size)).empty();
  CHECK(refused > 0);
  // What the check lets pass must also be harmless: only sections are missing then.
  for (std::size_t size = good.size() - 1;
       size > 0 && elf_problem(bytes_of(good).first(size)).empty();
       size -= std::min<std::size_t>(size, good.size() / 8)) {
    Bundle bundle = wicked();
    bundle.library = folder.path() / "cut.so";
    std::ofstream(bundle.library, std::ios::binary) << good.substr(0, size);
    Session session(bundle, isolated());
    CHECK_THAT(text_of(call(session, "echo")), Contains("echo"));
  }
}

TEST_CASE("a library that is missing, a folder or a pipe is refused") {
  const TemporaryFolder folder;
  Bundle bundle = wicked();
  bundle.library = folder.path() / "gone.so";
  check_refused(bundle, "No such file or directory");
  bundle.library = folder.path();
  check_refused(bundle, "Is a directory");
  bundle.library = folder.path() / "pipe";
  REQUIRE(mkfifo(bundle.library.c_str(), 0600) == 0);
  check_refused(bundle, "cannot be read");
  bundle.library.clear();
  check_refused(bundle, "data only");
}

TEST_CASE("a library without a usable entry is refused, in its process and in ours") {
  const bool is_apart = GENERATE(true, false);
  check_refused(bundle_of("no_entry"), "lacks the entry “inroad_plugin_entry”", is_apart);
  check_refused(bundle_of("newer_abi"), "built for version 99", is_apart);
  check_refused(bundle_of("null_entry"), "nothing that can be run", is_apart);
  check_refused(bundle_of("null_run"), "nothing that can be run", is_apart);
  check_refused(bundle_of("small_struct"), "nothing that can be run", is_apart);
  check_refused(bundle_of("entry_throws"), "failed while it was loaded: not today", is_apart);
  check_refused(bundle_of("missing_symbol"), "undefined symbol: there_is_no_such_function",
                is_apart);
}

TEST_CASE("a library for other versions is refused with both versions, and none of it runs") {
  const bool is_apart = GENERATE(true, false);
  check_refused(bundle_of("note_newer_abi"), "built for version 99 of the plugin interface",
                is_apart);
  check_refused(bundle_of("note_newer_abi"), "this program has version 1. Update Inroad", is_apart);
  check_refused(bundle_of("note_older_abi"), "Ask its author for a build for version 1", is_apart);
  check_refused(bundle_of("note_newer_sdk"), "built with version 99 of the plugin SDK", is_apart);
  check_refused(bundle_of("note_newer_sdk"), "this program has version 1. Update Inroad", is_apart);
}

TEST_CASE("the system's sentence about a library is shown without a wrong reason behind it") {
  Session session(bundle_of("missing_symbol"), isolated());
  const std::string sentence = error_of(session, "echo").what();
  CHECK_THAT(sentence, !Contains("boost"));
  CHECK_THAT(sentence, !Contains("Bad file descriptor"));
  CHECK_THAT(sentence, !Contains("Illegal seek"));
}

TEST_CASE("a library that dies while it is loaded is told like any death") {
  check_refused(bundle_of("init_throws"), "signal 6");
  check_refused(bundle_of("init_exits"), "ended with code 0");
  Bundle hanging = bundle_of("init_hangs");
  hanging.deadline_ms = 300;
  check_refused(hanging, "gave no answer within 0.3 s");
}

TEST_CASE("a library built for a later host, with more fields at the end, is used") {
  const bool is_apart = GENERATE(true, false);
  Session session(bundle_of("larger_struct"), is_apart ? isolated() : in_process());
  CHECK_THAT(error_of(session, "echo").what(), Contains("loaded"));
}

TEST_CASE("the bytes that were checked are the bytes that run") {
  // The file is replaced while the process lives; the next process takes the new one.
  const TemporaryFolder folder;
  Bundle bundle = wicked();
  bundle.library = folder.path() / "plugin.so";
  std::filesystem::copy_file(wicked().library, bundle.library);
  Session session(bundle, isolated());
  call(session, "echo");
  std::ofstream(bundle.library, std::ios::trunc) << "no library any more";
  CHECK_THAT(text_of(call(session, "echo")), Contains("echo"));
  error_of(session, "null");
  CHECK_THAT(error_of(session, "echo").what(), Contains("not a shared library"));
}
