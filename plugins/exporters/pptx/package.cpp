// SPDX-License-Identifier: MIT
#include "pptx/package.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace inroad::pptx {
namespace {

constexpr zip_uint16_t first_dos_day = 1 << 5 | 1;  // 1 January 1980, midnight

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[noreturn]] void fail(zip_error_t& error) {
  const std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw std::runtime_error(text);
}
[[noreturn]] void fail(zip_t* archive) { throw std::runtime_error(zip_strerror(archive)); }

}  // namespace

std::vector<std::uint8_t> zipped(const std::vector<Part>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Free> result(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!result) fail(error);
  std::unique_ptr<zip_t, Free> archive(
      zip_open_from_source(result.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) fail(error);
  zip_source_keep(result.get());  // the archive has taken it over
  for (const Part& part : parts) {
    zip_source_t* content =
        zip_source_buffer(archive.get(), part.content.data(), part.content.size(), 0);
    if (content == nullptr) fail(archive.get());
    const zip_int64_t index =
        zip_file_add(archive.get(), part.path.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(content);
      fail(archive.get());
    }
    if (zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, first_dos_day,
                             0) != 0)
      fail(archive.get());
  }
  if (zip_close(archive.get()) != 0) fail(archive.get());
  static_cast<void>(archive.release());  // closed means freed

  if (zip_source_open(result.get()) != 0) fail(*zip_source_error(result.get()));
  zip_stat_t stat;
  if (zip_source_stat(result.get(), &stat) != 0) fail(*zip_source_error(result.get()));
  std::vector<std::uint8_t> bytes(stat.size);
  const zip_int64_t read = zip_source_read(result.get(), bytes.data(), bytes.size());
  zip_source_close(result.get());
  if (read != static_cast<zip_int64_t>(bytes.size()))
    throw std::runtime_error("the archive was cut short");
  return bytes;
}

}  // namespace inroad::pptx
