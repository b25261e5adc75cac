// SPDX-License-Identifier: MIT
//
// The account as a plugin reads it: people, units, ties, deals and claims, each a view of a few
// bytes over the snapshot, to be passed by value. Indexes are those of the messages, so
// person.index() is what an answer wants. What the share profile left out is empty, as if nobody
// had known it.
//
//   const Map map(call.snapshot());
//   for (const Person person : map.people())
//     if (person.attitude() == msg::Attitude::supporter) … person.name() …
#pragma once
#include <inroad/messages/snapshot_generated.h>
#include <inroad/ranges.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace inroad::sdk {

namespace detail {
// The JSON text of a field without a place of its own; empty where there is none.
inline std::string_view extra(const flatbuffers::Vector<flatbuffers::Offset<msg::Extra>>* fields,
                              std::string_view key) {
  if (fields != nullptr)
    for (const msg::Extra* field : *fields)
      if (text(field->key()) == key) return text(field->value());
  return {};
}

// One record by its index: what all views share.
template <class Message>
class Record {
 public:
  Record(const msg::Snapshot& snapshot, std::uint32_t index, const Message* message)
      : snapshot_(&snapshot), message_(message), index_(index) {}
  std::uint32_t index() const { return index_; }
  std::string_view id() const { return text(message_->id()); }
  const Message& message() const { return *message_; }
  bool operator==(const Record& other) const { return index_ == other.index_; }

 protected:
  const msg::Snapshot* snapshot_;
  const Message* message_;
  std::uint32_t index_;
};

template <class View>
std::optional<View> at(const msg::Snapshot& snapshot, int index) {
  if (index < 0) return std::nullopt;
  return View(snapshot, static_cast<std::uint32_t>(index));
}
}  // namespace detail

class Unit : public detail::Record<msg::Unit> {
 public:
  Unit(const msg::Snapshot& snapshot, std::uint32_t index)
      : Record(snapshot, index, snapshot.units()->Get(index)) {}
  std::string_view name() const { return text(message_->name()); }
  msg::Side side() const { return message_->side(); }
  msg::UnitKind kind() const { return message_->kind(); }
  std::optional<Unit> parent() const { return detail::at<Unit>(*snapshot_, message_->parent()); }
};

class Person : public detail::Record<msg::Person> {
 public:
  Person(const msg::Snapshot& snapshot, std::uint32_t index)
      : Record(snapshot, index, snapshot.people()->Get(index)) {}
  std::string_view name() const { return text(message_->name()); }
  std::string_view title() const { return text(message_->title()); }
  msg::Side side() const { return message_->side(); }
  msg::PersonKind kind() const { return message_->kind(); }
  std::optional<Unit> unit() const { return detail::at<Unit>(*snapshot_, message_->unit()); }
  std::string_view extra(std::string_view key) const {
    return detail::extra(message_->extra(), key);
  }

  // Where he stands for the deal asked about, as the host worked it out; see Standings.
  msg::Attitude attitude() const {
    return standing(&msg::Standings::attitude, msg::Attitude::unset);
  }
  double voice() const { return standing(&msg::Standings::voice, 0.0); }
  double relay() const { return standing(&msg::Standings::relay, 0.0); }
  double access() const { return standing(&msg::Standings::access, 0.0); }
  bool may_carry() const { return standing(&msg::Standings::may_carry, std::uint8_t{0}) != 0; }

 private:
  template <class T>
  T standing(const flatbuffers::Vector<T>* (msg::Standings::*column)() const, T otherwise) const {
    const msg::Standings* all = snapshot_->standings();
    return all == nullptr ? otherwise : item_or((all->*column)(), index_, otherwise);
  }
};

// A line between two people. Its fields lie in columns, so there is no message() for one.
class Tie {
 public:
  Tie(const msg::Snapshot& snapshot, std::uint32_t index) : snapshot_(&snapshot), index_(index) {}
  std::uint32_t index() const { return index_; }
  std::string_view id() const {
    const auto* ids = ties().id();
    return ids != nullptr && index_ < ids->size() ? text(ids->Get(index_)) : std::string_view();
  }
  Person from() const { return {*snapshot_, ends().from()}; }
  Person to() const { return {*snapshot_, ends().to()}; }
  msg::TieKind kind() const { return ends().kind(); }
  // 0..1; nothing where the kind has none.
  std::optional<double> strength() const {
    const double value = item_or(ties().strength(), index_, std::nan(""));
    return std::isnan(value) ? std::nullopt : std::optional(value);
  }
  double evidence() const { return item_or(ties().evidence(), index_, 0.0); }
  msg::Evidence level() const { return item_or(ties().level(), index_, msg::Evidence::unset); }
  msg::Conflict conflict() const {
    return item_or(ties().conflict(), index_, msg::Conflict::unset);
  }
  std::optional<int> age_days() const {
    const int days = item_or(ties().age_days(), index_, -1);
    return days < 0 ? std::nullopt : std::optional(days);
  }
  bool operator==(const Tie& other) const { return index_ == other.index_; }

 private:
  const msg::Ties& ties() const { return *snapshot_->ties(); }
  const msg::TieEnds& ends() const { return *ties().ends()->Get(index_); }

  const msg::Snapshot* snapshot_;
  std::uint32_t index_;
};

// A judgement about a person or a tie, one of possibly several that disagree.
class Claim : public detail::Record<msg::Claim> {
 public:
  Claim(const msg::Snapshot& snapshot, std::uint32_t index)
      : Record(snapshot, index, snapshot.claims()->Get(index)) {}
  std::optional<Person> person() const {
    return detail::at<Person>(*snapshot_, message_->person());
  }
  std::optional<Tie> tie() const { return detail::at<Tie>(*snapshot_, message_->tie()); }
  std::string_view facet() const { return text(message_->facet()); }
  std::string_view value() const { return text(message_->value()); }
  std::string_view date() const { return text(message_->date()); }
  msg::Evidence evidence() const { return message_->evidence(); }
  double weight() const { return message_->weight(); }
  bool is_current() const { return message_->is_current(); }
};

class Deal : public detail::Record<msg::Deal> {
 public:
  Deal(const msg::Snapshot& snapshot, std::uint32_t index)
      : Record(snapshot, index, snapshot.deals()->Get(index)) {}
  std::string_view name() const { return text(message_->name()); }
  msg::Stage stage() const { return message_->stage(); }
  msg::ClientStep client_step() const { return message_->client_step(); }
};

class Map {
 public:
  explicit Map(const msg::Snapshot& snapshot) : snapshot_(&snapshot) {}

  std::string_view account_name() const { return text(snapshot_->account_name()); }
  std::string_view today() const { return text(snapshot_->today()); }  // ages count to it
  auto people() const { return range<Person>(snapshot_->people()); }
  auto units() const { return range<Unit>(snapshot_->units()); }
  auto claims() const { return range<Claim>(snapshot_->claims()); }
  auto deals() const { return range<Deal>(snapshot_->deals()); }
  Range<msg::Snapshot, Tie> ties() const {
    const msg::Ties* all = snapshot_->ties();
    return {*snapshot_, all == nullptr ? 0 : items(all->ends()).size()};
  }
  Person person(std::uint32_t index) const { return {*snapshot_, index}; }
  Tie tie(std::uint32_t index) const { return {*snapshot_, index}; }

  // The deal asked about and who decides on it.
  std::optional<Deal> deal() const { return detail::at<Deal>(*snapshot_, snapshot_->deal()); }
  std::span<const std::uint32_t> decision_makers() const {
    return items(snapshot_->decision_makers());
  }
  std::span<const msg::Arc> arcs() const { return items(snapshot_->arcs()); }

  // The claim of a facet that holds, by person: one pass over all claims. Of several words of one
  // claim the first.
  std::vector<std::optional<Claim>> current(std::string_view facet) const {
    std::vector<std::optional<Claim>> holds(people().size());
    for (const Claim claim : claims())
      if (const auto person = claim.person();
          person && claim.is_current() && claim.facet() == facet && !holds[person->index()])
        holds[person->index()] = claim;
    return holds;
  }

  const msg::Snapshot& message() const { return *snapshot_; }

 private:
  template <class View, class List>
  Range<msg::Snapshot, View> range(const List* list) const {
    return {*snapshot_, list == nullptr ? 0 : list->size()};
  }
  const msg::Snapshot* snapshot_;
};

}  // namespace inroad::sdk
