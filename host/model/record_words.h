// SPDX-License-Identifier: MIT
//
// What people call the fields of records and their closed words ("stated", "tender"), and how lists
// of names are set, in the language in force. The words of facets are not here: they come with the
// method packs (facets.h).
#pragma once
#include <string>
#include <string_view>

#include "model/field.h"

namespace inroad {

// Between the members of a list in a sentence: ", "; in Chinese "、".
const char* comma();

// The list of that kind as the interchange form names it, in the language in force: "people".
std::string list_word(RecordKind kind);

// (deals, "client_step") -> "client's step"; a key that is no field stays as it is.
std::string field_word(RecordKind kind, std::string_view field);

// The field under whose words those of this one are found: its own name, but for closed types that
// several fields share.
std::string_view closed_list(RecordKind kind, std::string_view field);

// A value of that field, as the interchange form writes it: ("evidence", "stated") -> "stated
// once". What is no closed word stays as it is.
std::string closed_word(std::string_view field, std::string_view code);

// A day ("2026-11-18") as people write it: "18 Nov 2026". What is no date stays as it is.
std::string said_day(std::string_view date);

// Who has what tie to whom, as a sentence without its stop; kind as the interchange form writes it.
std::string tie_sentence(std::string_view kind, const std::string& from, const std::string& to);

}  // namespace inroad
