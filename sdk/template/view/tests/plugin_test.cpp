#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  expect(bundle.draw(Account()).cards.empty(), "an empty account gives an empty scene");

  Account account;
  const auto boss = account.person("Wei Lan");
  account.reports(account.person("Zhao Min"), boss);
  const auto scene = bundle.draw(account);
  expect(scene.cards.size() == 2, "everybody has a card");
  expect(scene.links.size() == 1, "a reporting line is a link");
  return finish();
}
