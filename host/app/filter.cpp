// SPDX-License-Identifier: MIT
#include "app/filter.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/error.h"
#include "model/field_values.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

std::string_view text(const flatbuffers::String* string) {
  return string == nullptr ? std::string_view() : string->string_view();
}

class Chooser {
 public:
  Chooser(const Snapshot& snapshot, const FacetBook& facets,
          const std::function<Id(const Id&)>& id_seen)
      : root_(snapshot.root()),
        facets_(facets),
        id_seen_(id_seen),
        is_shown_(snapshot.people_count(), true) {}

  Cut run(const Filters& filters) {
    if (!filters.units.empty()) keep_units(filters.units);
    if (!filters.sides.empty()) keep_sides(filters.sides);
    keep_facets(filters.facets);
    Cut cut;
    if (!filters.units.empty() || !filters.sides.empty() || !filters.facets.empty()) {
      cut.shown.emplace();
      for (std::uint32_t i = 0; i < is_shown_.size(); ++i)
        if (is_shown_[i]) cut.shown->push_back(i);
    }
    if (!said_.empty()) cut.said = format(_("Only {}"), said_);
    for (const std::string& typed : filters.folds) cut.folded.push_back(person(typed));
    return cut;
  }

 private:
  // The place in the list of the record typed: its id, else its name if that is there once.
  template <class List>
  std::vector<std::uint32_t> meant(const List* list, const std::string& typed) const {
    std::vector<std::uint32_t> named;
    const Id id = id_seen_(typed);
    for (std::uint32_t i = 0; list != nullptr && i < list->size(); ++i) {
      if (text(list->Get(i)->id()) == id) return {i};
      if (text(list->Get(i)->name()) == typed) named.push_back(i);
    }
    return named;
  }

  std::uint32_t person(const std::string& typed) const {
    const auto found = meant(root_.people(), typed);
    if (found.size() == 1) return found.front();
    if (found.empty())
      throw Error(ErrorKind::usage, format(_("There is nobody called \"{}\" to be drawn."), typed),
                  "--fold", _("Give the person's id or full name as the picture has it."));
    throw Error(ErrorKind::usage, format(_("Several people are called \"{}\"."), typed), "--fold",
                _("Give the id instead."));
  }

  void say(const std::string& what) { said_ += (said_.empty() ? "" : comma()) + what; }

  void keep_units(const std::vector<std::string>& typed) {
    const auto* units = root_.units();
    std::vector<bool> is_chosen(units == nullptr ? 0 : units->size());
    for (const std::string& one : typed) {
      const auto found = meant(units, one);
      if (found.empty())
        throw Error(ErrorKind::usage, format(_("There is no unit \"{}\" to be drawn."), one),
                    "--unit", unit_names());
      // Units of one name are one choice: a picture cannot tell them apart.
      for (const std::uint32_t unit : found) is_chosen[unit] = true;
      say(std::string(text(units->Get(found.front())->name())));
    }
    keep([&](std::uint32_t i) {
      int unit = root_.people()->Get(i)->unit();
      // A circle of units cannot go on longer than there are units.
      for (std::size_t steps = 0; unit >= 0 && steps <= is_chosen.size(); ++steps) {
        if (is_chosen[static_cast<std::size_t>(unit)]) return true;
        unit = units->Get(static_cast<unsigned>(unit))->parent();
      }
      return false;
    });
  }

  std::string unit_names() const {
    std::vector<std::string_view> names;
    constexpr std::size_t shown = 20;
    for (std::uint32_t i = 0; root_.units() != nullptr && i < root_.units()->size(); ++i)
      if (names.size() < shown) names.push_back(text(root_.units()->Get(i)->name()));
    if (names.empty()) return _("The picture has no units.");
    return format(_("The units are: {}."), listed(names));
  }

  void keep_sides(const std::vector<std::string>& typed) {
    std::set<Side> sides;
    for (const std::string& one : typed) {
      const auto found = std::ranges::find_if(msg::EnumValuesSide(), [&](Side side) {
        return side != Side::unset && one == msg::EnumNameSide(side);
      });
      if (found == std::end(msg::EnumValuesSide()))
        throw Error(ErrorKind::usage, format(_("There is no side \"{}\"."), one), "--side",
                    _("The sides are: client, us, partner, rival."));
      sides.insert(*found);
      say(closed_word("side", one));
    }
    keep([&](std::uint32_t i) {
      const Side side = root_.people()->Get(i)->side();
      return sides.contains(side == Side::unset ? Side::client : side);
    });
  }

  void keep_facets(const std::vector<std::string>& typed) {
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> wanted;
    for (const std::string& one : typed) {
      const std::size_t equals = one.find('=');
      if (equals == std::string::npos || equals == 0 || equals + 1 == one.size())
        throw Error(ErrorKind::usage,
                    format(_("\"{}\" does not say which facet and which value."), one), "--facet",
                    _("Write it as FACET=VALUE, for example attitude=supporter."));
      wanted[one.substr(0, equals)].insert(one.substr(equals + 1));
      say(facets_.label(one.substr(0, equals), one.substr(equals + 1)));
    }
    for (const auto& [facet, values] : wanted) {
      check(facet, values);
      keep_facet(facet, values);
    }
  }

  void check(const std::string& facet, const std::set<std::string, std::less<>>& values) const {
    const Facet* known = facets_.find(facet);
    if (known == nullptr && !is_claimed(facet)) {
      std::vector<std::string_view> names;
      for (const Facet& one : facets_.all()) names.push_back(one.id);
      throw Error(ErrorKind::usage, format(_("There is no facet \"{}\"."), facet), "--facet",
                  format(_("The facets are: {}."), listed(names)));
    }
    if (known == nullptr || known->values.empty()) return;
    std::vector<std::string_view> codes;
    for (const auto& value : known->values) codes.push_back(value.code);
    for (const std::string& value : values)
      if (value != "unknown" && std::ranges::find(codes, value) == codes.end())
        throw Error(ErrorKind::usage,
                    format(_("The facet {0} has no value \"{1}\"."), facet, value), "--facet",
                    format(_("Its values are: {}."), listed(codes)));
  }

  bool is_claimed(std::string_view facet) const {
    if (root_.claims() == nullptr) return false;
    return std::any_of(root_.claims()->begin(), root_.claims()->end(),
                       [&](const msg::Claim* claim) { return text(claim->facet()) == facet; });
  }

  // "unknown" fits those of whom nothing is said, too.
  void keep_facet(std::string_view facet, const std::set<std::string, std::less<>>& values) {
    std::vector<bool> fits(is_shown_.size()), is_said(is_shown_.size());
    if (root_.claims() != nullptr)
      for (const msg::Claim* claim : *root_.claims()) {
        if (!claim->is_current() || claim->person() < 0 || text(claim->facet()) != facet) continue;
        const auto person = static_cast<std::size_t>(claim->person());
        is_said[person] = true;
        if (values.contains(text(claim->value()))) fits[person] = true;
      }
    const bool with_unsaid = values.contains("unknown");
    keep([&](std::uint32_t i) { return fits[i] || (with_unsaid && !is_said[i]); });
  }

  template <class Fits>
  void keep(Fits fits) {
    for (std::uint32_t i = 0; i < is_shown_.size(); ++i) is_shown_[i] = is_shown_[i] && fits(i);
  }

  const msg::Snapshot& root_;
  const FacetBook& facets_;
  const std::function<Id(const Id&)>& id_seen_;
  std::vector<bool> is_shown_;
  std::string said_;
};

}  // namespace

void require_seen_facets(const Filters& filters, const ShareProfile& profile) {
  if (profile.is_everything) return;
  const auto holds = [](const std::vector<std::string>& list, std::string_view one) {
    return std::ranges::find(list, one) != list.end();
  };
  const bool has_beliefs =
      holds(profile.allowed, "claims.facet") && holds(profile.allowed, "claims.value");
  for (const std::string& typed : filters.facets) {
    const std::string facet = typed.substr(0, typed.find('='));
    if (has_beliefs && holds(profile.facets, facet)) continue;
    throw Error(
        ErrorKind::usage,
        format(_("The share profile {} does not show the facet \"{}\"."), profile.name, facet),
        "--facet", _("Leave it out, or choose the people by their units."));
  }
}

Cut cut_of(const Snapshot& snapshot, const FacetBook& facets, const Filters& filters,
           const std::function<Id(const Id&)>& id_seen) {
  return Chooser(snapshot, facets, id_seen).run(filters);
}

}  // namespace inroad::app
