// SPDX-License-Identifier: MIT
#include "plugins/plugin_host/confine.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>

#include "plugins/channel.h"

namespace inroad::plugins {

bool confine() {
  const rlimit no_core{0, 0};
  const rlimit file_size{max_answer_size, max_answer_size};
  // Not dumpable as well as no core size: a system's crash collector passes over the size alone.
  // Writing beyond the limit then fails with EFBIG, which becomes a fault with a sentence.
  std::signal(SIGXFSZ, SIG_IGN);
  return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_DUMPABLE, 0) == 0 && setrlimit(RLIMIT_CORE, &no_core) == 0 &&
         setrlimit(RLIMIT_FSIZE, &file_size) == 0;
}

}  // namespace inroad::plugins
