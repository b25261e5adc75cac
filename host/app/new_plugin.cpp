// SPDX-License-Identifier: MIT
#include "app/new_plugin.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

#include "app/files.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* templates_below = "share/inroad/template";

struct KindTitle {
  const char* kind;
  const char* chinese;
};
constexpr std::array kinds = {KindTitle{"view", "视图"},     KindTitle{"annotator", "标注"},
                              KindTitle{"advisor", "建议"},  KindTitle{"check", "检查"},
                              KindTitle{"importer", "导入"}, KindTitle{"exporter", "导出"}};

[[noreturn]] void refuse(ErrorKind kind, std::string what, std::string where, std::string remedy) {
  throw Error(kind, std::move(what), std::move(where), std::move(remedy));
}

bool is_sdk(const fs::path& folder) {
  std::error_code ignored;
  return !folder.empty() && fs::is_directory(folder / templates_below, ignored);
}

// "reporting-map" as "Reporting map", "reporting_map", "ReportingMap".
std::string as_title(std::string name) {
  std::ranges::replace(name, '-', ' ');
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}
std::string as_target(std::string name) {
  std::ranges::replace(name, '-', '_');
  return name;
}
std::string as_class(const std::string& name) {
  std::string out;
  bool is_start = true;
  for (const char c : name) {
    if (c != '-')
      out += is_start ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    is_start = c == '-';
  }
  return out;
}

void check_name(const std::string& name) {
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  const bool is_letter = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  if (!is_letter || name.size() > 60 || name.back() == '-' || !std::ranges::all_of(name, is_fit))
    refuse(ErrorKind::usage, format(_("“{}” cannot be the name of a plugin."), name), "plugin new",
           _("Take small letters, digits and hyphens, a letter first: reporting-map."));
}

void check_title(const std::string& title) {
  const auto is_bad = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  };
  if (title.size() > 200 || std::ranges::any_of(title, is_bad))
    refuse(ErrorKind::usage, _("The title is too long or holds quotes, backslashes or line ends."),
           "plugin new", {});
}

using Words = std::vector<std::pair<std::string, std::string>>;

// Each of the words in its place, in one pass: what is put in is not looked at again.
std::string filled(const std::string& text, const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::ranges::find_if(words, [&](const auto& word) {
      return text.compare(i, word.first.size(), word.first) == 0;
    });
    if (found == words.end()) {
      out += text[i++];
    } else {
      out += found->second;
      i += found->first.size();
    }
  }
  return out;
}

void copy_template(const fs::path& from, const fs::path& to, const Words& words,
                   std::vector<fs::path>& made) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(from))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const fs::path target = to / filled(fs::relative(file, from).string(), words);
    fs::create_directories(target.parent_path());
    replace_file(target.string(), filled(read_file(file.string()), words), {});
    made.push_back(target);
  }
}

}  // namespace

fs::path installed_sdk(const fs::path& program_folder) {
  const char* named = std::getenv("INROAD_SDK");
  for (const fs::path& folder : {fs::path(named == nullptr ? "" : named), program_folder / "sdk",
                                 program_folder.parent_path()})
    if (is_sdk(folder)) return fs::canonical(folder);
  refuse(
      ErrorKind::failed, _("The plugin SDK is not found."), "plugin new",
      _("Install it (cmake --install BUILD --component sdk --prefix FOLDER) and say where: --sdk "
        "FOLDER."));
}

std::vector<fs::path> make_plugin_project(const NewPlugin& plugin, const fs::path& program_folder) {
  const auto kind = std::ranges::find(kinds, plugin.kind, &KindTitle::kind);
  if (kind == kinds.end())
    refuse(ErrorKind::usage, format(_("There is no kind of plugin “{}”."), plugin.kind),
           "plugin new", _("The kinds are view, annotator, advisor, check, importer, exporter."));
  check_name(plugin.name);
  const std::string title = plugin.title.empty() ? as_title(plugin.name) : plugin.title;
  const std::string title_zh =
      plugin.title_zh.empty() ? kind->chinese + std::string("：") + plugin.name : plugin.title_zh;
  check_title(title);
  check_title(title_zh);

  if (!plugin.sdk.empty() && !is_sdk(plugin.sdk))
    refuse(ErrorKind::usage, _("There is no plugin SDK in that folder."), plugin.sdk.string(),
           format(_("It would have the folder {}."), templates_below));
  const fs::path sdk =
      plugin.sdk.empty() ? installed_sdk(program_folder) : fs::canonical(plugin.sdk);
  const fs::path folder = plugin.folder.empty() ? fs::path(plugin.name) : plugin.folder;
  if (fs::exists(folder) && (!fs::is_directory(folder) || !fs::is_empty(folder)))
    refuse(ErrorKind::failed, _("There is something there already."), folder.string(),
           _("Take another name, or say where to: --into FOLDER."));

  const Words words = {{"@name@", plugin.name},
                       {"@target@", as_target(plugin.name)},
                       {"@Class@", as_class(plugin.name)},
                       {"@kind@", plugin.kind},
                       {"@title@", title},
                       {"@title_zh@", title_zh},
                       {"@sdk@", sdk.string()},
                       {"@dot@", "."}};  // of files that would mean something in the templates
  std::vector<fs::path> made;
  copy_template(sdk / templates_below / "project", folder, words, made);
  copy_template(sdk / templates_below / plugin.kind, folder, words, made);
  return made;
}

}  // namespace inroad::app
