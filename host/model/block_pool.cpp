// SPDX-License-Identifier: MIT
#include "model/block_pool.h"

#include <cstdlib>
#include <new>

namespace inroad {

Block::Block(std::size_t size) : bytes_(std::malloc(size)) {
  if (bytes_ == nullptr) throw std::bad_alloc();
}

void Block::Free::operator()(void* bytes) const { std::free(bytes); }

}  // namespace inroad
