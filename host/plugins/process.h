// SPDX-License-Identifier: MIT
//
// One plugin process and the three ends the host holds of it. Killed with its whole group and
// reaped when this object goes; never a zombie, never an orphan.
#pragma once
#include <sys/types.h>

#include <filesystem>

#include "plugins/bundle.h"
#include "plugins/confinement.h"
#include "plugins/fd.h"

namespace inroad::plugins {

class Process {
 public:
  // Checks the bundle's library and starts a process that loads these very bytes; for a plugin that
  // is neither ours nor trusted, only where every wall stands. Throws Error(plugin) when the
  // library cannot be used or the program cannot be started.
  Process(const Bundle& bundle, const std::filesystem::path& program);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // The walls that would stand around the bundle's process. No code of it is loaded.
  static Confinement walls(const Bundle& bundle, const std::filesystem::path& program);

  int socket() const { return socket_.get(); }
  int output() const { return output_.get(); }  // non-blocking
  int pidfd() const { return pidfd_.get(); }    // readable once the process has ended

  // Alive, its last call ended by the rules, and silent since.
  bool can_be_reused() const;

  // Kept by the calls: whether the process has said that its library is loaded, and whether its
  // last call has ended by the rules.
  bool is_loaded = false;
  Confinement confinement;  // once it is loaded
  bool is_fit = true;

  // Kills what still runs and returns the wait status of the process.
  int end();

 private:
  Process(const Bundle& bundle, const std::filesystem::path& program, const Fd& library,
          const char* demand);

  Fd socket_, output_, pidfd_;
  pid_t pid_ = -1;
};

}  // namespace inroad::plugins
