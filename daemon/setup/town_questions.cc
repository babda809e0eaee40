// What is usual can be said of all of these: a town, its offices, and where docket keeps things.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "config/address.h"
#include "config/calendar.h"
#include "config/text.h"
#include "daemon/setup/question.h"

namespace docket::setup {
namespace {

using Usual = std::optional<std::string>;

/// A mailbox that docket reads: whatever it sent there would come back to it.
bool is_own(const std::string& address, const Answers& answers) {
  const auto key = address_key(address);
  if (key && key == address_key(answers.text("imap-user"))) return true;
  const auto own = answers.list("address");
  return std::any_of(own.begin(), own.end(),
                     [&](const std::string& one) { return key == address_key(generic_address(one).address); });
}

std::string reader_problem(const std::string& address, const Answers& answers) {
  if (!address_key(address)) return fmt::format("'{}' is not a mail address", address);
  if (is_own(address, answers)) {
    return fmt::format(
        "{} is a mailbox that docket reads: what it sends there would come back. Name the mailbox that "
        "the people themselves read",
        address);
  }
  return "";
}

std::string capitalised(std::string text) {
  bool begins = true;
  for (auto& c : text) {
    if (c == '-') c = ' ';
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ';
  }
  return text;
}

/// "brant" of brant.ca and of town.brant.on.ca only the first: a guess to be corrected.
Usual usual_town(const Answers& answers) {
  const auto domain = answers.domain();
  if (domain.empty() || is_public_domain(domain)) return std::nullopt;
  return capitalised(std::string(split(domain, '.').front()));
}

/// Initials, or how a single word begins: TB of "Town of Brant", BRA of "Brant".
Usual usual_prefix(const Answers& answers) {
  const auto name = in_languages(answers.text("town"), answers.list("language").size()).front();
  std::string initials;
  std::string beginning;
  for (const auto word : split(name, ' ')) {
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z' && initials.size() < 4) initials += word.front();
  }
  for (const char c : ascii_lower(name)) {
    if (c >= 'a' && c <= 'z' && beginning.size() < 3) beginning += static_cast<char>(c - 'a' + 'A');
  }
  if (initials.size() > 1) return initials;
  return beginning.empty() ? "T" : beginning;
}

std::string prefix_problem(const std::string& value, const Answers&) {
  const bool good =
      !value.empty() && value.size() <= 8 && value.front() >= 'A' && value.front() <= 'Z' &&
      std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  return good ? "" : "one to eight capital letters and digits, a letter first";
}

std::string zone_problem(const std::string& value, const Answers&) {
  try {
    const Calendar calendar(CalendarSettings{}, value);
    return "";
  } catch (const std::runtime_error&) {
    return fmt::format("there is no time zone '{}'; write for example America/Toronto", value);
  }
}

Usual usual_clerk(const Answers& answers) {
  const auto address = "clerk@" + answers.domain();
  if (answers.domain().empty() || is_public_domain(answers.domain()) || is_own(address, answers)) return std::nullopt;
  return address;
}

Usual usual_office(const Answers& answers) {
  const auto clerk = answers.value("clerk");
  if (!clerk) return std::nullopt;
  const auto languages = answers.list("language");
  const std::string name = languages.size() > 1
                               ? (languages.front() == "en" ? "Front desk / Accueil" : "Accueil / Front desk")
                           : languages.front() == "fr" ? "Accueil"
                                                       : "Front desk";
  return fmt::format("front-desk={} <{}>", name, *clerk);
}

std::string office_problem(const std::string& value, const Answers& answers) {
  const auto office = office_answer(value, answers.list("language").size());
  if (!office) return fmt::format("'{}' is not of the form roads=Roads <roads-office@town.ca>", value);
  if (office->id == "clerk") return "'clerk' cannot be an office's id: it stands for the town clerk";
  return reader_problem(office->address, answers);
}

std::string language_problem(const std::string& value, const Answers&) {
  return value == "en" || value == "fr" ? "" : "docket brings letters in en and fr; others need templates of their own";
}

bool is_system_folder(const Answers& answers) {
  const auto folder = answers.surroundings().folder.string();
  return folder == "/etc/docket" || folder.starts_with("/etc/docket/");
}

/// As the units have them: docket.service, and docket@NAME.service for /etc/docket/NAME.
std::string instance_of(const Answers& answers) {
  const auto& folder = answers.surroundings().folder;
  return folder.parent_path() == "/etc/docket" ? "docket-" + folder.filename().string() : "docket";
}

std::vector<Question> people_questions() {
  using enum Question::Kind;
  return {
      {.id = "town",
       .option = "--town",
       .label = "town",
       .asked = "The town's name",
       .help = "The town's name as residents know it; in several languages with \" / \" between",
       .usual = usual_town,
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a town has a name" : ""; }},
      {.id = "language",
       .option = "--language",
       .label = "languages",
       .asked = "Languages, the first one is the usual one",
       .help = "A language that letters are answered in: en, fr; may be repeated, the first is the usual one",
       .kind = list,
       .usual = [](const Answers&) -> Usual { return "en"; },
       .problem = language_problem},
      {.id = "time-zone",
       .option = "--time-zone",
       .label = "time zone",
       .asked = "Time zone",
       .help = "The town's time zone, America/Toronto (default: the machine's)",
       .usual = [](const Answers& answers) -> Usual {
         const auto& zone = answers.surroundings().time_zone;
         return zone.empty() ? std::nullopt : Usual(zone);
       },
       .problem = zone_problem},
      {.id = "prefix",
       .option = "--prefix",
       .label = "numbers begin with",
       .asked = "Case numbers begin with",
       .help = "How case numbers begin: EX for EX-2026-000123-8",
       .usual = usual_prefix,
       .problem = prefix_problem},
      {.id = "clerk",
       .option = "--clerk",
       .label = "clerk",
       .asked = "The clerk's own address",
       .help = "The clerk's address: hears of changed rules and complaints (default: clerk@ the domain)",
       .usual = usual_clerk,
       .problem = reader_problem},
      {.id = "office",
       .option = "--office",
       .label = "offices",
       .asked = "Offices",
       .help = "An office that acts: \"roads=Roads <roads-office@town.ca>\"; the first gets what nobody else does",
       .kind = lines,
       .usual = usual_office,
       .problem = office_problem},
  };
}

std::vector<Question> running_questions() {
  return {
      {.id = "alarms",
       .option = "--alarms",
       .label = "alarms go to",
       .asked = "Who is told when something needs a person",
       .help = "An address that is told when something needs a person (default: the clerk's)",
       .kind = Question::Kind::list,
       .usual = [](const Answers& answers) { return answers.value("clerk"); },
       .problem = reader_problem},
      {.id = "mode",
       .option = "--mode",
       .label = "mode",
       .asked = "shadow or live",
       .help = "shadow: everything is taken and judged, nothing is touched or sent, to look first; or live",
       .usual = [](const Answers&) -> Usual { return "shadow"; },
       .problem = [](const std::string& value,
                     const Answers&) { return value == "shadow" || value == "live" ? "" : "shadow or live"; }},
      {.id = "data",
       .option = "--data",
       .label = "case book in",
       .asked = "Folder of the case book",
       .help = "The folder of the case book: on a local disk, in the backup",
       .usual = [](const Answers& answers) -> Usual {
         return is_system_folder(answers) ? "/var/lib/" + instance_of(answers) : "data";
       },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a folder has a name" : ""; }},
      {.id = "control",
       .option = "--control",
       .label = "control socket",
       .asked = "Control socket",
       .help = "Where the docket commands reach the daemon",
       .usual = [](const Answers& answers) -> Usual {
         return is_system_folder(answers) ? "/run/" + instance_of(answers) + "/control.sock" : "run/control.sock";
       },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a socket has a name" : ""; }},
      // Not asked: they follow from the servers that were found.
      {.id = "imap-tls",
       .option = "--imap-tls",
       .label = "mailbox TLS",
       .asked = "",
       .help = "none: in clear, for a server on this machine only",
       .usual = [](const Answers&) -> Usual { return ""; },
       .usual_words = "with TLS",
       .problem = [](const std::string& value,
                     const Answers&) { return value.empty() || value == "none" ? "" : "none"; },
       .applies = [](const Answers& answers) { return answers.given("imap-tls"); }},
      {.id = "smtp-tls",
       .option = "--smtp-tls",
       .label = "mail out TLS",
       .asked = "",
       .help = "none: in clear, for a server on this machine only",
       .usual = [](const Answers&) -> Usual { return ""; },
       .usual_words = "with TLS",
       .problem = [](const std::string& value,
                     const Answers&) { return value.empty() || value == "none" ? "" : "none"; },
       .applies = [](const Answers& answers) { return answers.given("smtp-tls"); }},
  };
}

}  // namespace

std::vector<Question> town_questions() {
  auto all = people_questions();
  for (auto& one : running_questions()) all.push_back(std::move(one));
  return all;
}

}  // namespace docket::setup
