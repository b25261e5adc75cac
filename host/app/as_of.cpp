// SPDX-License-Identifier: MIT
#include "app/as_of.h"

#include <algorithm>

#include "model/dates.h"
#include "model/error.h"
#include "model/field_values.h"
#include "model/replay.h"
#include "model/words.h"
#include "store/account_file.h"
#include "store/mend_links.h"

namespace inroad::app {
namespace {

std::string listed_names(const std::vector<store::Version>& versions) {
  std::vector<std::string_view> names;
  for (const store::Version& version : versions) names.push_back(version.name);
  return listed(names);
}

// Taken back from today; where today's rows are damaged, led to from the beginning.
Account account_after(const Document& document, const std::vector<Edit>& log,
                      std::ptrdiff_t count) {
  if (!document.missing().empty()) {
    std::optional<Account> led = led_to(document.as_stored(), log, static_cast<std::size_t>(count));
    if (!led)
      throw Error(ErrorKind::bad_input,
                  _("The account file is damaged: its history does not fit what it holds now, so "
                    "what it said before cannot be told."),
                  document.source(),
                  _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file "
                    "was not changed."));
    store::mend_links(*led);
    return std::move(*led);
  }
  Account account = document.account();
  for (auto next = log.end(); next != log.begin() + count; --next) {
    Edit back = *std::prev(next);
    back.changes = inverse(std::move(back.changes));
    apply(account, back);
  }
  return account;
}

}  // namespace

Past past_meant(const Document& document, std::string_view typed, const char* option) {
  if (!document.has_history())
    throw Error(ErrorKind::usage, _("An exchange file holds no history."), document.source(),
                format(_("Leave {} out, or import the file into an account."), option));
  Past past;
  past.edits = document.log();
  auto end = past.edits.end();
  if (is_date(typed)) {
    past.day = typed;
    while (end != past.edits.begin() && day_of(std::prev(end)->time) > past.day) --end;
  } else {
    const auto versions = document.versions();
    const auto version = std::find_if(versions.begin(), versions.end(),
                                      [&](const auto& one) { return one.name == typed; });
    if (version == versions.end())
      throw Error(
          ErrorKind::usage,
          format(_("\"{}\" is neither a date nor a version of this account."), typed), option,
          versions.empty()
              ? std::string(_("Write a date as YYYY-MM-DD; no version has been named."))
              : format(_("Write a date as YYYY-MM-DD, or one of: {}."), listed_names(versions)));
    past.day = day_of(version->time);
    const auto last = std::find_if(past.edits.begin(), past.edits.end(),
                                   [&](const Edit& edit) { return edit.id == version->edit; });
    end = last == past.edits.end() ? past.edits.begin() : std::next(last);
  }
  past.account = account_after(document, past.edits, end - past.edits.begin());
  past.edits.erase(end, past.edits.end());
  return past;
}

}  // namespace inroad::app
