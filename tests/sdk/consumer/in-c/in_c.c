/* SPDX-License-Identifier: MIT
 *
 * The least a plugin in C can be: it answers that it has no answer. */
#include <inroad/abi.h>

static int32_t run(const inroad_host *host, const inroad_inputs *inputs) {
  static const char why[] = "This plugin has no answer to anything.";
  (void)inputs;
  host->fail(host->context, why, sizeof why - 1);
  return 0;
}
INROAD_DEFINE_PLUGIN(run)
