// SPDX-License-Identifier: MIT
//
// Reads method packs and answers what a facet is called and how fast its evidence fades.
#include "model/facets.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/error.h"
#include "model/in_language.h"
#include "model/words.h"

namespace inroad {
namespace {

constexpr double attitude_half_life_days = 180;
constexpr double strength_half_life_days = 720;
constexpr double usual_half_life_days = 360;

double usual_half_life(std::string_view facet) {
  if (facet == "attitude") return attitude_half_life_days;
  if (facet == "strength") return strength_half_life_days;
  return usual_half_life_days;
}

// One facet of a pack while it is read: where messages point to, and the checked ways to its parts.
class Entry {
 public:
  Entry(const Value& value, std::string place) : value_(value), place_(std::move(place)) {
    if (!value.is_object()) fail(_("This must be an object."));
  }

  [[noreturn]] void fail(const std::string& sentence) const {
    throw Error(ErrorKind::bad_input, sentence, place_, _("Correct the method pack."));
  }
  const Value* find(const char* key) const {
    const auto found = value_.find(key);
    return found == value_.end() || found->is_null() ? nullptr : &*found;
  }
  std::string text(const char* key, const char* otherwise) const {
    const Value* said = find(key);
    if (said == nullptr) return otherwise;
    if (!said->is_string()) fail(format(_("\"{}\" must be a text."), key));
    return said->get<std::string>();
  }
  std::string one_of(const char* key, std::initializer_list<const char*> words) const {
    const std::string word = text(key, *words.begin());
    if (std::find(words.begin(), words.end(), word) == words.end())
      fail(format(_("\"{}\" is not a word for \"{}\"."), word, key));
    return word;
  }
  // A plain string is English.
  Texts texts(const char* key, const std::string& otherwise) const {
    const Value* said = find(key);
    if (said == nullptr) return otherwise.empty() ? Texts{} : Texts{{"en", otherwise}};
    if (said->is_string()) return {{"en", said->get<std::string>()}};
    Texts texts;
    if (!said->is_object()) fail(format(_("\"{}\" must give a text for each language."), key));
    for (const auto& [lang, text] : said->items()) {
      if (!text.is_string()) fail(format(_("\"{}\" must give a text for each language."), key));
      texts.emplace(lang, text.get<std::string>());
    }
    if (!texts.contains("en")) fail(format(_("\"{}\" lacks its English text."), key));
    return texts;
  }

 private:
  const Value& value_;
  std::string place_;
};

std::optional<unsigned> colour_of(const Entry& entry) {
  const std::string text = entry.text("colour", "");
  if (text.empty()) return std::nullopt;
  unsigned colour = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data() + 1, end, colour, 16);
  if (text.size() != 7 || text[0] != '#' || fault != std::errc{} || stopped != end)
    entry.fail(format(_("\"{}\" is not a colour; write it as \"#rrggbb\"."), text));
  return colour;
}

std::vector<FacetValue> values_of(const Entry& facet, const std::string& place) {
  std::vector<FacetValue> values;
  const Value* said = facet.find("values");
  if (said == nullptr) return values;
  if (!said->is_array()) facet.fail(_("\"values\" must be a list."));
  for (const Value& each : *said) {
    const Entry entry(each, place + " values[" + std::to_string(values.size()) + "]");
    FacetValue value;
    value.code = entry.text("code", "");
    if (value.code.empty()) entry.fail(_("A value needs a \"code\"."));
    for (const FacetValue& earlier : values)
      if (earlier.code == value.code)
        entry.fail(format(_("The code \"{}\" stands twice."), value.code));
    value.label = entry.texts("label", value.code);
    value.colour = colour_of(entry);
    value.glyph = entry.text("glyph", "");
    values.push_back(std::move(value));
  }
  return values;
}

Facet facet_of(const Value& value, const std::string& place) {
  const Entry entry(value, place);
  Facet facet;
  facet.id = entry.text("id", "");
  if (facet.id.empty()) entry.fail(_("A facet needs an \"id\"."));
  facet.about = entry.one_of("about", {"person", "tie"});
  facet.kind = entry.one_of("kind", {"choice", "text", "number"});
  facet.group = entry.text("group", "");
  if (const Value* many = entry.find("many")) {
    if (!many->is_boolean()) entry.fail(_("\"many\" must be true or false."));
    facet.is_many = many->get<bool>();
  }
  facet.half_life_days = usual_half_life(facet.id);
  if (const Value* days = entry.find("half_life_days")) {
    if (!days->is_number() || !(days->get<double>() > 0) || !std::isfinite(days->get<double>()))
      entry.fail(_("\"half_life_days\" must be a number of days above 0."));
    facet.half_life_days = days->get<double>();
  }
  entry.one_of("sensitivity", {"private", "internal", "public"});
  facet.title = entry.texts("title", "");
  if (facet.title.empty()) entry.fail(_("A facet needs a \"title\"."));
  facet.question = entry.texts("question", "");
  facet.values = values_of(entry, place);
  return facet;
}

}  // namespace

msg::Attitude attitude_of(std::string_view word) {
  if (word == "non-supporter") return msg::Attitude::non_supporter;
  for (const msg::Attitude attitude : msg::EnumValuesAttitude())
    if (attitude != msg::Attitude::unset && attitude != msg::Attitude::non_supporter &&
        word == msg::EnumNameAttitude(attitude))
      return attitude;
  return msg::Attitude::unset;
}

void FacetBook::add_pack(const Value& pack, const std::string& where) {
  const Entry whole(pack, where);
  const Value* list = whole.find("facets");
  if (list == nullptr || !list->is_array()) whole.fail(_("A method pack needs a list \"facets\"."));
  std::vector<Facet> all = facets_;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string place = where + ": facets[" + std::to_string(i) + "]";
    Facet facet = facet_of((*list)[i], place);
    for (const Facet& earlier : all)
      if (earlier.id == facet.id)
        throw Error(ErrorKind::bad_input, format(_("The facet \"{}\" is there already."), facet.id),
                    place, _("Give the facet an id of its own."));
    all.push_back(std::move(facet));
  }
  facets_ = std::move(all);
}

const Facet* FacetBook::find(std::string_view id) const {
  const auto found = std::find_if(facets_.begin(), facets_.end(),
                                  [&](const Facet& facet) { return facet.id == id; });
  return found == facets_.end() ? nullptr : &*found;
}

double FacetBook::half_life_days(std::string_view facet) const {
  const Facet* known = find(facet);
  return known != nullptr ? known->half_life_days : usual_half_life(facet);
}

bool FacetBook::is_many(std::string_view facet) const {
  const Facet* known = find(facet);
  return known != nullptr && known->is_many;
}

std::string FacetBook::title(std::string_view facet) const {
  const Facet* known = find(facet);
  return known != nullptr ? in_language(known->title, facet) : std::string(facet);
}

std::string FacetBook::label(std::string_view facet, std::string_view code) const {
  if (const Facet* known = find(facet))
    for (const FacetValue& value : known->values)
      if (value.code == code) return in_language(value.label, code);
  return std::string(code);
}

}  // namespace inroad
