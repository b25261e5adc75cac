// SPDX-License-Identifier: MIT
//
// Libraries that go wrong while they are loaded; LOAD_CASE chooses, one library each.
#include <inroad/abi.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

[[maybe_unused]] static std::int32_t run(const inroad_host* host, const inroad_inputs*) {
  host->fail(host->context, "loaded", 6);
  return 0;
}
#define ENTRY \
  extern "C" __attribute__((visibility("default"))) const inroad_plugin* inroad_plugin_entry()
[[maybe_unused]] static const inroad_plugin good{sizeof(inroad_plugin), INROAD_ABI_VERSION, &run};

#if LOAD_CASE == 1  // no_entry
extern "C" __attribute__((visibility("default"))) int something_else() {
  return run(nullptr, nullptr);
}
#elif LOAD_CASE == 2   // newer_abi
ENTRY {
  static const inroad_plugin plugin{sizeof(inroad_plugin), 99, &run};
  return &plugin;
}
#elif LOAD_CASE == 3   // null_entry
ENTRY { return nullptr; }
#elif LOAD_CASE == 4   // null_run
ENTRY {
  static const inroad_plugin plugin{sizeof(inroad_plugin), INROAD_ABI_VERSION, nullptr};
  return &plugin;
}
#elif LOAD_CASE == 5   // small_struct
ENTRY {
  static const inroad_plugin plugin{4, INROAD_ABI_VERSION, &run};
  return &plugin;
}
#elif LOAD_CASE == 6   // entry_throws
ENTRY { throw std::runtime_error("not today"); }
#elif LOAD_CASE == 7   // init_throws
static const int ignored = (throw std::runtime_error("while loading"), 0);
ENTRY { return &good; }
#elif LOAD_CASE == 8   // init_exits
static const int ignored = (std::exit(0), 0);
ENTRY { return &good; }
#elif LOAD_CASE == 9   // init_hangs
static const int ignored = (pause(), 0);
ENTRY { return &good; }
#elif LOAD_CASE == 10  // missing_symbol
extern "C" int there_is_no_such_function();
static const int ignored = there_is_no_such_function();
ENTRY { return &good; }
#elif LOAD_CASE == 11  // larger_struct: built for a later host, with fields at the end
ENTRY {
  static const struct {
    inroad_plugin known;
    void* later[4];
  } plugin{{sizeof plugin, INROAD_ABI_VERSION, &run}, {}};
  return &plugin.known;
}
#elif LOAD_CASE >= 12  // note_newer_abi, note_older_abi, note_newer_sdk: must be refused unrun
#if LOAD_CASE == 12
constexpr std::uint32_t abi = 99, sdk = 1;
#elif LOAD_CASE == 13
constexpr std::uint32_t abi = 0, sdk = 1;
#else
constexpr std::uint32_t abi = INROAD_ABI_VERSION, sdk = 99;
#endif
static const inroad_note built_for __attribute__((section(".note.inroad"), used, aligned(4))) = {
    7, 8, INROAD_NOTE_BUILT_FOR, "Inroad", abi, sdk};
static const int ignored = (std::exit(0), 0);
ENTRY { return &good; }
#endif
