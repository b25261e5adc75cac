/* SPDX-License-Identifier: MIT
 *
 * The whole binary border between Inroad and a plugin: one exported symbol, one working function.
 * Everything else is messages (see the messages folder). Plain C11, no other header of ours needed.
 *
 * Rules: every struct starts with its own size; a reader uses only what that size covers, so fields
 * may be added at the end. No memory changes hands: bytes are valid for the length of the call and
 * are copied by whoever wants to keep them. No exception may cross. Numbers are never 0 by meaning.
 */
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Of this border, and of the messages this SDK knows ("sdk_version" in plugin.json). */
#define INROAD_ABI_VERSION 1u
#define INROAD_SDK_VERSION 1u

typedef struct inroad_bytes {
  const uint8_t *data;
  uint64_t size;
} inroad_bytes;

typedef enum inroad_input_kind {
  INROAD_INPUT_REQUEST = 1,    /* message Request */
  INROAD_INPUT_SNAPSHOT = 2,   /* message Snapshot */
  INROAD_INPUT_SCENE = 3,      /* message Scene, for exporters */
  INROAD_INPUT_ADVICE = 4,     /* message Advice, for exporters */
  INROAD_INPUT_ATTACHMENT = 5, /* a file's bytes, for importers */
} inroad_input_kind;

/* bytes.data is aligned to 8. Unknown kinds are to be passed over. */
typedef struct inroad_input {
  uint32_t kind;
  uint32_t reserved;
  inroad_bytes bytes;
} inroad_input;

typedef enum inroad_log_level { INROAD_LOG_INFO = 1, INROAD_LOG_WARNING = 2 } inroad_log_level;

/* What the host lends to one call. All functions may be called only from the thread that runs the
 * call, and only until run() returns. Texts are UTF-8 and need not end in 0. */
typedef struct inroad_host {
  uint32_t size;
  uint32_t abi_version;
  void *context;
  /* The answer: the finished message, or a file's bytes from an exporter. Once per call. [in-run]
   */
  void (*reply)(void *context, const uint8_t *data, uint64_t size);
  /* Why there is no answer, as a sentence in the request's language. Instead of reply. [in-run] */
  void (*fail)(void *context, const char *text, uint64_t size);
  /* How far the work is, 0..1. [in-run] */
  void (*progress)(void *context, double share);
  /* Not 0 when nobody waits for the answer any more: return soon. [in-run] */
  int32_t (*cancelled)(void *context);
  /* A line for the plugin's log, capped by the host. [in-run] */
  void (*log)(void *context, uint32_t level, const char *text, uint64_t size);
  /* The plugin's own folder, absolute, ends in 0; readable. */
  const char *bundle_folder;
} inroad_host;

typedef struct inroad_inputs {
  uint32_t size;
  uint32_t count;
  const inroad_input *items;
} inroad_inputs;

typedef struct inroad_plugin {
  uint32_t size;
  uint32_t abi_version; /* INROAD_ABI_VERSION at the time of building */
  /* Answers one call. 0 after reply or fail, anything else is a fault of the plugin. [in-run] */
  int32_t (*run)(const inroad_host *host, const inroad_inputs *inputs);
} inroad_plugin;

/* The one exported symbol. The answer stays valid while the library is loaded (it never is
 * unloaded). */
typedef const inroad_plugin *(*inroad_plugin_entry_function)(void);
#define INROAD_PLUGIN_ENTRY "inroad_plugin_entry"

/* What a library was built for, as an ELF note: read by the host before any of the library runs. */
typedef struct inroad_note {
  uint32_t name_size, content_size, type; /* 7, 8, INROAD_NOTE_BUILT_FOR */
  char name[8];                           /* "Inroad" */
  uint32_t abi_version, sdk_version;
} inroad_note;
#define INROAD_NOTE_BUILT_FOR 1u

/* Stand once in a plugin, outside of functions: INROAD_DEFINE_PLUGIN(function) for plugins in C,
 * where function is its run(). */
#define INROAD_DEFINE_NOTE                                           \
  static const inroad_note inroad_built_for                          \
      __attribute__((section(".note.inroad"), used, aligned(4))) = { \
          7, 8, INROAD_NOTE_BUILT_FOR, "Inroad", INROAD_ABI_VERSION, INROAD_SDK_VERSION};
#define INROAD_DEFINE_PLUGIN(function)                                                         \
  INROAD_DEFINE_NOTE                                                                           \
  __attribute__((visibility("default"))) const inroad_plugin *inroad_plugin_entry(void) {      \
    static const inroad_plugin plugin = {sizeof(inroad_plugin), INROAD_ABI_VERSION, function}; \
    return &plugin;                                                                            \
  }

#ifdef __cplusplus
}
#endif
