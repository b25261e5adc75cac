// SPDX-License-Identifier: MIT
//
// Room for many objects of one type, taken in blocks and given back all at once. Whoever uses it
// destroys the objects that are left before the pool goes. Objects never move.
#pragma once
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace inroad {

template <class Object>
class BlockPool {
 public:
  BlockPool() = default;
  BlockPool(BlockPool&& other) noexcept { *this = std::move(other); }
  BlockPool& operator=(BlockPool&& other) noexcept {
    blocks_ = std::exchange(other.blocks_, {});
    free_ = std::exchange(other.free_, nullptr);
    used_ = std::exchange(other.used_, 0);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }

  Object* create(Object&& value) {
    return std::construct_at(reinterpret_cast<Object*>(room()->bytes), std::move(value));
  }
  void destroy(Object* object) {
    std::destroy_at(object);
    free_ = std::construct_at(reinterpret_cast<Room*>(object), Room{.next = free_});
  }

 private:
  union Room {
    Room* next;
    alignas(Object) std::byte bytes[sizeof(Object)];
  };
  static constexpr std::size_t first_size = 4, largest_size = 256;

  Room* room() {
    if (free_ != nullptr) return std::exchange(free_, free_->next);
    if (used_ == size_) {
      size_ = blocks_.empty() ? first_size : std::min(2 * size_, largest_size);
      blocks_.push_back(std::make_unique_for_overwrite<Room[]>(size_));
      used_ = 0;
    }
    return &blocks_.back()[used_++];
  }

  std::vector<std::unique_ptr<Room[]>> blocks_;
  Room* free_ = nullptr;             // given back, to be used again
  std::size_t used_ = 0, size_ = 0;  // of the last block
};

}  // namespace inroad
