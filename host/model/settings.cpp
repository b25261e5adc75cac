// SPDX-License-Identifier: MIT
//
// Reads settings.advice: each table over its defaults, strictly where a key is known. Keys this
// version does not know are left alone; they stay in the account.
#include "model/settings.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>

#include "model/error.h"
#include "model/words.h"

namespace inroad {
namespace {

constexpr std::array<std::string_view, 5> attitude_words{"mentor", "supporter", "neutral",
                                                         "non-supporter", "opponent"};
constexpr std::array<std::string_view, 5> evidence_words{"assumption", "hint", "inferred", "stated",
                                                         "confirmed"};
constexpr unsigned most_draws = 1000000;
constexpr double prior_tolerance = 1e-9;

// The object as far as it is read: remembers the file for messages.
class Reader {
 public:
  explicit Reader(const std::string& where) : where_(where) {}

  // sentence: about the setting {}.
  [[noreturn]] void fail(const char* sentence, const std::string& setting) const {
    throw Error(ErrorKind::bad_input, format(sentence, "advice." + setting), where_,
                _("Correct the setting or leave it out to get its default."));
  }
  // null = not said, here as everywhere.
  const Value* find(const Value& holder, const std::string& key) const {
    const auto found = holder.find(key);
    return found == holder.end() || found->is_null() ? nullptr : &*found;
  }
  const Value* object(const Value& holder, const std::string& setting) const {
    const Value* found = find(holder, setting);
    if (found != nullptr && !found->is_object())
      fail(_("The setting {} must be an object of words and numbers."), setting);
    return found;
  }
  double share(const Value& value, const std::string& setting) const {
    if (!value.is_number() || !(value.get<double>() >= 0 && value.get<double>() <= 1))
      fail(_("The setting {} must be a number from 0 to 1."), setting);
    return value.get<double>();
  }
  void share_if_said(double& number, const Value& holder, const std::string& key,
                     const std::string& setting) const {
    if (const Value* said = find(holder, key)) number = share(*said, setting + "." + key);
  }

  void table(std::array<double, 5>& numbers, std::span<const std::string_view, 5> words,
             const Value& advice, const std::string& setting) const {
    if (const Value* said = object(advice, setting))
      for (std::size_t i = 0; i < numbers.size(); ++i)
        share_if_said(numbers[i], *said, std::string(words[i]), setting);
  }
  void table(std::map<std::string, double, std::less<>>& numbers, const Value& advice,
             const std::string& setting) const {
    if (const Value* said = object(advice, setting))
      for (auto& [word, number] : numbers) share_if_said(number, *said, word, setting);
  }

  std::uint64_t whole(const Value& value, const std::string& setting, std::uint64_t most) const {
    const bool is_whole =
        value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
    if (!is_whole || value.get<std::uint64_t>() > most)
      throw Error(
          ErrorKind::bad_input,
          format(_("The setting advice.{} must be a whole number from 0 to {}."), setting, most),
          where_, _("Correct the setting or leave it out to get its default."));
    return value.get<std::uint64_t>();
  }

 private:
  const std::string& where_;
};

void read_half_lives(AdviceSettings& result, const Value& advice, const Reader& reader) {
  const Value* said = reader.object(advice, "half_life_days");
  if (said == nullptr) return;
  for (const auto& [facet, days] : said->items()) {
    if (days.is_null()) continue;
    if (!days.is_number() || !(days.get<double>() > 0) || !std::isfinite(days.get<double>()))
      reader.fail(_("The setting {} must be a number of days above 0."), "half_life_days." + facet);
    result.half_life_days[facet] = days.get<double>();
  }
}

void read_reporting(AdviceSettings& result, const Value& advice, const Reader& reader) {
  if (const Value* counts = reader.find(advice, "reporting_counts")) {
    if (!counts->is_boolean())
      reader.fail(_("The setting {} must be true or false."), "reporting_counts");
    result.reporting_counts = counts->get<bool>();
  }
  if (const Value* said = reader.object(advice, "reporting")) {
    reader.share_if_said(result.reporting_down, *said, "down", "reporting");
    reader.share_if_said(result.reporting_up, *said, "up", "reporting");
    reader.share_if_said(result.reporting_evidence, *said, "evidence", "reporting");
  }
}

}  // namespace

AdviceSettings advice_settings(const Settings& settings, const std::string& where) {
  AdviceSettings result;
  const Reader reader(where);
  const Value& advice = settings.advice;
  if (advice.is_null()) return result;
  if (!advice.is_object())
    throw Error(ErrorKind::bad_input, _("The setting advice must be an object."), where,
                _("Correct the setting or leave it out to get its default."));

  reader.table(result.voice, attitude_words, advice, "voice");
  reader.table(result.relay, attitude_words, advice, "relay");
  reader.table(result.evidence, evidence_words, advice, "evidence");
  reader.table(result.prior, attitude_words, advice, "prior");
  if (std::abs(std::accumulate(result.prior.begin(), result.prior.end(), 0.0) - 1) >
      prior_tolerance)
    reader.fail(_("The setting {} must add up to 1 over the five attitudes."), "prior");
  reader.table(result.strength, advice, "strength");
  reader.table(result.access, advice, "access");
  read_half_lives(result, advice, reader);
  read_reporting(result, advice, reader);
  if (const Value* limit = reader.find(advice, "exposure_limit"))
    result.exposure_limit = reader.share(*limit, "exposure_limit");
  if (const Value* draws = reader.find(advice, "stability"))
    result.stability_draws = static_cast<unsigned>(reader.whole(*draws, "stability", most_draws));
  if (const Value* seed = reader.find(advice, "seed"))
    result.seed = reader.whole(*seed, "seed", std::numeric_limits<std::uint64_t>::max());
  return result;
}

}  // namespace inroad
