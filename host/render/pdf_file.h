// SPDX-License-Identifier: MIT
//
// The outer form of a PDF file: numbered objects, streams, the table that says where they lie.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::render {

class PdfFile {
 public:
  PdfFile();

  // A number for an object that is put later.
  int reserve();
  // The object's text, e.g. a dictionary, under its number or a new one.
  void put(int number, std::string_view object);
  int add(std::string_view object);
  // A stream, deflated; entries: what its dictionary holds beside length and filter.
  int add_stream(std::string_view bytes, std::string_view entries = {});
  // A stream that is deflated already.
  int add_deflated(std::string_view deflated, std::string_view entries = {});

  // Ends the file; every number reserved must have been put.
  std::vector<std::uint8_t> finished(int catalogue, int info);

 private:
  std::string out_;
  std::vector<std::size_t> places_;  // by object number
};

std::string deflated(std::string_view bytes);

// "12 0 R".
std::string pdf_reference(int number);
// A text string: UTF-16 with its mark, in hexadecimal, so that nothing needs escaping.
std::string pdf_text(std::string_view utf8);
void append_hex(std::string& out, unsigned value, int digits);

}  // namespace inroad::render
