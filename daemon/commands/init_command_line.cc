// Beside command_line.cc the only file that knows CLI11: one option for each question of the guided set-up.
#include "daemon/commands/init_command_line.h"

#include <CLI/CLI.hpp>

#include "daemon/setup/question.h"

namespace docket {

void add_init(CLI::App& app, InitOptions& options, const std::function<void()>& chosen) {
  auto* init = app.add_subcommand("init", "Write a working configuration into DIR: the sample town, or your own");
  init->add_option("DIR", options.folder, "The folder to write into")->required();
  auto* kind = init->add_option("--for", options.kind, "The sample for this kind of mailbox")
                   ->check(CLI::IsMember({"imap", "m365", "google"}));
  auto* guided =
      init->add_flag("--guided", options.guided,
                     "Ask for address, mailbox and mail out, try them, and write what fits; from options alone "
                     "where there is no terminal");
  guided->excludes(kind);
  const std::string group = "With --guided";
  init->add_flag("--yes", options.yes, "Ask nothing: what no option says has its default, or is an error")
      ->needs(guided)
      ->group(group);
  init->add_flag("--no-test", options.no_test, "Try nothing on the servers and ask no DNS")
      ->needs(guided)
      ->group(group);
  for (const auto& question : setup::questions()) {
    init->add_option(question.option, options.answers[question.id], question.help)
        ->allow_extra_args(false)
        ->needs(guided)
        ->group(group);
  }
  init->callback(chosen);
}

}  // namespace docket
