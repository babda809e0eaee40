// Makes a letter to send: header injection impossible by construction, CRLF only, lines of at most 998 octets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/letter.h"

namespace docket {

struct DraftAttachment {
  std::string name;
  std::string type;     ///< "message/rfc822" only for octets that are SMTP-safe
  std::string content;  ///< raw octets
};

/// Values may hold any text: control characters are removed, non-ASCII is encoded (RFC 2047, RFC 2231).
struct Draft {
  Address from;
  std::vector<Address> to;
  std::vector<Address> reply_to;
  std::string subject;
  std::string message_id;  ///< "<…>"
  std::vector<std::string> in_reply_to;
  std::vector<std::string> references;
  Time date{};
  std::chrono::minutes offset{0};  ///< of Date
  std::string content_language;    ///< "fr", or "en, fr"
  std::vector<Header> extra;       ///< e.g. Auto-Submitted; names must be ours
  std::string text;                ///< UTF-8, LF
  std::vector<DraftAttachment> attachments;
};

/// Addresses that cannot be written are left out (of From too, so check that one before); one whose local part is not
/// ASCII stays only where From or To need SMTPUTF8 anyway. Ids that are no msg-id are left out, of References over 20
/// the middle ones. Octets ready for DATA (without dot-stuffing), CRLF line ends (RFC 5322, 2045, 2047, 2231).
[[nodiscard]] std::string compose(const Draft& draft);

/// True when `octets` may travel as message/rfc822 over SMTP: CRLF or LF lines up to 998 octets, no NUL, 7-bit.
[[nodiscard]] bool smtp_safe(std::string_view octets);

}  // namespace docket
