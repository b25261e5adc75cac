// SPDX-License-Identifier: MIT
#include "app/toolbox.h"

#include "app/files.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::app {

std::filesystem::path running_program_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

Toolbox::Toolbox(const ToolboxOptions& options)
    : program_folder_(options.program_folder.empty() ? running_program_folder()
                                                     : options.program_folder) {
  set_language(options.lang, (program_folder_ / "locale").string());
  catalogue_ = plugins::find_bundles(program_folder_ / "plugins");
  runner_ = {program_folder_ / "inroad-plugin-host", options.is_in_process};
  today_ = options.today.empty() ? today_utc() : options.today;
  for (const plugins::Bundle& bundle : catalogue_.bundles)
    for (const std::filesystem::path& pack : bundle.packs)
      facets_.add_pack(parse_text(read_file(pack.string()), pack.string()), pack.string());
}

}  // namespace inroad::app
