// SPDX-License-Identifier: MIT
//
// An account file that has what it is to hold before it has its name: whole or not there.
#pragma once
#include <sys/types.h>

#include <functional>
#include <string>

#include "app/document.h"

namespace inroad::app {

// begin: makes an account of an empty file. fill: changes it. Never over another file:
// Error(failed).
void make_account(const std::string& path, mode_t mode,
                  const std::function<void(const std::string& part)>& begin,
                  const std::function<void(Document& document)>& fill);

// For `begin`: the id, name and unknown keys of that account, none of its records.
std::function<void(const std::string& part)> empty_like(const Account& account);

}  // namespace inroad::app
