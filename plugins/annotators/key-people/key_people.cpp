// SPDX-License-Identifier: MIT
//
// The annotator of the default method pack: what follows about the client's people.
#include <inroad/plugin.hpp>

#include "rules.h"

namespace inroad::annotators {
namespace {

class KeyPeople : public sdk::Annotator {
 public:
  msg::AnnotationsT annotate(const sdk::Call& call, const msg::AnnotationRequest&) override {
    const Beliefs beliefs(call.snapshot());
    msg::AnnotationsT notes;
    for (std::uint32_t person = 0; person < beliefs.people_count(); ++person) {
      if (!beliefs.is_of_client(person)) continue;
      note_contact(beliefs, person, notes);
      note_help_role(beliefs, person, notes);
      note_key_player(beliefs, person, notes);
      note_doubts(beliefs, person, notes);
      note_gap(beliefs, person, notes);
    }
    return notes;
  }
};

}  // namespace
}  // namespace inroad::annotators

using inroad::annotators::KeyPeople;
INROAD_PLUGIN(KeyPeople)
