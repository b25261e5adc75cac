// SPDX-License-Identifier: MIT
#include "workbench/share_words.h"

#include <map>

#include "model/record_words.h"
#include "model/words.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

std::string joined(std::string list, const std::string& more) {
  return list.empty() ? more : std::move(list) + comma() + more;
}

// "people (name, title), ties (reports to)"
std::string fields_of(const ShareProfile& profile) {
  std::map<std::string, std::string> by_kind;
  for (const std::string& path : profile.allowed) {
    const std::size_t dot = path.find('.');
    std::string& fields = by_kind[path.substr(0, dot)];
    fields = joined(std::move(fields), field_word(record_kind_of(path.substr(0, dot)), path.substr(dot + 1)));
  }
  std::string list;
  for (const auto& [kind, fields] : by_kind) {
    list = joined(std::move(list), format(_("{} ({})"), say_list(kind), fields));
  }
  return list;
}

}  // namespace

std::string what_leaves(const ShareProfile& profile) {
  if (profile.is_everything) {
    return _("Everything leaves: beliefs, notes, influence, advice. Only for those who work on the account.");
  }
  if (profile.name == "client-safe") {
    return _("Names, titles, units, who reports to whom and agreed next steps leave. No beliefs, no notes, no "
             "influence, no advice, nothing about rivals.");
  }
  if (profile.name == "names-only") {
    return _("Names and who reports to whom leave, and nothing else.");
  }
  if (profile.allowed.empty()) return _("Nothing leaves.");
  const std::string leaves = format(_("As this account defines it, these leave: {}."), fields_of(profile));
  return profile.has_names_as_roles ? format(_("{0} {1}"), leaves, _("Roles stand for names.")) : leaves;
}

}  // namespace inroad::workbench
