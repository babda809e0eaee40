// Bounces that are no RFC 3464 report: what qmail, Exim, Exchange, old sendmail and many others write as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "connectors/letter.h"

namespace docket {

/// Null sender, a daemon's From, nobody's, Exim's X-Failed-Recipients, or an automatic letter whose subject says that
/// another could not be delivered.
[[nodiscard]] bool is_from_mail_system(const Letter& letter);
/// nullopt unless a mail system wrote it and its words say that a letter could not be delivered, or not yet.
[[nodiscard]] std::optional<Bounce> read_text_bounce(const Letter& letter);

/// The first enhanced status code (RFC 3463) in the text, "5.1.1"; "" without one. Not a part of an IP address.
[[nodiscard]] std::string find_status(std::string_view text);
/// The first "<…@…>" in the text.
[[nodiscard]] std::optional<std::string> find_message_id(std::string_view text);
/// Of a header quoted in a text, with or without ">" marks: the first line that is a Message-ID field.
[[nodiscard]] std::optional<std::string> quoted_message_id(std::string_view text);

}  // namespace docket
