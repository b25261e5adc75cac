// SPDX-License-Identifier: MIT
#include "model/block_pool.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace inroad {

// A large one lies as the pages of two megabytes do, which are had at one go where the system has
// any to give; what it says to the request does not matter.
Block::Block(std::size_t size)
    : bytes_(size == large ? std::aligned_alloc(large, large) : std::malloc(size)) {
  if (bytes_ == nullptr) throw std::bad_alloc();
  if (size == large) madvise(bytes_.get(), large, MADV_HUGEPAGE);
}

void Block::Free::operator()(void* bytes) const { std::free(bytes); }

}  // namespace inroad
