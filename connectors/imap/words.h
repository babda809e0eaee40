// How names, sets and dates are written on an IMAP wire.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/clock.h"

namespace docket::imap {

using Uid = std::uint32_t;

/// RFC 3501 section 5.1.3; ill-formed UTF-8 becomes U+FFFD first.
[[nodiscard]] std::string modified_utf7(std::string_view utf8);
/// Back again, as ICU reads it; what is no modified UTF-7 stays as it is, made valid UTF-8.
[[nodiscard]] std::string from_modified_utf7(std::string_view name);
/// A mailbox name for a command: modified UTF-7 in quotes. nullopt when it holds CR, LF or NUL.
[[nodiscard]] std::optional<std::string> quoted_mailbox(std::string_view utf8);

/// "1:3,7" from ascending UIDs: exactly these, never one in between that nobody asked for.
[[nodiscard]] std::string uid_set(std::span<const Uid> uids);
/// The same in several texts of at most `octets` each (servers bound the length of a command: RFC 7162 section 4).
struct UidChunk {
  std::string set;
  std::span<const Uid> uids;
};
[[nodiscard]] std::vector<UidChunk> uid_chunks(std::span<const Uid> uids, std::size_t octets = 8000);

/// RFC 9051 date-time without its quotes: " 1-Jul-1996 02:44:25 -0700".
[[nodiscard]] std::optional<Time> parse_date_time(std::string_view text);

/// A server's text for a log or a screen: printable ASCII only, at most 200 octets.
[[nodiscard]] std::string clean(std::string_view text);

}  // namespace docket::imap
