// SPDX-License-Identifier: MIT
//
// The advice as lines for people: order, path and weakest link lead; numbers stand behind their
// words.
#include "app/advice_words.h"
#include "app/suggest.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

class Teller {
 public:
  explicit Teller(const Advised& advised)
      : snapshot_(*advised.snapshot), advice_(advised.advice()) {}

  std::string whole() {
    heading();
    if (advice_.refusal()) line(advice_.refusal()->text()->str());
    if (advice_.carriers()) tell_carriers(*advice_.carriers());
    if (advice_.coalition() && advice_.coalition()->people() &&
        advice_.coalition()->people()->size() > 1)
      line(format(_("Together {}: {} that the case is heard (not that we win)."),
                  names(*advice_.coalition()->people(), " + "),
                  chance_with_digits(advice_.coalition()->reach())));
    section(_("Risks"), advice_.risks());
    section(_("Not to be sent"), advice_.barred());
    if (advice_.questions() && advice_.questions()->size() > 0) {
      line("");
      line(_("Ask next"));
      for (const msg::Question* question : *advice_.questions())
        line("  - " + question->text()->str());
    }
    section(_("Another opinion"), advice_.dissent());
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }

  std::string name(std::uint32_t person) const { return name_of(snapshot_, person); }
  std::string names(const flatbuffers::Vector<std::uint32_t>& people, const char* between) const {
    return names_of(snapshot_, people, between);
  }

  void heading() {
    const msg::Snapshot& root = snapshot_.root();
    const bool has_target = root.decision_makers() && root.decision_makers()->size() > 0;
    line(has_target
             ? format(_("Who can speak for us to {}"), names(*root.decision_makers(), comma()))
             : std::string(_("Who can speak for us")));
    if (root.deal() >= 0)
      line(root.deals()->Get(static_cast<unsigned>(root.deal()))->name()->str());
    line("");
  }

  // Those worth a line of their own; the many who could, but hardly, share one.
  void tell_carriers(const flatbuffers::Vector<flatbuffers::Offset<msg::Carrier>>& carriers) {
    constexpr double hardly = .05;
    constexpr unsigned always_told = 3;
    std::string others;
    for (const msg::Carrier* carrier : carriers) {
      if (carrier->value() >= hardly || carrier->rank() <= always_told)
        tell(*carrier);
      else
        others += (others.empty() ? "" : comma()) + name(carrier->person());
    }
    if (!others.empty()) line(format(_("Hardly: {}."), others));
    line("");
  }

  void tell(const msg::Carrier& carrier) {
    // Only what comes of reach is a chance.
    std::string chance = carrier.reach() ? chance_with_digits(carrier.value())
                                         : fmt::format("{:.2f}", carrier.value());
    if (carrier.is_conditional()) chance = format(_("{0} {1}"), chance, _("(if we get to them)"));
    line(fmt::format("{:>3}  ", carrier.rank()) +
         format(_("{}: {}"), name(carrier.person()), chance));
    const msg::Route* route = best_route(carrier);
    if (!route) return;
    line("     " + names(*route->people(), " → "));
    const std::string weakest = weakest_link(snapshot_, *route);
    if (carrier.rank() != 1) return;
    if (!weakest.empty()) line("     " + weakest);
    tell_gap(carrier);
    if (carrier.why())
      for (const msg::Reason* why : *carrier.why()) line("     · " + why->text()->str());
  }

  // How far the next is behind; nothing where several lead.
  void tell_gap(const msg::Carrier& leader) {
    if (advice_.carriers()->size() < 2 || advice_.carriers()->Get(1)->rank() == 1) return;
    const msg::Carrier& next = *advice_.carriers()->Get(1);
    line("     " + format(_("Ahead of {} by {}."), name(next.person()),
                          fmt::format("{:.2f}", leader.value() - next.value())));
  }

  template <class Reasons>
  void section(const char* title, const Reasons* reasons) {
    if (!reasons || reasons->size() == 0) return;
    line("");
    line(title);
    for (const msg::Reason* reason : *reasons) line("  - " + reason->text()->str());
  }

  const Snapshot& snapshot_;
  const msg::Advice& advice_;
  std::string text_;
};

}  // namespace

std::string advice_text(const Advised& advised) { return Teller(advised).whole(); }

}  // namespace inroad::app
