// SPDX-License-Identifier: MIT
#include "plugins/checked_library.h"

#include <system_error>

#include "model/words.h"
#include "plugins/elf_check.h"
#include "plugins/sealed_memory.h"
#include "plugins/sentences.h"

namespace inroad::plugins {

namespace {
constexpr std::uint64_t max_library_size = std::uint64_t{1} << 29;
}

Fd checked_library(const Bundle& bundle) {
  if (bundle.library.empty())
    throw cannot_load(bundle, _("It holds data only and nothing that can be run."));
  try {
    Fd library = sealed_copy_of_file(bundle.library.c_str(), max_library_size);
    const Mapping mapped(library.get());
    if (std::string problem = elf_problem(mapped.bytes()); !problem.empty())
      throw cannot_load(bundle, problem);
    return library;
  } catch (const std::system_error& error) {
    throw cannot_load(bundle, format(_("Its library cannot be read: {}."), error.what()));
  }
}

}  // namespace inroad::plugins
