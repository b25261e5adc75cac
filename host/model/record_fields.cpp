// SPDX-License-Identifier: MIT
#include "model/record_fields.h"

#include <optional>

#include "model/share.h"
#include "model/words.h"

namespace inroad {
namespace {

// "advice.voice.mentor" -> voice, mentor. Nothing when the path is not inside advice.
struct AdvicePath {
  std::string_view table, key;
};
std::optional<AdvicePath> advice_path(std::string_view path) {
  constexpr std::string_view head = "advice.";
  if (!path.starts_with(head) || path == head) return std::nullopt;
  path.remove_prefix(head.size());
  const auto point = path.find('.');
  if (point == std::string_view::npos) return AdvicePath{path, {}};
  return AdvicePath{path.substr(0, point), path.substr(point + 1)};
}

// "share.board" -> board.
std::optional<std::string_view> share_path(std::string_view path) {
  constexpr std::string_view head = "share.";
  if (!path.starts_with(head)) return std::nullopt;
  return path.substr(head.size());
}

void set_share(Settings& settings, std::string_view path, const Value& value,
               const std::string& where) {
  const Place place{where, path};
  if (const auto name = share_path(path)) {
    if (!value.is_null()) share_profile(*name, value, place.text());
    return put_key(settings.share, *name, value);
  }
  if (!value.is_null() && !value.is_object()) {
    refuse(_("The share profiles are not an object."), place.text(),
           _("Write {\"share\": {\"NAME\": {…}}}."));
  }
  Value profiles = Value::object();
  if (value.is_object()) {
    for (const auto& [name, profile] : value.get_ref<const Value::object_t&>()) {
      if (profile.is_null()) continue;
      share_profile(name, profile, place.text() + "." + name);
      profiles[name] = profile;
    }
  }
  settings.share = std::move(profiles);
}

bool says_nothing(const Value& value) {
  return value.is_null() || (value.is_object() && value.empty());
}

void drop_empty(Value& object) {
  if (!object.is_object()) return;
  for (auto member = object.begin(); member != object.end();) {
    drop_empty(*member);
    member = says_nothing(*member) ? object.erase(member) : std::next(member);
  }
}

}  // namespace

Value get_field(const AccountInfo& info, std::string_view name) {
  if (name == "id") return to_value(info.id);
  return get_field<AccountInfo>(info, name);
}

void set_field(AccountInfo& info, std::string_view name, const Value& value,
               const std::string& where) {
  if (name != "id") return set_field<AccountInfo>(info, name, value, where);
  info.id.clear();
  if (!value.is_null()) from_value(value, Place{where, name}, info.id);
}

Value get_field(const Settings& settings, std::string_view path) {
  if (const auto name = share_path(path)) return key_of(settings.share, *name);
  const auto inside = advice_path(path);
  if (!inside) return get_field<Settings>(settings, path);
  const Value member = key_of(settings.advice, inside->table);
  if (inside->key.empty()) return member;
  return member.is_object() ? key_of(member, inside->key) : Value();
}

void set_field(Settings& settings, std::string_view path, const Value& value,
               const std::string& where) {
  if (path == "share" || share_path(path)) return set_share(settings, path, value, where);
  const auto inside = advice_path(path);
  if (!inside && path != "advice") return set_field<Settings>(settings, path, value, where);
  if (!inside) {
    if (!value.is_null() && !value.is_object()) {
      refuse(_("The advice settings are not an object."), Place{where, path}.text(),
             _("Write {\"advice\": {…}}."));
    }
    settings.advice = value.is_null() ? Value::object() : value;
  } else if (inside->key.empty()) {
    put_key(settings.advice, inside->table, value);
  } else {
    Value table = key_of(settings.advice, inside->table);
    if (!table.is_object() && !table.is_null()) {
      refuse(_("This setting has no parts."), Place{where, path}.text(),
             format(_("Set advice.{} as a whole."), inside->table));
    }
    if (table.is_null()) table = Value::object();
    put_key(table, inside->key, value);
    put_key(settings.advice, inside->table, table);
  }
  drop_empty(settings.advice);
}

}  // namespace inroad
