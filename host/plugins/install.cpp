// SPDX-License-Identifier: MIT
#include "plugins/install.h"

#include <algorithm>
#include <system_error>

#include "model/error.h"
#include "model/words.h"
#include "plugins/manifest.h"
#include "plugins/unpack.h"

namespace inroad::plugins {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void failed(const std::string& what, const fs::path& where,
                         const std::string& remedy) {
  throw Error(ErrorKind::failed, what, where.string(), remedy);
}

// Beside the bundles, so that moving into place is one step; gone with this object.
class Staging {
 public:
  explicit Staging(const fs::path& root) {
    std::error_code error;
    fs::create_directories(root, error);
    std::string form = (root / ".new-XXXXXX").string();
    if (error || mkdtemp(form.data()) == nullptr)
      failed(_("Nothing can be installed here."), root, _("Is the folder yours to write to?"));
    path_ = form;
  }
  ~Staging() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Where the manifest is: at the top, or in the one folder there is.
fs::path bundle_in(const fs::path& folder) {
  if (fs::exists(folder / "plugin.json")) return folder;
  const fs::directory_iterator entries(folder);
  const auto only = begin(entries);
  if (only != end(entries) && only->is_directory()) {
    const fs::path inner = only->path();
    if (std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1) return inner;
  }
  return folder;
}

void move(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  fs::rename(from, to, error);
  if (error) failed(_("The plugin cannot be put into its place."), to, error.message());
}

void check_place(const Bundle& bundle, const fs::path& place, const Catalogue& taken,
                 bool replaces) {
  for (const Bundle& other : taken.bundles)
    if (other.id == bundle.id && other.origin == Origin::built_in)
      failed(format(_("Inroad brings a plugin “{0}” of its own."), bundle.id), place,
             _("Nothing was installed. Ask its author to give it another id."));
  if (fs::exists(fs::symlink_status(place)) && !replaces)
    failed(format(_("The plugin “{}” is installed already."), bundle.id), place,
           _("Replace it by giving --replace."));
}

}  // namespace

Bundle install(const fs::path& source, const fs::path& root, const Catalogue& taken,
               bool replaces) {
  if (root.empty())
    failed(_("It is not known where your data lies."), {}, _("Set HOME or XDG_DATA_HOME."));
  const Staging staging(root);
  const fs::path raw = staging.path() / "raw";
  std::error_code error;
  fs::create_directory(raw, error);
  if (fs::is_directory(source, error))
    copy_folder(source, raw);
  else
    unpack_zip(source, raw);
  try {
    const fs::path found = bundle_in(raw);
    const fs::path id = manifest_id(found);
    const fs::path staged = staging.path() / id;
    move(found, staged);
    const Bundle bundle = read_manifest(id.parent_path().string(), staged);
    const fs::path place = root / id;
    check_place(bundle, place, taken, replaces);
    if (fs::exists(fs::symlink_status(place))) move(place, staging.path() / "old");
    move(staged, place);
    Bundle installed = read_manifest(id.parent_path().string(), place);
    installed.origin = Origin::user;
    return installed;
  } catch (const BrokenManifest& broken) {
    throw Error(ErrorKind::bad_input, broken.what(), source.string(),
                _("Nothing was installed. inroad plugin check tells all that is wrong."));
  }
}

void remove(const Bundle& bundle, const fs::path& root) {
  if (bundle.origin != Origin::user)
    failed(format(_("The plugin “{}” was not installed by you."), bundle.id), bundle.folder,
           format(_("Switch it off: inroad plugin disable {}"), bundle.id));
  const Staging staging(root);
  move(bundle.folder, staging.path() / "gone");
}

}  // namespace inroad::plugins
