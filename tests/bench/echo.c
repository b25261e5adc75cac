/* SPDX-License-Identifier: MIT
 *
 * The plugin whose calls are measured: answers with its snapshot, byte for byte. */
#include <inroad/abi.h>

static int32_t run(const inroad_host *host, const inroad_inputs *inputs) {
  for (uint32_t i = 0; i < inputs->count; ++i)
    if (inputs->items[i].kind == INROAD_INPUT_SNAPSHOT)
      host->reply(host->context, inputs->items[i].bytes.data, inputs->items[i].bytes.size);
  return 0;
}

INROAD_DEFINE_PLUGIN(run)
