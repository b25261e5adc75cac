// SPDX-License-Identifier: MIT
//
// The advisor `carriers`: who among the client's people can carry our case to whoever decides.
#include <inroad/plugin.hpp>

#include "advice_maker.h"

namespace inroad::carriers {

class Carriers : public sdk::Advisor {
 public:
  msg::AdviceT advise(const sdk::Call& call, const msg::AdviceRequest& request) override {
    AdviceMaker maker(call.snapshot(), request);
    return maker.make([&](double share) { call.progress(share); });
  }
};

}  // namespace inroad::carriers

INROAD_PLUGIN(inroad::carriers::Carriers)
