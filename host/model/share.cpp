// SPDX-License-Identifier: MIT
#include "model/share.h"

#include <algorithm>

#include "model/field_values.h"
#include "model/words.h"

namespace inroad {
namespace {

constexpr std::array<std::string_view, 3> class_words{"public", "internal", "private"};
constexpr std::string_view as_they_are = "as they are", as_roles = "as roles";

// Calls visit(kind, field's name, sensitivity) for every field of every record.
template <class Visit>
void for_each_known_field(Visit&& visit) {
  for_each_record([&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>(
        [&](const auto& field) { visit(record_kind<Record>, field.name, field.sensitivity); });
  });
}

std::string path_of(RecordKind kind, std::string_view field) {
  return std::string(word(kind)) + '.' + std::string(field);
}

[[noreturn]] void refuse_word(const std::string& said, const std::string& place,
                              const std::vector<std::string_view>& known) {
  refuse(format(_("{} is not a word known here."), said), place,
         format(_("Use one of: {}."), listed(known)));
}

class ProfileReader {
 public:
  ProfileReader(std::string_view name, const Value& said, const std::string& place)
      : said_(said), place_(place) {
    if (name.empty()) {
      refuse(_("A share profile has no name."), place, _("Give it a name, or take it out."));
    }
    const auto& built_in = built_in_profiles();
    if (std::find(built_in.begin(), built_in.end(), name) != built_in.end()) {
      refuse(format(_("The share profile {} is built in; it cannot be made anew."),
                    to_text(std::string(name))),
             place, _("Give yours another name."));
    }
    if (!said.is_object()) {
      refuse(_("This is not a share profile."), place,
             _("Write an object: {\"classes\": [\"public\"], \"fields\": [\"people.email\"]}."));
    }
    result_.name = name;
  }

  ShareProfile read() {
    check_keys();
    read_fields();
    result_.tie_kinds = {TieKind::reports_to, TieKind::dotted};
    if (said_.contains("ties")) result_.tie_kinds = words<TieKind>("ties");
    if (said_.contains("sides")) read_sides();
    if (said_.contains("facets")) result_.facets = texts("facets");
    read_names();
    return std::move(result_);
  }

 private:
  std::string place(std::string_view key) const { return place_ + '.' + std::string(key); }
  std::string place(std::string_view key, std::size_t i) const {
    return place(key) + '[' + std::to_string(i) + ']';
  }

  void check_keys() const {
    const std::vector<std::string_view> known{"classes", "records", "fields", "without",
                                              "ties",    "sides",   "facets", "names"};
    for (const auto& [key, value] : said_.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        refuse_word(to_text(Value(key)), place(key), known);
      }
    }
  }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> list;
    const auto found = said_.find(key);
    if (found != said_.end()) from_value(*found, Place{place_, key}, list);
    return list;
  }

  template <class Enum>
  std::vector<Enum> words(const char* key) const {
    std::vector<Enum> list;
    const std::vector<std::string> said = texts(key);
    for (std::size_t i = 0; i < said.size(); ++i) {
      from_value(Value(said[i]), Place{place(key, i), {}}, list.emplace_back());
    }
    return list;
  }

  void read_fields() {
    std::vector<Sensitivity> classes;
    const std::vector<std::string> said_classes = texts("classes");
    for (std::size_t i = 0; i < said_classes.size(); ++i) {
      const auto found = std::find(class_words.begin(), class_words.end(), said_classes[i]);
      if (found == class_words.end()) {
        refuse_word(to_text(Value(said_classes[i])), place("classes", i),
                    {class_words.begin(), class_words.end()});
      }
      classes.push_back(static_cast<Sensitivity>(found - class_words.begin() + 1));
    }
    const std::vector<RecordKind> kinds = read_kinds();
    const bool is_any_kind = !said_.contains("records");
    const std::vector<std::string> named = read_paths("fields"), without = read_paths("without");
    const auto holds = [](const auto& list, const auto& one) {
      return std::find(list.begin(), list.end(), one) != list.end();
    };
    for_each_known_field([&](RecordKind kind, std::string_view field, Sensitivity sensitivity) {
      const std::string path = path_of(kind, field);
      const bool is_in_class = holds(classes, sensitivity) && (is_any_kind || holds(kinds, kind));
      if ((is_in_class || holds(named, path)) && !holds(without, path) && may_leave_team(kind)) {
        result_.allowed.push_back(path);
      }
    });
    if (result_.allowed.empty()) {
      refuse(_("This share profile lets nothing through."), place_,
             _("Name classes or fields: {\"classes\": [\"public\"]}."));
    }
  }

  std::vector<RecordKind> read_kinds() const {
    std::vector<RecordKind> kinds;
    const std::vector<std::string> said = texts("records");
    for (std::size_t i = 0; i < said.size(); ++i) {
      kinds.push_back(record_kind_of(said[i]));
      if (kinds.back() != RecordKind{}) continue;
      std::vector<std::string_view> known;
      for (auto kind = RecordKind::account; !word(kind).empty();
           kind = static_cast<RecordKind>(static_cast<int>(kind) + 1)) {
        known.push_back(word(kind));
      }
      refuse_word(to_text(Value(said[i])), place("records", i), known);
    }
    return kinds;
  }

  // Fields named one by one must be ones that can leave; a class may hold others.
  std::vector<std::string> read_paths(const char* key) const {
    std::vector<std::string> paths = texts(key);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      bool is_known = false, may_leave = true;
      for_each_known_field([&](RecordKind kind, std::string_view field, Sensitivity) {
        if (paths[i] != path_of(kind, field)) return;
        is_known = true;
        may_leave = may_leave_team(kind);
      });
      if (!may_leave) {
        refuse(format(_("The field {} never leaves the team."), to_text(Value(paths[i]))),
               place(key, i), _("Take it out of the list."));
      }
      if (!is_known) {
        refuse(format(_("There is no field {}."), to_text(Value(paths[i]))), place(key, i),
               _("Write the list and the field with a point between: people.email."));
      }
    }
    return paths;
  }

  void read_sides() {
    result_.sides = words<Side>("sides");
    const auto rival = std::find(result_.sides.begin(), result_.sides.end(), Side::rival);
    if (rival != result_.sides.end()) {
      refuse(_("Rivals are shown to the team only."),
             place("sides", static_cast<std::size_t>(rival - result_.sides.begin())),
             _("Take it out of the list."));
    }
  }

  void read_names() {
    const auto found = said_.find("names");
    if (found == said_.end()) return;
    if (*found != as_they_are && *found != as_roles) {
      refuse_word(to_text(*found), place("names"), {as_they_are, as_roles});
    }
    result_.has_names_as_roles = *found == as_roles;
  }

  const Value& said_;
  const std::string& place_;
  ShareProfile result_;
};

}  // namespace

ShareProfile share_profile(std::string_view name, const Value& said, const std::string& place) {
  return ProfileReader(name, said, place).read();
}

}  // namespace inroad
