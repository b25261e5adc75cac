// @title@: who has many ties.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::Annotator {
  msg::AnnotationsT annotate(const sdk::Call& call, const msg::AnnotationRequest&) override {
    constexpr int many = 4;
    const sdk::Map map = call.map();
    std::vector<int> ties(map.people().size());
    for (const sdk::Tie tie : map.ties()) {
      ++ties[tie.from().index()];
      ++ties[tie.to().index()];
    }
    sdk::AnnotationsBuilder notes;
    for (const sdk::Person person : map.people())
      if (const int count = ties[person.index()]; count >= many)
        notes.note(person, "@target@", "yes", 0.5, sdk::tr("Ties counted: {}.", count));
    return notes.finish();
  }
};
INROAD_PLUGIN(@Class@)
