#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  expect(bundle.read("").puts.empty(), "an empty file proposes nothing");

  const auto changes = bundle.read("Wei Lan;General Manager\n;nobody\nZhao \"Min\"");
  expect(changes.puts.size() == 2, "two lines are people");
  expect(changes.problems.size() == 1, "one line has no name");
  expect(changes.puts.at(1)->value == R"({"id": "Zhao \"Min\"", "name": "Zhao \"Min\""})",
         "a name may hold anything");
  return finish();
}
