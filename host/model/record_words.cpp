// SPDX-License-Identifier: MIT
#include "model/record_words.h"

#include <initializer_list>

#include "model/account.h"
#include "model/dates.h"
#include "model/words.h"

namespace inroad {
namespace {

struct Word {
  std::string_view code;
  const char* said;
};

std::string said(std::initializer_list<Word> words, std::string_view code) {
  for (const Word& word : words) {
    if (word.code == code) return word.said;
  }
  return std::string(code);
}

// The field whose words a closed type has; empty for any other type.
constexpr std::string_view list_of(Side) { return "side"; }
constexpr std::string_view list_of(Evidence) { return "evidence"; }
constexpr std::string_view list_of(Stage) { return "stage"; }
constexpr std::string_view list_of(ClientStep) { return "client_step"; }
constexpr std::string_view list_of(Aspect) { return "aspect"; }
constexpr std::string_view list_of(PersonKind) { return "kind"; }
constexpr std::string_view list_of(UnitKind) { return "kind"; }
constexpr std::string_view list_of(TieKind) { return "kind"; }
constexpr std::string_view list_of(const Strength&) { return "strength"; }
template <class Other>
constexpr std::string_view list_of(const Other&) {
  return {};
}

}  // namespace

const char* comma() { return _(", "); }

std::string list_word(RecordKind kind) { return _(std::string(word(kind)).c_str()); }

std::string field_word(RecordKind kind, std::string_view field) {
  if (field == "id") return _("id");
  std::string said(field);
  with_record(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& one) {
      if (one.name == field) said = _(one.label);
    });
  });
  return said;
}

std::string_view closed_list(RecordKind kind, std::string_view field) {
  std::string_view list = field;
  with_record(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&]<class Member>(const Field<Record, Member>& one) {
      if (one.name == field && !list_of(Member{}).empty()) list = list_of(Member{});
    });
  });
  return list;
}

std::string closed_word(std::string_view field, std::string_view code) {
  if (field == "evidence")
    return said({{"assumption", _("assumption")},
                 {"hint", _("hint")},
                 {"inferred", _("inferred")},
                 {"stated", _("stated once")},
                 {"confirmed", _("confirmed by two or more")}},
                code);
  if (field == "strength" || field == "wanted")
    return said({{"weak", _("weak")},
                 {"medium", _("medium")},
                 {"strong", _("strong")},
                 {"decisive", _("decisive")},
                 {"none", _("no contact")},
                 {"met", _("met")},
                 {"occasional", _("occasional")},
                 {"regular", _("regular")},
                 {"strained", _("strained")},
                 {"open", _("open")}},
                code);
  if (field == "stage")
    return said({{"develop", _("Develop")},
                 {"enter", _("Enter")},
                 {"propose", _("Propose")},
                 {"tender", _("Tender")},
                 {"negotiate", _("Negotiate")},
                 {"deliver", _("Deliver")}},
                code);
  if (field == "client_step")
    return said({{"need", _("Need")},
                 {"survey", _("Survey")},
                 {"criteria", _("Criteria")},
                 {"tender", _("Tender")},
                 {"commit", _("Commit")},
                 {"install", _("Install")}},
                code);
  if (field == "side")
    return said({{"client", _("Client")},
                 {"us", _("Our team")},
                 {"partner", _("Partners")},
                 {"rival", _("Rivals")}},
                code);
  if (field == "kind")
    return said(
        {// of people and units
         {"person", _("person")},
         {"placeholder", _("seat whose holder we do not know")},
         {"unit", _("unit")},
         {"organisation", _("organisation")},
         // of ties
         {"reports_to", _("reports to")},
         {"dotted", _("reports to (dotted)")},
         {"influences", _("influences")},
         {"trusts", _("trusts")},
         {"conflicts", _("is in conflict with")},
         {"gatekeeps", _("guards the door to")},
         {"introduces", _("can introduce us to")},
         {"covers", _("covers")},
         // of notes
         {"meeting", _("meeting")},
         {"call", _("call")},
         {"email", _("e-mail")},
         {"lunch", _("lunch")},
         {"visit", _("visit")},
         {"demo", _("demo")},
         {"workshop", _("workshop")},
         {"review", _("review")},
         // of needs
         {"need", _("need")},
         {"want", _("wish")}},
        code);
  if (field == "aspect")
    return said({{"now", _("how it is")}, {"wanted", _("how we want it")}}, code);
  return std::string(code);
}

std::string said_day(std::string_view date) {
  if (!is_date(date)) return std::string(date);
  const char* const months[] = {_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
                                _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")};
  const auto digit = [&](std::size_t at) { return date[at] - '0'; };
  // Day, month, year: each language puts them in its order.
  return format(_("{0} {1} {2}"), digit(8) * 10 + digit(9), months[digit(5) * 10 + digit(6) - 1],
                date.substr(0, 4));
}

std::string tie_sentence(std::string_view kind, const std::string& from, const std::string& to) {
  if (kind == "reports_to") return format(_("{} reports to {}"), from, to);
  if (kind == "dotted") return format(_("{} also reports to {}"), from, to);
  if (kind == "influences") return format(_("{} influences {}"), from, to);
  if (kind == "trusts") return format(_("{} trusts {}"), from, to);
  if (kind == "conflicts") return format(_("{} is in conflict with {}"), from, to);
  if (kind == "gatekeeps") return format(_("{} keeps the gate to {}"), from, to);
  if (kind == "introduces") return format(_("{} introduces to {}"), from, to);
  if (kind == "covers") return format(_("{} covers {}"), from, to);
  return format(_("{} and {}"), from, to);
}

}  // namespace inroad
