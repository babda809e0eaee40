// Google and Microsoft 365 are recognised, and what is written for them is what the samples say.
#include "daemon/setup/provider.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "config/sample.h"
#include "daemon/setup/mail_hosts.h"
#include "daemon/setup/question.h"
#include "tests/connectors/fake_dns.h"
#include "tests/daemon/setup/brant.h"

namespace docket::setup {
namespace {

Settings sample_settings(const std::string& kind) {
  const auto files = sample_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const SampleFile& file) { return file.path == "docket." + kind + ".yaml"; });
  REQUIRE(found != files.end());
  Problems problems;
  return *load_settings({"docket.yaml", std::string(found->text)}, "/etc/docket", problems);
}

Answers at(const Provider& provider) {
  Answers answers(brant_here());
  answers.give("address", "council@brant.ca");
  answers.give("imap-url", std::string(provider.imap_url));
  for (const auto* id : {"tenant", "client-id"})
    answers.give(id, id == std::string("tenant") ? "TENANT-ID" : "CLIENT-ID");
  answers.give("client-secret", "opensesame");
  return answers;
}

std::string url(const Endpoint& server) {
  return server.scheme + "://" + server.host + ":" + std::to_string(server.port);
}

}  // namespace

TEST_CASE("guided: a provider is known by the address, by where mail goes, or by the server's name") {
  CHECK(provider_of_domain("gmail.com", {}) == &google());
  CHECK(provider_of_domain("Outlook.com", {}) == &microsoft());
  CHECK(provider_of_domain("brant.onmicrosoft.com", {}) == &microsoft());
  CHECK(provider_of_domain("brant.ca", {}) == nullptr);
  CHECK(provider_of_domain("brant.ca", {{"brant-ca.mail.protection.outlook.com"}, {}, {}}) == &microsoft());
  CHECK(provider_of_domain("brant.ca", {{"aspmx.l.google.com", "alt1.aspmx.l.google.com"}, {}, {}}) == &google());
  CHECK(provider_of_domain("brant.ca", {{"mx.brant.ca"}, {}, {}}) == nullptr);
  CHECK(provider_of_host("imap.gmail.com") == &google());
  CHECK(provider_of_host("smtp.office365.com") == &microsoft());
  CHECK(provider_of_host("notgmail.com") == nullptr);
  CHECK(provider_of_host("gmail.com.evil.example") == nullptr);
}

TEST_CASE("guided: where mail goes is asked of DNS") {
  docket::testing::FakeDns dns;
  dns.mx("brant.ca", 10, "brant-ca.mail.protection.outlook.com");
  dns.srv("_imaps._tcp.brant.ca", 0, 1, 993, "imap.host.net");
  dns.srv("_submissions._tcp.brant.ca", 0, 1, 465, "out.host.net");
  const auto resolver = make_resolver("127.0.0.1:" + std::to_string(dns.port()));
  REQUIRE(resolver);
  const auto hosts = mail_hosts(**resolver, "brant.ca");
  CHECK(provider_of_domain("brant.ca", hosts) == &microsoft());
  CHECK(hosts.imaps == std::vector<std::string>{"imap.host.net:993"});
  CHECK(hosts.submissions == std::vector<std::string>{"out.host.net:465"});
}

TEST_CASE("guided: for each provider docket.yaml says what its sample says, and passes check") {
  for (const auto* provider : {&google(), &microsoft()}) {
    CAPTURE(provider->name);
    const auto answers = at(*provider);
    CHECK(answers.oauth2());
    CHECK(problems_of(answers).find("error") == std::string::npos);
    const auto ours = settings_of(answers);
    REQUIRE(ours);
    const auto sample = sample_settings(std::string(provider->kind));
    const auto& imap = std::get<ImapSettings>(ours->sources.front().way);
    const auto& sample_imap = std::get<ImapSettings>(sample.sources.front().way);
    CHECK(url(imap.server) == url(sample_imap.server));
    CHECK(imap.folders == sample_imap.folders);
    REQUIRE(imap.login.oauth2);
    CHECK(imap.login.oauth2->token_url == sample_imap.login.oauth2->token_url);
    CHECK(imap.login.oauth2->scope == sample_imap.login.oauth2->scope);
    CHECK((imap.login.oauth2->grant == sample_imap.login.oauth2->grant));
    const auto& smtp = std::get<SmtpSettings>(ours->mail.way);
    const auto& sample_smtp = std::get<SmtpSettings>(sample.mail.way);
    CHECK(url(smtp.server) == url(sample_smtp.server));
    CHECK(smtp.login.oauth2->token_url == sample_smtp.login.oauth2->token_url);
    CHECK((ours->mail.send_as == sample.mail.send_as));
    CHECK(ours->mail.limits.connections == sample.mail.limits.connections);
    CHECK(ours->mail.limits.per_minute == sample.mail.limits.per_minute);
    CHECK(ours->mail.limits.per_day == sample.mail.limits.per_day);
    CHECK(ours->trusted_authserv_ids == sample.trusted_authserv_ids);
  }
}

TEST_CASE("guided: the consoles' steps name the town's own mailbox and leave out what docket does itself") {
  const auto steps = console_steps(microsoft(), "info@brant.ca");
  CHECK(steps.starts_with("  1. "));
  CHECK(steps.find("IMAP.AccessAsApp") != std::string::npos);
  CHECK(steps.find("New-ServicePrincipal") != std::string::npos);
  CHECK(steps.find("-Identity info@brant.ca") != std::string::npos);
  const auto googles = console_steps(google(), "info@brant.ca");
  CHECK(googles.find("Send mail as") != std::string::npos);
  CHECK(googles.find("where info@ is signed in") != std::string::npos);
  CHECK(googles.find("refresh token") != std::string::npos);
  for (const auto& text : {steps, googles}) {
    CHECK(text.find("town.example") == std::string::npos);
    CHECK(text.find("LoadCredential") == std::string::npos);
    CHECK(text.find("/etc/docket/secrets") == std::string::npos);
    CHECK(text.find("mode: shadow") == std::string::npos);
  }
}

TEST_CASE("guided: Google lets in by an app password too, Microsoft does not") {
  auto answers = at(google());
  answers.give("imap-password", "app password");
  CHECK(answers.text("login") == "password");
  CHECK(problems_of(answers) == "");
  CHECK(question("login").problem("password", at(microsoft())).find("takes no password") != std::string::npos);
}

}  // namespace docket::setup
