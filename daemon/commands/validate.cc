// docket serve --validate-only: what would keep docket from starting, told before it is tried.
#include <fmt/format.h>
#include <grp.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <vector>

#include "config/secret.h"
#include "connectors/http/sockets.h"
#include "daemon/casebook/book.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/configuration.h"
#include "daemon/control/client.h"
#include "daemon/doctor/secrets.h"
#include "daemon/owner.h"

namespace docket {
namespace {

class Validation {
 public:
  explicit Validation(const Settings& settings) : settings_(settings) {}

  std::vector<std::string> run(bool running) {
    secrets();
    book();
    operators();
    // A docket that runs holds them itself.
    if (!running) doors();
    return std::move(problems_);
  }

 private:
  void add(std::string problem) { problems_.push_back(std::move(problem)); }

  void secrets() {
    for (const auto& named : doctor::secrets_of(settings_)) {
      if (const auto read = read_secret(named.secret); !read) add(named.check + ": " + read.error());
    }
  }

  void book() {
    std::error_code error;
    if (!std::filesystem::exists(settings_.data, error)) {
      auto parent = settings_.data.parent_path();
      while (!std::filesystem::exists(parent, error) && parent.has_relative_path()) parent = parent.parent_path();
      if (::access(parent.c_str(), W_OK) != 0) add(settings_.data.string() + " cannot be made by this user");
      return;
    }
    if (::access(settings_.data.c_str(), W_OK) != 0) add(settings_.data.string() + " cannot be written by this user");
    BookOptions options;
    options.data = settings_.data;
    if (const auto fits = CaseBook::would_open(options); !fits) add(fits.error());
  }

  void operators() {
    const auto& group = settings_.operators_group;
    if (!group.empty() && getgrnam(group.c_str()) == nullptr)
      add("the group " + group + " of operators does not exist");
  }

  /// What systemd opens is its own to have.
  void doors() {
    if (std::getenv("LISTEN_FDS") != nullptr) return;
    Listen control;
    control.socket = settings_.control;
    door(control);
    if (settings_.desk_public) door(*settings_.desk_public);
    if (settings_.desk_staff) door(*settings_.desk_staff);
  }

  void door(const Listen& listen) {
    if (const auto why = http::would_not_listen(listen)) add(*why);
  }

  const Settings& settings_;
  std::vector<std::string> problems_;
};

}  // namespace

int validate_start(const Common& common) {
  Problems problems;
  const auto configuration = load_configuration(common.config, SystemClock().now(), problems);
  for (const auto& problem : problems) std::cout << to_string(problem) << "\n";
  if (!configuration) return kWrongUse;
  const auto& settings = *configuration->settings;
  if (!become_owner_of(settings.data)) {
    std::cout << "cannot become the owner of " << settings.data.string() << "\n";
    return kWrongUse;
  }
  const bool running = ask_daemon(settings.control, "GET", "/status", {}, {}).has_value();
  const auto found = Validation(settings).run(running);
  for (const auto& problem : found) std::cout << shown(problem) << "\n";
  if (!found.empty()) return kWrongUse;
  std::cout << (running ? "docket runs; it would start again\n" : "docket would start\n");
  return kDone;
}

}  // namespace docket
