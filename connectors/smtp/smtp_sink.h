// Sends letters over one SMTP connection at a time, kept between letters (RFC 5321, 2920 pipelining, 1870 SIZE).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/mail_sink.h"
#include "connectors/smtp/envelope.h"
#include "connectors/smtp/outcome.h"
#include "connectors/smtp/wire.h"

namespace docket::smtp {

class SmtpSink final : public MailSink {
 public:
  /// `helo` is how we greet (a domain). The references outlive the sink.
  SmtpSink(SmtpSettings settings, std::string helo, const Clock& clock, oauth2::Tokens& tokens,
           const Timeouts& timeouts = {});
  ~SmtpSink() override;
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  [[nodiscard]] SendResult send(const OutgoingMail& mail) override;
  void close() override;
  void abort() override { interrupt_.raise(); }
  [[nodiscard]] std::optional<Time> certificate_ends() const override { return certificate_ends_; }

 private:
  /// What the server's EHLO offers (RFC 5321 section 4.1.1.1).
  struct Offers {
    bool pipelining = false;
    bool smtputf8 = false;
    bool eight_bit = false;
    bool dsn = false;  ///< RFC 3461
    std::optional<std::uint64_t> size;
  };
  struct Envelope {
    WireAddress from;
    WireAddress to;
    std::string parameters;  ///< of MAIL
  };
  /// nullopt: the server's go-ahead for the octets; else what became of the letter.
  using Refused = std::optional<SendResult>;

  [[nodiscard]] SendResult send_checked(const OutgoingMail& mail);
  [[nodiscard]] Refused ready();
  [[nodiscard]] Refused connect();
  [[nodiscard]] Refused greet();
  [[nodiscard]] Refused unfit(const OutgoingMail& mail, const Envelope& envelope) const;
  [[nodiscard]] std::string parameters(const OutgoingMail& mail, const Envelope& envelope) const;
  [[nodiscard]] Refused open_pipelined(const Envelope& envelope);
  [[nodiscard]] Refused open_stepwise(const Envelope& envelope);
  [[nodiscard]] Refused ask(const std::string& command, Stage stage);
  void take_back_data();
  [[nodiscard]] SendResult transfer(const std::string& octets);
  [[nodiscard]] SendResult refusal(const Reply& reply, Stage stage);
  [[nodiscard]] SendResult broken(const WireError& error);
  void drop() { wire_.reset(); }

  SmtpSettings settings_;
  std::string helo_;
  const Clock& clock_;
  oauth2::Tokens& tokens_;
  Timeouts timeouts_;
  Interrupt interrupt_;
  std::unique_ptr<Wire> wire_;
  Offers offers_;
  std::chrono::steady_clock::time_point last_used_;
  std::optional<Time> certificate_ends_;
  bool reset_needed_ = false;  ///< a transaction was begun and not ended
  bool answered_ = false;      ///< the server has answered a command of this letter
};

}  // namespace docket::smtp
