// SPDX-License-Identifier: MIT
#include "app/show.h"
#include "app/show_beliefs.h"

#include <algorithm>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/interchange.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

std::string text(const flatbuffers::String* s) { return s ? s->str() : std::string(); }

// The fields no line above has told, a line each.
class Rest {
 public:
  Rest(const Account& account, const FacetBook& facets)
      : words_(
            [&account](RecordKind kind, const Id& id) { return record_to_json(account, kind, id); },
            &facets) {}

  template <class Record>
  std::string of(const Record& record, std::initializer_list<std::string_view> told,
                 const char* before = "") const {
    std::string lines;
    for (const auto& [field, value] : words_.told(record_kind<Record>, to_json(record), told))
      lines += before + format(_("{}: {}"), field_word(record_kind<Record>, field), value) + "\n";
    return lines;
  }

 private:
  ChangeWords words_;
};
constexpr const char* inset = "  ";

}  // namespace

std::string account_text(const Account& account, const Snapshot& snapshot,
                         const FacetBook& facets) {
  const msg::Snapshot& root = snapshot.root();
  const Rest rest(account, facets);
  std::string lines = account.info.name + "\n" + rest.of(account.info, {"name"});
  lines += format(_("{} people, {} lines between them, {} judgements, {} notes"),
                  account.all<Person>().size(), account.all<Tie>().size(),
                  account.all<Claim>().size(), account.all<Note>().size()) +
           "\n";
  for (const auto& [id, deal] : account.all<Deal>())
    lines +=
        format(_("Deal {}: {}"), id, deal.name) + "\n" +
        rest.of(deal,
                {"name", "stage", "client_step", "value", "currency", "decision_makers", "targets"},
                inset);
  lines += "\n";
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i) {
    const msg::Person& person = *root.people()->Get(i);
    const std::string name = text(person.name()), title = text(person.title());
    lines += fmt::format("{:<12} {}", text(person.id()),
                         title.empty() ? name : format(_("{}, {}"), name, title));
    const msg::Attitude attitude = root.standings()->attitude()->Get(i);
    if (attitude != msg::Attitude::unset) {
      const char* code = attitude == msg::Attitude::non_supporter ? "non-supporter"
                                                                  : msg::EnumNameAttitude(attitude);
      lines += " — " + facets.label("attitude", code);
    }
    lines += "\n";
  }
  for (const Oddity& oddity : oddities(account)) lines += oddity.text + "\n";
  return lines;
}

std::string person_text(const Account& account, const Snapshot& snapshot, const FacetBook& facets,
                        const Id& id) {
  const msg::Snapshot& root = snapshot.root();
  const Person& person = *account.find<Person>(id);
  std::string lines = person.name + "\n";
  if (!person.title.empty()) lines += person.title + "\n";
  const Unit* unit = account.find<Unit>(person.unit);
  if (unit) lines += unit->name + "\n";
  const Rest rest(account, facets);
  lines += rest.of(person, {"name", "title", "unit"});
  lines += "\n";
  const AdviceSettings settings = advice_settings(account.settings, account.info.name);
  const std::string today = text(root.today());
  const std::string deal = root.deal() < 0
                               ? std::string()
                               : text(root.deals()->Get(static_cast<unsigned>(root.deal()))->id());
  lines += beliefs_text(account, id, {deal, today, settings, facets});
  lines += "\n";
  const auto name_of = [&](const Id& other) {
    const Person* known = account.find<Person>(other);
    return known ? known->name : other;
  };
  for (const auto& [tie_id, tie] : account.all<Tie>())
    if (tie.from == id || tie.to == id)
      lines +=
          tie_sentence(msg::EnumNameTieKind(tie.kind), name_of(tie.from), name_of(tie.to)) + "\n" +
          rest.of(tie,
                  {"from", "to", "kind", "strength", "wanted", "evidence", "note", "by", "date"},
                  inset);
  for (const auto& [note_id, note] : account.all<Note>())
    if (std::find(note.people.begin(), note.people.end(), id) != note.people.end())
      lines += fmt::format("{}  {}\n", note.date, note.text) +
               rest.of(note, {"date", "kind", "people", "text"}, inset);
  return lines;
}

}  // namespace inroad::app
