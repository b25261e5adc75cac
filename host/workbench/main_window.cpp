// SPDX-License-Identifier: MIT
#include "workbench/main_window.h"

#include <wx/aboutdlg.h>
#include <wx/app.h>
#include <wx/choicdlg.h>
#include <wx/sizer.h>

#include <algorithm>

namespace inroad::workbench {
namespace {

}  // namespace

MainWindow::MainWindow(const app::Toolbox& toolbox)
    : wxFrame(nullptr, wxID_ANY, "Inroad"),
      toolbox_(toolbox),
      deliver_([](std::function<void()> call) { wxTheApp->CallAfter(std::move(call)); }),
      gestures_(*this) {
  SetSize(FromDIP(wxSize(1440, 900)));
  SetMinSize(FromDIP(wxSize(960, 600)));
  has_been_dark_ = wxSystemSettings::GetAppearance().IsDark();
  make_panels();
  make_menus();
  chores_ = std::make_unique<Jobs>(deliver_, [this](const std::string& sentence) { say_failed(sentence); });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    if (wxSystemSettings::GetAppearance().IsDark() != has_been_dark_) colours_changed();
    event.Skip();
  });
  // Back from elsewhere: others may have written, or may have let go of the file.
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    if (event.GetActive() && session_) session_->read_again();
    event.Skip();
  });
  chores_->in_order(
      [folder = toolbox_.program_folder() / "samples"](const plugins::Watch&) { return find_samples(folder); },
      [this](std::vector<Sample> found) {
        samples_ = std::move(found);
        if (!session_) show_start_page();
      });
  show_start_page();
}

// Panels let go of the session before it goes, and go while what their handlers reach still stands:
// wx would only take them down after the members of this class.
MainWindow::~MainWindow() {
  chores_.reset();
  opening_.reset();
  const auto closing = std::move(session_);
  serve_panels();
  pages_->Destroy();
}

void MainWindow::make_panels() {
  info_ = new wxInfoBar(this);
  info_->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    info_text_.clear();
    event.Skip();
  });
  notice_ = new NoticeBar(this);
  done_ = new NoticeBar(this);
  pages_ = new wxSimplebook(this);
  start_ = new StartPage(pages_, {[this] { make_account(); }, [this] { choose_account(); },
                                  [this](const std::string& path) { open(path); },
                                  [this](const Sample& sample) { open_sample(sample); }});
  pages_->AddPage(start_, "start");
  auto* page = new wxPanel(pages_);
  pages_->AddPage(page, "account");

  const auto context_menu = [this](wxWindow& over) { show_context_menu(over); };
  tools_ = new ToolArea(page, {[this] { gestures_.add_person(); },
                               [this] { canvas()->start_tie(); },
                               [this] { session_->undo(); },
                               [this] { session_->redo(); },
                               [this] { export_picture(); },
                               [this](const Id& deal) { session_->choose_deal(deal); },
                               [this](const std::string& gone, const std::string& instead) {
                                 say_done(format(_("The share profile “{}” is gone. “{}” is chosen now, under which "
                                                   "the least leaves."),
                                                 gone, instead));
                               },
                               {[this](Stage stage) { set_stage(stage); },
                                [this](ClientStep step) { set_step(step); }}});
  auto* left = new Split(page, wxHORIZONTAL, Split::Keeps::first, 220, 160);
  auto* right = new Split(left, wxHORIZONTAL, Split::Keeps::second, 320, 240);
  auto* middle = new Split(right, wxVERTICAL, Split::Keeps::second, 285, 160);
  outline_ = new Outline(left, {[this] { gestures_.edit_selection(); },
                                [this] { gestures_.remove_selection(); }, context_menu});
  auto* map = new wxPanel(middle);
  filtered_ = new NoticeBar(map);
  make_views(map);
  advice_ = new AdvicePanel(middle);
  inspector_ = new Inspector(right, {[this] { gestures_.edit_selection(); },
                                     [this](const std::string& facet, const std::string& toward) { gestures_.believe(facet, toward); },
                                     [this] { gestures_.believe_more(); }});
  left->put(outline_, right);
  right->put(middle, inspector_);
  auto* map_rows = new wxBoxSizer(wxVERTICAL);
  map_rows->Add(filtered_, wxSizerFlags().Expand());
  map_rows->Add(views_, wxSizerFlags(1).Expand());
  map->SetSizer(map_rows);
  middle->put(map, advice_);
  status_ = new StatusLine(page);

  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(tools_, wxSizerFlags().Expand());
  rows->Add(left, wxSizerFlags(1).Expand());
  rows->Add(status_, wxSizerFlags().Expand());
  page->SetSizer(rows);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(info_, wxSizerFlags().Expand());
  sizer->Add(notice_, wxSizerFlags().Expand());
  sizer->Add(done_, wxSizerFlags().Expand());
  sizer->Add(pages_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

// The influence map first, the rest by id.
void MainWindow::make_views(wxWindow* parent) {
  views_ = new wxNotebook(parent, wxID_ANY);
  std::vector<const plugins::Bundle*> bundles;
  for (const plugins::Bundle& bundle : toolbox_.catalogue().bundles) {
    if (bundle.kind == plugins::Kind::view) bundles.push_back(&bundle);
  }
  std::ranges::stable_partition(bundles, [](const auto* bundle) { return bundle->name == "influence-map"; });
  for (const plugins::Bundle* bundle : bundles) {
    auto* canvas = new Canvas(
        views_, bundle->name, deliver_,
        {[this] { gestures_.edit_selection(); }, [this] { gestures_.remove_selection(); },
         [this](wxWindow& over) { show_context_menu(over); },
         [this](const Id& from, const Id& to) { CallAfter([this, from, to] { gestures_.draw_tie(from, to); }); },
         [this](double) { show_zoom(); }});
    canvases_.push_back(canvas);
    const auto title = bundle->title.find(language());
    const std::string words = title != bundle->title.end()          ? title->second
                              : bundle->title.contains("en") ? bundle->title.at("en")
                                                             : bundle->name;
    views_->AddPage(canvas, to_label(words));
  }
  views_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    if (session_ && canvas() != nullptr) {
      session_->look_at(canvas()->view());
      canvas()->picture_changed();
      show_zoom();
    }
    event.Skip();
  });
}

void MainWindow::make_menus() {
  commands_ = commands_of(*this);
  SetMenuBar(menu_bar(commands_));
  for (std::size_t i = 0; i < commands_.size(); ++i) {
    const int id = first_command_id + static_cast<int>(i);
    // After the event: a screen reader that pressed the item waits for its end, and a dialog would never
    // let it come.
    Bind(wxEVT_MENU, [this, i](wxCommandEvent&) {
      if (commands_[i].can_run()) CallAfter(commands_[i].run);
    }, id);
    Bind(wxEVT_UPDATE_UI, [this, i](wxUpdateUIEvent& event) {
      const Command& command = commands_[i];
      event.Enable(command.can_run());
      if (!command.words) return;
      event.SetText(to_wx(command.key.empty() ? command.words() : command.words() + "\t" + command.key));
    }, id);
  }
  // Before whatever has the focus: a native list takes Ctrl+P, Ctrl+N and Ctrl+F for its own.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const auto command =
        std::ranges::find_if(commands_, [&](const Command& one) { return is_key_of(one, event); });
    if (command == commands_.end()) return event.Skip();
    if (command->can_run()) CallAfter(command->run);
  });
}

void MainWindow::show_context_menu(wxWindow& over) {
  if (!session_ || session_->selection() == Selection()) return;
  wxMenu menu;
  fill_context_menu(menu, commands_, !session_->selection().person.empty());
  over.PopupMenu(&menu);
}

Canvas* MainWindow::canvas() {
  const int page = views_->GetSelection();
  return page < 0 ? nullptr : canvases_[static_cast<std::size_t>(page)];
}

void MainWindow::serve_panels() {
  Session* session = session_.get();
  gestures_.serve(session);
  outline_->show(session);
  for (Canvas* canvas : canvases_) canvas->show(session);
  advice_->show(session);
  inspector_->show(session);
  tools_->show(session);
  status_->show(session);
  show_filters();
}

void MainWindow::changed(Topic topic) {
  if (!session_) return;
  switch (topic) {
    case Topic::account:
    case Topic::deal:
      outline_->account_changed();
      tools_->show(session());
      inspector_->show(session());
      show_title();
      show_notice();
      show_filters();
      break;
    case Topic::survey:
      outline_->attitudes_changed();
      status_->show(session());
      break;
    case Topic::advice: advice_->advice_changed(); break;
    case Topic::picture:
      if (canvas() != nullptr) canvas()->picture_changed();
      break;
    case Topic::selection:
      outline_->selection_changed();
      inspector_->show(session());
      if (canvas() != nullptr) canvas()->selection_changed();
      break;
    case Topic::path: break;
    case Topic::busy: status_->show_busy(session_->is_busy()); break;
  }
}

void MainWindow::colours_changed() {
  has_been_dark_ = wxSystemSettings::GetAppearance().IsDark();
  if (session_) session_->set_theme(theme_now().name);
  outline_->colours_changed();
  tools_->colours_changed();
  advice_->colours_changed();
  status_->colours_changed();
  notice_->colours_changed();
  done_->colours_changed();
  filtered_->colours_changed();
  inspector_->show(session());
  if (!session_) show_start_page();
  Refresh();
}

void MainWindow::show_title() {
  std::string title = "Inroad";
  if (session_) {
    title = session_->account().info.name;
    if (const Deal* deal = session_->account().find<Deal>(session_->deal())) title += " · " + deal->name;
    const AccountState& state = session_->state();
    title += format(" — {}", state.is_writable      ? std::string(_("every change saved"))
                             : state.as_of.empty() ? std::string(_("read only"))
                                                   : format(_("as of {}"), state.as_of));
  }
  SetTitle(to_wx(title));
}

// Canvases behind the chosen one move too; the status line speaks of what is seen.
void MainWindow::show_zoom() {
  if (canvas() != nullptr) status_->show_zoom(canvas()->zoom());
}

void MainWindow::find() { outline_->find(); }

void MainWindow::next_view() { views_->AdvanceSelection(); }

void MainWindow::choose_me() {
  const std::vector<Id> ids = our_people(session_->account());
  wxArrayString names;
  for (const Id& id : ids) names.Add(to_wx(session_->account().find<Person>(id)->name));
  wxSingleChoiceDialog dialog(this, to_wx(_("Edits and beliefs are signed with this name.")), to_wx(_("Who are you?")),
                              names);
  if (dialog.ShowModal() != wxID_OK) return;
  if (dialog.GetSelection() != wxNOT_FOUND) keep_me(ids[static_cast<std::size_t>(dialog.GetSelection())]);
}

void MainWindow::set_stage(Stage stage) {
  session_->edit(set_field(RecordKind::deals, session_->deal(), "stage", msg::EnumNameStage(stage)));
}

void MainWindow::set_step(ClientStep step) {
  session_->edit(set_field(RecordKind::deals, session_->deal(), "client_step", msg::EnumNameClientStep(step)));
}

void MainWindow::about() {
  wxAboutDialogInfo info;
  info.SetName("Inroad");
  info.SetDescription(to_wx(_("Who inside the client can carry our case to the one who decides?")));
  wxAboutBox(info, this);
}

void MainWindow::say_failed(const std::string& sentence) {
  done_->show({}, {});
  if (info_->IsShown() && info_text_.find(sentence) != std::string::npos) return;
  info_text_ = info_->IsShown() && !info_text_.empty() ? info_text_ + "\n" + sentence : sentence;
  info_->ShowMessage(to_wx(info_text_), wxICON_ERROR);
}

void MainWindow::say_done(const std::string& sentence) {
  done_->show(sentence, {{_("Close"), [this] { done_->show({}, {}); }}});
}

}  // namespace inroad::workbench
