// Message-ID, In-Reply-To, References (RFC 5322 section 3.6.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docket::mime {

/// The ids in order, each once, with angle brackets; words around them are left out. Where no bracket stands at all,
/// words with an "@" count. Blanks inside an id, from folding, are dropped; at most `limit` ids of at most 998 octets.
[[nodiscard]] std::vector<std::string> parse_message_ids(std::string_view text, std::size_t limit);

}  // namespace docket::mime
