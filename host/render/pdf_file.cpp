// SPDX-License-Identifier: MIT
#include "render/pdf_file.h"

#include <glib.h>
#include <zlib.h>

#include <new>

namespace inroad::render {

PdfFile::PdfFile() : out_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), places_(1) {}

int PdfFile::reserve() {
  places_.push_back(0);
  return static_cast<int>(places_.size()) - 1;
}

void PdfFile::put(int number, std::string_view object) {
  places_[static_cast<std::size_t>(number)] = out_.size();
  out_ += std::to_string(number) + " 0 obj\n";
  out_ += object;
  out_ += "\nendobj\n";
}

int PdfFile::add(std::string_view object) {
  const int number = reserve();
  put(number, object);
  return number;
}

int PdfFile::add_stream(std::string_view bytes, std::string_view entries) {
  return add_deflated(deflated(bytes), entries);
}

int PdfFile::add_deflated(std::string_view deflated, std::string_view entries) {
  const int number = reserve();
  places_[static_cast<std::size_t>(number)] = out_.size();
  out_ += std::to_string(number) + " 0 obj\n<< /Length " + std::to_string(deflated.size()) +
          " /Filter /FlateDecode ";
  out_ += entries;
  out_ += ">>\nstream\n";
  out_ += deflated;
  out_ += "\nendstream\nendobj\n";
  return number;
}

std::vector<std::uint8_t> PdfFile::finished(int catalogue, int info) {
  const std::size_t table = out_.size();
  out_ += "xref\n0 " + std::to_string(places_.size()) + "\n0000000000 65535 f \n";
  for (std::size_t i = 1; i < places_.size(); ++i) {
    const std::string place = std::to_string(places_[i]);
    out_ += std::string(10 - place.size(), '0') + place + " 00000 n \n";
  }
  out_ += "trailer\n<< /Size " + std::to_string(places_.size()) + " /Root " +
          pdf_reference(catalogue) + " /Info " + pdf_reference(info) + " >>\nstartxref\n" +
          std::to_string(table) + "\n%%EOF\n";
  return {out_.begin(), out_.end()};
}

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string result(size, '\0');
  // Level 1: the content repeats itself so much that more effort gains little.
  if (compress2(reinterpret_cast<Bytef*>(result.data()), &size,
                reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()),
                1) != Z_OK)
    throw std::bad_alloc();
  result.resize(size);
  return result;
}

std::string pdf_reference(int number) { return std::to_string(number) + " 0 R"; }

void append_hex(std::string& out, unsigned value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789ABCDEF"[(value >> shift) & 0xF];
}

std::string pdf_text(std::string_view utf8) {
  std::string out = "<FEFF";
  glong count = 0;
  gunichar2* units =
      g_utf8_to_utf16(utf8.data(), static_cast<glong>(utf8.size()), nullptr, &count, nullptr);
  for (glong i = 0; units != nullptr && i < count; ++i) append_hex(out, units[i], 4);
  g_free(units);
  return out + ">";
}

}  // namespace inroad::render
