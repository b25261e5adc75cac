// SPDX-License-Identifier: MIT
//
// Exceptions turned into sentences, all in one place.
#include "model/error.h"

#include <filesystem>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>

#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

constexpr int failed = static_cast<int>(ErrorKind::failed);
constexpr int bad_input = static_cast<int>(ErrorKind::bad_input);

std::string sentence(const Error& error) {
  const std::string text =
      error.remedy.empty() ? error.what() : format(_("{0} {1}"), error.what(), error.remedy);
  return error.where.empty() ? text : format(_("{}: {}"), error.where, text);
}

// "path: reason", or "from, to: reason" for what concerns two files.
std::string sentence(const std::filesystem::filesystem_error& error) {
  std::string paths = error.path1().string();
  if (!error.path2().empty()) paths += comma() + error.path2().string();
  return paths.empty() ? error.code().message()
                       : format(_("{}: {}"), paths, error.code().message());
}

}  // namespace

Failure describe_current_exception() {
  try {
    throw;
  } catch (const Error& error) {
    return {sentence(error), static_cast<int>(error.kind)};
  } catch (const std::bad_alloc&) {
    return {_("There is not enough memory for this."), failed};
  } catch (const std::filesystem::filesystem_error& error) {
    return {sentence(error), failed};
  } catch (const std::system_error& error) {
    return {error.code().message(), failed};
  } catch (const nlohmann::json::exception& error) {
    return {format(_("The data has an unexpected form: {}"), error.what()), bad_input};
  } catch (const std::exception& error) {
    return {format(_("Something unexpected went wrong: {}"), error.what()), failed};
  } catch (...) {
    return {_("Something unexpected went wrong."), failed};
  }
}

}  // namespace inroad
