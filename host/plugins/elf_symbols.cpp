// SPDX-License-Identifier: MIT
#include "plugins/elf_symbols.h"

#include <elf.h>

#include <cstring>
#include <optional>

namespace inroad::plugins {

namespace {

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> file) : file_(file) {}

  template <class Entry>
  std::optional<Entry> at(std::uint64_t offset) const {
    if (offset > file_.size() || sizeof(Entry) > file_.size() - offset) return std::nullopt;
    Entry entry;
    std::memcpy(&entry, file_.data() + offset, sizeof entry);
    return entry;
  }

  std::string text(const Elf64_Shdr& strings, std::uint64_t offset) const {
    std::string text;
    while (offset < strings.sh_size) {
      const auto c = at<char>(strings.sh_offset + offset++);
      if (!c || *c == '\0') break;
      text += *c;
    }
    return text;
  }

  // Each entry of a table that lies in the file, with the section its texts are in.
  template <class Entry, class Use>
  bool each(const Elf64_Ehdr& header, const Elf64_Shdr& table, Use use) const {
    const auto strings = at<Elf64_Shdr>(header.e_shoff + table.sh_link * sizeof(Elf64_Shdr));
    if (!strings) return false;
    for (std::uint64_t at_byte = 0; at_byte + sizeof(Entry) <= table.sh_size;
         at_byte += sizeof(Entry)) {
      const auto entry = at<Entry>(table.sh_offset + at_byte);
      if (!entry) return false;
      use(*entry, *strings);
    }
    return true;
  }

 private:
  std::span<const std::uint8_t> file_;
};

bool is_exported(const Elf64_Sym& symbol) {
  const unsigned binding = ELF64_ST_BIND(symbol.st_info);
  const unsigned visibility = ELF64_ST_VISIBILITY(symbol.st_other);
  return symbol.st_shndx != SHN_UNDEF && symbol.st_shndx != SHN_ABS && binding != STB_LOCAL &&
         (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

}  // namespace

ElfSymbols elf_symbols(std::span<const std::uint8_t> library) {
  ElfSymbols symbols;
  const Reader file(library);
  const auto header = file.at<Elf64_Ehdr>(0);
  if (!header || header->e_shentsize != sizeof(Elf64_Shdr)) return symbols;
  bool has_symbols = false;
  for (unsigned i = 0; i < header->e_shnum; ++i) {
    const auto section = file.at<Elf64_Shdr>(header->e_shoff + i * sizeof(Elf64_Shdr));
    if (!section) return symbols;
    if (section->sh_type == SHT_DYNAMIC)
      file.each<Elf64_Dyn>(*header, *section, [&](const Elf64_Dyn& entry, const auto& strings) {
        if (entry.d_tag == DT_NEEDED)
          symbols.needed.push_back(file.text(strings, entry.d_un.d_val));
      });
    if (section->sh_type == SHT_DYNSYM)
      has_symbols = file.each<Elf64_Sym>(
          *header, *section, [&](const Elf64_Sym& symbol, const auto& strings) {
            if (is_exported(symbol)) symbols.exported.push_back(file.text(strings, symbol.st_name));
          });
  }
  symbols.is_readable = has_symbols;
  return symbols;
}

}  // namespace inroad::plugins
