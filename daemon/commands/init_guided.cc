// docket init DIR --guided: the options as answers, the conversation, the files, and what to do next.
#include <date/tz.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "config/secret.h"
#include "connectors/probe.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/setup/draft.h"
#include "daemon/setup/interview.h"
#include "daemon/setup/place.h"
#include "daemon/setup/server.h"
#include "daemon/setup/terminal.h"

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
  return {[&clock](const ImapSettings& imap) { return probe_mailbox(imap, clock, kPatience); },
          [&clock](const MailSettings& mail, const std::vector<std::string>& from) {
            return probe_mail_out(mail, from, clock, kPatience);
          },
          [](const std::string&) { return MailHosts{}; }};
}

/// Where oauth2 was set up before the consoles were done.
std::string left_to_do(const Answers& answers) {
  std::string text;
  const auto file = answers.surroundings().folder / "secrets/oauth2-client";
  if (answers.oauth2() && answers.text("client-secret").empty()) {
    text += fmt::format("Still to do: the client secret in {} (0600).\n", file.string());
  }
  if (answers.oauth2() && (answers.text("client-id") == kClientLater || answers.text("tenant") == kTenantLater)) {
    text += fmt::format("Still to do: {} and {} in docket.yaml.\n", kClientLater, kTenantLater);
  }
  return text;
}

std::string next_steps(const Answers& answers) {
  const auto& here = answers.surroundings();
  const auto folder = here.folder.string();
  auto text = fmt::format("The configuration is in {}.\n{}", folder, left_to_do(answers));
  if (!here.for_service) {
    return text + fmt::format("Next: docket -c {0} check, then docket -c {0} serve.\n", folder);
  }
  if (folder == "/etc/docket") return text + "Next: docket check, then systemctl enable --now docket.\n";
  return text + fmt::format(
                    "Its unit needs the secrets, and the folder (systemctl edit):\n"
                    "  [Service]\n  LoadCredential=secrets:{0}/secrets\n  Environment=DOCKET_CONFIG={0}\n"
                    "Next: docket -c {0} check, then start that unit.\n",
                    folder);
}

int print_written(const Common& common, const Answers& answers, const std::vector<DraftFile>& files) {
  if (!common.json) {
    std::cout << next_steps(answers);
    return kDone;
  }
  auto written = nlohmann::json::array();
  for (const auto& file : files) written.push_back(file.name);
  print_json({{"folder", answers.surroundings().folder.string()}, {"written", written}});
  return kDone;
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
  if (const auto error = place(folder, files, answers.surroundings().for_service ? owners : Owners{})) {
    complain(*error + ": nothing was written");
    return kWrongUse;
  }
  return print_written(common, answers, files);
}

}  // namespace docket
