// A fake server, a fake intake and a source between them; watches that nothing is settled before it is committed.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include "config/clock.h"
#include "connectors/imap/source.h"
#include "connectors/oauth2/tokens.h"
#include "tests/connectors/fake_intake.h"
#include "tests/connectors/imap/fake_server.h"

inline constexpr const char* kPassword = "pass word \"1\\";

struct Mailbox {
  Mailbox() {
    forget_log_lines();
    ::setenv("DOCKET_TEST_PASSWORD", kPassword, 1);
    settings.name = "council";
    imap.server = {"imap", "127.0.0.1", server.port(), true, {}};
    imap.login.user = "council@town.example";
    imap.login.password = {docket::Secret::Kind::env, "DOCKET_TEST_PASSWORD"};
    using std::chrono::milliseconds;
    pace.connect = pace.silence = milliseconds{400};
    pace.first_backoff = pace.retry = milliseconds{10};
    pace.longest_backoff = milliseconds{40};
    pace.noop = milliseconds{20};
    server.rule = [this](const std::string& command, FakeImap& at) { return watch(command, at); };
  }

  std::unique_ptr<docket::Source> source(docket::Mode mode = docket::Mode::live) {
    settings.way = imap;
    return docket::imap::make_imap_source(settings, mode, intake, clock, keep_log_line, tokens, pace);
  }

  /// INBOX letters 1 to `count`.
  void fill(std::uint32_t count) {
    for (std::uint32_t uid = 1; uid <= count; ++uid) server.deliver("INBOX", uid, {letter(uid), kDate, {}, 0});
  }
  static std::string letter(std::uint32_t uid) {
    return "Subject: letter " + std::to_string(uid) + "\r\n\r\nText of " + std::to_string(uid) + "\r\n";
  }
  static std::string key(std::uint32_t uid, std::uint32_t validity = 7, const std::string& folder = "INBOX") {
    return folder + "/" + std::to_string(validity) + "/" + std::to_string(uid);
  }
  [[nodiscard]] std::string octets(std::uint32_t uid) const {
    const auto committed = intake.committed();
    const auto found = committed.find(key(uid));
    return found == committed.end() ? "(nothing)" : found->second.octets;
  }
  [[nodiscard]] bool eventually_committed(std::size_t count) const {
    return eventually([&] { return intake.committed().size() >= count; });
  }

  static constexpr const char* kDate = "22-Nov-2026 10:00:00 +0000";
  docket::SystemClock clock;
  docket::oauth2::Tokens tokens{{}, {}, clock, keep_log_line};
  FakeIntake intake;
  docket::SourceSettings settings;
  docket::ImapSettings imap;
  docket::imap::Pace pace;
  FakeImap::Rule rule;           ///< the test's own
  std::string settled_too_soon;  ///< keys; empty when all is well
  FakeImap server;

 private:
  std::optional<FakeReply> watch(const std::string& command, FakeImap& at) {
    const bool settles = command.starts_with("UID STORE") || command.starts_with("UID MOVE") ||
                         command.starts_with("UID COPY") || command.starts_with("UID EXPUNGE");
    if (settles) {
      const auto& folder = at.folders[at.selected];
      const std::string set = command.substr(command.find(' ', 4) + 1);
      for (const auto uid : fake_uids(set.substr(0, set.find(' ')), folder.mails)) {
        const std::string one = key(uid, folder.uid_validity, at.selected);
        if (!intake.is_committed(one)) settled_too_soon += one + " ";
      }
    }
    return rule ? rule(command, at) : std::nullopt;
  }
};
