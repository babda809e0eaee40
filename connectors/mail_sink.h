// The way out for letters: SMTP, or a Maildir instead of sending.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/settings.h"

namespace docket {

namespace oauth2 {
class Tokens;
}

struct OutgoingMail {
  std::string mail_from;  ///< "" is the null sender
  std::string to;         ///< one recipient: its outcome is its own
  std::string octets;     ///< CRLF
  /// Comes back in a report (RFC 3461 section 4.4) where the server can; letters, digits, dots and hyphens only.
  std::string envelope_id = {};
};

/// What became of one letter. `deferred` and `failed` are the server's word; `uncertain` means it may have it.
struct SendResult {
  enum class Kind {
    sent,
    deferred,         ///< 4xx, or the connection failed before the final dot
    failed,           ///< 5xx for this letter
    size_refused,     ///< 552, 5.3.4: may be tried once without attachments
    account_refused,  ///< they refuse us, or our quota is used up: no refusal of the letter; the account pauses
    uncertain         ///< no reply after the final dot
  } kind = Kind::deferred;
  std::string reply;           ///< the last reply, control characters removed, at most 500 octets
  bool one_recipient = false;  ///< account_refused, but it may be for this recipient alone: greylisting says the same
  bool unreachable = false;    ///< deferred because no server was there to ask: the next letter would fare no better
};

/// One connection; used by one thread at a time. Throws nothing.
class MailSink {
 public:
  virtual ~MailSink() = default;
  MailSink() = default;
  MailSink(const MailSink&) = delete;
  MailSink& operator=(const MailSink&) = delete;
  [[nodiscard]] virtual SendResult send(const OutgoingMail& mail) = 0;
  /// Ends the connection politely (QUIT), when idle.
  virtual void close() = 0;
  /// From another thread at shutdown: a send that still waits comes back soon (uncertain after the dot).
  virtual void abort() = 0;
  /// Until when the server's certificate is valid, at the last connection over TLS.
  [[nodiscard]] virtual std::optional<Time> certificate_ends() const { return std::nullopt; }
};

/// The references outlive the sink.
[[nodiscard]] std::unique_ptr<MailSink> make_mail_sink(const MailSettings& settings, const Clock& clock,
                                                       oauth2::Tokens& tokens);

/// RFC 5321 addr-spec that is safe on the wire: no CR, LF, NUL, space, angle bracket or control character.
[[nodiscard]] bool is_sendable_address(const std::string& address);

}  // namespace docket
