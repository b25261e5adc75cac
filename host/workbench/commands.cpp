// SPDX-License-Identifier: MIT
#include "workbench/commands.h"

#include <wx/accel.h>

#include <map>

#include "workbench/main_window.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

// An ampersand of the account's is a letter, not a mnemonic.
std::string in_menu(const std::string& words) { return from_wx(to_label(words)); }

wxString menu_text(const Command& command) {
  const std::string label = command.words ? command.words() : command.label;
  return to_wx(command.key.empty() ? label : label + "\t" + command.key);
}

// Appends the commands `is_wanted` chooses, submenus where their menu names one.
template <class Wanted>
void append(wxMenu& menu, const std::vector<Command>& commands, bool has_keys, Wanted is_wanted) {
  std::map<std::string, wxMenu*> submenus;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Command& command = commands[i];
    if (!is_wanted(command)) continue;
    const std::size_t slash = command.menu.find('/');
    wxMenu* target = &menu;
    if (command.is_after_line && menu.GetMenuItemCount() > 0) menu.AppendSeparator();
    if (slash != std::string::npos) {
      const auto [found, is_new] = submenus.try_emplace(command.menu.substr(slash + 1), nullptr);
      if (is_new) {
        found->second = new wxMenu;
        menu.AppendSubMenu(found->second, to_wx(found->first));
      }
      target = found->second;
    }
    const int id = first_command_id + static_cast<int>(i);
    target->Append(id, has_keys ? menu_text(command) : to_wx(command.words ? command.words() : command.label));
  }
}

}  // namespace

std::vector<Command> commands_of(MainWindow& window) {
  using For = Command::For;
  const auto has_account = [&window] { return window.session() != nullptr; };
  const auto has_file = [&window] { return window.session() != nullptr && !window.session()->state().is_exchange_file; };
  const auto can_edit = [&window] { return window.session() != nullptr && window.session()->state().is_writable; };
  const auto has_person = [&window, can_edit] { return can_edit() && !window.session()->selection().person.empty(); };
  const auto has_selection = [&window, can_edit] { return can_edit() && window.session()->selection() != Selection(); };
  const auto has_deal = [&window, can_edit] { return can_edit() && !window.session()->deal().empty(); };
  const auto can_undo = [&window, can_edit] { return can_edit() && !window.session()->state().undo_title.empty(); };
  const auto can_redo = [&window, can_edit] { return can_edit() && !window.session()->state().redo_title.empty(); };
  const auto undo_words = [&window, can_undo]() -> std::string {
    return can_undo() ? format(_("&Undo: {}"), in_menu(window.session()->state().undo_title)) : _("&Undo");
  };
  const auto redo_words = [&window, can_redo]() -> std::string {
    return can_redo() ? format(_("&Redo: {}"), in_menu(window.session()->state().redo_title)) : _("&Redo");
  };
  const auto forget_words = [&window]() -> std::string {
    const Session* session = window.session();
    const Person* person = session == nullptr ? nullptr : session->account().find<Person>(session->selection().person);
    return person == nullptr ? _("F&orget this person…") : format(_("F&orget {}…"), in_menu(person->name));
  };
  const auto fold_words = [&window]() -> std::string {
    const Session* session = window.session();
    return session != nullptr && session->is_folded(session->selection().person) ? _("Un&fold the reports")
                                                                                 : _("&Fold the reports");
  };
  const auto is_filtered = [&window, has_account] { return has_account() && window.session()->filters() != app::Filters(); };
  const std::string file = _("&File"), edit = _("&Edit"), view = _("&View"), map = _("&Map"), deal = _("&Deal"),
                    share = _("&Share"), help = _("&Help");
  std::vector<Command> all{
      {file, _("&New account…"), "Ctrl+N", [&window] { window.make_account(); }},
      {file, _("&Open…"), "Ctrl+O", [&window] { window.choose_account(); }},
      {file, _("Import &table or account…"), "Ctrl+I", [&window] { window.import_file(); }, can_edit},
      {file, _("Make an &account file of this…"), "", [&window] { window.save_as_account(); },
       [&window, has_account] { return has_account() && window.session()->state().is_exchange_file; }},
      {file, _("&Save a Copy…"), "Ctrl+Shift+S", [&window] { window.save_copy(); }, has_file, For::everything, nullptr, true},
      {file, _("Na&me This Version…"), "", [&window] { window.name_version(); }, can_edit},
      {file, _("&History…"), "Ctrl+H", [&window] { window.show_history(); }, has_file},
      {file, _("&Close account"), "Ctrl+W", [&window] { window.close_account(); }, has_account},
      {file, _("&Quit"), "Ctrl+Q", [&window] { window.Close(); }, [] { return true; }, For::everything, nullptr, true},

      {edit, _("&Undo"), "Ctrl+Z", [&window] { window.session()->undo(); }, can_undo, For::everything, undo_words},
      {edit, _("&Redo"), "Ctrl+Shift+Z", [&window] { window.session()->redo(); }, can_redo, For::everything, redo_words},
      {edit, _("&Find a person"), "Ctrl+F", [&window] { window.find(); }, has_account, For::everything, nullptr, true},
      {edit, _("Who I &am…"), "", [&window] { window.choose_me(); }, can_edit},
      {edit, _("&All we hold on this person…"), "", [&window] { window.show_access_report(); },
       [&window, has_file] { return has_file() && !window.session()->selection().person.empty(); }},
      {edit, _("F&orget this person…"), "", [&window] { window.forget_person(); }, has_person, For::everything, forget_words, true},

      {view, _("&Fit the map"), "Ctrl+0", [&window] { window.canvas()->fit(); }, has_account},
      {view, _("&Actual size"), "Ctrl+1", [&window] { window.canvas()->actual_size(); }, has_account},
      {view, _("Zoom &in"), "Ctrl++", [&window] { window.canvas()->zoom_by(1.25); }, has_account},
      {view, _("Zoom &out"), "Ctrl+-", [&window] { window.canvas()->zoom_by(0.8); }, has_account},
      {view, _("&Next view"), "Ctrl+PageDown", [&window] { window.next_view(); }, has_account},
      {view, _("&Show only…"), "Ctrl+L", [&window] { window.choose_filters(); }, has_account, For::everything, nullptr, true},
      {view, _("Show &everybody"), "Ctrl+Shift+L", [&window] { window.show_everybody(); }, is_filtered},

      {map, _("Add &person…"), "Ctrl+P", [&window] { window.gestures().add_person(); }, can_edit},
      {map, _("Add a &note…"), "Ctrl+Shift+N", [&window] { window.gestures().add_note(); }, can_edit, For::person},
      {map, _("Draw a &tie"), "Ctrl+T", [&window] { window.canvas()->start_tie(); }, can_edit},
      {map, _("Add a t&ie from here…"), "", [&window] { window.gestures().add_tie(); }, has_person, For::person},
      {map, _("&Edit…"), "F2", [&window] { window.gestures().edit_selection(); }, has_selection, For::selection, nullptr, true},
      {map, _("What we &believe…"), "Ctrl+B", [&window] { window.gestures().believe_more(); }, has_selection, For::selection},
      {map, _("W&hat if that is not so?"), "Ctrl+Shift+W", [&window] { window.show_what_if(); },
       [&window, has_account] { return has_account() && window.session()->can_ask_what_if(); }, For::selection},
      {map, _("&Decides in this deal"), "", [&window] { window.gestures().toggle_decides(); },
       [has_person, has_deal] { return has_person() && has_deal(); }, For::person,
       [&window]() -> std::string {
         return window.gestures().does_decide() ? _("No longer &decides in this deal") : _("&Decides in this deal");
       }},
      {map, _("&Fold the reports"), "", [&window] { window.session()->toggle_fold(window.session()->selection().person); },
       [&window] { return window.can_fold(); }, For::person, fold_words},
      {map, _("&Let go of the pin"), "", [&window] { window.gestures().unpin(); },
       [&window] { return window.gestures().is_pinned(); }, For::person},
      {map, _("&Remove"), "", [&window] { window.gestures().remove_selection(); }, has_selection, For::selection, nullptr, true},

      {deal, _("&New deal…"), "", [&window] { window.gestures().add_deal(); }, can_edit},
      {deal, _("&Edit the deal and who decides…"), "Ctrl+D", [&window] { window.gestures().edit_deal(); }, has_deal},
      {deal, _("&Remove the deal"), "", [&window] { window.gestures().remove_deal(); }, has_deal},
  };
  all.push_back({map, _("Ne&w layout"), "Ctrl+R", [&window] { window.session()->new_layout(); },
                 [&window] { return window.can_lay_out(); }, For::everything, nullptr, true});
  for (const int days : {7, 28, 91, 365}) {
    all.push_back({view + "/" + _("&Compare with"), format(NG_("{} day ago", "{} days ago", days), days), "",
                   [&window, days] { window.session()->compare_since(days); }, has_account});
  }
  for (const Stage stage : all_of(Stage::deliver)) {
    all.push_back({deal + "/" + _("Our &stage"), say(stage), "", [&window, stage] { window.set_stage(stage); }, has_deal});
  }
  for (const ClientStep step : all_of(ClientStep::install)) {
    all.push_back({deal + "/" + _("The &client's step"), say(step), "", [&window, step] { window.set_step(step); }, has_deal});
  }
  for (const msg::Attitude attitude : all_of(msg::Attitude::unknown)) {
    all.push_back({map + "/" + _("&Attitude"), say(attitude), "",
                   [&window, attitude] { window.gestures().set_attitude(attitude); }, has_person, For::person});
  }
  all.push_back({share, _("&Export…"), "Ctrl+E", [&window] { window.export_picture(); }, has_account});
  all.push_back({help, _("&About Inroad"), "", [&window] { window.about(); }});
  return all;
}

bool is_key_of(const Command& command, const wxKeyEvent& event) {
  wxAcceleratorEntry key;
  return !command.key.empty() && key.FromString(to_wx(command.key)) && key.GetKeyCode() == event.GetKeyCode() &&
         key.GetFlags() == event.GetModifiers();
}

wxMenuBar* menu_bar(const std::vector<Command>& commands) {
  std::vector<std::string> titles;
  for (const Command& command : commands) {
    const std::string title = command.menu.substr(0, command.menu.find('/'));
    if (std::ranges::find(titles, title) == titles.end()) titles.push_back(title);
  }
  auto* bar = new wxMenuBar;
  for (const std::string& title : titles) {
    auto* menu = new wxMenu;
    append(*menu, commands, true,
           [&](const Command& command) { return command.menu.substr(0, command.menu.find('/')) == title; });
    bar->Append(menu, to_wx(title));
  }
  return bar;
}

void fill_context_menu(wxMenu& menu, const std::vector<Command>& commands, bool is_person) {
  using For = Command::For;
  append(menu, commands, false, [is_person](const Command& command) {
    return command.shown_for == For::selection || command.shown_for == (is_person ? For::person : For::tie);
  });
}

}  // namespace inroad::workbench
