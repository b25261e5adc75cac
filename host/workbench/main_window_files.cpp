// SPDX-License-Identifier: MIT
//
// The window's accounts and files: opening, making, importing, exporting.
#include <wx/config.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>

#include <algorithm>
#include <filesystem>

#include "model/profile_words.h"
#include "workbench/dialogs/share_dialog.h"
#include "workbench/main_window.h"

namespace inroad::workbench {
namespace {

constexpr std::size_t most_recent = 8;
constexpr const char* account_files = "*.inroad";

// "Words (*.inroad)|*.inroad"
wxString filter(const std::string& words, const std::string& pattern) {
  return to_wx(format("{0} ({1})|{1}", words, pattern));
}

std::string with_ending(std::string path, const std::string& ending) {
  if (std::filesystem::path(path).extension().empty()) path += ending;
  return path;
}

}  // namespace

void MainWindow::open(const std::string& path) {
  const std::string whole = std::filesystem::absolute(path).string();
  start([whole] { return Ledger::open(whole); }, whole);
}

// The new session takes the place of the old one once its account is there; until then, and when it
// fails, the old one stays.
void MainWindow::start(Session::Maker make_ledger, const std::string& path) {
  opening_ = std::make_unique<Session>(
      toolbox_, deliver_,
      Session::Hooks{[this](Topic topic) { changed(topic); },
                     [this](const std::string& sentence) { say_failed(sentence); }});
  opening_->set_theme(theme_now().name);
  opening_->start(std::move(make_ledger), [this, path] { adopt_opening(path); });
}

void MainWindow::adopt_opening(const std::string& path) {
  const auto closing = std::move(session_);
  serve_panels();
  session_ = std::move(opening_);
  if (info_->IsShown()) info_->Dismiss();
  info_text_.clear();
  done_->show({}, {});
  recall_me();
  serve_panels();
  pages_->SetSelection(1);
  if (canvas() != nullptr) {
    session_->look_at(canvas()->view());
    canvas()->SetFocus();
  }
  remember(path);
  show_title();
  show_notice();
  warn_of_place(path);
}

void MainWindow::close_account() {
  const auto closing = std::move(session_);
  serve_panels();
  pages_->SetSelection(0);
  show_title();
  show_notice();
  show_start_page();
}

void MainWindow::choose_account() {
  wxFileDialog dialog(this, to_wx(_("Open an account")), wxString(), wxString(),
                      filter(_("Accounts"), "*.inroad;*.json"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) open(from_wx(dialog.GetPath()));
}

void MainWindow::make_account() {
  wxTextEntryDialog name(this, to_wx(_("What is the client called?")), to_wx(_("New account")));
  if (name.ShowModal() != wxID_OK || name.GetValue().empty()) return;
  wxFileDialog dialog(this, to_wx(_("Where is the account to be kept?")), wxString(), name.GetValue() + ".inroad",
                      filter(_("Accounts"), account_files), wxFD_SAVE);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string path = with_ending(from_wx(dialog.GetPath()), ".inroad");
  start([path, client = from_wx(name.GetValue())] { return Ledger::create(path, client); }, path);
}

void MainWindow::open_sample(const Sample& sample) {
  start([sample] {
    return std::filesystem::exists(sample.copy) ? Ledger::open(sample.copy)
                                                : Ledger::replay(sample.copy, sample.title, sample.history);
  }, sample.copy);
}

std::vector<std::string> MainWindow::recent() const {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < most_recent; ++i) {
    const wxString path = wxConfigBase::Get()->Read(wxString::Format("/recent/%zu", i), wxString());
    if (!path.empty()) paths.push_back(from_wx(path));
  }
  return paths;
}

void MainWindow::remember(const std::string& path) {
  std::vector<std::string> paths = recent();
  std::erase(paths, path);
  paths.insert(paths.begin(), path);
  paths.resize(std::min(paths.size(), most_recent));
  for (std::size_t i = 0; i < paths.size(); ++i) {
    wxConfigBase::Get()->Write(wxString::Format("/recent/%zu", i), to_wx(paths[i]));
  }
  wxConfigBase::Get()->Flush();
}

void MainWindow::show_start_page() { start_->show(recent(), samples_); }

void MainWindow::import_file() {
  wxFileDialog dialog(this, to_wx(_("Import")), wxString(), wxString(), filter(_("Tables and accounts"), "*.csv;*.json"),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  app::ImportRequest request;
  request.source = from_wx(dialog.GetPath());
  plan_import(request);
}

void MainWindow::plan_import(const app::ImportRequest& request) {
  session_->plan_import(request, [this, request](std::shared_ptr<const app::ImportResult> result) {
    CallAfter([this, request, result] { confirm_import(request, result); });
  });
}

void MainWindow::confirm_import(const app::ImportRequest& request,
                                std::shared_ptr<const app::ImportResult> result) {
  if (!session_) return;
  if (result->is_question) {
    std::string words = _("This was forgotten here and would come back:");
    for (const std::string& sentence : sentences_of(result->returning)) words += "\n" + sentence;
    wxMessageDialog ask(this, to_wx(words), to_wx(_("Import")), wxOK | wxCANCEL);
    ask.SetOKCancelLabels(to_wx(_("Leave Them Out")), to_wx(_("Cancel")));
    if (ask.ShowModal() != wxID_OK) return;
    app::ImportRequest without = request;
    without.forgotten = app::ImportRequest::Forgotten::leave_out;
    return plan_import(without);
  }
  std::string words = format(_("{} new, {} changed, {} the same, {} not in the file any more."), result->created,
                             result->changed, result->same, result->gone.size());
  constexpr std::size_t most_problems = 6;
  for (std::size_t i = 0; i < std::min(most_problems, result->problems.size()); ++i) {
    words += "\n" + result->problems[i];
  }
  wxMessageDialog ask(this, to_wx(words), to_wx(_("Import")), wxOK | wxCANCEL);
  ask.SetOKCancelLabels(to_wx(_("Import")), to_wx(_("Cancel")));
  if (ask.ShowModal() == wxID_OK) session_->apply_import(std::move(result));
}

void MainWindow::save_as_account() {
  wxFileDialog dialog(this, to_wx(_("Where is the account to be kept?")), wxString(),
                      to_wx(session_->account().info.name) + ".inroad", filter(_("Accounts"), account_files), wxFD_SAVE);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string path = with_ending(from_wx(dialog.GetPath()), ".inroad");
  session_->save_as_account(path, [this, path] { CallAfter([this, path] { open(path); }); });
}

void MainWindow::save_copy() {
  const std::filesystem::path source(session_->state().source);
  const std::string name = format(_("{} (copy)"), source.stem().string()) + ".inroad";
  wxFileDialog dialog(this, to_wx(_("Save a Copy")), wxString(), to_wx(name), filter(_("Accounts"), account_files),
                      wxFD_SAVE);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string path = with_ending(from_wx(dialog.GetPath()), ".inroad");
  session_->write_copy(path, [this, path] { say_done(format(_("Written: {}"), path)); });
}

void MainWindow::export_picture() {
  ShareDialog share(this, session_->account().settings, tools_->profile());
  if (share.ShowModal() != wxID_OK) return;
  const std::string name = format("{} {} ({})", session_->account().info.name,
                                  from_wx(views_->GetPageText(views_->GetSelection())),
                                  title_of_profile(share.profile()));
  const wxString kinds = filter("PDF", "*.pdf") + "|" + filter("SVG", "*.svg") + "|" + filter("PNG", "*.png") + "|" +
                         filter("PowerPoint", "*.pptx") + "|" + filter(_("Exchange file"), "*.json");
  wxFileDialog dialog(this, to_wx(_("Export")), wxString(), to_wx(name) + ".pdf", kinds,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const char* const endings[] = {".pdf", ".svg", ".png", ".pptx", ".json"};
  std::filesystem::path path(from_wx(dialog.GetPath()));
  // The kind chosen decides where the name says nothing or the ending it was offered with.
  const std::string chosen = endings[dialog.GetFilterIndex()];
  if (path.extension().empty() || path.extension() == ".pdf") path.replace_extension(chosen);
  const std::string target = path.string();
  const auto done = [this, target] { say_done(format(_("Written: {}"), target)); };
  if (path.extension() == ".json") {
    session_->write_interchange(share.profile(), target, done);
  } else {
    session_->write_picture(session_->view(), share.profile(), target, done);
  }
}

}  // namespace inroad::workbench
