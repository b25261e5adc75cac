#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;
using inroad::msg::Attitude;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  expect(bundle.advise(Account()).refusal != nullptr, "an empty account is refused with a reason");

  Account account;
  const auto boss = account.person("Wei Lan"), friendly = account.person("Zhao Min", Attitude::supporter);
  account.decides(boss);
  account.influences(friendly, boss);
  account.influences(account.person("Ruth Okafor", Attitude::opponent), boss);
  const auto advice = bundle.advise(account);
  expect(advice.carriers.size() == 1, "only the supporter is listed");
  expect(advice.carriers.at(0)->person == friendly, "and it is she");
  return finish();
}
