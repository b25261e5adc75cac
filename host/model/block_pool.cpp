// SPDX-License-Identifier: MIT
#include "model/block_pool.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace inroad {

Block::Block(std::size_t size)
    : bytes_(size < large ? std::malloc(size) : std::aligned_alloc(large, size)) {
  if (bytes_ == nullptr) throw std::bad_alloc();
  if (size >= large) madvise(bytes_.get(), size, MADV_HUGEPAGE);  // a wish; refused is as well
}

void Block::Free::operator()(void* bytes) const { std::free(bytes); }

}  // namespace inroad
