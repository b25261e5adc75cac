// SPDX-License-Identifier: MIT
//
// The frame: puts the panels together, tells each what changed, opens and closes accounts. Panels know
// the session, not each other.
#pragma once
#include <wx/frame.h>
#include <wx/infobar.h>
#include <wx/notebook.h>
#include <wx/simplebook.h>

#include "workbench/advice_panel.h"
#include "workbench/canvas.h"
#include "workbench/commands.h"
#include "workbench/gestures.h"
#include "workbench/inspector.h"
#include "workbench/notice_bar.h"
#include "workbench/outline.h"
#include "workbench/split.h"
#include "workbench/start_page.h"
#include "workbench/status_line.h"
#include "workbench/tool_area.h"

namespace inroad::workbench {

class MainWindow : public wxFrame {
 public:
  // toolbox must outlive the window.
  explicit MainWindow(const app::Toolbox& toolbox);
  ~MainWindow() override;

  // Null while no account is open.
  Session* session() { return session_.get(); }
  Gestures& gestures() { return gestures_; }
  Canvas* canvas();

  void open(const std::string& path);
  void make_account();
  void choose_account();
  void close_account();
  void open_sample(const Sample& sample);
  void import_file();
  void save_as_account();
  void save_copy();
  void export_picture();

  void name_version();
  void show_history();
  void forget_person();
  void show_access_report();
  void show_what_if();

  void choose_filters();
  void show_everybody();
  bool can_fold();
  bool can_lay_out();

  void find();
  void next_view();
  void choose_me();
  void set_stage(Stage stage);
  void set_step(ClientStep step);
  void about();
  // A failure's sentence, in the bar above; sentences not yet closed stay.
  void say_failed(const std::string& sentence);
  void say_done(const std::string& sentence);

 private:
  void show_report(const std::string& title, std::string report);
  // main_window.cpp
  void make_panels();
  void make_views(wxWindow* parent);
  void make_menus();
  void show_context_menu(wxWindow& over);
  void changed(Topic topic);
  void colours_changed();
  void serve_panels();
  void show_title();
  void show_zoom();
  void show_filters();

  // main_window_past.cpp
  void show_notice();
  void recall_me();
  void keep_me(const Id& person);
  void warn_of_place(const std::string& path);
  void choose_past(std::vector<HistoryLine> lines);
  void confirm_forgetting(const Id& person, const ForgetView& view);

  // main_window_files.cpp
  void start(Session::Maker make_ledger, const std::string& path);
  void adopt_opening(const std::string& path);
  void remember(const std::string& path);
  std::vector<std::string> recent() const;
  void show_start_page();
  void plan_import(const app::ImportRequest& request);
  void confirm_import(const app::ImportRequest& request,
                      std::shared_ptr<const app::ImportResult> result);

  const app::Toolbox& toolbox_;
  Deliver deliver_;
  Gestures gestures_;
  std::vector<Command> commands_;
  wxInfoBar* info_;
  std::string info_text_;
  NoticeBar *notice_, *done_, *filtered_;
  wxSimplebook* pages_;
  StartPage* start_;
  ToolArea* tools_;
  Outline* outline_;
  wxNotebook* views_;
  std::vector<Canvas*> canvases_;
  AdvicePanel* advice_;
  Inspector* inspector_;
  StatusLine* status_;
  std::vector<Sample> samples_;
  bool has_been_dark_ = false;

  std::unique_ptr<Session> session_;
  std::unique_ptr<Session> opening_;  // becomes session_ once its account is there
  std::unique_ptr<Jobs> chores_;
};

}  // namespace inroad::workbench
