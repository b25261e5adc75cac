// SPDX-License-Identifier: MIT
//
// What is remembered of plugins between runs: which the user has switched off, which may run where
// a wall is missing, and which have failed lately. One small JSON file in the user's data folder,
// replaced whole under a lock; where it cannot be written, nothing is remembered and nothing else
// happens. Thread-safe by the lock.
#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>

#include "model/value.h"
#include "plugins/bundle.h"

namespace inroad::plugins {

// set_aside: why it is not called any more, the sentence of its last failure; empty while it is.
struct Remembered {
  bool is_disabled = false;
  bool is_trusted = false;
  std::string set_aside;
};

// A plugin is known by its folder; a yes counts for the files as they were when it was given.
class Register {
 public:
  using Seconds = std::chrono::sys_seconds;
  static constexpr std::chrono::minutes memory{5};
  static constexpr std::size_t most_failures = 2;

  // file: need not be there; empty = nothing is remembered.
  explicit Register(std::filesystem::path file);

  // All that is remembered, as the file was when it was read.
  class Reading {
   public:
    Remembered of(const Bundle& bundle) const;

   private:
    friend Register;
    explicit Reading(Value all) : all_(std::move(all)) {}
    Value all_;
  };
  Reading read() const;
  Remembered of(const Bundle& bundle) const { return read().of(bundle); }

  // Throw Error(failed) when it cannot be kept.
  void disable(const Bundle& bundle);
  void enable(const Bundle& bundle);  // also takes back that it was set aside
  void set_trust(const Bundle& bundle, bool is_trusted);
  void forget(const Bundle& bundle);

  // True when this failure, the second within five minutes, sets it aside.
  bool note_failure(const Bundle& bundle, const std::string& sentence, Seconds now) const;

 private:
  std::filesystem::path file_;
};

}  // namespace inroad::plugins
