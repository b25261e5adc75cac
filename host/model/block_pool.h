// SPDX-License-Identifier: MIT
//
// Room for many objects of one type, taken in blocks and given back all at once. Whoever uses it
// destroys the objects that are left before the pool goes. Objects never move.
#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace inroad {

// A piece of memory. Pages of a large one that nobody has written to yet take up none.
class Block {
 public:
  static constexpr std::size_t large = std::size_t{2} << 20;

  explicit Block(std::size_t size);
  void* data() const { return bytes_.get(); }

 private:
  struct Free {
    void operator()(void* bytes) const;
  };
  std::unique_ptr<void, Free> bytes_;
};

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

  // Takes over all objects of another pool; what room that had left is lost.
  void adopt(BlockPool&& other) {
    if (blocks_.empty()) {
      *this = std::move(other);
      return;
    }
    blocks_.insert(blocks_.begin(), std::make_move_iterator(other.blocks_.begin()),
                   std::make_move_iterator(other.blocks_.end()));
    other = {};
  }

  template <class... Arguments>
  Object* create(Arguments&&... arguments) {
    return std::construct_at(reinterpret_cast<Object*>(room()),
                             std::forward<Arguments>(arguments)...);
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
  static constexpr std::size_t first_size = 4;
  static constexpr std::size_t largest_size = Block::large / sizeof(Room);

  Room* room() {
    if (free_ != nullptr) return std::exchange(free_, free_->next);
    if (used_ == size_) {
      size_ = blocks_.empty() ? first_size : std::min(2 * size_, largest_size);
      blocks_.emplace_back(size_ == largest_size ? Block::large : size_ * sizeof(Room));
      used_ = 0;
    }
    return static_cast<Room*>(blocks_.back().data()) + used_++;
  }

  std::vector<Block> blocks_;
  Room* free_ = nullptr;             // given back, to be used again
  std::size_t used_ = 0, size_ = 0;  // of the last block
};

}  // namespace inroad
