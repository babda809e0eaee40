// What a look at a mailbox and at the way out says to whoever set them up.
#include <doctest/doctest.h>

#include <algorithm>

#include "connectors/imap/data.h"
#include "connectors/imap/words.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/probe.h"
#include "tests/connectors/imap/mailbox.h"
#include "tests/connectors/oauth2/token_server.h"
#include "tests/connectors/smtp/fake_smtp.h"
#include "tests/connectors/smtp/receiver.h"
#include "tests/dovecot.h"

using namespace docket;
using docket::testing::FakeSmtp;
using std::chrono::milliseconds;

namespace {

const SystemClock kClock;
constexpr milliseconds kLong{10'000};

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

oauth2::Tokens& no_tokens() {
  static oauth2::Tokens tokens({}, {}, kClock, [](int /*priority*/, const std::string& /*line*/) {});
  return tokens;
}

Dovecot& server() {
  static Dovecot dovecot;
  return dovecot;
}

ImapSettings imaps(const std::string& user) {
  ::setenv("DOCKET_TEST_SECRET", "secret", 1);
  ImapSettings settings;
  settings.server = {"imaps", "localhost", server().imaps_port(), false, server().certificate()};
  settings.login.user = user;
  settings.login.password = {Secret::Kind::env, "DOCKET_TEST_SECRET"};
  return settings;
}

MailSettings smtp_to(std::uint16_t port) {
  MailSettings settings;
  settings.domain = "town.example";
  settings.way = SmtpSettings{{"smtp", "127.0.0.1", port, true, {}}, {}};
  return settings;
}

}  // namespace

TEST_SUITE("probe of a mailbox") {
  TEST_CASE("a real server: folders, letters, capabilities, the certificate's last day; nothing is touched") {
    auto settings = imaps("probe-well");
    server().deliver("probe-well", "Subject: one\r\n\r\nText\r\n");
    server().make_folder("probe-well", imap::modified_utf7("B\xc3\xbcrger & Rat"));
    settings.folders = {"inbox", "B\xc3\xbcrger & Rat", "Nowhere"};
    const auto probe = probe_mailbox(settings, kClock, kLong, no_tokens());
    CHECK(probe.trouble == "");
    CHECK(probe.logged_in);
    CHECK((probe.idle && probe.move && probe.uidplus));
    CHECK(has(probe.capabilities, "IMAP4REV1"));
    REQUIRE(probe.certificate_ends.has_value());
    CHECK(*probe.certificate_ends > kClock.now());
    CHECK(has(probe.all_folders, "B\xc3\xbcrger & Rat"));
    REQUIRE(probe.folders.size() == 3);
    CHECK(probe.folders[0].messages == 1);
    CHECK((probe.folders[1].exists && probe.folders[1].readable));
    CHECK_FALSE(probe.folders[2].exists);
    CHECK(probe.folders[2].trouble != "");
    CHECK(server().flags("probe-well").begin()->second.count("\\Seen") == 0);
  }

  TEST_CASE("what may be flagged shows where letters are to be flagged") {
    auto settings = imaps("probe-flag");
    settings.after = ImapSettings::After::flag;
    const auto probe = probe_mailbox(settings, kClock, kLong, no_tokens());
    REQUIRE(probe.folders.size() == 1);
    CHECK(probe.folders[0].keeps_keywords);
    CHECK_FALSE(probe.folders[0].read_only);
  }

  TEST_CASE("a wrong password, an authority that signed nothing, nobody there: each in its own words, no secret") {
    auto settings = imaps("probe-ill");
    ::setenv("DOCKET_TEST_SECRET", "hunter2-wrong", 1);
    auto probe = probe_mailbox(settings, kClock, kLong, no_tokens());
    CHECK((probe.reached && !probe.logged_in));
    CHECK(probe.trouble.find("login refused") != std::string::npos);
    CHECK(probe.trouble.find("hunter2") == std::string::npos);
    settings.server.ca = server().other_certificate();
    probe = probe_mailbox(settings, kClock, kLong, no_tokens());
    CHECK_FALSE(probe.reached);
    CHECK(probe.trouble.find("certificate is not trusted") != std::string::npos);
    settings.server = {"imap", "127.0.0.1", 1, true, {}};
    probe = probe_mailbox(settings, kClock, kLong, no_tokens());
    CHECK((!probe.reached && !probe.trouble.empty()));
  }

  TEST_CASE("a mailbox that wants a token gets one") {
    Mailbox box;
    TokenDesk desk;
    box.imap.login = desk.app;
    oauth2::Tokens tokens({}, {{"council", desk.app}}, kClock, [](int /*priority*/, const std::string& /*line*/) {});
    box.server.with([](FakeImap& at) { at.capabilities = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR IDLE"; });
    const auto probe = probe_mailbox(box.imap, kClock, kLong, tokens);
    CHECK(probe.trouble == "");
    CHECK((probe.logged_in && desk.server.asked() == 1));
  }

  TEST_CASE("a mailbox that gets no token says so, without the secret") {
    Mailbox box;
    TokenDesk desk;
    box.imap.login = desk.app;
    oauth2::Tokens tokens({}, {{"council", desk.app}}, kClock, [](int /*priority*/, const std::string& /*line*/) {});
    desk.server.answer([](const std::string&, int) { return TokenServer::refusal("invalid_client"); });
    const auto probe = probe_mailbox(box.imap, kClock, kLong, tokens);
    CHECK_FALSE(probe.logged_in);
    CHECK(probe.trouble.find("no token") != std::string::npos);
    CHECK(probe.trouble.find(TokenDesk::kSecret) == std::string::npos);
  }

  TEST_CASE("a server that falls silent costs no more than the limit") {
    Mailbox box;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command.starts_with("EXAMINE")) return FakeReply{""};
      return std::nullopt;
    };
    box.imap.folders = {"INBOX", "Junk", "Other"};
    const auto begun = kClock.steady();
    const auto probe = probe_mailbox(box.imap, kClock, milliseconds{500}, no_tokens());
    CHECK(kClock.steady() - begun < milliseconds{3000});
    CHECK(probe.logged_in);
    CHECK(probe.trouble != "");
  }

  TEST_CASE("folder names as servers list them") {
    using namespace docket::imap;
    struct Case {
      const char* rest;
      const char* name;
    };
    for (const Case& one : std::vector<Case>{
             {R"((\HasNoChildren) "/" "INBOX/A b")", "INBOX/A b"},
             {R"((\Noselect) NIL INBOX)", "INBOX"},
             {R"(() "." "B&APw-rger &- Rat")", "B\xc3\xbcrger & Rat"},
             {R"(() "/" {3})", "x\"y"},
             {R"(() "/" "a&b")", "a&b"},
         }) {
      const auto folder = parse_list(one.rest, {{"x\"y", 3}});
      REQUIRE(folder.has_value());
      CHECK(folder->name == one.name);
    }
    for (const char* bad : {"", "INBOX", "(", R"(() "/")", R"(() "/" )", R"(() "/" {3})"}) {
      CAPTURE(bad);
      const auto folder = parse_list(bad, {});
      CHECK((!folder || folder->name.empty()));
    }
    CHECK(from_modified_utf7(modified_utf7("\xe5\x8f\xb0 & \xf0\x9f\x99\x82")) == "\xe5\x8f\xb0 & \xf0\x9f\x99\x82");
  }
}

TEST_SUITE("probe of mail out") {
  TEST_CASE("every address is tried and taken back; nothing is sent") {
    FakeSmtp fake(FakeSmtp::Script{{"EHLO", "250-hi\r\n250-SIZE 1000\r\n250 DSN"}});
    const auto probe =
        probe_mail_out(smtp_to(fake.port()), {"a@town.example", "b@town.example"}, kClock, kLong, no_tokens());
    CHECK(probe.trouble == "");
    CHECK(probe.logged_in);
    CHECK(probe.from_refused.empty());
    CHECK(has(probe.offers, "SIZE 1000"));
    CHECK(fake.count("MAIL FROM:<b@town.example>") == 1);
    CHECK(fake.count("RSET") == 2);
    CHECK(fake.count("DATA") == 0);
  }

  TEST_CASE("a refused sender is named with the server's words, at MAIL or at RCPT") {
    FakeSmtp at_mail(FakeSmtp::Script{{"MAIL", "553 5.7.1 not yours"}});
    auto probe = probe_mail_out(smtp_to(at_mail.port()), {"a@town.example"}, kClock, kLong, no_tokens());
    REQUIRE(probe.from_refused.size() == 1);
    CHECK(probe.from_refused[0].second.find("5.7.1 not yours") != std::string::npos);
    CHECK(at_mail.count("RCPT") == 0);
    FakeSmtp at_rcpt(FakeSmtp::Script{{"RCPT", "553 5.7.1 not owned by user"}});
    probe = probe_mail_out(smtp_to(at_rcpt.port()), {"a@town.example"}, kClock, kLong, no_tokens());
    REQUIRE(probe.from_refused.size() == 1);
    CHECK(probe.from_refused[0].first == "a@town.example");
  }

  TEST_CASE("a refused password shows as such, and not itself") {
    FakeSmtp fake(FakeSmtp::Script{{"EHLO", "250-hi\r\n250 AUTH PLAIN"}, {"AUTH", "535 5.7.8 no"}});
    auto settings = smtp_to(fake.port());
    ::setenv("DOCKET_TEST_SECRET", "hunter2-wrong", 1);
    auto& login = std::get<SmtpSettings>(settings.way).login;
    login.user = "us@town.example";
    login.password = {Secret::Kind::env, "DOCKET_TEST_SECRET"};
    const auto probe = probe_mail_out(settings, {"a@town.example"}, kClock, kLong, no_tokens());
    CHECK((probe.reached && !probe.logged_in));
    CHECK(probe.trouble.find("535") != std::string::npos);
    CHECK(probe.trouble.find("hunter2") == std::string::npos);
  }

  TEST_CASE("a server that stalls costs no more than the limit") {
    FakeSmtp fake(FakeSmtp::Script{{"MAIL", "STALL"}});
    const auto begun = kClock.steady();
    const auto probe = probe_mail_out(smtp_to(fake.port()), {"a@town.example"}, kClock, milliseconds{300}, no_tokens());
    CHECK(kClock.steady() - begun < milliseconds{3000});
    CHECK(probe.trouble != "");
  }

  TEST_CASE("letters into a folder: it must be one we can write to") {
    const docket::testing::TemporaryFolder folder;
    MailSettings settings;
    settings.way = MaildirSettings{folder.path() / "out"};
    CHECK(probe_mail_out(settings, {}, kClock, kLong, no_tokens()).logged_in);
    settings.way = MaildirSettings{folder.path() / "no" / "out"};
    const auto probe = probe_mail_out(settings, {}, kClock, kLong, no_tokens());
    CHECK_FALSE(probe.reached);
    CHECK(probe.trouble.find("is not a folder") != std::string::npos);
  }
}

TEST_SUITE("arrival") {
  TEST_CASE(
      "a letter that comes is found by its Message-ID, unread still; one that does not is not waited for forever") {
    auto settings = imaps("probe-arrival");
    settings.folders = {"Nowhere", "INBOX"};
    server().deliver("probe-arrival", "Message-ID: <other@x>\r\n\r\n<p1@x>\r\n");
    server().deliver("probe-arrival", "DKIM-Signature: v=1; d=x; s=y\r\nMessage-ID: <p1@x>\r\n\r\nText\r\n");
    const auto arrival = await_letter(settings, "<p1@x>", kClock, kLong, no_tokens());
    CHECK(arrival.trouble == "");
    REQUIRE(arrival.arrived);
    CHECK(arrival.folder == "INBOX");
    CHECK(arrival.header.find("DKIM-Signature: v=1; d=x; s=y\r\n") == 0);
    CHECK(server().flags("probe-arrival").at(2).count("\\Seen") == 0);
    const auto never = await_letter(settings, "<p2@x>", kClock, milliseconds{300}, no_tokens());
    CHECK((!never.arrived && never.trouble.empty()));
  }
}
