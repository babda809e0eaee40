// docket init DIR --guided: the options as answers, the conversation, the files, and what to do next.
#include <date/tz.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "config/secret.h"
#include "connectors/dns.h"
#include "connectors/probe.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/setup/draft.h"
#include "daemon/setup/interview.h"
#include "daemon/setup/mail_hosts.h"
#include "daemon/setup/next_steps.h"
#include "daemon/setup/place.h"
#include "daemon/setup/terminal.h"
#include "daemon/setup/token_trial.h"

namespace docket {
namespace {

using namespace setup;

constexpr std::chrono::seconds kPatience{20};  // for one server; a name that does not answer at all takes it whole

/// UTC is what a machine has whose zone nobody set; no town lives by it.
std::string machine_zone() {
  try {
    const auto name = date::current_zone()->name();
    return name.find("UTC") != std::string::npos || name.find("UCT") != std::string::npos ? "" : name;
  } catch (const std::exception&) {
    return "";
  }
}

Surroundings surroundings_of(const InitOptions& options, const Owners& owners, bool attended) {
  Surroundings here;
  here.folder = std::filesystem::absolute(options.folder).lexically_normal();
  if (!here.folder.has_filename()) here.folder = here.folder.parent_path();
  here.time_zone = machine_zone();
  // Elsewhere root may only be trying docket out, and then there is no systemd to hand over credentials.
  here.for_service = owners.group.has_value() && here.folder.string().starts_with("/etc/");
  if (here.for_service && owners.clerks) here.operators_group = "docket-clerks";
  here.attended = attended;
  here.tested = !options.no_test;
  return here;
}

/// A secret's option names the file that holds it; `-` is standard input.
tl::expected<std::string, std::string> secret_in(const std::string& file) {
  if (file != "-") return read_secret({Secret::Kind::file, std::filesystem::absolute(file).string()});
  auto text = read_octets("-");
  if (!text) return text;
  while (text->ends_with('\n') || text->ends_with('\r')) text->pop_back();
  if (text->empty()) return tl::unexpected(std::string("standard input holds no secret"));
  return text;
}

/// False, and said: an option that cannot be an answer.
bool take_options(const InitOptions& options, Answers& answers) {
  bool from_input = false;
  for (const auto& [id, words] : options.answers) {
    if (words.empty()) continue;
    const auto& asked = question(id);
    std::string all = words.back();
    if (asked.kind == Question::Kind::list || asked.kind == Question::Kind::lines) {
      all = fmt::format("{}", fmt::join(words, "\n"));
    } else if (asked.kind == Question::Kind::secret) {
      const bool twice = all == "-" && std::exchange(from_input, true);
      auto secret = twice ? tl::unexpected(std::string("standard input holds one secret only")) : secret_in(all);
      if (!secret) {
        complain(fmt::format("{}: {}", asked.option, secret.error()));
        return false;
      }
      all = *secret;
    } else if (id == "ca" && !all.empty()) {
      all = std::filesystem::absolute(all).string();
    }
    answers.give(id, kept(asked, all));
  }
  return true;
}

World world_of(const Clock& clock) {
  return {[&clock](const ImapSettings& imap, std::string& refresh_token) {
            TokenTrial trial(imap.login, refresh_token, clock);
            auto probe = probe_mailbox(imap, clock, kPatience, trial.tokens());
            refresh_token = trial.refresh_token();
            return probe;
          },
          [&clock](const MailSettings& mail, const std::vector<std::string>& from, std::string& refresh_token) {
            TokenTrial trial(std::get<SmtpSettings>(mail.way).login, refresh_token, clock);
            auto probe = probe_mail_out(mail, from, clock, kPatience, trial.tokens());
            refresh_token = trial.refresh_token();
            return probe;
          },
          [](const std::string& domain) {
            const auto dns = make_resolver();
            return dns ? mail_hosts(**dns, domain) : MailHosts{};
          }};
}

/// Where the answers have one: it is the daemon's to change, so it lies with its data. The configuration is good
/// without.
bool store_token(const Answers& answers, const Owners& owners) {
  const auto token = answers.oauth2() ? answers.text("refresh-token") : "";
  if (token.empty()) return true;
  const auto error = store_refresh_token(refresh_token_file(answers), token, owners);
  if (error) complain(fmt::format("the refresh token is not stored: {}", *error));
  return !error;
}

void print_written(const Common& common, const Answers& answers, const std::vector<DraftFile>& files) {
  if (!common.json) {
    std::cout << next_steps(answers);
    return;
  }
  auto written = nlohmann::json::array();
  for (const auto& file : files) written.push_back(file.name);
  print_json({{"folder", answers.surroundings().folder.string()}, {"written", written}});
}

int not_written(Outcome outcome) {
  complain("nothing was written");
  return outcome == Outcome::wrong ? kWrongUse : kNo;
}

}  // namespace

int run_guided(const Common& common, const InitOptions& options) {
  Terminal talk(!options.yes);
  const auto owners = owners_here();
  Answers answers(surroundings_of(options, owners, talk.attended()));
  const auto& folder = answers.surroundings().folder;
  if (const auto there = in_the_way(folder)) {
    complain(fmt::format("{} is there already: nothing was written", there->string()));
    return kWrongUse;
  }
  if (!take_options(options, answers)) return kWrongUse;
  const SystemClock clock;
  const auto world = world_of(clock);
  const auto outcome = Interview(answers, talk, world, clock).run();
  if (outcome != Outcome::ready) return not_written(outcome);
  const auto files = draft_files(answers);
  const auto whose = answers.surroundings().for_service ? owners : Owners{};
  if (const auto error = place(folder, files, whose)) {
    complain(*error + ": nothing was written");
    return kWrongUse;
  }
  const bool stored = store_token(answers, whose);
  print_written(common, answers, files);
  return stored ? kDone : kNo;
}

}  // namespace docket
