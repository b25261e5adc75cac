// SPDX-License-Identifier: MIT
//
// inroad: the command line. Reads the options, runs one verb, prints its output, says what went
// wrong.
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "cli/parse_words.h"
#include "cli/terminal.h"
#include "cli/verb.h"
#include "model/error.h"
#include "model/one_line.h"
#include "model/record_words.h"
#include "model/words.h"
#include "store/temporary.h"

namespace {

// Whoever read has seen enough ("inroad show … | head"): as other programs do, without a word.
[[noreturn]] void end_as_nobody_reads() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
  _exit(static_cast<int>(inroad::ErrorKind::failed));
}

// All of it or a failure: a full disk behind a redirection is not a success.
void print(const std::string& output) {
  for (std::size_t done = 0; done < output.size();) {
    const ssize_t put = write(STDOUT_FILENO, output.data() + done, output.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0 && errno == EPIPE) end_as_nobody_reads();
    if (put < 0)
      throw inroad::Error(
          inroad::ErrorKind::failed,
          inroad::format(_("The output cannot be written ({})."), std::strerror(errno)));
    done += static_cast<std::size_t>(put);
  }
}

// The help is in the user's language too, so --lang is looked for before anything is parsed.
std::string language_asked(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
  }
  return {};
}

// What the library would say in English only.
void word_help(CLI::App& parser) {
  parser.option_defaults()->group(_("Options"));
  parser.set_help_flag("-h,--help", _("Print this help"));
  parser.set_version_flag("--version", "inroad " INROAD_VERSION, _("Print the version"));
  const std::shared_ptr<CLI::FormatterBase> formatter = parser.get_formatter();
  formatter->label("Usage", _("Usage"));
  formatter->label("OPTIONS", _("OPTIONS"));
  formatter->label("SUBCOMMAND", _("COMMAND"));
  formatter->label("Positionals", _("Arguments"));
  formatter->label("REQUIRED", _("REQUIRED"));
  parser.failure_message([](const CLI::App*, const CLI::Error& error) {
    return inroad::cli::for_terminal(
               inroad::format(_("inroad: This cannot be run: {}. See inroad --help."),
                              inroad::one_line(inroad::cli::worded(error)))) +
           "\n";
  });
}

// The first word that is neither an option nor the value of one that goes with any command.
std::string command_typed(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" || word == "--today")
      ++i;
    else if (!word.starts_with('-'))
      return std::string(word);
    else if (word == "-h" || word == "--help" || word == "--version")
      return {};
  }
  return {};
}

// The library would complain of whatever stands behind the word.
void check_command(const CLI::App& parser, const std::string& typed) {
  if (typed.empty()) return;
  std::string known;
  for (const CLI::App* verb : parser.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_name() == typed) return;
    known += (known.empty() ? "" : inroad::comma()) + verb->get_name();
  }
  throw inroad::Error(inroad::ErrorKind::usage,
                      inroad::format(_("There is no command \"{}\"."), typed), {},
                      inroad::format(_("The commands are: {}."), known));
}

// The help option of a verb is older than the defaults it gets from its parent.
void word_verbs(CLI::App& parser) {
  for (CLI::App* verb : parser.get_subcommands({})) {
    verb->group(_("Commands"));
    verb->get_help_ptr()->group(_("Options"));
    const std::string examples = inroad::cli::examples_of(verb->get_name());
    verb->footer(examples.empty() ? "" : std::string(_("Examples:")) + examples);
    word_verbs(*verb);
  }
}

// What other programs read is given as it is; sentences may be for a terminal.
bool is_data(const CLI::App& parser) {
  for (const CLI::App* verb : parser.get_subcommands()) {
    const CLI::Option* json = verb->get_option_no_throw("--json");
    if (verb->get_name() == "export" || (json != nullptr && json->count() > 0) || is_data(*verb))
      return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace inroad;
  // A reader that goes away must not end what is being written elsewhere.
  std::signal(SIGPIPE, SIG_IGN);
  store::tidy_on_signals();
  set_language(language_asked(argc, argv), (app::running_program_folder() / "locale").string());
  cli::Job job;
  CLI::App parser(
      _("Maps who decides in a client organisation, and who inside it can carry our case to them."),
      "inroad");
  parser.require_subcommand(1);
  parser.fallthrough();
  word_help(parser);
  parser
      .add_option("--lang", job.lang,
                  _("language of sentences: en or zh_CN (else from the environment)"))
      ->check(CLI::IsMember({"en", "zh_CN"}));
  parser.add_option("--today", job.today, _("the day ages count to (YYYY-MM-DD)"))
      ->check(cli::said);
  parser.add_flag("--timings", job.with_timings, _("say on stderr where the time went"));
  parser.add_flag("--in-process", job.is_in_process,
                  _("run plugins inside this process, for a debugger"));
  parser.add_flag("--no-plugins", job.is_ours_only,
                  _("use only the plugins that come with Inroad, none of the user's"));
  parser.footer(
      _("Examples:\n  inroad draw client.inroad --view influence-map -o map.svg\n"
        "  inroad suggest client.inroad\n"
        "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 findings or conflicts, 5 plugin "
        "trouble."));
  try {
    cli::add_verbs(parser, job);
    word_verbs(parser);
    check_command(parser, command_typed(argc, argv));
    try {
      parser.parse(argc, argv);
    } catch (const CLI::Success& asked_for_help) {
      return parser.exit(asked_for_help);
    } catch (const CLI::ParseError& wrong) {
      parser.exit(wrong, std::cerr, std::cerr);
      return static_cast<int>(ErrorKind::usage);
    }
    print(is_data(parser) ? job.output : cli::for_terminal(job.output));
    if (job.with_timings) cli::tell(app::to_json_line(job.timings));
    return job.exit_code;
  } catch (...) {
    const Failure failure = describe_current_exception();
    cli::tell("inroad: " + failure.sentence);
    return failure.exit_code;
  }
}
