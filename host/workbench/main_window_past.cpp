// SPDX-License-Identifier: MIT
//
// The window and an account's past: versions, history, forgetting, the notice of what is looked at.
#include <wx/config.h>
#include <wx/filedlg.h>
#include <wx/textdlg.h>

#include "app/files.h"
#include "workbench/dialogs/forget_dialog.h"
#include "workbench/dialogs/history_dialog.h"
#include "workbench/dialogs/report_dialog.h"
#include "workbench/main_window.h"

namespace inroad::workbench {
namespace {

wxString key_of_me(const Session& session) { return "/me/" + to_wx(session.account().info.id); }

}  // namespace

void MainWindow::show_notice() {
  if (!session_) return notice_->show({}, {});
  if (session_->state().is_writable) {
    const bool is_asked = wxConfigBase::Get()->HasEntry(key_of_me(*session_));
    if (is_asked || !session_->is_me_open()) return notice_->show({}, {});
    return notice_->show(_("Changes are not signed yet: which of your team are you?"),
                         {{_("Choose…"), [this] { choose_me(); }}, {_("Not Now"), [this] { keep_me({}); }}});
  }
  const AccountState& state = session_->state();
  std::vector<NoticeBar::Button> buttons;
  if (!state.as_of.empty()) {
    buttons.push_back({_("Back to Today"), [this] { session_->look_at_today(); }});
  } else if (state.is_exchange_file) {
    buttons.push_back({_("Make an Account File…"), [this] { save_as_account(); }});
  } else {
    buttons.push_back({_("Save a Copy…"), [this] { save_copy(); }});
  }
  notice_->show(why_read_only(state), buttons);
}

// Who I am is kept on this machine: two who share a file are two people.
void MainWindow::recall_me() {
  session_->remember_me(from_wx(wxConfigBase::Get()->Read(key_of_me(*session_), wxString())));
}

void MainWindow::keep_me(const Id& person) {
  if (!session_) return;
  wxConfigBase::Get()->Write(key_of_me(*session_), to_wx(person));
  wxConfigBase::Get()->Flush();
  session_->remember_me(person);
  status_->show(session());
  show_notice();
}

// Once for each file: who works there knows it then.
void MainWindow::warn_of_place(const std::string& path) {
  const std::string warning = session_->state().place_warning;
  if (warning.empty()) return;
  wxString key = to_wx(path);
  key.Replace("/", "|");  // a slash would be a group of the settings
  if (wxConfigBase::Get()->ReadBool("/warned/" + key, false)) return;
  wxConfigBase::Get()->Write("/warned/" + key, true);
  info_text_ = warning;
  info_->ShowMessage(to_wx(warning), wxICON_WARNING);
}

void MainWindow::name_version() {
  wxTextEntryDialog dialog(this, to_wx(_("The account as it is now can be looked at by this name later.")),
                           to_wx(_("Name This Version")));
  if (dialog.ShowModal() != wxID_OK || dialog.GetValue().Strip(wxString::both).empty()) return;
  const std::string name = from_wx(dialog.GetValue().Strip(wxString::both));
  session_->name_version(name, [this, name] { say_done(format(_("Version named: {}"), name)); });
}

void MainWindow::show_history() {
  session_->read_history([this](std::vector<HistoryLine> lines) {
    CallAfter([this, lines = std::move(lines)] { choose_past(lines); });
  });
}

void MainWindow::choose_past(std::vector<HistoryLine> lines) {
  if (!session_) return;
  HistoryDialog dialog(this, std::move(lines));
  if (dialog.ShowModal() == wxID_OK) session_->look_back(dialog.chosen());
}

void MainWindow::show_access_report() {
  const Id person = session_->selection().person;
  const std::string title =
      format(_("All we hold on {}"), session_->account().find<Person>(person)->name);
  session_->read_access_report(person, [this, title](std::string report) { show_report(title, std::move(report)); });
}

void MainWindow::show_what_if() {
  session_->read_what_if([this](std::string text) { show_report(_("What If That Is Not So?"), std::move(text)); });
}

// Once whatever is being delivered is: the dialog waits for the user.
void MainWindow::show_report(const std::string& title, std::string report) {
  CallAfter([this, title, report = std::move(report)] {
    ReportDialog(this, title, report, [this, title, report] {
      wxFileDialog dialog(this, to_wx(title), wxString(), to_wx(title) + ".txt",
                          to_wx(_("Text")) + " (*.txt)|*.txt", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
      if (dialog.ShowModal() != wxID_OK) return;
      const std::string path = from_wx(dialog.GetPath());
      app::replace_file(path, report, session_->state().source);
      say_done(format(_("Written: {}"), path));
    }).ShowModal();
  });
}

void MainWindow::forget_person() {
  const Id person = session_->selection().person;
  session_->plan_forgetting(person, [this, person](ForgetView view) {
    CallAfter([this, person, view = std::move(view)] { confirm_forgetting(person, view); });
  });
}

void MainWindow::confirm_forgetting(const Id& person, const ForgetView& view) {
  if (!session_) return;
  ForgetDialog dialog(this, view);
  if (dialog.ShowModal() != wxID_OK) return;
  session_->forget(person, dialog.also(), [this, name = view.name](bool is_finished) {
    if (is_finished) {
      return say_done(format(_("Forgotten: {}. Copies, exports and pictures made before are not touched: look for "
                               "them too."),
                             name));
    }
    say_failed(_("Not finished: the person is out of the account, but another program is reading the file and old "
                 "pages of it are still on the disk. Close the account there, then open it here again."));
  });
}

}  // namespace inroad::workbench
