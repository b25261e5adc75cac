// SPDX-License-Identifier: MIT
#include "plugins/answer_check.h"

#include "model/words.h"
#include "plugins/sentences.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

template <class List>
std::size_t size_of(const List* list) {
  return list == nullptr ? 0 : list->size();
}

// "cards[3].person": the names of the message, which are the same in every language.
std::string name_of(const Place& place) {
  return fmt::format("{}[{}].{}", place.list, place.entry, place.field);
}

}  // namespace

AnswerCheck::AnswerCheck(const Bundle& bundle, const msg::Snapshot& snapshot)
    : bundle_(bundle),
      snapshot_(&snapshot),
      people_(size_of(snapshot.people())),
      ties_(snapshot.ties() == nullptr ? 0 : size_of(snapshot.ties()->ends())),
      claims_(size_of(snapshot.claims())),
      units_(size_of(snapshot.units())) {}

void AnswerCheck::wrong(const Place& place, const std::string& why) const {
  throw bad_answer(bundle_, format(_("in {0}, {1}"), name_of(place), why));
}

void AnswerCheck::not_a(const char* name) const {
  throw bad_answer(bundle_, format(_("it is not a message of the kind “{}”."), name));
}

void AnswerCheck::below(std::int64_t index, std::size_t size, const char* of_what,
                        const Place& place) const {
  if (index >= 0 && static_cast<std::uint64_t>(index) < size) return;
  wrong(place, format(_("number {0} of “{1}” is meant, but the account has {2} of them."), index,
                      of_what, size));
}

void AnswerCheck::person_or_tie(int person_index, int tie_index, const char* list,
                                std::size_t entry) const {
  optional_person(person_index, {list, entry, "person"});
  optional_tie(tie_index, {list, entry, "tie"});
  if ((person_index == -1) == (tie_index == -1))
    wrong({list, entry, "person"}, _("exactly one of person and tie must be set."));
}

void AnswerCheck::tie_joins(std::uint32_t tie_index, std::uint32_t a, std::uint32_t b,
                            const Place& place) const {
  tie(tie_index, place);
  const msg::TieEnds* ends = snapshot_->ties()->ends()->Get(tie_index);
  if ((ends->from() == a && ends->to() == b) || (ends->from() == b && ends->to() == a)) return;
  wrong(place, format(_("tie {0} does not join the people {1} and {2}."), tie_index, a, b));
}

void AnswerCheck::text(const flatbuffers::String* text, std::size_t max_size,
                       const Place& place) const {
  if (text == nullptr) return;
  if (text->size() > max_size)
    wrong(place, format(_("the text is longer than {} bytes."), max_size));
  if (!is_clean_utf8(text->string_view())) wrong(place, _("the text is not valid UTF-8."));
}

void AnswerCheck::needed_text(const flatbuffers::String* needed, std::size_t max_size,
                              const Place& place) const {
  if (size_of(needed) == 0) wrong(place, _("a text is missing."));
  text(needed, max_size, place);
}

void AnswerCheck::out_of_limits(double value, Limits limits, const Place& place) const {
  wrong(place, format(_("the number {0} is not from {1} to {2}."), value, limits.low, limits.high));
}

void AnswerCheck::unknown_word(const Place& place) const {
  wrong(place, _("the value is not set or not known to this program."));
}

void AnswerCheck::too_many(const char* name, std::size_t size, std::size_t most) const {
  throw bad_answer(bundle_,
                   format(_("“{0}” has {1} entries, at most {2} are allowed."), name, size, most));
}

}  // namespace inroad::plugins
