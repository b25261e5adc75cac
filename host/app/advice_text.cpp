// SPDX-License-Identifier: MIT
//
// The advice as lines for people: order, path and weakest link lead; numbers only as words.
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
                  chance_in_words(advice_.coalition()->reach())));
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

  // Who has no name is called by the title, else by the id.
  std::string name(std::uint32_t person) const {
    const msg::Person& one = *snapshot_.root().people()->Get(person);
    for (const auto* text : {one.name(), one.title()})
      if (text && text->size() > 0) return text->str();
    return one.id()->str();
  }
  std::string names(const flatbuffers::Vector<std::uint32_t>& people, const char* between) const {
    std::string joined;
    for (const std::uint32_t person : people)
      joined += (joined.empty() ? "" : between) + name(person);
    return joined;
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
    std::string chance = chance_in_words(carrier.value());
    if (carrier.is_conditional()) chance = format(_("{0} {1}"), chance, _("(if we get to them)"));
    line(fmt::format("{:>3}  ", carrier.rank()) +
         format(_("{}: {}"), name(carrier.person()), chance));
    if (!carrier.routes() || carrier.routes()->size() == 0) return;
    const msg::Route& route = *carrier.routes()->Get(0);
    line("     " + names(*route.people(), " → "));
    if (carrier.rank() == 1 && route.weakest() >= 0) {
      const auto* ends =
          snapshot_.root().ties()->ends()->Get(static_cast<unsigned>(route.weakest()));
      line("     " +
           format(_("Weakest link: between {} and {}."), name(ends->from()), name(ends->to())));
    }
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
