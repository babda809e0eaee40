// An inbound: octets exactly as they arrived, with what the source knows about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/clock.h"

namespace docket {

/// The SMTP envelope where the source knows it; a null sender is "".
struct Envelope {
  std::optional<std::string> from;
  std::vector<std::string> to;
};

struct Inbound {
  std::string source;        ///< the source's name
  std::string delivery_key;  ///< stable over retries: "FOLDER/UIDVALIDITY/UID", a Maildir file name, a SHA-256
  std::string octets;        ///< for an oversize letter only its header_block()
  std::string format;        ///< of a webhook's payload (connectors/webhook); empty: a message of RFC 5322
  std::string media_type;    ///< the Content-Type that a payload came with
  Envelope envelope;
  Time received{};  ///< when the source got it (IMAP: INTERNALDATE), not the sender's Date
  std::string channel = "email";
  bool junk_folder = false;               ///< it lay in the Junk folder
  bool before_start = false;              ///< taken although received before the first start: `import` says how
  std::optional<std::uint64_t> oversize;  ///< over max_size: how large it is, as far as the source can tell
  bool careful = false;                   ///< it was put aside once: read it alone
  bool by_hand = false;                   ///< a person decides where it goes: it opens a case in review, whatever it is
  std::string joins;                      ///< the number of the case it belongs to, where a person says so
  bool apart = false;  ///< a person takes it out of its case: it opens one of its own, whatever it answers
  /// Why the source could not get the octets, or why those it got must not be read (then quarantined).
  std::optional<std::string> unreadable;
};

/// The beginning of a letter up to and with the empty line that ends its header (RFC 5322 section 2.1): what is kept
/// of one that is too large. At most 1 MiB; all of it where no empty line comes. Line ends may be LF or CRLF.
[[nodiscard]] std::string_view header_block(std::string_view octets);

}  // namespace docket
