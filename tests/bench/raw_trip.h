// SPDX-License-Identifier: MIT
//
// The peer of a plugin call: a process that takes bytes in sealed memory and gives as many back the
// same way, with nothing around it. Shares no code with what it is compared with.
#pragma once
#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inroad::bench {

class RawTrip {
 public:
  // Starts the other process: this program again, as `task raw-trip`.
  RawTrip();
  ~RawTrip();
  RawTrip(const RawTrip&) = delete;
  RawTrip& operator=(const RawTrip&) = delete;

  // There and back; the answer is mapped and one byte of each of its pages is read. Throws
  // std::system_error, and std::runtime_error when other bytes come back.
  void go(const std::vector<std::uint8_t>& bytes);

 private:
  int socket_ = -1;
  pid_t child_ = -1;
};

// The other side: answers on the socket 3 until it is closed.
void serve_raw_trips();

// Starts a program that does nothing and waits for its end.
void run_empty_process();

}  // namespace inroad::bench
