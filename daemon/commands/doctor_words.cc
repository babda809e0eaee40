#include "daemon/commands/doctor_words.h"

#include <CLI/CLI.hpp>

namespace docket {

void add_doctor(CLI::App& app, const Common& common, DoctorOptions& options, std::function<int()>& run) {
  auto* doctor = app.add_subcommand(
      "doctor",
      "Look at everything an admin would: mailboxes, mail out, DNS, disk, clock, book, rights; changes nothing");
  doctor->add_flag("--probe", options.probe,
                   "Also send one letter to each mailbox and wait until it is there (it stays; docket ignores it)");
  doctor->add_flag("--strict", options.strict, "Warnings count: exit 1");
  doctor->add_option("--dns", options.dns, "The DNS server to ask, ADDRESS[:PORT] (default: the system's)");
  doctor->callback([&] { run = [&] { return run_doctor(common, options); }; });
}

}  // namespace docket
