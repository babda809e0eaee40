// Bounces that are no RFC 3464 report: what qmail, Exim, Exchange and old Postfix write as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "connectors/letter.h"

namespace docket {

/// Null sender, a daemon's From, or Exim's X-Failed-Recipients.
[[nodiscard]] bool is_from_mail_system(const Letter& letter);
/// nullopt unless a mail system wrote it and its words say that a letter could not be delivered, or not yet.
[[nodiscard]] std::optional<Bounce> read_text_bounce(const Letter& letter);

/// The first enhanced status code (RFC 3463) in the text, "5.1.1"; "" without one. Not a part of an IP address.
[[nodiscard]] std::string find_status(std::string_view text);
/// The first "<…@…>" in the text.
[[nodiscard]] std::optional<std::string> find_message_id(std::string_view text);

}  // namespace docket
