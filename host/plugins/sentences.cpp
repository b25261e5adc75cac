// SPDX-License-Identifier: MIT
#include "plugins/sentences.h"

#include <inroad/abi.h>
#include <sys/wait.h>

#include "model/words.h"
#include "plugins/channel.h"
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

constexpr std::size_t max_sentence_size = 2000;

std::string safe_and_report() {
  return _(
      "Your account was not touched. Try again; if it happens again, tell the plugin's author.");
}

std::string reinstall() {
  return _(
      "Your account was not touched. Install the plugin again or ask its author for a build that "
      "fits.");
}

std::string fault_sentence(CallFault fault, const std::string& title) {
  switch (fault) {
    case CallFault::no_answer:
      return format(_("The plugin “{}” finished without an answer."), title);
    case CallFault::answered_twice:
      return format(_("The plugin “{}” answered twice."), title);
    case CallFault::bad_return:
      return format(_("The plugin “{}” reported an inner fault instead of an answer."), title);
    case CallFault::threw:
      return format(_("The plugin “{}” let an exception escape."), title);
    case CallFault::too_large:
      return format(_("The plugin “{0}” gave an answer of more than {1} MiB."), title,
                    max_answer_size >> 20);
    case CallFault::no_memory:
      return format(_("There was not enough memory for the answer of the plugin “{}”."), title);
    case CallFault::not_json:
      return format(_("The plugin “{}” gave an answer that is not the JSON of its message. What is "
                      "wrong with it stands in the plugin's log."),
                    title);
  }
  return format(_("The plugin “{}” broke the rules of the plugin interface."), title);
}

}  // namespace

std::string title_of(const Bundle& bundle) {
  for (const std::string& lang : {language(), std::string("en")})
    if (const auto title = bundle.title.find(lang); title != bundle.title.end())
      return title->second;
  return bundle.id;
}

Error plugin_error(const Bundle& bundle, const std::string& what, const std::string& remedy) {
  return {ErrorKind::plugin, what, bundle.id, remedy};
}

Error cannot_load(const Bundle& bundle, const std::string& why) {
  return plugin_error(bundle,
                      format(_("The plugin “{0}” cannot be loaded. {1}"), title_of(bundle), why),
                      reinstall());
}

Error cannot_load(const Bundle& bundle, LoadFault fault, const std::string& details) {
  const std::string shown = shown_text(details, max_sentence_size);
  switch (fault) {
    case LoadFault::not_loadable:
      return cannot_load(bundle, format(_("The system says: {}."), shown));
    case LoadFault::no_entry:
      return cannot_load(bundle,
                         format(_("Its library lacks the entry “{}”."), INROAD_PLUGIN_ENTRY));
    case LoadFault::no_plugin:
      return cannot_load(bundle, _("Its library's entry gives nothing that can be run."));
    case LoadFault::abi_version:
      return cannot_load(
          bundle, format(_("It is built for version {0} of the plugin interface, this program has "
                           "version {1}."),
                         shown, INROAD_ABI_VERSION));
    case LoadFault::no_walls:
      break;
    case LoadFault::threw:
      return cannot_load(bundle, format(_("It failed while it was loaded: {}."), shown));
  }
  return cannot_load(bundle, _("The reason is not known."));
}

std::string missing_walls(const Confinement& walls) {
  std::string missing;
  if (walls.file_rules == 0)
    missing = _("the kernel has no rules for files (Landlock): it could read what you can read.");
  if (!walls.has_call_filter)
    missing += (missing.empty() ? "" : " ") +
               std::string(_("The kernel has no filter for calls (seccomp): it could reach the "
                             "network and start programs."));
  return missing;
}

Declined no_walls(const Bundle& bundle, const Confinement& walls) {
  return {
      ErrorKind::plugin,
      format(_("The plugin “{0}” is not part of Inroad, and this system cannot keep it in: {1}"),
             title_of(bundle), missing_walls(walls)),
      bundle.id,
      format(_("It was not started. If you trust its author with your files: inroad plugin trust "
               "{}"),
             bundle.id)};
}

Error set_aside(const Bundle& bundle, const std::string& last) {
  return plugin_error(
      bundle,
      format(_("The plugin “{0}” has failed twice within five minutes and is not called any more. "
               "The last time: {1}"),
             title_of(bundle), last),
      format(_("The others go on. Call it again: inroad plugin enable {}"), bundle.id));
}

Crashed died(const Bundle& bundle, int status, const std::string& last_line) {
  std::string what =
      WIFSIGNALED(status)
          ? format(_("The plugin “{0}” was stopped by signal {1} ({2}) before it had answered."),
                   title_of(bundle), WTERMSIG(status), sigdescr_np(WTERMSIG(status)))
          : format(_("The plugin “{0}” ended with code {1} before it had answered."),
                   title_of(bundle), WEXITSTATUS(status));
  if (!last_line.empty()) what = format(_("{0} The last it wrote was: “{1}”."), what, last_line);
  return {ErrorKind::plugin, what, bundle.id, safe_and_report()};
}

TimedOut too_late(const Bundle& bundle) {
  return {ErrorKind::plugin,
          format(_("The plugin “{0}” gave no answer within {1} s and was stopped."),
                 title_of(bundle), bundle.deadline_ms / 1000.0),
          bundle.id,
          _("Your account was not touched. Try again with a smaller part of the account; if it "
            "happens again, tell the plugin's author.")};
}

Error broke_the_rules(const Bundle& bundle, CallFault fault) {
  return plugin_error(bundle, fault_sentence(fault, title_of(bundle)), safe_and_report());
}

Error sent_garbage(const Bundle& bundle) {
  return plugin_error(
      bundle,
      format(
          _("The process of the plugin “{}” sent something that is not an answer and was stopped."),
          title_of(bundle)),
      safe_and_report());
}

Declined failed_itself(const Bundle& bundle, const std::string& sentence) {
  std::string shown = shown_text(sentence, max_sentence_size);
  if (shown.empty()) shown = _("It gave no reason.");
  if (bundle.kind == Kind::importer)
    return {ErrorKind::bad_input,
            format(_("The plugin “{0}” cannot read this: {1}"), title_of(bundle), shown), bundle.id,
            _("Your account was not touched. Correct the file and import it again.")};
  return {ErrorKind::plugin,
          format(_("The plugin “{0}” gave no answer: {1}"), title_of(bundle), shown), bundle.id,
          _("Your account was not touched.")};
}

Error cancelled() { return {ErrorKind::failed, _("Cancelled.")}; }

Error bad_answer(const Bundle& bundle, const std::string& what) {
  return plugin_error(bundle,
                      format(_("The plugin “{0}” answered with something that cannot be used: {1}"),
                             title_of(bundle), what),
                      safe_and_report());
}

}  // namespace inroad::plugins
