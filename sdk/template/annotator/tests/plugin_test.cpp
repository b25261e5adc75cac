#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  expect(bundle.annotate(Account()).annotations.empty(), "an empty account gives no notes");

  Account account;
  const auto hub = account.person("Zhao Min");
  for (const char* name : {"A", "B", "C", "D"}) account.influences(hub, account.person(name));
  const auto notes = bundle.annotate(account);
  expect(notes.annotations.size() == 1, "one of them has many ties");
  expect(notes.annotations.at(0)->person == static_cast<int>(hub), "the one in the middle");
  return finish();
}
