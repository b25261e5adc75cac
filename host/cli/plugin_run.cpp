// SPDX-License-Identifier: MIT
//
// inroad plugin run: shows what a bundle does to an account, and again whenever it has been built
// anew. Each run is a program of its own that finds the bundle where it lies; what fails there is
// told and not remembered.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "cli/plugin.h"
#include "model/error.h"
#include "model/words.h"
#include "plugins/manifest.h"

namespace inroad::cli {
namespace {

namespace fs = std::filesystem;

struct Wish {
  std::string bundle, account, deal, out;
  bool does_watch = false;
};

plugins::Bundle read_bundle(const fs::path& folder) {
  try {
    return plugins::read_manifest(folder.parent_path().filename().string(), folder);
  } catch (const plugins::BrokenManifest& broken) {
    throw Error(ErrorKind::plugin, broken.what(), folder.string(),
                _("inroad plugin check tells all that is wrong."));
  }
}

// The command that shows a plugin of the kind at work.
std::vector<std::string> command_for(const plugins::Bundle& bundle, const Wish& wish) {
  const std::string format = bundle.formats.empty() ? "svg" : bundle.formats.front();
  const std::string out = wish.out.empty() ? bundle.name + "." + format : wish.out;
  std::vector<std::string> command;
  switch (bundle.kind) {
    case plugins::Kind::view:
      command = {"draw", wish.account, "--view", bundle.name, "-o", out};
      break;
    case plugins::Kind::exporter:
      command = {"export", wish.account, "--view", "org-chart", "-o", out, "--format", format};
      break;
    case plugins::Kind::advisor:
      command = {"suggest", wish.account, "--plugin", bundle.name};
      break;
    case plugins::Kind::check:
      command = {"check", wish.account, "--plugin", bundle.name};
      break;
    case plugins::Kind::annotator:
      return {"show", wish.account};
    case plugins::Kind::importer:  // the source; nothing is written
      return {"import", wish.account, "--into", "new.inroad", "--format", format, "--dry-run"};
  }
  if (!wish.deal.empty()) command.insert(command.end(), {"--deal", wish.deal});
  return command;
}

int run_once(Job& job, const fs::path& folder, const Wish& wish) {
  std::vector<std::string> words = command_for(read_bundle(folder), wish);
  words.insert(words.begin(), {"inroad", "--lang", language()});
  if (!job.today.empty()) words.insert(words.end(), {"--today", job.today});
  if (job.is_in_process) words.push_back("--in-process");
  std::vector<char*> argv;
  for (std::string& each : words) argv.push_back(each.data());
  argv.push_back(nullptr);
  pid_t child = -1;
  const int error = posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, argv.data(), environ);
  if (error != 0)
    throw Error(ErrorKind::failed, format(_("Inroad cannot be started: {}."), strerror(error)));
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(ErrorKind::failed);
}

// When a file of the bundle was last written; builds write several, so the newest counts.
fs::file_time_type newest(const fs::path& folder) {
  fs::file_time_type latest = fs::file_time_type::min();
  std::error_code error;
  for (fs::recursive_directory_iterator file(folder, error), end; !error && file != end;
       file.increment(error))
    if (const auto time = file->last_write_time(error); !error) latest = std::max(latest, time);
  return latest;
}

void wait_for_change(const fs::path& folder) {
  const fs::file_time_type before = newest(folder);
  const auto pause = std::chrono::milliseconds(200);
  while (newest(folder) == before) std::this_thread::sleep_for(pause);
  // Until whoever builds has been still for a moment.
  for (fs::file_time_type seen = newest(folder);;) {
    std::this_thread::sleep_for(pause);
    const fs::file_time_type now = newest(folder);
    if (now == seen) return;
    seen = now;
  }
}

int run(Job& job, const Wish& wish) {
  fs::path folder = fs::absolute(wish.bundle).lexically_normal();
  if (folder.filename().empty()) folder = folder.parent_path();
  // First in the path, and nothing remembered of failures while it is worked on.
  setenv("INROAD_PLUGIN_PATH", folder.parent_path().parent_path().c_str(), 1);
  setenv("XDG_DATA_HOME", "/dev/null/none", 1);
  if (!wish.does_watch) return run_once(job, folder, wish);
  for (;;) {
    try {
      run_once(job, folder, wish);
    } catch (const Error&) {  // half built, perhaps
      tell("inroad: " + describe_current_exception().sentence);
    }
    tell(_("Waiting for the plugin to be built anew; Ctrl-C ends this."));
    wait_for_change(folder);
  }
}

}  // namespace

void add_plugin_run(CLI::App& verb, Job& job) {
  const auto wish = std::make_shared<Wish>();
  CLI::App* run_verb = verb.add_subcommand("run", _("Show what a plugin does to an account"));
  run_verb->add_option("BUNDLE", wish->bundle, _("its folder, <kinds>/<name>"))->required();
  run_verb->add_option("ACCOUNT", wish->account, _("the account, or the source for an importer"))
      ->required();
  run_verb->add_option("--deal", wish->deal, _("the deal asked about (id or name)"));
  run_verb->add_option("-o", wish->out, _("where a picture goes; else NAME.svg"));
  run_verb->add_flag("--watch", wish->does_watch, _("again whenever it has been built anew"));
  run_verb->callback([&job, wish] {
    job.toolbox();
    job.exit_code = run(job, *wish);
  });
}

}  // namespace inroad::cli
