#include <inroad/testing.hpp>

using namespace inroad::sdk::testing;
namespace msg = inroad::msg;

int main() {
  const Bundle bundle(INROAD_BUNDLE_FOLDER);
  msg::ExportRequestT ask;
  ask.title = "A map";
  ask.faces.push_back(std::make_unique<msg::FaceT>());
  ask.faces.back()->spoken = "Wei Lan, General Manager";
  expect(bundle.write(Account(), {}, std::move(ask)) == "A map\nWei Lan, General Manager\n",
         "the title and a line for each card");
  return finish();
}
