#include <algorithm>
#include <exception>

#include "config/text.h"
#include "connectors/imap/connection.h"
#include "connectors/imap/session.h"
#include "connectors/probe.h"
#include "connectors/probe_tokens.h"
#include "connectors/wake.h"

namespace docket {
namespace {

using imap::Failure;
using std::chrono::milliseconds;

class Mailbox {
 public:
  Mailbox(const ImapSettings& settings, const Clock& clock, milliseconds limit)
      : settings_(settings), clock_(clock), end_(clock.steady() + limit) {}

  MailboxProbe look() {
    if (const auto failed = visit()) {
      probe_.reached = probe_.reached || failed->kind == Failure::Kind::login;
      probe_.trouble = failed->text;
    }
    return std::move(probe_);
  }

 private:
  using Failed = std::optional<Failure>;

  Failed visit() {
    const Wake nobody;
    set_pace();
    ProbeTokens tokens(settings_.login, clock_, pace_.connect);
    if (tokens.needs_daemon()) return Failure{Failure::Kind::lost, ProbeTokens::kNeedsDaemon, {}};
    imap::Connection connection(clock_, nobody, {});
    auto opened = connection.open(settings_.server, settings_.login, pace_, tokens.get());
    if (!opened) return opened.error();
    probe_.reached = probe_.logged_in = true;
    probe_.certificate_ends = connection.certificate_ends();
    imap::Session session(connection, pace_, {});
    set_pace();
    if (auto started = session.start(); !started) return started.error();
    note_capabilities(session);
    if (auto failed = list(session)) return failed;
    for (const auto& name : settings_.folders) {
      if (auto failed = open(session, name)) return failed;
    }
    session.log_out();
    return std::nullopt;
  }

  /// Every wait gets what is left of the time.
  void set_pace() {
    const auto left = std::max(std::chrono::ceil<milliseconds>(end_ - clock_.steady()), milliseconds{1});
    pace_.connect = pace_.silence = pace_.command = left;
  }

  void note_capabilities(const imap::Session& session) {
    probe_.capabilities.assign(session.capabilities().begin(), session.capabilities().end());
    probe_.idle = session.can("IDLE");
    probe_.move = session.can("MOVE");
    probe_.uidplus = session.can("UIDPLUS");
  }

  Failed list(imap::Session& session) {
    set_pace();
    const auto listed = session.list();
    if (!listed) return listed.error().kind == Failure::Kind::refused ? std::nullopt : Failed(listed.error());
    for (const auto& folder : *listed) probe_.all_folders.push_back(folder.name);
    return std::nullopt;
  }

  /// A folder that cannot be opened is no reason not to look at the next.
  Failed open(imap::Session& session, const std::string& name) {
    set_pace();
    auto& folder = probe_.folders.emplace_back();
    folder.name = name;
    folder.exists = is_listed(name);
    const bool only_examined = settings_.after == ImapSettings::After::keep;
    const auto selected = session.select(name, only_examined);
    if (!selected) {
      folder.trouble = selected.error().text;
      return selected.error().kind == Failure::Kind::refused ? std::nullopt : Failed(selected.error());
    }
    folder.exists = folder.readable = true;
    folder.read_only = !only_examined && selected->read_only;
    folder.keeps_keywords = selected->keeps_keywords;
    folder.messages = session.exists();
    return std::nullopt;
  }

  /// INBOX in any case is the same (RFC 9051 section 5.1).
  [[nodiscard]] bool is_listed(const std::string& name) const {
    return std::any_of(probe_.all_folders.begin(), probe_.all_folders.end(), [&name](const std::string& one) {
      return one == name || (ascii_equal_nocase(one, "INBOX") && ascii_equal_nocase(name, "INBOX"));
    });
  }

  const ImapSettings& settings_;
  const Clock& clock_;
  std::chrono::steady_clock::time_point end_;
  imap::Pace pace_;
  MailboxProbe probe_;
};

}  // namespace

MailboxProbe probe_mailbox(const ImapSettings& settings, const Clock& clock, milliseconds limit) {
  try {
    return Mailbox(settings, clock, limit).look();
  } catch (const std::exception& error) {
    MailboxProbe probe;
    probe.trouble = imap::clean(error.what());
    return probe;
  }
}

}  // namespace docket
