// SPDX-License-Identifier: MIT
//
// The program inroad-workbench: options, the toolbox, the window.
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/config.h>
#include <wx/fileconf.h>
#include <wx/filename.h>
#include <wx/stdpaths.h>

#include <clocale>
#include <cstdio>

#include "model/error.h"
#include "workbench/main_window.h"

namespace inroad::workbench {

class WorkbenchApp : public wxApp {
 public:
  bool OnInit() override {
    SetAppName("inroad-workbench");
    SetClassName("inroad-workbench");
    wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
    if (!wxApp::OnInit()) return false;
    try {
      toolbox_ = std::make_unique<app::Toolbox>(options_);
    } catch (...) {
      std::fprintf(stderr, "%s\n", describe_current_exception().sentence.c_str());
      return false;
    }
    const wxString settings = wxStandardPaths::Get().GetUserConfigDir();
    wxFileName::Mkdir(settings, wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);  // a new user has none
    wxConfigBase::Set(new wxFileConfig("inroad-workbench", wxString(), settings + "/inroad-workbench.conf",
                                       wxString(), wxCONFIG_USE_LOCAL_FILE));
    window_ = new MainWindow(*toolbox_);
    window_->Show();
    if (!source_.empty()) window_->open(source_);
    return true;
  }

  void OnInitCmdLine(wxCmdLineParser& parser) override {
    parser.AddLongOption("lang", "en | zh_CN");
    parser.AddLongOption("today", "YYYY-MM-DD");
    parser.AddLongSwitch("in-process", "plugins in this process, for a debugger");
    parser.AddParam("account", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
    wxApp::OnInitCmdLine(parser);
  }

  bool OnCmdLineParsed(wxCmdLineParser& parser) override {
    wxString value;
    if (parser.Found("lang", &value)) options_.lang = from_wx(value);
    if (parser.Found("today", &value)) options_.today = from_wx(value);
    options_.is_in_process = parser.Found("in-process");
    if (parser.GetParamCount() > 0) source_ = from_wx(parser.GetParam(0));
    return wxApp::OnCmdLineParsed(parser);
  }

  // An exception that leaves a handler is shown, never lost, and the window lives on.
  bool OnExceptionInMainLoop() override {
    window_->say_failed(describe_current_exception().sentence);
    return true;
  }

 private:
  app::ToolboxOptions options_;
  std::string source_;
  std::unique_ptr<app::Toolbox> toolbox_;
  MainWindow* window_ = nullptr;
};

}  // namespace inroad::workbench

wxIMPLEMENT_APP(inroad::workbench::WorkbenchApp);
