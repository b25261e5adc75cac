// SPDX-License-Identifier: MIT
#include "plugins/elf_check.h"

#include <elf.h>
#include <inroad/abi.h>

#include <bit>
#include <cstring>

#include "model/words.h"

namespace inroad::plugins {

namespace {

// The kinds of library that are met in practice, by the names people know them under.
std::string machine_name(unsigned machine) {
  switch (machine) {
    case EM_X86_64:
      return "x86-64";
    case EM_386:
      return "x86";
    case EM_AARCH64:
      return "AArch64";
    case EM_ARM:
      return "ARM";
    case EM_RISCV:
      return "RISC-V";
    case EM_PPC64:
      return "PowerPC 64";
    case EM_S390:
      return "S/390";
    case EM_LOONGARCH:
      return "LoongArch";
    default:
      return format(_("machine number {}"), machine);
  }
}

#if defined(__x86_64__)
constexpr unsigned own_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr unsigned own_machine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr unsigned own_machine = EM_PPC64;
#elif defined(__s390x__)
constexpr unsigned own_machine = EM_S390;
#elif defined(__loongarch64)
constexpr unsigned own_machine = EM_LOONGARCH;
#else
#error "Add this machine's ELF number."
#endif

constexpr unsigned char own_byte_order =
    std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

// What one note says of the versions the library was built for, when it is ours and they do not
// fit.
std::string version_problem(std::uint32_t abi_version, std::uint32_t sdk_version) {
  if (abi_version > INROAD_ABI_VERSION)
    return format(_("It is built for version {0} of the plugin interface, this program has version "
                    "{1}. Update Inroad, or install a build of the plugin for version {1}."),
                  abi_version, INROAD_ABI_VERSION);
  if (abi_version < INROAD_ABI_VERSION)
    return format(_("It is built for version {0} of the plugin interface, this program has version "
                    "{1}. Ask its author for a build for version {1}."),
                  abi_version, INROAD_ABI_VERSION);
  if (sdk_version > INROAD_SDK_VERSION)
    return format(_("It is built with version {0} of the plugin SDK, this program has version {1}. "
                    "Update Inroad, or install an older version of the plugin."),
                  sdk_version, INROAD_SDK_VERSION);
  return {};
}

// part: of the kind PT_NOTE, a row of notes.
std::string note_problem(std::span<const std::uint8_t> part) {
  while (part.size() >= sizeof(Elf64_Nhdr)) {
    Elf64_Nhdr head;
    std::memcpy(&head, part.data(), sizeof head);
    const std::uint64_t padded_name = (std::uint64_t{head.n_namesz} + 3) / 4 * 4;
    const std::uint64_t size =
        sizeof head + padded_name + (std::uint64_t{head.n_descsz} + 3) / 4 * 4;
    if (size > part.size()) break;
    inroad_note note;
    if (size == sizeof note) {
      std::memcpy(&note, part.data(), sizeof note);
      if (note.type == INROAD_NOTE_BUILT_FOR && note.name_size == 7 &&
          std::memcmp(note.name, "Inroad", 7) == 0)
        return version_problem(note.abi_version, note.sdk_version);
    }
    part = part.subspan(size);
  }
  return {};
}

std::string cut_short() { return _("Its library has been cut short. Install the plugin again."); }

}  // namespace

std::string elf_problem(std::span<const std::uint8_t> library) {
  if (library.size() < EI_NIDENT || std::memcmp(library.data(), ELFMAG, SELFMAG) != 0)
    return _("Its library is not a shared library.");
  if (library[EI_CLASS] != ELFCLASS64) return _("Its library is not built for 64 bits.");
  if (library[EI_DATA] != own_byte_order)
    return _("Its library is built for a machine with the other byte order.");

  Elf64_Ehdr header;
  if (library.size() < sizeof header) return cut_short();
  std::memcpy(&header, library.data(), sizeof header);
  if (header.e_machine != own_machine)
    return format(
        _("Its library is built for {0}, this computer is {1}. Install the plugin for {1}."),
        machine_name(header.e_machine), machine_name(own_machine));
  if (header.e_type != ET_DYN) return _("Its library is not a shared library.");
  if (header.e_phnum == 0 || header.e_phentsize != sizeof(Elf64_Phdr))
    return _("Its library has no parts that can be loaded.");

  // Every part must lie within the file: a mapped page beyond its end kills the process that reads
  // it.
  const std::uint64_t size = library.size();
  const std::uint64_t table = std::uint64_t{header.e_phnum} * sizeof(Elf64_Phdr);
  if (header.e_phoff > size || table > size - header.e_phoff) return cut_short();
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr part;
    std::memcpy(&part, library.data() + header.e_phoff + i * sizeof part, sizeof part);
    if (part.p_offset > size || part.p_filesz > size - part.p_offset) return cut_short();
    if (part.p_type != PT_NOTE) continue;
    if (std::string problem = note_problem(library.subspan(part.p_offset, part.p_filesz));
        !problem.empty())
      return problem;
  }
  return {};
}

}  // namespace inroad::plugins
