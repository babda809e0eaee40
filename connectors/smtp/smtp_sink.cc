#include "connectors/smtp/smtp_sink.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>

#include "config/failpoint.h"
#include "config/text.h"

namespace docket::smtp {
namespace {

using Kind = SendResult::Kind;

/// The server's limit of RFC 1870; "SIZE" alone or "SIZE 0" says nothing.
std::optional<std::uint64_t> size_limit(std::string_view words) {
  std::uint64_t size = 0;
  const auto number = trim(words.substr(std::min<std::size_t>(words.size(), 4)));
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), size);
  return parsed.ec == std::errc{} && size > 0 ? std::optional(size) : std::nullopt;
}

}  // namespace

SmtpSink::SmtpSink(SmtpSettings settings, std::string helo, const Clock& clock, oauth2::Tokens& tokens,
                   const Timeouts& timeouts)
    : settings_(std::move(settings)), helo_(std::move(helo)), clock_(clock), tokens_(tokens), timeouts_(timeouts) {}

SmtpSink::~SmtpSink() { close(); }

SendResult SmtpSink::send(const OutgoingMail& mail) {
  try {
    return send_checked(mail);
  } catch (const std::exception& error) {
    drop();
    return {.kind = Kind::deferred, .reply = clean_text(error.what())};
  }
}

SendResult SmtpSink::send_checked(const OutgoingMail& mail) {
  const auto from = wire_address(mail.mail_from);
  const auto to = wire_address(mail.to);
  if (!from) return {.kind = Kind::failed, .reply = "the sender's address cannot stand in an envelope"};
  if (!to || to->text.empty()) return {.kind = Kind::failed, .reply = "not an address that mail can be sent to"};
  const std::string octets = dot_stuffed(mail.octets);
  // A connection that was kept may have ended unseen: as long as nothing was answered, a fresh one may try again.
  for (const bool kept : {wire_ != nullptr, false}) {
    if (auto refused = ready()) return *refused;
    Envelope envelope{.from = *from, .to = *to, .parameters = {}};
    if (auto refused = unfit(mail, envelope)) return *refused;
    envelope.parameters = parameters(mail, envelope);
    answered_ = false;
    auto refused = offers_.pipelining ? open_pipelined(envelope) : open_stepwise(envelope);
    if (!refused) return transfer(octets);
    if (!kept || wire_ || answered_) return *refused;
  }
  return {.kind = Kind::deferred, .reply = "the mail server closed the connection", .unreachable = true};
}

SmtpSink::Refused SmtpSink::ready() {
  if (interrupt_.raised()) return SendResult{.kind = Kind::deferred, .reply = "stopping", .unreachable = true};
  if (wire_ && clock_.steady() - last_used_ > timeouts_.idle) {
    const auto sent = wire_->send("RSET\r\n", timeouts_.quit);
    const auto reply = sent && *sent ? wire_->reply(timeouts_.quit) : tl::make_unexpected(WireError{});
    if (!reply || !reply->positive()) drop();
    reset_needed_ = false;
  }
  return wire_ ? std::nullopt : connect();
}

SmtpSink::Refused SmtpSink::connect() {
  reset_needed_ = false;
  failpoint("before-connect");
  auto wire = Wire::connect({settings_, helo_, timeouts_, tokens_}, clock_, interrupt_);
  if (!wire) {
    const bool refused = wire.error().kind == WireError::Kind::refused_login;
    return SendResult{
        .kind = refused ? Kind::account_refused : Kind::deferred, .reply = wire.error().text, .unreachable = !refused};
  }
  wire_ = std::move(*wire);
  certificate_ends_ = wire_->certificate_ends();
  last_used_ = clock_.steady();
  return greet();
}

/// libcurl has greeted already, but keeps to itself what the server offers.
SmtpSink::Refused SmtpSink::greet() {
  const auto sent = wire_->send("EHLO " + helo_ + "\r\n", timeouts_.command);
  const auto reply = sent ? wire_->reply(timeouts_.command) : tl::make_unexpected(sent.error());
  if (!reply || !reply->positive()) {
    auto result = reply ? outcome_of(*reply, Stage::login) : broken(reply.error());
    result.unreachable = result.kind == Kind::deferred;
    drop();
    return result;
  }
  offers_ = {};
  for (const auto& line : reply->lines) {
    const auto word = ascii_lower(line.substr(0, line.find(' ')));
    if (word == "pipelining") offers_.pipelining = true;
    if (word == "smtputf8") offers_.smtputf8 = true;
    if (word == "8bitmime") offers_.eight_bit = true;
    if (word == "dsn") offers_.dsn = true;
    if (word == "size") offers_.size = size_limit(line);
  }
  return std::nullopt;
}

SmtpSink::Refused SmtpSink::unfit(const OutgoingMail& mail, const Envelope& envelope) const {
  if ((envelope.to.needs_smtputf8 || envelope.from.needs_smtputf8) && !offers_.smtputf8) {
    return SendResult{.kind = Kind::failed,
                      .reply = "the address needs SMTPUTF8, which the mail server does not offer"};
  }
  if (offers_.size && mail.octets.size() > *offers_.size) {
    return SendResult{.kind = Kind::size_refused,
                      .reply = "larger than the mail server takes (" + std::to_string(*offers_.size) + " octets)"};
  }
  return std::nullopt;
}

std::string SmtpSink::parameters(const OutgoingMail& mail, const Envelope& envelope) const {
  std::string text;
  if (offers_.size) text += " SIZE=" + std::to_string(mail.octets.size());
  // The header is enough to know it by; a report with the whole letter could be too large to come back.
  if (offers_.dsn && !mail.envelope_id.empty()) text += " RET=HDRS ENVID=" + mail.envelope_id;
  if (offers_.eight_bit && !is_ascii_text(mail.octets)) text += " BODY=8BITMIME";
  if (envelope.to.needs_smtputf8 || envelope.from.needs_smtputf8) text += " SMTPUTF8";
  return text;
}

/// MAIL, RCPT and DATA in one write (RFC 2920); every reply is read, whatever the first ones say.
SmtpSink::Refused SmtpSink::open_pipelined(const Envelope& envelope) {
  std::string commands = reset_needed_ ? "RSET\r\n" : "";
  commands += "MAIL FROM:<" + envelope.from.text + ">" + envelope.parameters + "\r\n";
  commands += "RCPT TO:<" + envelope.to.text + ">\r\nDATA\r\n";
  if (const auto sent = wire_->send(commands, timeouts_.command); !sent) return broken(sent.error());
  if (reset_needed_) {
    const auto reply = wire_->reply(timeouts_.command);
    if (!reply) return broken(reply.error());
    reset_needed_ = false;
  }
  static constexpr std::array<Stage, 3> kStages{Stage::mail, Stage::recipient, Stage::data};
  Refused first;
  bool data_open = false;
  for (const Stage stage : kStages) {
    const auto reply = wire_->reply(timeouts_.command);
    if (!reply) return first ? (drop(), first) : Refused(broken(reply.error()));
    answered_ = answered_ || reply->code != 421;
    data_open = stage == Stage::data && reply->code == 354;
    const bool good = stage == Stage::data ? data_open : reply->positive();
    if (!good && !first) first = refusal(*reply, stage);
    if (!wire_) return first;
  }
  if (first && data_open) take_back_data();
  return first;
}

SmtpSink::Refused SmtpSink::open_stepwise(const Envelope& envelope) {
  if (reset_needed_) {
    const auto sent = wire_->send("RSET\r\n", timeouts_.command);
    const auto reply = sent ? wire_->reply(timeouts_.command) : tl::make_unexpected(sent.error());
    if (!reply) return broken(reply.error());
    reset_needed_ = false;
  }
  if (auto refused = ask("MAIL FROM:<" + envelope.from.text + ">" + envelope.parameters, Stage::mail)) return refused;
  if (auto refused = ask("RCPT TO:<" + envelope.to.text + ">", Stage::recipient)) return refused;
  return ask("DATA", Stage::data);
}

SmtpSink::Refused SmtpSink::ask(const std::string& command, Stage stage) {
  const auto sent = wire_->send(command + "\r\n", timeouts_.command);
  const auto reply = sent ? wire_->reply(timeouts_.command) : tl::make_unexpected(sent.error());
  if (!reply) return broken(reply.error());
  answered_ = answered_ || reply->code != 421;
  const bool good = stage == Stage::data ? reply->code == 354 : reply->positive();
  return good ? std::nullopt : Refused(refusal(*reply, stage));
}

/// The server awaits octets for a letter it has refused: an empty one ends that (RFC 2920 section 3.1).
void SmtpSink::take_back_data() {
  const auto sent = wire_->send(".\r\n", timeouts_.command);
  const auto reply = sent ? wire_->reply(timeouts_.command) : tl::make_unexpected(sent.error());
  // Whoever accepts a letter without a recipient is not to be trusted with the next.
  if (!reply || reply->positive()) drop();
}

SendResult SmtpSink::transfer(const std::string& octets) {
  const auto sent = wire_->send(octets, timeouts_.body);
  const bool whole = sent && *sent;
  if (!sent && sent.error().kind != WireError::Kind::closed) return broken(sent.error());
  if (whole) failpoint("after-dot");
  const auto reply = wire_->reply(whole ? timeouts_.dot : timeouts_.quit);
  if (!whole) {
    // Without its dot the letter is not accepted, whatever the server said; what it said may tell why.
    auto result = reply ? outcome_of(*reply, Stage::data) : broken(reply.error());
    drop();
    return result;
  }
  if (!reply) {
    drop();
    return {.kind = Kind::uncertain, .reply = reply.error().text};
  }
  failpoint("after-reply");
  last_used_ = clock_.steady();
  if (reply->positive()) return {.kind = Kind::sent, .reply = reply->text()};
  return refusal(*reply, Stage::dot);
}

/// After a plain refusal the connection stays; 421 and whatever is out of step end it.
SendResult SmtpSink::refusal(const Reply& reply, Stage stage) {
  last_used_ = clock_.steady();
  reset_needed_ = true;
  const bool refuses = reply.transient() || reply.permanent();
  if (!refuses || reply.code == 421 || reply.code == 503) drop();
  return outcome_of(reply, stage);
}

SendResult SmtpSink::broken(const WireError& error) {
  drop();
  return {.kind = Kind::deferred, .reply = error.text, .unreachable = true};
}

void SmtpSink::close() {
  if (!wire_ || interrupt_.raised()) return drop();
  if (const auto sent = wire_->send("QUIT\r\n", timeouts_.quit); sent && *sent) {
    // The reply says nothing of any letter; it is read so that the server sees no reset.
    [[maybe_unused]] const auto reply = wire_->reply(timeouts_.quit);
  }
  drop();
}

}  // namespace docket::smtp
