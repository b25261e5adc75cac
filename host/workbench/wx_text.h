// SPDX-License-Identifier: MIT
//
// Between our UTF-8 and wx's strings. The build defines WXINTL_NO_GETTEXT_MACRO: `_` is gettext's
// (model/words.h), not wx's.
#pragma once
#include <wx/string.h>

#include <string>
#include <string_view>

#include "model/words.h"

namespace inroad::workbench {

inline wxString to_wx(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline std::string from_wx(const wxString& text) { return text.utf8_string(); }

// A label of a control: an ampersand is a letter there, not a mnemonic.
inline wxString to_label(std::string_view text) {
  wxString label = to_wx(text);
  label.Replace("&", "&&");
  return label;
}

}  // namespace inroad::workbench
