// SPDX-License-Identifier: MIT
#include "plugins/manifest.h"

#include <inroad/abi.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "model/words.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int own_sdk_version = INROAD_SDK_VERSION;
constexpr std::size_t max_manifest_size = 256 * 1024;
constexpr int max_depth = 8;
constexpr std::size_t max_name_size = 60, max_text_size = 500, max_list_size = 40;
constexpr int max_deadline_ms = 600'000;

struct KindName {
  Kind kind;
  const char* word;
  const char* folder;
};
constexpr std::array kind_names = {
    KindName{Kind::view, "view", "views"},
    KindName{Kind::annotator, "annotator", "annotators"},
    KindName{Kind::advisor, "advisor", "advisors"},
    KindName{Kind::check, "check", "checks"},
    KindName{Kind::importer, "importer", "importers"},
    KindName{Kind::exporter, "exporter", "exporters"},
};

template <class... Args>
[[noreturn]] void broken(const char* sentence, const Args&... args) {
  throw BrokenManifest(format(sentence, args...));
}

std::string file_text(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) broken(_("It has no file plugin.json."));
  std::ifstream file(path, std::ios::binary);
  std::string text(max_manifest_size + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.eof()) {
    if (file.gcount() > static_cast<std::streamsize>(max_manifest_size))
      broken(_("Its plugin.json is larger than {} KiB."), max_manifest_size / 1024);
    broken(_("Its plugin.json cannot be read."));
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

// JSON with no nesting beyond what manifests need and no key twice: whoever reads the first and
// whoever reads the last would otherwise see different plugins.
Json parsed(const std::string& text) {
  std::vector<std::set<std::string>> keys;
  const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth > max_depth) broken(_("Its plugin.json is nested too deeply."));
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
      broken(_("Its plugin.json has the key “{}” twice in one place."),
             shown_text(value.get<std::string>(), 60));
    return true;
  };
  try {
    Json json = Json::parse(text, look);
    if (!json.is_object()) broken(_("Its plugin.json is not a JSON object."));
    return json;
  } catch (const Json::parse_error& error) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
    broken(_("Its plugin.json is not JSON: the fault is in line {}."),
           1 + std::count(text.begin(), end, '\n'));
  }
}

// Lower-case words with hyphens: safe as folder names, on command lines and as text domains.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= max_name_size && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

class Reader {
 public:
  Reader(const Json& json, fs::path folder) : json_(json), folder_(std::move(folder)) {}

  std::string text(const char* key) const {
    if (!json_.contains(key)) broken(_("Its plugin.json lacks “{}”."), key);
    return text_of(json_[key], key);
  }

  Texts texts(const char* key, bool is_needed) const {
    Texts all;
    if (json_.contains(key)) {
      const Json& value = json_[key];
      if (!value.is_object() || value.size() > max_list_size)
        broken(_("In its plugin.json, “{}” must hold texts by language."), key);
      for (const auto& [lang, words] : value.items()) all[lang] = text_of(words, key);
    }
    if ((is_needed || !all.empty()) && all["en"].empty())
      broken(_("In its plugin.json, “{}” needs a text in English (“en”)."), key);
    return all;
  }

  int whole_number(const char* key, int lowest, int highest, int otherwise) const {
    const double value = number(key, lowest, highest, otherwise);
    if (value != static_cast<int>(value))
      broken(_("In its plugin.json, “{}” must be a whole number."), key);
    return static_cast<int>(value);
  }

  double number(const char* key, double lowest, double highest, double otherwise) const {
    if (!json_.contains(key)) return otherwise;
    const Json& value = json_[key];
    if (!value.is_number() || !(value.get<double>() >= lowest && value.get<double>() <= highest))
      broken(_("In its plugin.json, “{0}” must be a number from {1} to {2}."), key, lowest,
             highest);
    return value.get<double>();
  }

  bool flag(const char* key, bool otherwise = false) const {
    if (!json_.contains(key)) return otherwise;
    if (!json_[key].is_boolean()) broken(_("In its plugin.json, “{}” must be true or false."), key);
    return json_[key].get<bool>();
  }

  std::vector<std::string> list(const char* key) const {
    std::vector<std::string> all;
    if (!json_.contains(key)) return all;
    if (!json_[key].is_array() || json_[key].size() > max_list_size)
      broken(_("In its plugin.json, “{}” must be a list of texts."), key);
    for (const Json& entry : json_[key]) all.push_back(text_of(entry, key));
    return all;
  }

  // A file of the bundle, links followed: nothing outside the bundle's folder is ever loaded for
  // it.
  fs::path file(const std::string& name) const {
    std::error_code error;
    const fs::path home = fs::canonical(folder_, error);
    const fs::path path = fs::weakly_canonical(folder_ / name, error);
    const auto [in_home, rest] = std::mismatch(home.begin(), home.end(), path.begin(), path.end());
    const fs::path wish(name);
    const bool has_steps_up = std::find(wish.begin(), wish.end(), "..") != wish.end();
    if (error || wish.is_absolute() || has_steps_up || in_home != home.end() || rest == path.end())
      broken(_("Its file “{}” lies outside its own folder."), shown_text(name, 200));
    if (!fs::is_regular_file(path, error))
      broken(_("Its file “{}” is missing."), shown_text(name, 200));
    return path;
  }

  std::optional<Reader> part(const char* key) const {
    if (!json_.contains(key)) return std::nullopt;
    if (!json_[key].is_object()) broken(_("In its plugin.json, “{}” must be an object."), key);
    return Reader(json_[key], folder_);
  }
  std::vector<std::string> keys() const {
    std::vector<std::string> all;
    if (json_.size() > max_list_size) broken(_("Its plugin.json has too many options."));
    for (const auto& [key, value] : json_.items()) {
      if (!is_plain_name(key))
        broken(_("In its plugin.json, the options’ names must be in small letters."));
      all.push_back(key);
    }
    return all;
  }
  bool has(const char* key) const { return json_.contains(key); }

 private:
  static std::string text_of(const Json& value, const char* key) {
    if (!value.is_string()) broken(_("In its plugin.json, “{}” must be a text."), key);
    std::string text = value.get<std::string>();
    if (text.size() > max_text_size || text != shown_text(text, max_text_size))
      broken(_("In its plugin.json, “{}” is too long or holds control characters."), key);
    return text;
  }

  const Json& json_;
  fs::path folder_;
};

void check_sdk_version(int version) {
  if (version > own_sdk_version)
    broken(_("It needs version {0} of the plugin SDK and this program has version {1}. Update "
             "Inroad, or "
             "install an older version of the plugin."),
           version, own_sdk_version);
}

// "1.2" or "1.2.3" as numbers that can be compared; nothing where it is something else.
std::optional<std::array<int, 3>> version_numbers(std::string_view text) {
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
    if (fault != std::errc() || numbers[i] < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty() && i > 0) return numbers;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

void check_program_version(const Reader& manifest) {
  if (!manifest.has("needs_inroad")) return;
  const std::string needed = manifest.text("needs_inroad");
  const auto numbers = version_numbers(needed);
  if (!numbers)
    broken(_("In its plugin.json, “{}” must be a version such as 1.2."), "needs_inroad");
  if (*numbers > *version_numbers(INROAD_VERSION))
    broken(
        _("It needs Inroad {0} and this is Inroad {1}. Update Inroad, or install an older version "
          "of the plugin."),
        needed, INROAD_VERSION);
}

// The kind, having checked that it, the id and the place of the bundle say the same.
Kind checked_kind(const Reader& manifest, const std::string& id, const std::string& kind_folder,
                  const std::string& name) {
  if (id != kind_folder + "/" + name || !is_plain_name(name))
    broken(_("Its id is “{0}”, but it lies in the folder “{1}”. Both must be the same, in small "
             "letters, "
             "digits and hyphens."),
           id, shown_text(kind_folder + "/" + name, 200));
  const std::string word = manifest.text("kind");
  const auto found =
      std::ranges::find(kind_names, word, [](const KindName& k) { return std::string(k.word); });
  if (found == kind_names.end()) broken(_("Its kind “{}” is not known to this program."), word);
  if (found->folder != kind_folder)
    broken(_("Its kind is “{0}”, but it lies among the “{1}”."), word, kind_folder);
  return found->kind;
}

CardTemplate card_of(const Reader& manifest) {
  CardTemplate card;
  if (const std::optional<Reader> part = manifest.part("card")) {
    card.width = part->number("width", 8, 2000, card.width);
    card.height = part->number("height", 8, 2000, card.height);
    card.lines = part->list("lines");
    card.has_frame = part->flag("frame", card.has_frame);
    if (const std::optional<Reader> crowd = part->part("crowd"))
      card.crowd = {crowd->whole_number("above", 1, 1'000'000, 1),
                    crowd->number("height", 8, 2000, card.height), crowd->list("lines")};
  }
  return card;
}

std::vector<std::string> formats_of(const Reader& manifest, Kind kind) {
  std::vector<std::string> formats = manifest.list("formats");
  if (!std::ranges::all_of(formats, is_plain_name))
    broken(_("In its plugin.json, “{}” must hold file endings in small letters, without the dot."),
           "formats");
  if (formats.empty() && (kind == Kind::importer || kind == Kind::exporter))
    broken(_("Its plugin.json lacks “{}”."), "formats");
  return formats;
}

bool speaks_json(const Reader& manifest) {
  if (!manifest.has("wire")) return false;
  const std::string wire = manifest.text("wire");
  if (wire != "json" && wire != "flatbuffers")
    broken(_("In its plugin.json, “{}” must be “json” or “flatbuffers”."), "wire");
  return wire == "json";
}

}  // namespace

std::string manifest_id(const fs::path& folder) {
  const Json json = parsed(file_text(folder / "plugin.json"));
  const std::string id = Reader(json, folder).text("id");
  const std::size_t slash = id.find('/');
  const bool is_plain = slash != id.npos && is_plain_name(id.substr(slash + 1)) &&
                        std::ranges::find(kind_names, id.substr(0, slash), [](const KindName& k) {
                          return std::string(k.folder);
                        }) != kind_names.end();
  if (!is_plain)
    broken(_("Its id “{}” does not begin with a kind of plugin such as “views/”."),
           shown_text(id, 200));
  return id;
}

Bundle read_manifest(const std::string& kind_folder, const fs::path& folder) {
  const Json json = parsed(file_text(folder / "plugin.json"));
  const Reader manifest(json, folder);

  Bundle bundle;
  bundle.folder = folder;
  bundle.name = folder.filename().string();
  // The version first: a newer manifest may well break the older rules below.
  if (!manifest.has("sdk_version")) broken(_("Its plugin.json lacks “{}”."), "sdk_version");
  bundle.sdk_version = manifest.whole_number("sdk_version", 1, 1'000'000, 0);
  check_sdk_version(bundle.sdk_version);
  check_program_version(manifest);
  bundle.id = manifest.text("id");
  bundle.kind = checked_kind(manifest, bundle.id, kind_folder, bundle.name);
  bundle.version = manifest.text("version");
  bundle.title = manifest.texts("title", true);
  bundle.summary = manifest.texts("summary", false);
  bundle.formats = formats_of(manifest, bundle.kind);
  bundle.card = card_of(manifest);
  bundle.shows_route = manifest.flag("shows_route");
  bundle.compares_dates = manifest.flag("compares_dates");
  bundle.is_free_form = manifest.flag("free_form");
  if (const std::optional<Reader> options = manifest.part("options"))
    for (const std::string& key : options->keys()) bundle.options[key] = options->list(key.c_str());
  bundle.deadline_ms = manifest.whole_number("deadline_ms", 1, max_deadline_ms, bundle.deadline_ms);
  for (const std::string& pack : manifest.list("packs"))
    bundle.packs.push_back(manifest.file(pack));
  if (manifest.has("library")) bundle.library = manifest.file(manifest.text("library"));
  bundle.is_json = speaks_json(manifest);
  if (bundle.library.empty() && bundle.packs.empty())
    broken(_("It has neither a library nor packs: nothing to run and no data."));
  return bundle;
}

}  // namespace inroad::plugins
