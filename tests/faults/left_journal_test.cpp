// SPDX-License-Identifier: MIT
//
// An account whose journal came without the index beside it: what a copy by hand, or a system that
// went down, leaves. It is shown wherever it lies.
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "app/document.h"
#include "catch.h"
#include "faults/child.h"
#include "model/changes.h"
#include "program.h"

namespace inroad::test {

namespace fs = std::filesystem;

TEST_CASE("an account with a journal of nobody is shown from a full or read-only disk") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad", left = scratch / "left.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  {
    app::Document writing = app::Document::open(file, app::Document::Access::write);
    writing.apply(changes_from_json(
        parse_text(R"({"create":[{"record":"people","value":{"id":"p1","name":"Ann"}}]})", ""),
        ""));
    fs::copy_file(file, left);
    fs::copy_file(file + "-wal", left + "-wal");
  }
  fs::remove(file);
  for (const int error : {ENOSPC, EROFS, EACCES}) {
    for (const std::vector<std::string>& looking :
         {std::vector<std::string>{"show", left}, {"log", left}, {"export", left, "-o", "-"}}) {
      Child child(inroad_command(looking), {{"LD_PRELOAD", INROAD_FAULT_SHIM},
                                            {"INROAD_FAULT_FOLDER", scratch.path()},
                                            {"INROAD_FAULT_AT", "1"},
                                            {"INROAD_FAULT_UNTIL", "ever"},
                                            {"INROAD_FAULT_DO", "fail"},
                                            {"INROAD_FAULT_ERRNO", std::to_string(error)}});
      const int code = child.finish();
      INFO(looking[0] << ": " << std::strerror(error) << ": " << child.err());
      CHECK(code == 0);
      CHECK(child.out().find("Ann") != std::string::npos);
    }
  }
  CHECK(scratch.names() == std::vector<std::string>{"left.inroad", "left.inroad-wal"});
}

}  // namespace inroad::test
