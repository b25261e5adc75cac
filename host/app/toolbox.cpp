// SPDX-License-Identifier: MIT
#include "app/toolbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/files.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/words.h"
#include "plugins/places.h"

namespace inroad::app {

std::filesystem::path running_program_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

namespace {

std::filesystem::path register_file() {
  const std::filesystem::path folder = plugins::user_folder();
  return folder.empty() ? folder : folder / "plugins.json";
}

}  // namespace

Toolbox::Toolbox(const ToolboxOptions& options)
    : program_folder_(options.program_folder.empty() ? running_program_folder()
                                                     : options.program_folder),
      register_(register_file()) {
  set_language(options.lang, (program_folder_ / "locale").string());
  std::vector<plugins::Root> roots{{program_folder_ / "plugins", plugins::Origin::built_in}};
  if (!options.is_ours_only) std::ranges::copy(plugins::user_roots(), std::back_inserter(roots));
  catalogue_ = plugins::find_bundles(roots);
  const plugins::Register::Reading register_read = register_.read();
  for (plugins::Bundle& bundle : std::exchange(catalogue_.bundles, {})) {
    const plugins::Remembered remembered = register_read.of(bundle);
    bundle.is_trusted = remembered.is_trusted;
    (remembered.is_disabled ? catalogue_.disabled : catalogue_.bundles)
        .push_back(std::move(bundle));
  }
  runner_ = {program_folder_ / "inroad-plugin-host", options.is_in_process};
  today_ = options.today.empty() ? today_utc() : options.today;
  load_packs();
}

// Ours first: whatever another brings cannot take their facets' place. A pack of somebody else's
// that cannot be used costs that plugin alone.
void Toolbox::load_packs() {
  std::ranges::stable_sort(catalogue_.bundles, {}, [](const plugins::Bundle& bundle) {
    return bundle.origin != plugins::Origin::built_in;
  });
  std::erase_if(catalogue_.bundles, [this](const plugins::Bundle& bundle) {
    if (bundle.packs.empty()) return false;
    FacetBook with_it = facets_;
    try {
      for (const std::filesystem::path& pack : bundle.packs)
        with_it.add_pack(parse_text(read_file(pack.string()), pack.string()), pack.string());
    } catch (const Error& error) {
      if (bundle.origin == plugins::Origin::built_in) throw;
      catalogue_.refused.push_back({bundle.folder, describe_current_exception().sentence});
      return true;
    }
    facets_ = std::move(with_it);
    return false;
  });
  std::ranges::sort(catalogue_.bundles, {}, &plugins::Bundle::id);
}

}  // namespace inroad::app
