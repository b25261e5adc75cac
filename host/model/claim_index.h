// SPDX-License-Identifier: MIT
//
// Claims by their subject, so that resolving everybody is one pass over the claims. Points into the
// account it was made from; valid while that does not change.
#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/account.h"

namespace inroad {

class ClaimIndex {
 public:
  explicit ClaimIndex(const Account& account);
  // In order of ids. Subject: a person's or a tie's id.
  const std::vector<const Claim*>& about_person(std::string_view id) const;
  const std::vector<const Claim*>& about_tie(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, std::vector<const Claim*>> people_, ties_;
};

}  // namespace inroad
