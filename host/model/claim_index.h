// SPDX-License-Identifier: MIT
//
// Claims by their subject, so that resolving everybody is one pass over the claims. Points into the
// account it was made from; valid while that does not change.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/id_index.h"

namespace inroad {

// A claim and its place in the order of ids.
struct Said {
  const Claim* claim;
  std::uint32_t place;
};

class ClaimIndex {
 public:
  explicit ClaimIndex(const Account& account) : ClaimIndex(account, IdIndex(account)) {}
  ClaimIndex(const Account& account, const IdIndex& records);

  // In order of ids; the subject is a person or a tie of the account, by its id or its place.
  std::span<const Said> about_person(std::string_view id) const;
  std::span<const Said> about_person(std::size_t place) const { return people_.at(place); }
  std::span<const Said> about_tie(std::string_view id) const;
  std::span<const Said> about_tie(std::size_t place) const { return ties_.at(place); }

 private:
  // The claims about the subject at a place are those from starts[place] to starts[place + 1]; so
  // all of them are in the order of their subjects' ids. Without any claims there are no starts.
  struct Groups {
    std::vector<Said> claims;
    std::vector<std::uint32_t> starts;

    std::span<const Said> at(std::size_t place) const {
      if (starts.empty()) return {};
      return std::span(claims).subspan(starts[place], starts[place + 1] - starts[place]);
    }
  };
  template <class Subject>
  static Groups grouped(const Account& account, const IdIndex& records,
                        SmallText Claim::*subject);

  Groups people_, ties_;
};

}  // namespace inroad
