#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  expect(bundle.check(Account()).findings.empty(), "an empty account has no findings");

  Account account;
  account.person("Wei Lan");
  account.snapshot.people.at(0)->title = "General Manager";
  const auto other = account.person("Zhao Min");
  const auto found = bundle.check(account);
  expect(found.findings.size() == 1, "one of them has no title");
  expect(found.findings.at(0)->about.at(0).index() == other, "the other one");
  return finish();
}
