// SPDX-License-Identifier: MIT
//
// One of the networks collected in the field, imported as a user would.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/accounts.h"
#include "real_data.h"

namespace inroad::test {

/// Imports a table; the test fails if it cannot be.
void import_table(const std::string& table, const std::string& into,
                  const std::vector<std::string>& options);

/// One of the networks as an account file of its own.
class RealAccount {
 public:
  RealAccount(const std::string& name, const std::vector<std::string>& options);

  const std::string& file() const { return file_; }
  const std::vector<std::map<std::string, std::string>>& people() const { return people_; }
  /// The ids of those with this value in a column of the table of people.
  std::vector<std::string> ids(const std::string& column, const std::string& value) const;
  std::string id_of(const std::string& name) const;

  /// What these people are sure to think of us.
  void attitude(const std::vector<std::string>& people, const std::string& value);
  void setting(const std::string& name, const Json& value);
  /// Everybody passes on but opponents, what is stated is sure, a tie is worth `strength`.
  void uniform(double strength);

  /// `suggest --json` with options as they stand on the command line.
  Json advice(const std::vector<std::string>& options) const;

 private:
  void apply(const std::string& changes);

  ScratchFolder scratch_;
  std::string file_;
  std::vector<std::map<std::string, std::string>> people_;
};

std::string joined(const std::vector<std::string>& ids);

}  // namespace inroad::test
