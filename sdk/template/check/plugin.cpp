// @title@: people without a title.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::Check {
  msg::FindingsT check(const sdk::Call& call, const msg::CheckRequest&) override {
    sdk::FindingsBuilder findings;
    for (const sdk::Person person : call.map().people())
      if (person.kind() == msg::PersonKind::person && person.title().empty())
        findings.finding("no_title", msg::Severity::note, person,
                         sdk::tr("Nobody has written down what {} does.", person.name()));
    return findings.finish();
  }
};
INROAD_PLUGIN(@Class@)
