#include <unistd.h>

#include <algorithm>
#include <exception>

#include "connectors/probe.h"
#include "connectors/smtp/envelope.h"
#include "connectors/smtp/wire.h"

namespace docket {
namespace {

using smtp::Wire;
using smtp::WireError;
using std::chrono::milliseconds;

class WayOut {
 public:
  WayOut(const SmtpSettings& settings, std::string helo, const Clock& clock, milliseconds limit, oauth2::Tokens& tokens)
      : settings_(settings), helo_(std::move(helo)), clock_(clock), end_(clock.steady() + limit), tokens_(tokens) {}

  MailOutProbe look(const std::vector<std::string>& from_addresses) {
    if (!connect() || !greet()) return std::move(probe_);
    for (const auto& address : from_addresses) {
      if (!try_from(address)) break;
    }
    const auto sent = wire_->send("QUIT\r\n", left());
    if (sent && *sent) (void)wire_->reply(std::min(left(), milliseconds{1000}));
    return std::move(probe_);
  }

 private:
  [[nodiscard]] milliseconds left() const {
    return std::max(std::chrono::ceil<milliseconds>(end_ - clock_.steady()), milliseconds{1});
  }

  bool connect() {
    smtp::Timeouts timeouts;
    timeouts.connect = timeouts.login = left();
    auto wire = Wire::connect({settings_, helo_, timeouts, tokens_}, clock_, nobody_);
    if (!wire) {
      probe_.reached = wire.error().kind == WireError::Kind::refused_login;
      probe_.trouble = wire.error().text;
      return false;
    }
    wire_ = std::move(*wire);
    probe_.reached = probe_.logged_in = true;
    probe_.encrypted = !settings_.server.tls_none;
    probe_.certificate_ends = wire_->certificate_ends();
    return true;
  }

  /// libcurl has greeted already, but keeps to itself what the server offers.
  bool greet() {
    const auto reply = ask("EHLO " + helo_);
    if (!reply) return false;
    if (!reply->positive()) probe_.trouble = reply->text();
    if (!reply->lines.empty()) probe_.offers.assign(reply->lines.begin() + 1, reply->lines.end());
    return reply->positive();
  }

  /// False: the connection is of no use any more.
  bool try_from(const std::string& address) {
    const auto wire = smtp::wire_address(address);
    if (!wire || wire->text.empty()) {
      probe_.from_refused.emplace_back(address, "not an address that can stand in an envelope");
      return true;
    }
    const std::string parameters = wire->needs_smtputf8 ? " SMTPUTF8" : "";
    for (const auto& command : {"MAIL FROM:<" + wire->text + ">" + parameters, "RCPT TO:<" + wire->text + ">"}) {
      const auto reply = ask(command);
      if (!reply) return false;
      if (reply->positive()) continue;
      probe_.from_refused.emplace_back(address, reply->text());
      break;
    }
    const auto reply = ask("RSET");
    return reply && reply->positive();
  }

  std::optional<smtp::Reply> ask(const std::string& command) {
    const auto sent = wire_->send(command + "\r\n", left());
    auto reply = sent ? wire_->reply(left()) : tl::make_unexpected(sent.error());
    if (reply) return std::move(*reply);
    probe_.trouble = reply.error().text;
    return std::nullopt;
  }

  const SmtpSettings& settings_;
  std::string helo_;
  const Clock& clock_;
  std::chrono::steady_clock::time_point end_;
  oauth2::Tokens& tokens_;
  smtp::Interrupt nobody_;
  std::unique_ptr<Wire> wire_;
  MailOutProbe probe_;
};

/// Letters are written to a folder instead of sent.
MailOutProbe probe_folder(const MaildirSettings& maildir) {
  MailOutProbe probe;
  std::error_code ignored;
  // The folder itself is made at the first letter.
  const auto there = std::filesystem::exists(maildir.path, ignored) ? maildir.path : maildir.path.parent_path();
  probe.reached = std::filesystem::is_directory(there, ignored);
  probe.logged_in = probe.reached && ::access(there.c_str(), W_OK | X_OK) == 0;
  if (!probe.reached) probe.trouble = there.string() + " is not a folder";
  if (probe.reached && !probe.logged_in) probe.trouble = there.string() + " cannot be written to by this user";
  return probe;
}

}  // namespace

SendResult send_once(const MailSettings& settings, const OutgoingMail& mail, const Clock& clock,
                     oauth2::Tokens& tokens) {
  const auto sink = make_mail_sink(settings, clock, tokens);
  auto result = sink->send(mail);
  sink->close();
  return result;
}

MailOutProbe probe_mail_out(const MailSettings& settings, const std::vector<std::string>& from_addresses,
                            const Clock& clock, milliseconds limit, oauth2::Tokens& tokens) {
  try {
    if (const auto* maildir = std::get_if<MaildirSettings>(&settings.way)) return probe_folder(*maildir);
    return WayOut(std::get<SmtpSettings>(settings.way), settings.domain, clock, limit, tokens).look(from_addresses);
  } catch (const std::exception& error) {
    MailOutProbe probe;
    probe.trouble = smtp::clean_text(error.what());
    return probe;
  }
}

}  // namespace docket
