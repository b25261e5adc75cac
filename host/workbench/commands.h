// SPDX-License-Identifier: MIT
//
// What the user can do, in one table: menu, words, key, when. The menu bar, the context menu and the
// keys are all made from it, so a new command is one entry and its handler.
#pragma once
#include <wx/event.h>
#include <wx/menu.h>

#include <functional>
#include <string>
#include <vector>

namespace inroad::workbench {

class MainWindow;

// menu: title of the menu, "/" and the title of a submenu if any. label: as in the menu, with a
// mnemonic. key: as wx writes them, empty = none. words: label while it changes (the edit undone).
struct Command {
  enum class For { everything, person, tie, selection };

  std::string menu, label, key;
  std::function<void()> run;
  std::function<bool()> can_run = [] { return true; };
  For shown_for = For::everything;  // other than everything: in the context menu too
  std::function<std::string()> words = nullptr;
  bool is_after_line = false;
};

std::vector<Command> commands_of(MainWindow& window);

// Whether the key pressed is the command's.
bool is_key_of(const Command& command, const wxKeyEvent& event);

// The ids of commands are their places in the table, from here.
inline constexpr int first_command_id = 6000;

wxMenuBar* menu_bar(const std::vector<Command>& commands);
// The entries for what is selected.
void fill_context_menu(wxMenu& menu, const std::vector<Command>& commands, bool is_person);

}  // namespace inroad::workbench
