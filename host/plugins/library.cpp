// SPDX-License-Identifier: MIT
#include "plugins/library.h"

// Boost 1.74's header lacks these two in this mode.
#include <string>
#include <vector>

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>
#include <cstddef>

namespace inroad::plugins {

namespace {

// Boost puts the linker's sentence between its own words and a misleading errno phrase.
std::string linker_sentence(std::string text) {
  constexpr std::string_view before = "dlerror system message: ";
  if (const auto start = text.find(before); start != std::string::npos)
    text.erase(0, start + before.size());
  if (const auto end = text.rfind("): "); end != std::string::npos) text.erase(end);
  return text;
}

const inroad_plugin* call_entry(boost::dll::shared_library& library) {
  try {
    return library.get<const inroad_plugin*()>(INROAD_PLUGIN_ENTRY)();
  } catch (const std::exception& error) {
    throw LoadFailure(LoadFault::threw, error.what());
  } catch (...) {
    throw LoadFailure(LoadFault::threw, "an exception of unknown type");
  }
}

}  // namespace

const inroad_plugin& load_plugin(const std::filesystem::path& path) {
  using boost::dll::load_mode::rtld_local;
  using boost::dll::load_mode::rtld_now;
  // Leaked on purpose: its destructor would unload.
  auto* library = new boost::dll::shared_library;
  try {
    library->load(path, rtld_now | rtld_local);
  } catch (const std::exception& error) {
    throw LoadFailure(LoadFault::not_loadable, linker_sentence(error.what()));
  } catch (...) {
    throw LoadFailure(LoadFault::threw, "an exception of unknown type");
  }
  if (!library->has(INROAD_PLUGIN_ENTRY)) throw LoadFailure(LoadFault::no_entry, "");
  const inroad_plugin* plugin = call_entry(*library);
  if (plugin == nullptr || plugin->size < offsetof(inroad_plugin, run))
    throw LoadFailure(LoadFault::no_plugin, "");
  if (plugin->abi_version != INROAD_ABI_VERSION)
    throw LoadFailure(LoadFault::abi_version, std::to_string(plugin->abi_version));
  if (plugin->size < offsetof(inroad_plugin, run) + sizeof plugin->run || plugin->run == nullptr)
    throw LoadFailure(LoadFault::no_plugin, "");
  return *plugin;
}

}  // namespace inroad::plugins
