// The guided conversation with a person who errs, with a script that forgets, and on servers that refuse.
#include "daemon/setup/interview.h"

#include <doctest/doctest.h>

#include "config/secret.h"
#include "daemon/setup/held_secret.h"
#include "daemon/setup/server.h"
#include "tests/daemon/setup/brant.h"

namespace docket::setup {
namespace {

/// Servers on which one password is right; what they were asked.
struct FakeServers {
  std::string imap_host = "mail.brant.ca";
  std::string password = "opensesame";
  std::vector<std::string> folders{"INBOX", "Sent", "Junk"};
  std::vector<std::pair<std::string, std::string>> from_refused;
  std::vector<std::string> tried;
  std::vector<std::string> passwords;
  MailHosts hosts;

  MailboxProbe mailbox(const ImapSettings& settings) {
    MailboxProbe probe;
    tried.push_back(settings.server.scheme + "://" + settings.server.host);
    probe.reached = settings.server.host == imap_host;
    if (!probe.reached) {
      probe.trouble = "no such host";
      return probe;
    }
    passwords.push_back(read_secret(settings.login.password).value_or(""));
    probe.logged_in = passwords.back() == password;
    if (!probe.logged_in) probe.trouble = "authentication failed";
    probe.all_folders = folders;
    for (const auto& name : settings.folders) {
      auto& folder = probe.folders.emplace_back();
      folder.name = name;
      folder.readable = std::find(folders.begin(), folders.end(), name) != folders.end();
      if (!folder.readable) folder.trouble = "it does not exist";
    }
    return probe;
  }
  MailOutProbe mail_out(const MailSettings& settings) {
    MailOutProbe probe;
    const auto& smtp = std::get<SmtpSettings>(settings.way);
    tried.push_back(smtp.server.scheme + "://" + smtp.server.host);
    probe.reached = smtp.server.host == imap_host;
    if (!probe.reached) probe.trouble = "no such host";
    probe.logged_in = probe.reached && read_secret(smtp.login.password).value_or("") == password;
    if (probe.reached && !probe.logged_in) probe.trouble = "535 no";
    probe.from_refused = from_refused;
    return probe;
  }
  World world() {
    return {[this](const ImapSettings& settings, std::string&) { return mailbox(settings); },
            [this](const MailSettings& settings, const std::vector<std::string>&, std::string&) {
              return mail_out(settings);
            },
            [this](const std::string&) { return hosts; }};
  }
};

Outcome run(Answers& answers, Conversation& talk, FakeServers& servers) {
  const SystemClock clock;
  const auto world = servers.world();
  return Interview(answers, talk, world, clock).run();
}

Answers attended() {
  auto here = brant_here();
  here.attended = true;
  return Answers(here);
}

}  // namespace

TEST_CASE("guided: three questions and a yes; servers are found by trying, all else by Enter") {
  FakeServers servers;
  auto answers = attended();
  Script person({"info@brant.ca", "", "", "opensesame", "", "", "", "yes"});
  CHECK((run(answers, person, servers) == Outcome::ready));
  CAPTURE(person.heard);
  CHECK(person.done());
  CHECK(servers.tried == std::vector<std::string>{"imaps://imap.brant.ca", "imap://imap.brant.ca",
                                                  "imaps://mail.brant.ca", "smtps://mail.brant.ca"});
  CHECK(answers.text("imap-url") == "imaps://mail.brant.ca");
  CHECK(answers.list("imap-folder") == std::vector<std::string>{"INBOX", "Junk"});
  CHECK_FALSE(person.said("opensesame"));
  CHECK(person.said("Begin in shadow"));
  CHECK(problems_of(answers) == "");
}

TEST_CASE("guided: a wrong password is said in words and answered again; only the server that is there hears it") {
  FakeServers servers;
  auto answers = attended();
  Script person({"info@brant.ca", "", "", "wrong", "", "", "", "opensesame", "", "", "", "yes"});
  CHECK((run(answers, person, servers) == Outcome::ready));
  CAPTURE(person.heard);
  CHECK(person.said("does not let info@brant.ca in: authentication failed"));
  CHECK(servers.passwords == std::vector<std::string>{"wrong", "opensesame"});
  CHECK(answers.text("imap-password") == "opensesame");
}

TEST_CASE("guided: the servers that DNS names are tried before the usual names") {
  FakeServers servers;
  servers.imap_host = "imap.host.net";
  servers.hosts.imaps = {"imap.host.net:993"};
  servers.hosts.submissions = {"imap.host.net:465"};
  auto answers = attended();
  Script person({"info@brant.ca", "", "", "opensesame", "", "", "", "yes"});
  CHECK((run(answers, person, servers) == Outcome::ready));
  CHECK(servers.tried == std::vector<std::string>{"imaps://imap.host.net", "smtps://imap.host.net"});
}

TEST_CASE("guided: a server that takes the account's own address only makes letters come from the account") {
  FakeServers servers;
  servers.from_refused = {{"info@brant.ca", "553 not yours"}};
  auto answers = attended();
  answers.give("smtp-user", "robot@brant.ca");
  answers.give("smtp-password", "opensesame");
  Script person({"info@brant.ca", "", "", "opensesame", "", "yes"});
  CHECK((run(answers, person, servers) == Outcome::ready));
  CAPTURE(person.heard);
  CHECK(person.said("553 not yours"));
  CHECK(answers.text("send-as") == "account");
}

TEST_CASE("guided: who leaves at any question has nothing, and that is no error of theirs") {
  const std::deque<std::string> all{"info@brant.ca", "", "", "opensesame", "", "", ""};
  for (std::size_t count = 0; count <= all.size(); ++count) {
    CAPTURE(count);
    FakeServers servers;
    auto answers = attended();
    Script person(std::deque<std::string>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
    CHECK((run(answers, person, servers) == Outcome::left));
  }
  FakeServers servers;
  auto answers = attended();
  Script person({"info@brant.ca", "", "", "opensesame", "", "", "", "no"});
  CHECK((run(answers, person, servers) == Outcome::left));
}

TEST_CASE("guided: a line of the summary is changed by its number, and servers are tried again only where it matters") {
  FakeServers servers;
  auto answers = attended();
  std::deque<std::string> lines{"info@brant.ca", "", "", "opensesame", "", "", ""};
  // The town is asked for, once wrong; an office list ends with an empty line.
  const auto row = [&](const std::string& id) {
    auto known = brant({}, answers.surroundings());
    int number = 0;
    for (const auto& one : questions()) {
      number += applies(one, known) ? 1 : 0;
      if (one.id == id) break;
    }
    return std::to_string(number);
  };
  for (const auto& line : {row("time-zone"), std::string("Nowhere"), std::string("America/Winnipeg"), row("office"),
                           std::string("roads=Roads <roads@brant.ca>"), std::string("Parks <parks@brant.ca>"),
                           std::string(), std::string("99"), std::string("yes")}) {
    lines.push_back(line);
  }
  Script person(lines);
  CHECK((run(answers, person, servers) == Outcome::ready));
  CAPTURE(person.heard);
  CHECK(person.said("there is no time zone 'Nowhere'"));
  CHECK(person.said("A number from 1 to"));
  CHECK(servers.tried.size() == 4);
  const auto town = town_of(answers);
  REQUIRE(town);
  CHECK(town->time_zone == "America/Winnipeg");
  CHECK(town->fallback == "roads");
  CHECK(town->offices.size() == 2);
}

TEST_CASE("guided: Microsoft 365 by MX: the steps are shown, what is missing is filled in later, and check passes") {
  FakeServers servers;
  servers.hosts.mx = {"brant-ca.mail.protection.outlook.com"};
  auto answers = attended();
  Script person({"info@brant.ca", "", "", "my-tenant", "", "", "", "yes"});
  CHECK((run(answers, person, servers) == Outcome::ready));
  CAPTURE(person.heard);
  CHECK(person.done());
  CHECK(person.said("is at Microsoft 365"));
  CHECK(person.said("New-ServicePrincipal"));
  CHECK(problems_of(answers).find("error") == std::string::npos);
  const auto settings = settings_of(answers);
  REQUIRE(settings);
  const auto& oauth2 = std::get<ImapSettings>(settings->sources.front().way).login.oauth2;
  CHECK(oauth2->token_url == "https://login.microsoftonline.com/my-tenant/oauth2/v2.0/token");
  CHECK(oauth2->client_id == "CLIENT-ID");
}

TEST_CASE("guided: a script that forgets answers is told all their options at once") {
  FakeServers servers;
  auto here = brant_here();
  here.time_zone = "";
  Answers answers(here);
  answers.give("address", "clerk@brant.ca");
  Script nobody({}, false);
  CHECK((run(answers, nobody, servers) == Outcome::wrong));
  for (const auto* option : {"--imap-password-file", "--time-zone", "--clerk", "--office"}) {
    CAPTURE(option);
    CHECK(nobody.said(std::string(option) + " is missing"));
  }
  CHECK_FALSE(nobody.said("--imap-user is missing"));
  CHECK(servers.tried.empty());
  Answers none(here);
  Script silent({}, false);
  CHECK((run(none, silent, servers) == Outcome::wrong));
  CHECK(silent.heard.starts_with("--address is missing"));
}

TEST_CASE("guided: a wrong answer of a script names its option; a failed test is another matter than a wrong answer") {
  FakeServers servers;
  auto answers = brant({{"mode", "sometimes"}, {"imap-folder", "INBOX\nAblage"}});
  Script nobody({}, false);
  CHECK((run(answers, nobody, servers) == Outcome::wrong));
  CHECK(nobody.said("--mode: shadow or live"));
  answers.forget("mode");
  Script again({}, false);
  CHECK((run(answers, again, servers) == Outcome::failed));
  CHECK(again.said("The folder Ablage cannot be read: it does not exist. There are: INBOX, Sent, Junk"));
  answers.forget("imap-folder");
  answers.give("imap-password", "wrong");
  Script third({}, false);
  CHECK((run(answers, third, servers) == Outcome::failed));
  CHECK_FALSE(third.said("wrong"));
}

TEST_CASE("guided: a server can be named in every usual way; without TLS only this machine is tried, and last") {
  const auto ways = [](const std::string& answer) {
    std::string text;
    for (const auto& server : servers_for(Protocol::imap, brant({{"imap-url", answer}}))) {
      text += server.url + (server.clear ? "!" : "") + " ";
    }
    return text;
  };
  CHECK(ways("mail.brant.ca") == "imaps://mail.brant.ca imap://mail.brant.ca ");
  CHECK(ways("mail.brant.ca:993") == "imaps://mail.brant.ca:993 ");
  CHECK(ways("mail.brant.ca:143") == "imap://mail.brant.ca:143 ");
  CHECK(ways("imap://mail.brant.ca") == "imap://mail.brant.ca ");
  CHECK(ways("imap://localhost:1143") == "imap://localhost:1143 imap://localhost:1143! ");
  CHECK(ways("localhost") == "imaps://localhost imap://localhost imap://localhost! ");
  CHECK(ways("[::1]:1143") == "imaps://[::1]:1143 imap://[::1]:1143 imap://[::1]:1143! ");
  const auto out = servers_for(Protocol::smtp, brant({{"smtp-url", "mail.brant.ca"}}));
  REQUIRE(out.size() == 2);
  CHECK(out.back().url == "smtp://mail.brant.ca:587");
}

TEST_CASE("guided: a secret is held for docket's own reader, and is gone with its holder") {
  Secret place;
  {
    const HeldSecret held("open\\sesame");
    place = held.place();
    CHECK(read_secret(place) == "open\\sesame");
    CHECK(read_secret(place) == "open\\sesame");  // at each login anew
  }
  CHECK_FALSE(read_secret(place));
}

}  // namespace docket::setup
